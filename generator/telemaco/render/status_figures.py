"""The figures of programs that `status` puts side by side."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from telemaco.messages import Message, msg
from telemaco.model.pairings import Pairing
from telemaco.progress.values import HealthKind, ProgramProgress
from telemaco.records.base import ProgramId
from telemaco.records.person import EnrolmentStatus
from telemaco.records.program import Program, ProgramStatus
from telemaco.render.pairing_titles import many_called

_TAKES_PART = (
    EnrolmentStatus.ACCEPTED,
    EnrolmentStatus.WAITING,
    EnrolmentStatus.MATCHED,
    EnrolmentStatus.PAUSED,
)
_OVER = frozenset({ProgramStatus.COMPLETED, ProgramStatus.CANCELLED, ProgramStatus.ARCHIVED})
_LEFT = (EnrolmentStatus.WITHDRAWN, EnrolmentStatus.DECLINED)
_HEALTH: Mapping[HealthKind, Message] = {
    HealthKind.NOT_STARTED: msg("not begun"),
    HealthKind.ON_TRACK: msg("on track"),
    HealthKind.NEEDS_ATTENTION: msg("attention"),
    HealthKind.SILENT: msg("silent"),
    HealthKind.PAUSED: msg("paused"),
    HealthKind.ENDED: msg("ended"),
}
"""The states of pairs, in the order of their columns; together they are all pairs."""
_SOMETIMES = frozenset({HealthKind.NOT_STARTED, HealthKind.PAUSED})
"""States that have a column only where a pair is in them."""


def enrolled_columns(
    programs: Sequence[ProgramProgress], records: Mapping[ProgramId, Program]
) -> Iterator[tuple[Message, Callable[[ProgramProgress], str]]]:
    """How people of programs stand: the title of each column, and what it says of one.

    The first is the sum of the others. Nobody takes part in a program that is over: whoever still
    has a place there has a column of their own, if there is anybody.
    """

    def place(program: ProgramProgress, *, is_over: bool) -> int:
        is_meant = (records[program.id].status in _OVER) is is_over
        return _standing(program, _TAKES_PART) if is_meant else 0

    yield msg("applied"), lambda program: str(_standing(program, tuple(EnrolmentStatus)))
    yield msg("to decide"), lambda program: str(_standing(program, (EnrolmentStatus.APPLIED,)))
    yield msg("take part"), lambda program: str(place(program, is_over=False))
    yield msg("completed"), lambda program: str(_standing(program, (EnrolmentStatus.COMPLETED,)))
    yield msg("left"), lambda program: str(_standing(program, _LEFT))
    if any(place(program, is_over=True) for program in programs):
        yield msg("place still open"), lambda program: str(place(program, is_over=True))


def _standing(program: ProgramProgress, statuses: Sequence[EnrolmentStatus]) -> int:
    return sum(
        counts.get(status, 0) for counts in program.enrolments.values() for status in statuses
    )


def meeting_columns(
    programs: Sequence[ProgramProgress], kind: Pairing | None
) -> Iterator[tuple[Message, Callable[[ProgramProgress], str]]]:
    """How those get on who meet in programs: the title of each column, and what it says of one.

    `kind` is what they are called in all of these programs.
    """
    yield many_called(kind), lambda program: str(program.sums.pairs)
    for state, title in _HEALTH.items():
        if state not in _SOMETIMES or any(_in_state(program, state) for program in programs):
            yield title, partial(_told_state, kind=state)
    yield msg("sessions"), lambda program: str(program.sums.held)
    yield msg("rhythm"), _kept


def _in_state(program: ProgramProgress, kind: HealthKind) -> int:
    return program.sums.health.get(kind, 0)


def _told_state(program: ProgramProgress, kind: HealthKind) -> str:
    return str(_in_state(program, kind))


def _kept(program: ProgramProgress) -> str:
    share = program.sums.kept_percent
    return "-" if share is None else f"{share}%"
