from datetime import date

import pytest

from telemaco.model.program_steps import is_too_late_for_pairs, next_status
from telemaco.records.pair import PairStatus
from telemaco.records.parsing import parse
from telemaco.records.program import Program, ProgramStatus

DATES = {"applications_close": "2027-01-10", "start": "2027-02-01", "end": "2027-07-31"}
RHYTHM = {"every": "2", "unit": "week"}
ACTIVE, PROPOSED, COMPLETED = PairStatus.ACTIVE, PairStatus.PROPOSED, PairStatus.COMPLETED


def program(status: str, **facts: object) -> Program:
    value = {"title": "S", "summary": "s", "status": status, "style": "informal", "kind": "group"}
    found = parse(Program, {**value, "dates": DATES, **facts})
    assert isinstance(found, Program)
    return found


@pytest.mark.parametrize(
    ("status", "pairs", "today", "expected"),
    [
        ("open", (), "2027-01-10", None),
        ("open", (), "2027-01-11", "matching"),
        ("matching", (PROPOSED,), "2027-01-31", None),
        ("matching", (ACTIVE,), "2027-01-31", "running"),
        ("matching", (), "2027-02-01", "running"),
        ("open", (ACTIVE,), "2027-01-05", "running"),
        ("running", (ACTIVE,), "2027-03-01", None),
        ("running", (ACTIVE,), "2027-07-31", None),
        ("running", (ACTIVE,), "2027-08-01", "closing"),
        ("running", (COMPLETED,), "2027-07-30", None),
        ("running", (COMPLETED,), "2027-07-31", "completed"),
        ("open", (), "2027-08-01", "completed"),
        ("closing", (PROPOSED,), "2027-08-01", None),
        ("closing", (COMPLETED,), "2027-06-01", "completed"),
        ("draft", (), "2027-08-01", None),
        ("completed", (ACTIVE,), "2027-08-01", None),
        ("cancelled", (), "2027-08-01", None),
        ("archived", (), "2027-08-01", None),
    ],
)
def test_status_follows_days_and_pairs(
    status: str, pairs: tuple[PairStatus, ...], today: str, expected: str | None
) -> None:
    found = next_status(program(status, cadence=RHYTHM), pairs, date.fromisoformat(today))

    assert found == (ProgramStatus(expected) if expected else None)


def test_open_program_in_which_nobody_is_asked_anything_stays_open() -> None:
    open_for_all = program("open", dates={"start": "2027-01-01"})

    assert next_status(open_for_all, (ACTIVE,), date(2027, 3, 1)) is None


def test_program_with_surveys_runs_so_that_they_are_sent() -> None:
    asking = program(
        "open", dates={"start": "2027-01-01"}, evaluation=[{"survey": "s", "at": "end"}]
    )

    assert next_status(asking, (), date(2027, 3, 1)) is ProgramStatus.RUNNING


@pytest.mark.parametrize(
    ("day", "facts", "late"),
    [
        ("2027-07-04", {"cadence": RHYTHM}, False),
        ("2027-07-05", {"cadence": RHYTHM}, True),
        ("2027-07-18", {"cadence": RHYTHM, "kind": "flash"}, False),
        ("2027-07-19", {"cadence": RHYTHM, "kind": "flash"}, True),
        ("2027-07-31", {}, False),
        ("2027-08-01", {}, True),
        ("2027-08-01", {"cadence": RHYTHM, "dates": {"start": "2027-02-01"}}, False),
        ("2026-12-01", {"cadence": RHYTHM}, False),
    ],
)
def test_pair_made_now_needs_two_sessions_before_the_end(
    day: str, facts: dict[str, object], *, late: bool
) -> None:
    found = is_too_late_for_pairs(program("running", **facts), date.fromisoformat(day))

    assert found is late
