"""How often a pair met whose time is over, and whether that was enough."""

from collections.abc import Mapping
from datetime import date

from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.model.recognition import sessions_needed
from telemaco.records.layout import PairId
from telemaco.records.note import NoteStatus


def unsure(community: Community, pair_id: PairId, end: date | None) -> Message | None:
    """Why nobody but a coordinator knows whether the pair completed."""
    if end is None:
        return msg(
            "has no last day; to complete it: telemaco close {program} {pair}", **_name(pair_id)
        )
    return _too_few_sessions(community, pair_id)


def _too_few_sessions(community: Community, pair_id: PairId) -> Message | None:
    """That the pair did not meet as often as the program asks for; once at least."""
    least = sessions_needed(community, pair_id)
    count = held(community, pair_id)
    if count >= least:
        return None
    if not count:
        return msg(
            "never met; to end it: telemaco close {program} {pair} --reason no-contact",
            **_name(pair_id),
        )
    return msg(
        "met {held} of {least} times; to complete it: telemaco close {program} {pair}, to end it "
        "early: the same with --reason",
        held=count,
        least=least,
        **_name(pair_id),
    )


def _name(pair_id: PairId) -> Mapping[str, str]:
    """What the command is given."""
    return {"program": pair_id.program, "pair": pair_id.pair}


def held(community: Community, pair_id: PairId) -> int:
    """How many sessions took place."""
    return sum(one.note.status is NoteStatus.HELD for one in community.sessions_of(pair_id))
