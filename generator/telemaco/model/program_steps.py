"""Which status fits a program, by its dates and its pairs."""

from collections.abc import Collection
from datetime import date, timedelta

from telemaco.model.schedule import later
from telemaco.model.standing import CURRENT
from telemaco.records.pair import PairStatus
from telemaco.records.program import Program, ProgramKind, ProgramStatus

TAKES_PEOPLE = frozenset({ProgramStatus.OPEN, ProgramStatus.MATCHING, ProgramStatus.RUNNING})
"""A program that stands so takes people in, or makes pairs of them."""
_BEFORE = frozenset({ProgramStatus.OPEN, ProgramStatus.MATCHING})


def can_apply_on(program: Program, day: date) -> bool:
    """Whether one can apply on the day: the program is offered, and the day is within its days."""
    dates = program.dates
    first, last = dates.applications_open or date.min, dates.applications_close or date.max
    return can_apply(program) and first <= day <= min(last, dates.end or date.max)


def can_apply(program: Program) -> bool:
    """Whether people can apply; where a last day is named, only while the program is open.

    Of a program that is open and whose last day has passed `has_closed` says so.
    """
    if program.status is ProgramStatus.OPEN:
        return True
    return program.status in TAKES_PEOPLE and program.dates.applications_close is None


def next_status(
    program: Program, pairs: Collection[PairStatus], today: date
) -> ProgramStatus | None:
    """The status that fits it better than the one it has; `pairs` are those of its pairs.

    None where it fits, and where only people can know: when a draft is ready, what is cancelled.
    """
    status, end = program.status, program.dates.end
    if status in TAKES_PEOPLE or status is ProgramStatus.CLOSING:
        is_over = end is not None and end <= today
        if (is_over or status is ProgramStatus.CLOSING) and not CURRENT.intersection(pairs):
            return ProgramStatus.COMPLETED
    if status in TAKES_PEOPLE and end is not None and end < today:
        return ProgramStatus.CLOSING
    has_begun = program.dates.start <= today or PairStatus.ACTIVE in pairs
    if status in _BEFORE and has_begun and _gains_by_running(program, today):
        return ProgramStatus.RUNNING
    return ProgramStatus.MATCHING if has_closed(program, today) else None


def first_day_of_new_pairs(program: Program, today: date) -> date:
    """The day on which a pair begins that is made today."""
    return max(program.dates.start, today)


def is_too_late_for_pairs(program: Program, today: date) -> bool:
    """Whether a pair that is made today has too few days left: fewer than two of the rhythm.

    A single session (a flash program) needs one. Without a rhythm the last day is early enough.
    """
    first, end = first_day_of_new_pairs(program, today), program.dates.end
    if end is None:
        return False
    if program.cadence is None:
        return end < first
    periods = 1 if program.kind is ProgramKind.FLASH else 2
    return end < later(first, program.cadence, periods) - timedelta(days=1)


def has_closed(program: Program, today: date) -> bool:
    """Whether nobody can apply any more, though the program is open."""
    closed = program.dates.applications_close
    return program.status is ProgramStatus.OPEN and closed is not None and closed < today


def _gains_by_running(program: Program, today: date) -> bool:
    """Whether anything is done of a program that runs which is not done of one that is open.

    Where no rhythm was agreed nobody is asked anyway, and people can go on applying.
    """
    is_asked = program.cadence is not None or bool(program.evaluation)
    return is_asked or program.status is ProgramStatus.MATCHING or has_closed(program, today)
