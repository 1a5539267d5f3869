from datetime import date

import pytest

from telemaco.model.moments import day_in_program
from telemaco.records.base import ProgramId
from telemaco.records.program import Moment
from tests.progress.atelier import FACTS, PROGRAM, atelier

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
