"""When somebody is free on given days, as moments: what `overlap` is for a usual week.

Every day is reckoned with the clock of that very day, so that weeks in which clocks change, and
those in which two zones change on different days, come out right. Where a change makes a time of
day happen twice or never, the shorter reading counts.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from telemaco.model.meetings import Span
from telemaco.records.person import FreeTime

PARTS: tuple[tuple[str, str], ...] = (("09:00", "12:00"), ("14:00", "17:00"), ("18:00", "21:00"))
"""Morning, afternoon and evening, as people are asked for them: from and to."""
_DAY = timedelta(days=1)
_MIDNIGHT = 24 * 60


def free_spans(
    free: Sequence[FreeTime], zone: ZoneInfo, first: date, last: date
) -> tuple[Span, ...]:
    """The stretches of free time that begin on these days, by their clock; in order, joined."""
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return _joined(sorted(_spans(free, zone, days), key=lambda span: span.start))


def common_spans(one: Iterable[Span], other: Iterable[Span]) -> tuple[Span, ...]:
    """What two rows of stretches have in common; both are in order and joined."""
    mine, theirs = list(one), list(other)
    found: list[Span] = []
    here = there = 0
    while here < len(mine) and there < len(theirs):
        start = max(mine[here].start, theirs[there].start)
        end = min(mine[here].end, theirs[there].end)
        if start < end:
            found.append(Span(start, end))
        if mine[here].end <= theirs[there].end:
            here += 1
        else:
            there += 1
    return tuple(found)


def without(spans: Iterable[Span], busy: Iterable[Span]) -> tuple[Span, ...]:
    """What is left of stretches when others are taken out."""
    left = list(spans)
    for taken in busy:
        left = [part for span in left for part in _less(span, taken)]
    return tuple(left)


def _spans(free: Sequence[FreeTime], zone: ZoneInfo, days: Iterable[date]) -> Iterator[Span]:
    for day in days:
        for hours in free:
            if day.weekday() in {one.number for one in hours.days}:
                start = max(_readings(day, hours.start, zone))
                end = min(_readings(day, hours.end, zone))
                if start < end:
                    yield Span(start, end)


def _readings(day: date, minute: int, zone: ZoneInfo) -> list[datetime]:
    """The moments that the time of day may stand for."""
    if minute == _MIDNIGHT:
        day, minute = day + _DAY, 0
    written = datetime.combine(day, time(*divmod(minute, 60)), zone)
    return [written.replace(fold=fold).astimezone(UTC) for fold in (0, 1)]


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    found: list[Span] = []
    for span in spans:
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def _less(span: Span, taken: Span) -> Iterator[Span]:
    if not span.overlaps(taken):
        yield span
        return
    if span.start < taken.start:
        yield Span(span.start, taken.start)
    if taken.end < span.end:
        yield Span(taken.end, span.end)
