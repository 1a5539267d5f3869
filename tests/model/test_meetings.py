from datetime import UTC, date, datetime

from telemaco.model.meetings import edition_of, first_note, latest_notes, moment, span_of
from telemaco.records.base import Start
from tests.progress.atelier import PAIR, PROGRAM, atelier

DAY = date(2027, 3, 28)


def test_moment_is_by_the_clock_of_the_zone() -> None:
    assert moment(DAY, Start(18 * 60, "Europe/Rome")) == datetime(2027, 3, 28, 16, tzinfo=UTC)


def test_time_that_the_clock_leaves_out_is_no_moment() -> None:
    assert moment(DAY, Start(150, "Europe/Rome")) is None
    assert moment(DAY, Start(150, "Europe/Rom")) is None


def test_time_that_comes_twice_is_the_first_of_the_two() -> None:
    autumn = date(2027, 10, 31)

    assert moment(autumn, Start(150, "Europe/Rome")) == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)


def test_session_takes_as_long_as_its_note_says_else_the_rhythm_else_an_hour() -> None:
    at = "status: planned\nstarts: 18:00 Europe/Rome"
    rhythm = PROGRAM.replace("unit: week}", "unit: week, minutes: 45}")

    def minutes(front: str, program: str = PROGRAM) -> int:
        community = atelier({"2027-02-08": front}, program=program)
        span = span_of(community, PAIR, community.sessions_of(PAIR)[0])
        return span.minutes if span else 0

    assert minutes(f"{at}\nminutes: 30", rhythm) == 30
    assert minutes(at, rhythm) == 45
    assert minutes(at) == 60
    assert minutes("status: planned") == 0


def test_session_that_was_moved_is_known_by_its_first_note_and_told_by_its_last() -> None:
    community = atelier(
        {
            "2027-02-08": "status: rescheduled\nstarts: 18:00 Europe/Rome",
            "2027-02-09": "status: rescheduled\nmoved: {times: 1, from: 2027-02-08}",
            "2027-02-10": "status: planned\nstarts: 9:00 Europe/Rome\n"
            "moved: {times: 2, from: 2027-02-08}",
            "2027-02-22": "status: planned",
        }
    )
    sessions = community.sessions_of(PAIR)

    assert [first_note(one) for one in sessions] == ["2027-02-08"] * 3 + ["2027-02-22"]
    assert {name: str(note) for name, note in latest_notes(community, PAIR).items()} == {
        "2027-02-08": "2027-02-10",
        "2027-02-22": "2027-02-22",
    }
    assert [edition_of(one) for one in sessions] == [2, 2, 3, 0]
