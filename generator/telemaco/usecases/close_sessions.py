"""How often a pair met whose time is over, and whether that was enough."""

from datetime import date

from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.model.recognition import sessions_needed
from telemaco.records.layout import PairId
from telemaco.records.note import NoteStatus


def unsure(community: Community, pair_id: PairId, end: date | None) -> Message | None:
    """Why nobody but a coordinator knows whether the pair completed."""
    if end is None:
        return msg("has no last day; name it to complete it")
    return _too_few_sessions(community, pair_id)


def _too_few_sessions(community: Community, pair_id: PairId) -> Message | None:
    """That the pair did not meet as often as the program asks for; once at least."""
    least = sessions_needed(community, pair_id)
    count = held(community, pair_id)
    if count >= least:
        return None
    if not count:
        return msg("never met: end it by its name with --reason no-contact")
    return msg(
        "met {held} of {least} times: complete it by its name, or end it with --reason",
        held=count,
        least=least,
    )


def held(community: Community, pair_id: PairId) -> int:
    """How many sessions took place."""
    return sum(one.note.status is NoteStatus.HELD for one in community.sessions_of(pair_id))
