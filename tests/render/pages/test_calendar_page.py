from collections.abc import Mapping
from datetime import date, timedelta

from icalendar import Calendar

from telemaco.render.pages.calendar_page import calendar_page
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.pair_pages import pair_page
from telemaco.render.pages.recipes import PlainFile
from tests.fakes import SETTINGS
from tests.render.pages.made import everything
from tests.render.pages.workshop import (
    MASTER,
    NOTE,
    PAIR,
    PROGRAM,
    PUPIL,
    WORKSHOP,
    edition,
    without,
)

FOLDER = PAIR.removesuffix("pair.yaml")
OWN = "pairs/bottega/verrocchio-leonardo/calendar.ics"
PROGRAMS = "programs/bottega/calendar.ics"


def _files(made: Edition) -> dict[str, bytes]:
    """What is no page, by its path."""
    return {one.path: one.content for one in everything(made) if isinstance(one, PlainFile)}


def _events(made: Edition, address: str = OWN) -> list[tuple[date, str, str]]:
    calendar = Calendar.from_ical(_files(made)[address])
    return [
        (event.decoded("dtstart"), str(event["summary"]), str(event["status"]))
        for event in calendar.walk("VEVENT")
    ]


def _uids(made: Edition, address: str = OWN) -> list[str]:
    calendar = Calendar.from_ical(_files(made)[address])
    return [str(event["uid"]) for event in calendar.walk("VEVENT")]


def _page(pair_made: Edition) -> str:
    [pair] = pair_made.community.pairs
    return pair_page(pair_made, pair).body


def _note(day: str, status: str) -> Mapping[str, str]:
    return {f"{FOLDER}{day}.md": f"---\nstatus: {status}\n---\n"}


def test_calendar_lists_sessions_and_days_of_programs_by_month() -> None:
    body = calendar_page(edition()).body

    assert body.index("March 2027") < body.index("22 March 2027") < body.index("December 2027")
    assert "Andrea del Verrocchio and Leonardo da Vinci" in body
    assert "Last day" in body
    assert "First day" not in body
    assert f'href="../{PROGRAMS}"' in body


def test_calendar_without_anything_says_what_will_stand_there() -> None:
    body = calendar_page(edition({PROGRAM: "", PAIR: "", NOTE: ""})).body

    assert "Nothing is planned at present" in body
    assert ".ics" not in body


def test_calendar_of_a_program_that_is_over_is_not_offered_but_stays() -> None:
    made = edition(without(PROGRAM, "status: running", "status: completed"))

    assert PROGRAMS not in calendar_page(made).body
    assert PROGRAMS in _files(made)


def test_session_that_was_called_off_is_in_the_file_but_not_on_the_page() -> None:
    made = edition(_note("2027-04-05", "cancelled"))

    assert "5 April" not in calendar_page(made).body
    assert (date(2027, 4, 5), "Session: Andrea del Verrocchio and Leonardo da Vinci",
            "CANCELLED") in _events(made)  # fmt: skip


def test_so_many_sessions_are_listed_and_the_rest_is_counted() -> None:
    days = [(date(2027, 3, 16) + timedelta(days=n)).isoformat() for n in range(55)]
    body = calendar_page(edition({k: v for d in days for k, v in _note(d, "planned").items()})).body
    more = {f"{FOLDER}{d}-2.md": "---\nstatus: planned\n---\n" for d in days}
    notes = {k: v for d in days for k, v in _note(d, "planned").items()}

    long = calendar_page(edition(more | notes)).body

    assert "more session" not in body
    assert "10 more sessions are planned within 60 days" in long


def test_session_keeps_its_id_when_its_note_is_written_and_in_every_file() -> None:
    [named] = _uids(edition())
    [planned] = _uids(edition(_note("2027-03-22", "planned")))

    assert named == planned
    assert named in _uids(edition(language="it"), PROGRAMS)


def test_calendar_of_a_program_has_its_days_and_all_sessions() -> None:
    events = _events(edition(), PROGRAMS)

    assert [(str(day), title) for day, title, _ in events] == [
        ("2027-01-11", "The workshop year: the program begins"),
        ("2027-03-22", "Session: Andrea del Verrocchio and Leonardo da Vinci"),
        ("2027-12-20", "The workshop year: the program ends"),
    ]


def test_calendar_of_a_pair_has_its_milestones_from_today_on() -> None:
    program = without(
        PROGRAM,
        "summary:",
        "milestones:\n"
        "          - {id: a, title: Agreement, after_days: 14}\n"
        "          - {id: b, title: Works shown, after_days: 100}\n"
        "        summary:",
    )

    events = _events(edition(program | {NOTE: ""}))

    assert events == [(date(2027, 4, 25), "Milestone: Works shown", "CONFIRMED")]
    assert "Milestones" in _page(edition(program | {NOTE: ""}))


def test_pair_at_rest_has_no_calendar() -> None:
    made = edition(without(PAIR, "status: active", "status: paused"))

    assert OWN not in _files(made)
    assert "Add to calendar" not in _page(made)
    assert "Add to calendar" in _page(edition())


def test_pair_whose_program_is_unknown_has_no_milestones() -> None:
    assert "22 March 2027" in _page(edition({PROGRAM: ""}))


def test_who_publishes_no_name_is_named_in_no_calendar() -> None:
    made = edition(without(PUPIL, "name, seeks, pairs", "seeks"))

    files = _files(made)

    assert OWN not in files
    assert not [path for path, content in files.items() if b"eonardo" in content]
    assert "eonardo" not in calendar_page(made).body


def test_events_lead_to_their_pages_where_the_site_has_an_address() -> None:
    made = edition({"program/community.yaml": SETTINGS + "url: https://w.example\n"}, "it")

    content = _files(made)[OWN].replace(b"\r\n ", b"")

    assert b"URL:https://w.example/it/pairs/bottega/verrocchio-leonardo/" in content


TIMED = "---\nstatus: planned\nstarts: 18:00 Europe/Rome\nminutes: 60\n---\n"


def test_hour_of_a_session_is_told_by_the_clocks_that_are_published() -> None:
    london = without(
        PUPIL, "publish: [name, seeks, pairs]", "publish: [name, seeks, pairs, timezone]"
    )
    tokyo = {PUPIL: london[PUPIL].replace("Europe/Rome", "Asia/Tokyo")}
    at = {f"{FOLDER}2027-03-22.md": TIMED}

    body = _page(edition(at))
    assert "18:00\u201319:00 in Rome" in body
    assert 'datetime="2027-03-22T18:00:00+01:00"' in body
    assert "23 March 2027, 02:00\u201303:00 in Tokyo" in _page(edition({**at, **tokyo}))
    assert "18:00" in _page(edition(at, language="it"))


def test_hour_is_told_nowhere_when_nobody_publishes_a_clock() -> None:
    shy = {MASTER: WORKSHOP[MASTER].replace("github, timezone,", "github,")}
    made = edition({**shy, f"{FOLDER}2027-03-22.md": TIMED})

    assert "18:00" not in _page(made)
    assert _events(made)[0][0] == date(2027, 3, 22)


def test_session_that_was_moved_is_one_event() -> None:
    moved = TIMED.replace("minutes", "moved: {times: 1, from: 2027-03-22}\nminutes")
    made = edition({**_note("2027-03-22", "rescheduled"), f"{FOLDER}2027-03-24.md": moved})
    [was] = _uids(edition(_note("2027-03-22", "planned")))

    assert _uids(made) == [was]
    assert _events(made)[0][0].isoformat() == "2027-03-24T17:00:00+00:00"
