"""The rows of a table of answers to answers of a survey, or to why they are none."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from telemaco.messages import Choices, Message, msg
from telemaco.model.instruments import GAS_WORDS
from telemaco.records.base import ItemId, Language, ProgramId, SurveyId
from telemaco.records.program import Role
from telemaco.records.survey import Answer, Item, ItemKind, Survey
from telemaco.records.text import in_language
from telemaco.tables.columns import Table
from telemaco.tables.consent import agrees
from telemaco.tables.fields import plain
from telemaco.tables.goal_levels import UNCLEAR, levels_meant, number_in
from telemaco.tables.problem import Problem
from telemaco.tables.reading import Row
from telemaco.tables.survey_titles import Say, Titles, labels_of
from telemaco.tables.words import role_of

WEEK = "2000-W01"
"""Stands in answers from tables, of whose days nothing is kept."""


@dataclass(frozen=True, slots=True)
class Form:
    """What a table holds answers to; `role` is that of all rows, None where a column says it."""

    survey_id: SurveyId
    survey: Survey
    program: ProgramId
    role: Role | None
    titles: Titles


@dataclass(frozen=True, slots=True)
class Reading:
    """What a row says: an answer, or the problems; `later` is the row that took its place.

    `unquoted` are texts that will not be quoted though they may be, and why.
    """

    row: int
    answer: Answer | None
    problems: tuple[Problem, ...] = ()
    later: int | None = None
    unquoted: tuple[Problem, ...] = ()


def readings(table: Table, form: Form, says: Sequence[Say]) -> tuple[Reading, ...]:
    """What becomes of every row. Of rows with one mail address the last counts.

    Addresses are compared and go no further; columns with them are never answers.
    """
    labels = {item.id: labels_of(item, says) for item in form.survey.items}
    levels = {
        item.id: levels_meant(_unnamed(table, title, labels[item.id]))
        for title, item in form.titles.items.items()
        if item.kind is ItemKind.GAS
    }
    keys = _Keys(labels, levels)
    found = [_reading(row, table, form, keys) for row in table.rows]
    last = {address: row.number for row in table.rows for address in _addresses(row, table)}
    later = {
        row.number: max(last[address] for address in addresses)
        for row in table.rows
        if (addresses := tuple(_addresses(row, table)))
    }
    return tuple(
        Reading(one.row, None, later=later[one.row])
        if later.get(one.row, one.row) > one.row
        else one
        for one in found
    )


@dataclass(frozen=True, slots=True)
class _Keys:
    """What answers are called, and what numbers about a goal mean: None if nobody can tell."""

    labels: Mapping[ItemId, Mapping[str, str]]
    levels: Mapping[ItemId, Mapping[str, str] | None]


def _unnamed(table: Table, title: str, words: Mapping[str, str]) -> Iterator[str]:
    """What stands in a column, but for answers in words."""
    place = table.columns[title].place
    for row in table.rows:
        if place < len(row.cells) and plain(row.cells[place]) not in words:
            yield row.cells[place]


def _reading(row: Row, table: Table, form: Form, keys: _Keys) -> Reading:
    cells = {
        title: row.cells[column.place] if column.place < len(row.cells) else ""
        for title, column in table.columns.items()
    }
    role = form.role or role_of(cells.get(form.titles.role or "", ""))
    if role is None:
        return Reading(row.number, None, (Problem(form.titles.role or "", _NO_ROLE),))
    asked = {item.id: item for item in form.survey.asked_of(role)}
    values = dict(_values(cells, form.titles, asked, keys))
    problems = tuple(_problems(values, form.titles, asked))
    if problems:
        return Reading(row.number, None, problems)
    said = {item: value for item, value in values.items() if not isinstance(value, Message)}
    may_quote = agrees(cells.get(form.titles.quote or "", ""))
    return Reading(
        row.number,
        Answer(
            survey=form.survey_id,
            version=None,
            program=form.program,
            role=role,
            week=WEEK,
            answers=said,
            share="quote" if may_quote else "aggregate",
        ),
    )


def _values(
    cells: Mapping[str, str],
    titles: Titles,
    asked: Mapping[ItemId, Item],
    keys: _Keys,
) -> Iterator[tuple[ItemId, str | tuple[str, ...] | Message]]:
    """What is answered to each question, or why it is no answer."""
    for title, item in titles.items.items():
        if item.id in asked and cells[title]:
            yield item.id, _value(item, cells[title], keys, titles.language)
    ticked: dict[ItemId, list[str]] = {}
    for title, (item, choice) in titles.ticks.items():
        words = [word for word, one in keys.labels[item.id].items() if one == choice]
        if item.id in asked and (agrees(cells[title]) or plain(cells[title]) in words):
            ticked.setdefault(item.id, []).append(choice)
    yield from ((item_id, tuple(choices)) for item_id, choices in ticked.items())


def _problems(
    values: Mapping[ItemId, str | tuple[str, ...] | Message],
    titles: Titles,
    asked: Mapping[ItemId, Item],
) -> Iterator[Problem]:
    if not values:
        yield Problem("", _NOTHING)
        return
    title_of = {item.id: title for title, item in titles.items.items()}
    for item_id, value in values.items():
        if isinstance(value, Message):
            yield Problem(title_of[item_id], value)
    for item in asked.values():
        if item.required and item.id not in values:
            words = in_language(item.text, titles.language or Language(""))
            yield Problem(title_of.get(item.id, words), _MISSING)


def _value(
    item: Item, cell: str, keys: _Keys, language: Language | None
) -> str | tuple[str, ...] | Message:
    """The answer; a number about a goal is what the whole column says that it means."""
    number = number_in(cell) if item.kind is ItemKind.GAS else ""
    labels = keys.labels[item.id]
    if not number or plain(cell) in labels:
        return value_of(item, cell, labels, language)
    levels = keys.levels[item.id]
    return UNCLEAR if levels is None else levels.get(number) or _no_answer(cell, item, language)


def value_of(
    item: Item, cell: str, labels: Mapping[str, str], language: Language | None = None
) -> str | tuple[str, ...] | Message:
    """The answer as files write it: by what it is called, or by its place.

    If it is none, the answers that there are, in the language of the form.
    """
    if item.kind is ItemKind.TEXT:
        return cell
    if item.kind is ItemKind.MULTI:
        chosen = _several(cell, labels)
        return chosen or _no_answer(cell, item, language)
    known = labels.get(plain(cell))
    place = number_in(cell)
    return known or (place if place in item.choices else _no_answer(cell, item, language))


def _several(cell: str, labels: Mapping[str, str]) -> tuple[str, ...] | None:
    """Every answer that is named, one after another; None if anything else is said."""
    found: list[str] = []
    words = plain(cell)
    while words:
        label = max(
            (one for one in labels if f"{words} ".startswith(f"{one} ")), key=len, default=""
        )
        if not label:
            return None
        found.append(labels[label])
        words = words[len(label) :].strip()
    return tuple(dict.fromkeys(found))


def _addresses(row: Row, table: Table) -> Iterator[str]:
    for column in table.columns.values():
        if column.is_contact and column.place < len(row.cells) and "@" in row.cells[column.place]:
            yield row.cells[column.place].casefold()


def _no_answer(cell: str, item: Item, language: Language | None) -> Message:
    if item.kind is ItemKind.GAS:
        return msg(
            '"{cell}" is no answer to it; one is {least}, {less}, {even}, {more} or {most}',
            cell=cell,
            **dict(zip(("least", "less", "even", "more", "most"), GAS_WORDS.values(), strict=True)),
        )
    labels = tuple(in_language(one, language or Language("")) for one in item.scale)
    return msg(
        '"{cell}" is no answer to it; one is {choices}',
        cell=cell,
        choices=Choices(labels or item.choices),
    )


_NO_ROLE = msg("it does not say what this person takes part as")
_MISSING = msg("it has no answer, and must have one")
_NOTHING = msg("it answers nothing")
