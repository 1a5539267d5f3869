"""The hours in which somebody is free, as cells of a table say them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby
from typing import Any

from telemaco.messages import Message, msg
from telemaco.records.reminders import Weekday
from telemaco.tables.consent import agrees
from telemaco.tables.fields import plain
from telemaco.tables.hour_marks import AtHours, Mark, OnDays, Stop
from telemaco.tables.hour_words import marks, may_mean_later, names_days_or_hours, which_half

Hours = Mapping[AtHours, frozenset[Weekday]]
"""Days by the hours on them."""


def free_hours(title: str, cell: str) -> Hours | Message:
    """What a cell says; the title of its column may name the days, the hours or both.

    Nothing for an empty cell, a no, and hours that change; why not when it can be read in two
    ways, or says anything else.
    """
    if agrees(cell) is False and names_days_or_hours(cell):
        return msg(
            '"{cell}" says when somebody is not free; write only when they are, as Mon 18:00-20:00',
            cell=cell,
        )
    if agrees(cell) is False or plain(cell) in _CHANGING:
        return {}
    asked = _of_title(title)
    if agrees(cell):
        return _grouped(asked, cell if asked else title)
    said = marks(cell)
    if isinstance(said, Message):
        return said
    if asked and _is_unclear([one for one in (*asked, *said) if isinstance(one, AtHours)]):
        return which_half(cell)
    return _grouped(_joined(asked, said), cell)


def as_value(found: Iterable[Hours]) -> list[dict[str, Any]]:
    """The plain value of a person's file for hours of several cells, in the order of the week."""
    days: dict[AtHours, set[Weekday]] = {}
    for hours in found:
        for at, on in hours.items():
            days.setdefault(AtHours(at.start, at.end), set()).update(on)
    ordered = sorted(days.items(), key=_in_the_week)
    return [
        {
            "days": [day.value for day in Weekday if day in on],
            "from": _clock(at.start),
            "to": _clock(at.end),
        }
        for at, on in ordered
    ]


def _in_the_week(item: tuple[AtHours, set[Weekday]]) -> tuple[int, int, int]:
    at, on = item
    return min(day.number for day in on), at.start, at.end


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _of_title(title: str) -> tuple[Mark, ...]:
    """The days and hours in a title: in its brackets, else in all of it, without other words."""
    item = _ITEM.search(title)
    for text in (item[1] if item else "", _ASKING.sub(" ", title.casefold())):
        found = marks(text)
        if not isinstance(found, Message) and any(not isinstance(one, Stop) for one in found):
            return found
    return ()


def _joined(asked: Sequence[Mark], said: Sequence[Mark]) -> tuple[Mark, ...]:
    """A cell with what its title says already: the days before it, or the hours after it."""
    days = [one for one in asked if isinstance(one, OnDays)]
    hours = [one for one in asked if isinstance(one, AtHours)]
    if any(isinstance(one, OnDays) for one in said):
        return (*said, *hours)
    return (*days, *(one for one in said if not isinstance(one, Stop)))


def _grouped(found: Sequence[Mark], text: str) -> Hours | Message:
    """Each group of days with its hours."""
    days: dict[AtHours, frozenset[Weekday]] = {}
    for group in _groups(found):
        if group is None:
            return msg(
                'in "{cell}" nobody knows which hours are of which days; write each day before '
                "its hours, as Mon 18:00-20:00, Tue 9:00-11:00",
                cell=text,
            )
        on, at = group
        if not on:
            return msg('"{cell}" names no day, as Mon 18:00-20:00 does', cell=text)
        if not at:
            return msg('"{cell}" names no hours, as Mon 18:00-20:00 does', cell=text)
        if _is_unclear(at):
            return which_half(text)
        for hours in _without_doubles(at):
            days[hours] = days.get(hours, frozenset()) | on
    return days or msg('"{cell}" names no hours, as Mon 18:00-20:00 does', cell=text)


def _groups(found: Sequence[Mark]) -> Iterator[tuple[frozenset[Weekday], list[AtHours]] | None]:
    """Days with their hours, which may stand before them; None where it is not sure whose they are.

    What stands on a line or in an item belongs together.
    """
    for is_end, item in groupby(found, lambda one: isinstance(one, Stop)):
        runs = [] if is_end else [[*run] for _, run in groupby(item, type)]
        if len(runs) > 1 and len(runs) % 2:
            yield None
        for place in range(0, len(runs), 2):
            both = [*chain(*runs[place : place + 2])]
            days = (one.days for one in both if isinstance(one, OnDays))
            yield frozenset(chain(*days)), [one for one in both if isinstance(one, AtHours)]


def _is_unclear(at: Sequence[AtHours]) -> bool:
    """Whether hours may be those of a part of the day named beside them: evening, 7-9."""
    parts = [one for one in at if one.is_part]
    return any(
        may_mean_later(one, part) and not any(_overlap(one, other) for other in parts)
        for one in at
        for part in parts
    )


def _overlap(one: AtHours, other: AtHours) -> bool:
    return not one.is_open and one.start < other.end and other.start < one.end


def _without_doubles(at: Sequence[AtHours]) -> Iterator[AtHours]:
    """The hours; a part of the day, in which hours are named too, is those hours."""
    exact = [one for one in at if not one.is_part]
    for one in at:
        if not one.is_part or not any(
            one.start < other.end and other.start < one.end for other in exact
        ):
            yield one


_CHANGING = frozenset(
    {
        *("flexible", "varies", "it varies", "depends", "it depends", "not sure"),
        *("flessibile", "varia", "dipende", "variabile", "non so"),
    }
)
"""Answers of those whose hours change from week to week: nothing is written of them."""
_ITEM = re.compile(r"\[([^\[\]]+)\]\s*(?:\(\d+\))?$")
_ASKING = re.compile(
    r"\b(?:when|are|is|you|your|usually|free|available|availability|hours?|times?|can|meet|my"
    r"|disponibilit\w*|disponibil[ei]|liber[aoie]|ore|orari|quando|sei|puoi|di solito)\b|[?:]"
)
