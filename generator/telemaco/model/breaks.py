"""Until when a pair rests because somebody rests without whom it cannot meet."""

from collections.abc import Iterator
from datetime import date, timedelta

from telemaco.model.attendance import rests_on
from telemaco.model.community import Community
from telemaco.model.standing import is_current, members_on
from telemaco.model.vacancies import missing
from telemaco.records.base import PersonId
from telemaco.records.layout import PairId

_DAY = timedelta(days=1)


def short_until(community: Community, pair_id: PairId, end: date | None) -> date | None:
    """The last day on which members rest without whom the pair cannot meet, if there is one.

    So it is of a pair when one of the two rests, of a group when all who lead or all who learn
    do, of a circle when fewer than two are left. A pair that goes on rests up to its last day,
    `end`. Where it is over, a member's break that lasted longer does not count: most often it
    began later.
    """
    days = [day for day in _days(community, pair_id, end) if away_on(community, pair_id, day)]
    return max(days, default=None)


def away_on(community: Community, pair_id: PairId, day: date) -> tuple[PersonId, ...]:
    """Who rests on the day, if the pair cannot meet without them; else nobody."""
    members = members_on(community.pairs[pair_id], day)
    resting = {one.person for one in members if rests_on(community, one.person, day)}
    there = [one.role for one in members if one.person not in resting]
    is_short = missing([one.role for one in members], there)
    return tuple(sorted(resting)) if is_short else ()


def _days(community: Community, pair_id: PairId, end: date | None) -> Iterator[date]:
    """The day before each member is back, which is the last of their break."""
    pair = community.pairs[pair_id]
    for person in {one.person for one in pair.members}:
        known = community.people.get(person)
        if known is None or known.paused_until is None:
            continue
        last = known.paused_until - _DAY
        if end is None or last <= end:
            yield last
        elif is_current(pair):
            yield end
