import json
from pathlib import Path

import pytest
from icalendar import Calendar

from telemaco.cli.app import run
from tests.fakes import COSIMO, SETTINGS
from tests.progress.atelier import ACTIVE, PROGRAM, person

Printed = pytest.CaptureFixture[str]
FOLDER = "pairs/atelier/verrocchio-leonardo"
JITSI = PROGRAM + "meeting: {tool: jitsi, url: https://meet.example.org/}\n"
HOURS = "availability: [{days: [mon], from: 9:00, to: 12:00}]\n"


@pytest.fixture
def community(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("TELEMACO_ROOM_KEY", raising=False)
    pupil = person("mentee", rest=HOURS.replace("9:00, to: 12:00", "9:00, to: 17:00"))
    files = {
        "program/community.yaml": SETTINGS + "url: https://atelier.example.org/\n",
        "program/people/cosimo.yaml": COSIMO,
        "program/programs/atelier.yaml": JITSI,
        "program/people/verrocchio.yaml": person("mentor", rest=f"confirmed: 2027-01-01\n{HOURS}"),
        "program/people/leonardo.yaml": pupil.replace("Europe/Rome", "Europe/London"),
        f"{FOLDER}/pair.yaml": ACTIVE,
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def _run(community: Path, *arguments: str) -> int:
    where = ["--root", str(community), "--today", "2027-02-01"]
    return run(["meet", "verrocchio-leonardo", *arguments, *where])


def _event(path: Path) -> dict[str, object]:
    [event] = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    return dict(event)


def test_slots_are_shown_by_every_clock(community: Path, capsys: Printed) -> None:
    assert _run(community) == 0

    printed = capsys.readouterr()
    assert printed.out.startswith(
        "A session of 60 minutes, about 2 February 2027:\n\n#   Rome: Somebody"
    )
    assert (
        "1   Mon 8 Feb 2027, 10:00\u201311:00    Mon 8 Feb 2027, 09:00\u201310:00\n" in printed.out
    )
    assert printed.err == "Take one with --slot 1 --apply, or name another with --on and --at.\n"


def test_clock_is_shown_once_whatever_its_zone_is_called(community: Path, capsys: Printed) -> None:
    file = community / "program/people/leonardo.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Europe/London", "Europe/Berlin"), encoding="utf-8")

    assert _run(community) == 0

    printed = capsys.readouterr().out.splitlines()
    assert printed[2] == "#   Rome, Berlin: Somebody, Somebody"
    assert printed[4] == "1   Mon 8 Feb 2027, 09:00\u201310:00"


def test_slots_are_given_to_programs_as_json(community: Path, capsys: Printed) -> None:
    assert _run(community, "--format", "json") == 0

    told = json.loads(capsys.readouterr().out)
    assert told["slots"][0]["local"] == {
        "verrocchio": "2027-02-08T10:00:00+01:00",
        "leonardo": "2027-02-08T09:00:00+00:00",
    }
    assert told["members"][0] == {
        "person": "verrocchio",
        "timezone": "Europe/Rome",
        "names_hours": True,
    }


def test_nothing_that_suits_is_explained(community: Path, capsys: Printed) -> None:
    assert _run(community, "--minutes", "240") == 0

    printed = capsys.readouterr()
    assert printed.out == (
        "No time was found until 2 March 2027.\n"
        "The members have at most 120 minutes in common, not 240.\n"
        "Nearest: 2027-02-08 10:00, by the clock of Europe/Rome; --minutes 120 takes it.\n"
    )
    assert "all the same" in printed.err


def test_slot_is_planned_only_with_apply_and_the_room_is_told_once(
    community: Path, capsys: Printed
) -> None:
    note, file = community / FOLDER / "2027-02-08.md", community / "out.ics"

    assert _run(community, "--slot", "1") == 0
    assert not note.exists()
    assert "Room" not in capsys.readouterr().out
    assert _run(community, "--slot", "1", "--apply", "--ics", str(file)) == 0

    printed = capsys.readouterr()
    room = str(_event(file)["LOCATION"])
    assert room.startswith("https://meet.example.org/telemaco-")
    assert len(room.rpartition("-")[2]) == 26
    assert f"Room: {room}\n" in printed.out
    assert room not in note.read_text()
    assert printed.err == f"Written. Send {file} to the members only.\n"


