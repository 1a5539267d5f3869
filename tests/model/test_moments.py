from datetime import date

import pytest

from telemaco.model.moments import day_in_program, midpoint_of, moment_of
from telemaco.records.base import ProgramId
from telemaco.records.program import Moment
from tests.progress.atelier import FACTS, PAIR, PROGRAM, atelier, person

HALVED = PROGRAM.replace("end: 2027-12-31", "midpoint: 2027-07-01, end: 2027-12-31")
LEFT = FACTS + "status: ended-early\nstart: 2027-01-04\nend: 2027-03-01\nreason: no-time\n"
HELD = {"2027-01-20": "status: held", "2027-02-03": "status: held"}


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (Moment.START, date(2027, 1, 4)),
        (Moment.UNMATCHED, date(2027, 1, 4)),
        (Moment.AFTER_SESSION, date(2027, 1, 20)),
        (Moment.DAY_30, date(2027, 2, 3)),
        (Moment.MIDPOINT, None),
        (Moment.END, date(2027, 12, 31)),
        (Moment.EXIT, None),
        (Moment.PLUS_3_MONTHS, date(2028, 3, 31)),
    ],
)
def test_moments_have_the_days_of_the_program_or_of_its_pairs(
    moment: Moment, day: date | None
) -> None:
    assert day_in_program(atelier(HELD), ProgramId("atelier"), moment) == day


def test_the_moment_of_those_who_left_is_the_last_such_day() -> None:
    found = atelier(pair=LEFT)

    assert day_in_program(found, ProgramId("atelier"), Moment.EXIT) == date(2027, 3, 1)


def test_program_without_an_end_has_no_months_after_it() -> None:
    found = atelier(program=PROGRAM.replace(", end: 2027-12-31", ""))

    assert day_in_program(found, ProgramId("atelier"), Moment.PLUS_3_MONTHS) is None


@pytest.mark.parametrize(
    ("start", "midpoint"),
    [
        ("2027-01-04", date(2027, 7, 1)),
        ("2027-01-18", date(2027, 7, 1)),
        ("2027-01-19", date(2027, 7, 11)),
        ("2027-08-01", date(2027, 10, 16)),
    ],
)
def test_pair_that_began_late_halves_its_own_time(start: str, midpoint: date) -> None:
    found = atelier(pair=f"{FACTS}status: active\nstart: {start}\n", program=HALVED)

    assert midpoint_of(found, PAIR) == midpoint


@pytest.mark.parametrize(
    ("start", "midpoint"), [("2027-06-01", date(2027, 7, 1)), ("2027-08-01", None)]
)
def test_pair_without_a_last_day_halves_the_time_of_its_program(
    start: str, midpoint: date | None
) -> None:
    endless = HALVED.replace(", end: 2027-12-31", "").replace("formal", "informal")
    found = atelier(pair=f"{FACTS}status: active\nstart: {start}\n", program=endless)

    assert midpoint_of(found, PAIR) == midpoint


RESTED = f"{FACTS}status: active\nstart: 2027-01-04\npaused_until: %s\n"


@pytest.mark.parametrize(
    ("until", "note", "midpoint"),
    [
        ("2027-06-30", "2027-06-20", date(2027, 7, 1)),
        ("2027-07-01", "2027-06-20", date(2027, 7, 2)),
        ("2027-10-18", "2027-06-20", date(2027, 10, 19)),
        ("2027-10-19", "2027-06-20", None),
        ("2027-08-20", "2027-07-01", date(2027, 7, 1)),
        ("2027-08-20", "2027-08-20", date(2027, 7, 1)),
        ("2027-08-20", "2027-08-21", date(2027, 8, 21)),
    ],
)
def test_pair_that_rests_over_its_midpoint_looks_back_when_it_goes_on(
    until: str, note: str, midpoint: date | None
) -> None:
    found = atelier({note: "status: held"}, pair=RESTED % until, program=HALVED)

    assert midpoint_of(found, PAIR) == midpoint


def test_break_over_the_midpoint_counts_though_somebody_rests_again_later() -> None:
    rest = "confirmed: 2027-01-01\npaused_until: 2027-09-30\n"
    away = {"program/people/leonardo.yaml": person("mentee", rest=rest)}
    notes = {"2027-06-20": "status: held", "2027-08-30": "status: held"}
    found = atelier(notes, pair=RESTED % "2027-08-20", program=HALVED, more=away)

    assert midpoint_of(found, PAIR) == date(2027, 8, 21)


def test_session_planned_in_a_break_does_not_end_it() -> None:
    found = atelier({"2027-07-20": "status: planned"}, pair=RESTED % "2027-08-20", program=HALVED)

    assert midpoint_of(found, PAIR) == date(2027, 8, 21)


def test_pair_without_a_last_day_looks_back_after_its_break_however_long_it_was() -> None:
    endless = HALVED.replace(", end: 2027-12-31", "").replace("formal", "informal")
    found = atelier(pair=RESTED % "2029-08-20", program=endless)

    assert midpoint_of(found, PAIR) == date(2029, 8, 21)


def test_three_months_are_months_and_end_with_a_short_one() -> None:
    ended = f"{FACTS}status: completed\nstart: 2027-01-04\nend: 2027-07-31\n"
    found = atelier(pair=ended, program=PROGRAM.replace("12-31", "11-30"))

    assert moment_of(found, PAIR, Moment.PLUS_3_MONTHS) == date(2027, 10, 31)
    assert day_in_program(found, ProgramId("atelier"), Moment.PLUS_3_MONTHS) == date(2028, 2, 29)
