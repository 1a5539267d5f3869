"""Pairs that wait to be confirmed, or to begin: a sentence a program, with the command."""

from collections.abc import Iterator

from telemaco.messages import Message, msg, msg_n
from telemaco.model.community import Community
from telemaco.model.pairings import pairing_of
from telemaco.progress.values import CommunityProgress, PairProgress
from telemaco.records.base import ProgramId
from telemaco.records.pair import PairStatus
from telemaco.render.pairing_titles import counted
from telemaco.render.suggested import Ways


def has_not_begun(pair: PairProgress) -> bool:
    """Whether the pair is proposed, or confirmed and not yet active."""
    return pair.status in {PairStatus.PROPOSED, PairStatus.CONFIRMED}


def not_begun(
    community: Community, progress: CommunityProgress, ways: Ways
) -> Iterator[tuple[Message, str]]:
    """How many pairs that ask for action are proposed or confirmed, and the command for them."""
    for program in progress.programs:
        waiting = [pair.status for pair in program.pairs if pair.health.next_step]
        proposed = waiting.count(PairStatus.PROPOSED)
        if proposed:
            yield _to_confirm(program.id, proposed), ways.pasted("confirm", program.id)
        confirmed = waiting.count(PairStatus.CONFIRMED)
        if confirmed:
            kind = pairing_of(community.programs[program.id].kind)
            yield _to_begin(program.id, counted(kind, confirmed)), ways.pasted("begin", program.id)


def _to_confirm(program: ProgramId, number: int) -> Message:
    return msg_n(
        "In {program} {count} proposal waits to be confirmed:",
        "In {program} {count} proposals wait to be confirmed:",
        number,
        program=program,
    )


def _to_begin(program: ProgramId, pairs: Message) -> Message:
    return msg("Confirmed in {program}, and still to begin: {pairs}", program=program, pairs=pairs)
