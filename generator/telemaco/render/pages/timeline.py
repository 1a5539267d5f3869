"""The time line of a program as a drawing: where its days lie between the first and the last."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from telemaco.messages import Message, msg, msg_n
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.program_days import ProgramDay

_LEFT, _WIDTH = 12, 616
"""Of a drawing 640 units wide; the rest is room for marks at both ends."""

_ROOM, _ROOM_ON_A_PHONE = 600, 550
"""Up to where a word may begin that ends within the drawing; on a phone words are larger."""

_FEWEST_DAYS = 3
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Mark:
    """A day on the line, `x` units from the left."""

    x: int
    step: ProgramDay


@dataclass(frozen=True, slots=True)
class Month:
    """The first day of a month on the line; no name where there is no room for it.

    A phone has no room for the name of one that `is_minor`.
    """

    x: int
    name: str
    is_minor: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """A line with its marks; it is over up to `today`, and `sentence` says how far that is.

    `is_late` is whether the word at today stands before it, for want of room behind it.
    """

    marks: tuple[Mark, ...]
    months: tuple[Month, ...]
    today: int
    is_late: bool
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

    months = enumerate((at(day), day) for day in _months(first, last))
    today = at(edition.today)
    return Timeline(
        tuple(Mark(at(step.day), step) for step in steps if not step.is_today),
        tuple(
            Month(
                x,
                edition.dates.short_month(day) if x <= _ROOM else "",
                is_minor=number % 2 == 1 or x > _ROOM_ON_A_PHONE,
            )
            for number, (x, day) in months
        ),
        today,
        today > _ROOM_ON_A_PHONE,
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
