"""Which status fits a program, by its dates and its pairs."""

from collections.abc import Collection
from datetime import date

from telemaco.model.standing import CURRENT
from telemaco.records.pair import PairStatus
from telemaco.records.program import Program, ProgramStatus

TAKES_PEOPLE = frozenset({ProgramStatus.OPEN, ProgramStatus.MATCHING, ProgramStatus.RUNNING})
"""A program that stands so takes people in, or makes pairs of them."""
_BEFORE = frozenset({ProgramStatus.OPEN, ProgramStatus.MATCHING})


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
