"""Slots for a session that suit everybody."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import reduce
from zoneinfo import ZoneInfo

from telemaco.meetings.attending import attendees_of, engagements, free_time_of
from telemaco.meetings.days import Obstacle, expected_day, last_day, obstacle_of
from telemaco.meetings.nearest import nearest
from telemaco.meetings.values import Attendee, Missed, Proposal, Wish
from telemaco.model.attendance import rests_on
from telemaco.model.breaks import away_on
from telemaco.model.community import Community
from telemaco.model.free_time import common_spans, without
from telemaco.model.meetings import Span, span_of
from telemaco.model.overlap import SLOT
from telemaco.records.layout import PairId

COUNT = 5
"""Slots that are proposed at most."""
A_DAY = 2
"""Slots of one day at most."""
APART = timedelta(hours=2)
"""Between the beginnings of two slots of a day."""
_DAY = timedelta(days=1)
_GRIDS = (60, 30, SLOT)


def propose(community: Community, pair_id: PairId, wish: Wish) -> Proposal:
    """Slots near the day on which the pair would meet, from the wish's first day on.

    Everybody is free in them by their own clock, no session that is planned overlaps, and the
    day is none of the program's quiet days, of a pause, before the pair's first day or after its
    last, whoever's clock one looks at. A group meets without those who rest then, and before they
    are back. A session that is moved is not offered the time that it has. They begin at the full
    hour if they can, by the clock of the first member.
    """
    wish = replace(wish, first=max(wish.first, community.pairs[pair_id].start))
    about = expected_day(community, pair_id, wish)
    last = last_day(community, pair_id, about)
    everybody = attendees_of(community, pair_id, about)
    attendees, missed = _who_comes(community, pair_id, everybody, about)
    last = min([last, *(one.back - _DAY for one in missed)])
    hours = [free_time_of(community, one, wish.first, last) for one in attendees]
    people = [one.person for one in attendees]
    busy = [one.span for one in engagements(community, people, (pair_id, wish.moving))]
    why = obstacle_of(community, pair_id, attendees, wish)
    now = [
        span_of(community, pair_id, session)
        for session in community.sessions_of(pair_id)
        if session.id == wish.moving
    ]
    common = reduce(common_spans, hours) if hours else ()
    candidates = list(_candidates(without(common, busy), wish, attendees))
    open_ones = [
        slot
        for slot in candidates
        if wish.first <= _day(slot, attendees) <= last
        and slot not in now
        and _is_open(slot, attendees, why)
    ]
    chosen = _chosen(open_ones, about.toordinal(), attendees)
    obstacles = () if chosen else tuple(nearest(attendees, hours, candidates, (wish, last, why)))
    return Proposal(pair_id, wish.minutes, about, last, attendees, chosen, obstacles, missed)


def _who_comes(
    community: Community, pair_id: PairId, everybody: tuple[Attendee, ...], about: date
) -> tuple[tuple[Attendee, ...], tuple[Missed, ...]]:
    """A group meets without those who rest on the day about which it would, if it can.

    A pair of two waits until both are there (`telemaco.model.breaks`).
    """
    resting = [one for one in everybody if rests_on(community, one.person, about)]
    if away_on(community, pair_id, about):
        return everybody, ()
    back = ((one, community.people[one.person].paused_until) for one in resting)
    return (
        tuple(one for one in everybody if one not in resting),
        tuple(Missed(one.name, day) for one, day in back if day),
    )


def _candidates(spans: Iterable[Span], wish: Wish, attendees: Sequence[Attendee]) -> Iterator[Span]:
    length = timedelta(minutes=wish.minutes)
    for span in spans:
        start = _first_start(span, length, attendees[0].clock)
        while start + length <= span.end:
            yield Span(start, start + length)
            start += APART


def _first_start(span: Span, length: timedelta, clock: ZoneInfo) -> datetime:
    """The first moment on the clock's full hour at which a session fits in, else half hour ..."""
    for grid in _GRIDS:
        local = span.start.astimezone(clock)
        over = (local.minute * 60 + local.second) % (grid * 60)
        start = span.start + timedelta(seconds=(grid * 60 - over) % (grid * 60))
        if start + length <= span.end:
            return start
    return span.start


def _day(slot: Span, attendees: Sequence[Attendee]) -> date:
    return slot.start.astimezone(attendees[0].clock).date()


def _is_open(slot: Span, attendees: Sequence[Attendee], why: Obstacle) -> bool:
    days = {slot.start.astimezone(one.clock).date() for one in attendees}
    return not any(map(why, days))


def _chosen(slots: Sequence[Span], about: int, attendees: Sequence[Attendee]) -> tuple[Span, ...]:
    """Those of the days nearest to the expected one, a few a day; in the order of time."""
    by_nearness = sorted(
        slots, key=lambda slot: (abs(_day(slot, attendees).toordinal() - about), slot.start)
    )
    found: list[Span] = []
    for slot in by_nearness:
        same_day = [one for one in found if _day(one, attendees) == _day(slot, attendees)]
        if len(found) < COUNT and len(same_day) < A_DAY:
            found.append(slot)
    return tuple(sorted(found, key=lambda slot: slot.start))
