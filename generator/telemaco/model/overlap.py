"""Free hours in common across time zones, daylight saving included.

A week is a ring of quarter hours in UTC, Monday 00:00 first, kept as the bits of an integer.
Where clocks change during a program the hours in common change too, so a week is looked at in
every season: a time in which no clock of anybody changes. A quarter hour counts when it is
wholly free. The week in which a clock changes is not looked at by itself.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from telemaco.records.person import FreeTime

SLOT = 15
"""Minutes of a slot."""

SLOTS = 7 * 24 * 60 // SLOT
"""Slots of a week."""

_DAY = 24 * 60
_WEEK_MASK = (1 << SLOTS) - 1
_WEEKS_OF_A_YEAR = 53

Season = Mapping[str, int]
"""Minutes that each zone's clock is ahead of UTC."""


def seasons(zones: Iterable[str], first: date, last: date) -> tuple[Season, ...]:
    """The different seasons from the first day to the last, at most a year; one at least."""
    known = {zone: ZoneInfo(zone) for zone in sorted(set(zones))}
    found: dict[tuple[int, ...], Season] = {}
    for day in _weekly(first, last):
        noon = datetime.combine(day, time(12), UTC)
        season = {zone: _minutes_ahead(noon, rule) for zone, rule in known.items()}
        found.setdefault(tuple(season.values()), season)
    return tuple(found.values())


def free_slots(free: Iterable[FreeTime], ahead: int) -> int:
    """The slots of the week in UTC of somebody whose clock is `ahead` minutes of it."""
    slots = 0
    for hours in free:
        for day in hours.days:
            midnight = day.number * _DAY - ahead
            slots |= _ring(-(-(midnight + hours.start) // SLOT), (midnight + hours.end) // SLOT)
    return slots


def common_minutes(one: Sequence[int], other: Sequence[int]) -> int:
    """Minutes a week in common, given each person's slots a season: the least of all seasons."""
    return min((mine & theirs).bit_count() for mine, theirs in zip(one, other, strict=True)) * SLOT


def longest_minutes(one: Sequence[int], other: Sequence[int]) -> int:
    """Minutes of the longest stretch in common, given slots a season: the least of all seasons."""
    common = [mine & theirs for mine, theirs in zip(one, other, strict=True)]
    return min(_longest(slots) for slots in common) * SLOT


def clock_gap(one: Sequence[int], other: Sequence[int]) -> int:
    """Minutes between two clocks, given how far each is ahead of UTC a season: the most of all.

    Thirteen hours apart one way is eleven the other way, which is what counts.
    """
    gaps = (abs(mine - theirs) for mine, theirs in zip(one, other, strict=True))
    return max(min(gap, abs(_DAY - gap)) for gap in gaps)


def _longest(slots: int) -> int:
    """How many slots of a week are free one after another, also over its end, at most."""
    length = 0
    while slots and length < SLOTS:
        slots &= (slots << 1 | slots >> SLOTS - 1) & _WEEK_MASK
        length += 1
    return length


def _weekly(first: date, last: date) -> Iterable[date]:
    weeks = min(max(0, (last - first).days) // 7 + 1, _WEEKS_OF_A_YEAR)
    return (first + timedelta(weeks=week) for week in range(weeks))


def _minutes_ahead(moment: datetime, zone: ZoneInfo) -> int:
    return int((moment.astimezone(zone).utcoffset() or timedelta()).total_seconds()) // 60


def _ring(begin: int, end: int) -> int:
    """The slots from `begin` up to `end`, which may lie before or after the week."""
    if end <= begin:
        return 0
    slots = ((1 << (end - begin)) - 1) << (begin % SLOTS)
    return (slots & _WEEK_MASK) | (slots >> SLOTS)
