"""Why there is no slot, and what comes nearest to one."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import reduce
from itertools import combinations

from telemaco.meetings.days import Obstacle
from telemaco.meetings.values import Attendee, Wish
from telemaco.messages import Message, msg
from telemaco.model.free_time import common_spans
from telemaco.model.meetings import Span

_LISTED = 3
"""Days that are named with their obstacle."""
_GROUP = 3
"""From so many members on it is worth meeting without one of them."""

Hours = Sequence[tuple[Span, ...]]


def nearest(
    attendees: Sequence[Attendee],
    hours: Hours,
    candidates: Sequence[Span],
    looked: tuple[Wish, date, Obstacle],
) -> Iterator[Message]:
    """Sentences: what stood in the way, and what would do.

    `hours` are everybody's free time, `candidates` the slots that suit all but lie on days on
    which nobody should meet, `looked` what was looked for up to which day.
    """
    wish, last, _ = looked
    if not attendees:
        yield msg("No member has a file with a time zone.")
        return
    blocked = list(_blocked(attendees, candidates, looked))
    if blocked:
        yield msg("Everybody is free only on days on which nobody should meet:")
        yield from blocked[:_LISTED]
        return
    within = [
        span for span in reduce(common_spans, hours) if wish.first <= _day(span, attendees) <= last
    ]
    if within:
        yield from _shorter(attendees, within, wish)
    else:
        yield msg("The members have no free hour in common until {day}.", day=last)
        yield from _smallest_gap(attendees, hours, wish.first)
    if len(attendees) >= _GROUP:
        yield from _without_one(attendees, hours, wish)


def _blocked(
    attendees: Sequence[Attendee], candidates: Sequence[Span], looked: tuple[Wish, date, Obstacle]
) -> Iterator[Message]:
    wish, last, why = looked
    told: set[date] = set()
    for slot in candidates:
        for one in attendees:
            day = slot.start.astimezone(one.clock).date()
            reason = why(day)
            if reason and day not in told and wish.first <= day <= last:
                told.add(day)
                yield msg("{day}: {reason}", day=day, reason=reason)


def _shorter(attendees: Sequence[Attendee], spans: Sequence[Span], wish: Wish) -> Iterator[Message]:
    longest = max(spans, key=lambda span: span.minutes)
    if longest.minutes >= wish.minutes:
        yield msg("Whenever everybody is free, somebody has another session.")
        return
    yield msg(
        "The members have at most {found} minutes in common, not {wanted}.",
        found=longest.minutes,
        wanted=wish.minutes,
    )
    yield msg(
        "Nearest: {when}, by the clock of {zone}; --minutes {found} takes it.",
        when=_when(longest.start, attendees[0]),
        zone=attendees[0].zone,
        found=longest.minutes,
    )


def _smallest_gap(attendees: Sequence[Attendee], hours: Hours, first: date) -> Iterator[Message]:
    """Which two members come nearest to each other, and how far apart their hours are."""
    gaps = [
        (later.start - earlier.end, earlier.end, one, other)
        for (one, mine), (other, theirs) in _both_ways(attendees, hours)
        for earlier in mine
        for later in theirs
        if later.start >= earlier.end and _day(earlier, attendees) >= first
    ]
    nearest_first = sorted(gaps, key=lambda found: (found[0], found[1]))
    for gap, until, one, other in nearest_first[:1]:
        yield msg(
            "Nearest: {one} is free until {until} ({one_zone}), {other} from {from_time} "
            "({other_zone}).",
            one=one.name,
            until=_when(until, one),
            one_zone=one.zone,
            other=other.name,
            from_time=_when(until + gap, other),
            other_zone=other.zone,
        )


def _both_ways(
    attendees: Sequence[Attendee], hours: Hours
) -> Iterator[tuple[tuple[Attendee, tuple[Span, ...]], tuple[Attendee, tuple[Span, ...]]]]:
    everybody = list(zip(attendees, hours, strict=True))
    for one, other in combinations(everybody, 2):
        yield one, other
        yield other, one


def _without_one(attendees: Sequence[Attendee], hours: Hours, wish: Wish) -> Iterator[Message]:
    """The members without whom the others could meet."""
    for place, one in enumerate(attendees):
        others = [spans for number, spans in enumerate(hours) if number != place]
        if any(span.minutes >= wish.minutes for span in reduce(common_spans, others)):
            yield msg("Without {name} the others could meet.", name=one.name)


def _when(moment: datetime, attendee: Attendee) -> str:
    return moment.astimezone(attendee.clock).strftime("%Y-%m-%d %H:%M")


def _day(span: Span, attendees: Sequence[Attendee]) -> date:
    return span.start.astimezone(attendees[0].clock).date()
