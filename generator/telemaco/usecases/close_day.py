"""On which day a pair ended."""

from collections.abc import Iterator
from datetime import date

from telemaco.model.community import Community
from telemaco.model.schedule import end_of
from telemaco.records.layout import PairId
from telemaco.records.note import NoteStatus
from telemaco.records.pair import PairStatus


def last_day(community: Community, pair_id: PairId, status: PairStatus, today: date) -> date:
    """Today, or the last day that was agreed if it is past; an early end not before a deed."""
    end = end_of(community, pair_id)
    if end is None or end >= today:
        return today
    if status is not PairStatus.ENDED_EARLY:
        return end
    return min(max((end, *_deeds(community, pair_id))), today)


def _deeds(community: Community, pair_id: PairId) -> Iterator[date]:
    """The days on which the pair met, rated a goal, reached a milestone or looked back."""
    pair = community.pairs[pair_id]
    for session in community.sessions_of(pair_id):
        if session.note.status is NoteStatus.HELD:
            yield session.day
    yield from (rating.on for goal in pair.goals for rating in goal.ratings)
    yield from (one.done_on for one in pair.milestones)
    if pair.closing:
        yield pair.closing.on
