"""The text of a cell to the plain value that a person's file has for it."""

import re
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from telemaco.messages import Choices, Message, msg
from telemaco.records.base import SkillId
from telemaco.records.person import LanguageLevel
from telemaco.records.program import Role
from telemaco.tables.columns import Table
from telemaco.tables.consent import agrees
from telemaco.tables.days import DayOrder, Orders, day_of
from telemaco.tables.fields import Field
from telemaco.tables.mapping import ColumnMap
from telemaco.tables.words import (
    Names,
    language_level_of,
    language_of,
    parts,
    skill_level_of,
    with_level,
    zone_of,
    zones_of_country,
)


@dataclass(frozen=True, slots=True)
class Context:
    """What is needed to understand cells.

    `skills` has the ids that each text about skills names; `partly` are texts that name more.
    `days` are how the days of the answers can be read, `order` is how they are.
    """

    table: Table
    map: ColumnMap
    names: Names
    skills: Mapping[str, tuple[SkillId, ...]]
    partly: AbstractSet[str]
    order: DayOrder | None
    role: Role | None
    days: Orders


def of_grid(title: str, cell: str) -> str:
    """The cell; of a question with a table of answers, `What can you teach? [Python]`, its item.

    An answer that is neither yes nor no is taken for a level, which it may not be.
    """
    found = _GRID.search(title)
    if not found or not cell:
        return cell
    ticked = None if skill_level_of(cell) or language_level_of(cell) else agrees(cell)
    if ticked is None:
        return f"{found[1]} ({cell})"
    return found[1] if ticked else ""


Reader = Callable[[str, Context], Any]


def _text(cell: str, _: Context) -> str:
    return cell


def _line(cell: str, _: Context) -> str:
    return " ".join(cell.split())


def _github(cell: str, _: Context) -> str | Message:
    login = _GITHUB.fullmatch(cell)
    return login[1] if login else msg('"{cell}" is no login on GitHub', cell=cell)


def timezone(cell: str, context: Context) -> str | Message:
    """The time zone that is named, or that there is none."""
    zone = zone_of(cell, context.names)
    if zone:
        return zone
    several = zones_of_country(cell, context.names)
    if several:
        return msg(
            '"{cell}" has several time zones: {zones}. Name one of them, or a large city',
            cell=cell,
            zones=Choices(several),
        )
    return msg(
        'there is no time zone "{cell}"; a large city, a country with one, or a name as '
        "Europe/Rome is understood",
        cell=cell,
    )


def languages(cell: str, context: Context) -> dict[str, str] | Message:
    """Levels by the code of each language; one without a level is taken to be good enough."""
    found: dict[str, str] = {}
    for words, level in with_level(cell):
        known = language_level_of(level) if level else LanguageLevel.WORKING
        if known is None:
            return no_level(level, [*LanguageLevel])
        for one in _AND.split(words):
            code = language_of(one, context.names)
            if code is None:
                return msg('there is no language "{cell}"', cell=one)
            found[code] = known.value
    return found


def _links(cell: str, _: Context) -> list[dict[str, str]] | Message:
    found = []
    for words in parts(cell):
        url = words if "://" in words else f"https://{words}"
        if not _URL.fullmatch(url):
            return msg('"{cell}" is no address of a page', cell=words)
        found.append({"label": (urlsplit(url).hostname or "").removeprefix("www."), "url": url})
    return found


def _goals(cell: str, _: Context) -> list[dict[str, str]]:
    return [{"statement": " ".join(line.split())} for line in cell.split("\n") if line.strip()]


def _number(cell: str, units: str) -> int | Message:
    found = re.fullmatch(rf"(\d{{1,6}})(?:[.,]0)?\s?\+?\s?(?:{units})?", cell, re.IGNORECASE)
    if found:
        return int(found[1])
    decimal = _DECIMAL.match(cell)
    if decimal:
        below = int(decimal[1])
        return msg(
            '"{cell}" is no whole number; write {below} or {above}',
            cell=cell,
            below=below,
            above=below + 1,
        )
    return msg('"{cell}" is no whole number', cell=cell)


def _hours(cell: str, _: Context) -> int | Message:
    return _number(cell, _HOURS)


def _years(cell: str, _: Context) -> int | Message:
    return _number(cell, _YEARS)


def _people(cell: str, _: Context) -> int | Message:
    return _number(cell, _PEOPLE)


def no_level(level: str, allowed: Sequence[str]) -> Message:
    """That a word is no level."""
    return msg(
        '"{level}" is no level; one can be {allowed}', level=level, allowed=Choices((*allowed,))
    )


def no_day(cell: str, order: DayOrder | None, days: Orders) -> Message:
    """That a cell names no day, or one that can be read in two ways."""
    one, other = day_of(cell, "day-first"), day_of(cell, "month-first")
    if not (one or other):
        return msg('"{cell}" is no day', cell=cell)
    if order is None and days.is_mixed:
        return msg(
            'who can read "{cell}", where "{day}" has the day first and "{month}" the month? Say '
            "dates: day-first or month-first in the mapping, and correct the cells of the other "
            "kind",
            cell=cell,
            day=days.day_first,
            month=days.month_first,
        )
    if order is None:
        return msg(
            'which is the month in "{cell}"? Say dates: day-first or month-first in the mapping',
            cell=cell,
        )
    return msg(
        '"{cell}" is a day only if it is read {other}; days of this table are read {order}',
        cell=cell,
        other="month-first" if order == "day-first" else "day-first",
        order=order,
    )


READERS: Mapping[Field, Reader] = {
    Field.PRONOUNS: _line,
    Field.GITHUB: _github,
    Field.TIMEZONE: timezone,
    Field.LANGUAGES: languages,
    Field.LOCATION: _line,
    Field.HEADLINE: _line,
    Field.BIO: _text,
    Field.LINKS: _links,
    Field.HOURS: _hours,
    Field.OFFERS: _text,
    Field.SEEKS: _text,
    Field.GOALS: _goals,
    Field.EXPERIENCE: _years,
    Field.CAPACITY: _people,
}
LISTS = frozenset({Field.LANGUAGES, Field.LINKS, Field.GOALS})
_DECIMAL = re.compile(r"(\d{1,3})[.,]\d{1,2}(?!\d)")
_GRID = re.compile(r"\[([^\[\]]+)\]\s*(?:\(\d+\))?$")
_GITHUB = re.compile(
    r"(?:https?://)?(?:www\.)?(?:github\.com/|@)?([A-Za-z0-9](?:-?[A-Za-z0-9])*)/?"
)
_URL = re.compile(r"https?://[^\s/.]+\.[^\s]+")
_HOURS = r"(?:h|hrs?|hours?|or[ae])(?:\s?(?:/|a|per|each|every)\s?month| monthly| al mese)?"
_YEARS = r"(?:yrs?|years?|ann[io])(?: of experience| di esperienza)?"
_PEOPLE = r"mentees?|people|persons?|person[ae]"
_AND = re.compile(r"\s+(?:and|e|ed|&|und|et|y)\s+|\s*/\s*", re.IGNORECASE)
