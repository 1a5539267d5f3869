"""A pair's status agrees with its days and with its program's status."""

from collections.abc import Iterator

from telemaco.findings import Finding, Severity
from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.model.standing import is_current
from telemaco.records.layout import pair_path
from telemaco.records.pair import Pair, PairStatus
from telemaco.records.program import ProgramStatus
from telemaco.rules.naming import at, at_key

_HAS_END = frozenset({PairStatus.COMPLETED, PairStatus.ENDED_EARLY})
_UNDER_WAY = frozenset({PairStatus.ACTIVE, PairStatus.PAUSED})
_NOT_RUNNING = frozenset(
    {
        ProgramStatus.DRAFT,
        ProgramStatus.COMPLETED,
        ProgramStatus.CANCELLED,
        ProgramStatus.ARCHIVED,
    }
)


def endings(community: Community) -> Iterator[Finding]:
    """A pair that is over says when and why; one that is not says neither."""
    for pair_id, pair in community.pairs.items():
        path = pair_path(pair_id)
        if pair.status in _HAS_END and pair.end is None:
            yield Finding(
                "end-missing",
                at(path, "status"),
                msg("status: {status}, but end is missing", status=pair.status.value),
                msg("Add a line end: with the pair's last day."),
            )
        if pair.status is PairStatus.ENDED_EARLY and pair.reason is None:
            yield Finding(
                "reason-missing",
                at(path, "status"),
                msg("status: ended-early, but reason is missing"),
                msg("Add a line reason: with a neutral word, e.g. no-time, no-fit or moved-on."),
            )
        if is_current(pair):
            yield from _ended_after_all(path, pair)


def pauses(community: Community) -> Iterator[Finding]:
    """A pair that rests says until when."""
    for pair_id, pair in community.pairs.items():
        if pair.status is PairStatus.PAUSED and pair.paused_until is None:
            yield Finding(
                "pause-without-end",
                at(pair_path(pair_id), "status"),
                msg("status: paused, but paused_until is missing"),
                msg("Add a line paused_until: with a day, so that the pair is asked again then."),
                Severity.WARNING,
            )


def programs_of_pairs(community: Community) -> Iterator[Finding]:
    """A pair is under way only while its program runs."""
    for pair_id, pair in community.pairs.items():
        program = community.programs.get(pair_id.program)
        if program and program.status in _NOT_RUNNING and pair.status in _UNDER_WAY:
            yield Finding(
                "program-not-running",
                at(pair_path(pair_id), "status"),
                msg(
                    "status: {status}, but the program {program} is {other}",
                    status=pair.status.value,
                    program=pair_id.program,
                    other=program.status.value,
                ),
                msg("Change the status of the pair, or of the program."),
                Severity.WARNING,
            )


def _ended_after_all(path: str, pair: Pair) -> Iterator[Finding]:
    for key, value in (("end", pair.end), ("reason", pair.reason)):
        if value is not None:
            yield Finding(
                "not-ended",
                at_key(path, key),
                msg("{key} is there, but status is {status}", key=key, status=pair.status.value),
                msg("Write status: completed or ended-early, or delete the line {key}.", key=key),
            )
            return
