"""The time line of a program as a drawing: where its days lie between the first and the last."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from telemaco.messages import Message, msg, msg_n
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.program_days import ProgramDay

_LEFT, _WIDTH = 12, 616
"""Of a drawing 640 units wide; the rest is room for marks at both ends."""

_FEWEST_DAYS = 3
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Mark:
    """A day on the line, `x` units from the left."""

    x: int
    step: ProgramDay


@dataclass(frozen=True, slots=True)
class Month:
    """The first day of a month on the line."""

    x: int
    name: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """A line with its marks; it is over up to `today`, and `sentence` says how far that is."""

    marks: tuple[Mark, ...]
    months: tuple[Month, ...]
    today: int
    sentence: Message


def timeline(edition: Edition, steps: Sequence[ProgramDay], end: date | None) -> Timeline | None:
    """The drawing; None for a program without an end, or with hardly any days."""
    days = {step.day for step in steps if not step.is_today}
    if end is None or len(days) < _FEWEST_DAYS:
        return None
    first, last = min(days), max(days)
    span = (last - first).days

    def at(day: date) -> int:
        inside = min(max(day, first), last)
        return _LEFT + round(_WIDTH * (inside - first).days / span)

    return Timeline(
        tuple(Mark(at(step.day), step) for step in steps if not step.is_today),
        tuple(Month(at(day), edition.dates.short_month(day)) for day in _months(first, last)),
        at(edition.today),
        _how_far(edition, steps, end),
    )


def _months(first: date, last: date) -> list[date]:
    """The first days of the months between both, every second one when there are many."""
    found = []
    year, month = first.year, first.month
    while (day := date(year + month // 12, month % 12 + 1, 1)) <= last:
        found.append(day)
        year, month = day.year, day.month
    return found[:: 1 + len(found) // 12]


def _how_far(edition: Edition, steps: Sequence[ProgramDay], end: date) -> Message:
    if edition.today > end:
        return msg("The program is over.")
    if edition.today == end:
        return msg("Today is the last day.")
    following = next(step for step in steps if step.is_next)
    return msg(
        "Next: {what}, on {day}. The last day is {time} away.",
        what=following.label,
        day=edition.dates.day(following.day),
        time=_left((end - edition.today).days),
    )


def _left(days: int) -> Message:
    if days < 2 * _WEEK:
        return msg_n("{count} day", "{count} days", days)
    return msg_n("{count} week", "{count} weeks", days // _WEEK)