def test_room_made_from_a_key_is_the_same_each_time_and_unlike_that_of_another_key(
    community: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    files = [community / f"{n}.ics" for n in range(3)]
    monkeypatch.setenv("TELEMACO_ROOM_KEY", "0123456789abcdef")
    _run(community, "--on", "2027-02-08", "--at", "10:00", "--apply", "--ics", str(files[0]))
    _run(community, "--ics", str(files[1]))
    monkeypatch.setenv("TELEMACO_ROOM_KEY", "another-key-of-letters")
    _run(community, "--ics", str(files[2]), "--format", "json")

    rooms = [str(_event(file)["LOCATION"]) for file in files]
    assert rooms[0] == rooms[1] != rooms[2]
    monkeypatch.setenv("TELEMACO_ROOM_KEY", "short")
    assert _run(community, "--ics", str(files[1])) == 3
    assert "TELEMACO_ROOM_KEY has fewer than 16 letters." in capsys.readouterr().err


def test_calendar_of_what_is_planned_has_no_room_that_nobody_else_knows(
    community: Path, capsys: Printed
) -> None:
    file = community / "out.ics"
    assert _run(community, "--ics", str(file)) == 3
    _run(community, "--on", "2027-02-08", "--at", "10.00", "--apply")
    assert "The room stands nowhere else" in capsys.readouterr().err

    assert _run(community, "--ics", str(file)) == 0

    assert "LOCATION" not in _event(file)
    assert capsys.readouterr().out.startswith("Mon 8 Feb 2027, 10:00\u201311:00  Rome (Somebody)\n")


def test_own_room_stands_in_the_calendar_file_only(community: Path) -> None:
    (community / "program/programs/atelier.yaml").write_text(PROGRAM + "meeting: {tool: zoom}\n")
    file = community / "out.ics"
    own = "https://zoom.example.org/j/42?pwd=secret"

    _run(community, "--slot", "1", "--apply", "--ics", str(file), "--room", own)

    assert str(_event(file)["LOCATION"]) == own
    assert all("zoom.example.org" not in p.read_text() for p in community.glob("pairs/**/*.md"))


def test_tool_without_a_room_asks_for_it(community: Path, capsys: Printed) -> None:
    (community / "program/programs/atelier.yaml").write_text(PROGRAM + "meeting: {tool: zoom}\n")

    _run(community, "--slot", "1", "--apply")

    assert "add --room ADDRESS" in capsys.readouterr().err


def test_meeting_in_person_has_no_room(community: Path, capsys: Printed) -> None:
    (community / "program/programs/atelier.yaml").write_text(PROGRAM)

    _run(community, "--slot", "1", "--apply")

    assert capsys.readouterr().err == "Written.\n"


def test_session_is_moved_and_called_off_in_the_same_calendars(
    community: Path, capsys: Printed
) -> None:
    file = community / "out.ics"
    to_file = ("--apply", "--ics", str(file))
    _run(community, "--on", "2027-02-08", "--at", "10:00", *to_file)
    first = _event(file)

    assert _run(community, "--reschedule", "--slot", "2", *to_file) == 0
    moved = _event(file)
    assert _run(community, "--cancel", *to_file, "--format", "json") == 0

    off = _event(file)
    assert first["UID"] == moved["UID"] == off["UID"]
    assert [one["SEQUENCE"] for one in (first, moved, off)] == [1, 2, 3]
    assert str(off["STATUS"]) == "CANCELLED"
    assert b"METHOD:CANCEL" in file.read_bytes()
    told = json.loads(capsys.readouterr().out.partition("{")[2].join(("{", "")))
    assert told["sessions"][0]["status"] == "cancelled"


def test_session_that_is_called_off_has_no_room(community: Path, capsys: Printed) -> None:
    file = community / "out.ics"
    _run(community, "--on", "2027-02-08", "--at", "10:00", "--apply")
    capsys.readouterr()

    assert _run(community, "--cancel", "--apply", "--ics", str(file)) == 0

    printed = capsys.readouterr()
    assert "Room" not in printed.out
    assert printed.out.endswith("Called off.\n")
    assert not {"LOCATION", "CONFERENCE"} & set(_event(file))
    assert "meet.example.org" not in file.read_text()


def test_nobody_is_asked_for_the_room_of_a_session_that_is_called_off(
    community: Path, capsys: Printed
) -> None:
    tool = JITSI.replace("tool: jitsi, url: https://meet.example.org/", "tool: zoom")
    (community / "program/programs/atelier.yaml").write_text(tool)
    _run(community, "--on", "2027-02-08", "--at", "10:00", "--apply")
    capsys.readouterr()

    assert _run(community, "--cancel", "--apply") == 0

    assert capsys.readouterr().err == "Written.\n"


def test_series_is_planned_by_the_clock_that_is_named(community: Path, capsys: Printed) -> None:
    at = ("--on", "2027-03-22", "--at", "9:00", "--zone", "europe/london")

    assert _run(community, *at, "--series", "2", "--apply") == 0

    assert "starts: 9:00 Europe/London" not in (community / FOLDER / "2027-04-05.md").read_text()
    assert "starts: 09:00 Europe/London" in (community / FOLDER / "2027-04-05.md").read_text()
    assert "Mon 5 Apr 2027, 10:00\u201311:00  Rome (Somebody)" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["--on", "2027-02-08"], 2, "--on and --at go together"),
        (["--on", "2027-02-08", "--at", "6pm"], 2, '"6pm" is not a time'),
        (["--on", "2027-02-08", "--at", "9:00", "--slot", "1"], 2, "say the same thing"),
        (["--cancel", "--slot", "1"], 2, "--cancel goes with --session only"),
        (["--session", "2027-02-08"], 2, "--session goes with"),
        (["--series", "3"], 2, "--series goes with"),
        (["--slot", "1", "--series", "many"], 2, '"many" is not a number from 1 to 60, or end'),
        (["--apply"], 2, "--apply goes with"),
        (["--slot", "1", "--ics", "x.ics"], 2, "--ics with a change goes with --apply"),
        (["--slot", "9"], 3, "There is no slot 9; there are 4."),
        (["--on", "2027-02-08", "--at", "9:00", "--zone", "Rome"], 3, "Did you mean Europe/Rome?"),
        (["--on", "2027-02-08", "--at", "9:00", "--zone", "Qqq"], 3, "Write the continent"),
    ],
)
def test_what_does_not_go_is_refused(
    community: Path, capsys: Printed, arguments: list[str], status: int, said: str
) -> None:
    assert _run(community, *arguments) == status
    assert said in capsys.readouterr().err


def test_series_to_the_end_stops_there(community: Path) -> None:
    pair = community / FOLDER / "pair.yaml"
    pair.write_text(f"{ACTIVE}expected_end: 2027-03-10\n")

    assert _run(community, "--on", "2027-02-08", "--at", "10:00", "--series", "end", "--apply") == 0

    assert sorted(path.stem for path in pair.parent.glob("2027*")) == [
        "2027-02-08",
        "2027-02-22",
        "2027-03-08",
    ]


def test_day_without_an_hour_stays_a_day(community: Path, capsys: Printed) -> None:
    (community / FOLDER / "2027-02-08.md").write_text("---\nstatus: planned\n---\n")

    assert _run(community, "--ics", str(community / "out.ics")) == 0

    assert capsys.readouterr().out == "8 February 2027\n"


def test_who_names_no_hours_is_told(community: Path, capsys: Printed) -> None:
    mentor = community / "program/people/verrocchio.yaml"
    mentor.write_text(mentor.read_text().replace(HOURS, ""))

    assert _run(community) == 0
    assert "names no free hours; 8:00 to 21:00 were taken." in capsys.readouterr().out
