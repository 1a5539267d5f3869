"""A mapping to begin with: what every column of a table seems to be."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import wrap
from typing import get_args

from telemaco.messages import Message, msg
from telemaco.ports import Translator
from telemaco.records.person import PersonField
from telemaco.records.program import Role
from telemaco.render.visible import harmless
from telemaco.tables.columns import Table, proposed
from telemaco.tables.consent import agrees
from telemaco.tables.days import day_of, orders
from telemaco.tables.fields import Field, asks_for_adults, asks_for_age, field_of
from telemaco.tables.mapping import CONSENT_TEXT

_WIDTH = 88
_MOST = 5
"""Answers about consent that are shown."""


@dataclass(frozen=True, slots=True)
class Joined:
    """The program that the people of a table join, and what they join as, as far as it is known."""

    program: str | None = None
    role: Role | None = None


def as_mapping(table: Table, name: str, joined: Joined, translator: Translator) -> str:
    """The text of a mapping.yaml, with what was left out as comments; `name` is the table's."""
    say = translator.text
    columns = proposed(table.columns)
    lines = [
        f"# {say(_HEAD)}",
        f"table: {_quoted(name)} {say(_TABLE)}",
        f"program: {joined.program}" if joined.program else f"# program: ... {say(_PROGRAM)}",
        f"role: {joined.role} {say(_OF_ALL)}" if joined.role else f"# role: mentee {say(_ROLE)}",
        "columns:",
        *(_line(title, columns, table, translator) for title in table.columns),
        *_consent(columns, table, translator),
        *_required(columns, table, translator),
        *_defaults(columns, translator),
        *_dates(columns, table, translator),
    ]
    return "".join(f"{line}\n" for line in lines)


def _consent(columns: Mapping[str, Field], table: Table, translator: Translator) -> list[str]:
    """What is published of those who agree, and the answers that are neither yes nor no."""
    say = translator.text
    title = next((title for title, field in columns.items() if field is Field.CONSENT), None)
    if title is None:
        asking = [one for one in table.columns if field_of(one) is Field.CONSENT]
        return [f"# {say(_ASKED if len(asking) > 1 else _NOT_ASKED)}"]
    lines = [
        "consent:",
        f"  text: {CONSENT_TEXT} {say(_VERSION)}",
        f"  publish: [{Field.NAME}] {say(_SHOWN)}",
        *(f"  # {line}" for line in wrap(say(_SHOWN_TOO), _WIDTH, break_on_hyphens=False)),
    ]
    lines.append(f"  # required: true {say(_REQUIRED)}")
    unclear = _unclear(table, title)
    if unclear:
        lines.append(f"  yes: [] {say(_YES)}")
        lines += [f"  #  {harmless(_quoted(cell))}" for cell in unclear[:_MOST]]
    return lines


def _unclear(table: Table, title: str) -> list[str]:
    return [cell for cell in _cells(table, title) if agrees(cell) is None]


def _cells(table: Table, title: str) -> list[str]:
    """The different cells of a column."""
    place = table.columns[title].place
    return list(dict.fromkeys(row.cells[place] for row in table.rows if place < len(row.cells)))


def _dates(columns: Mapping[str, Field], table: Table, translator: Translator) -> list[str]:
    """Which number of a date is the month, as all dates of the column tell."""
    days = orders(
        cell
        for title, field in columns.items()
        if field is Field.SUBMITTED
        for cell in _cells(table, title)
    )
    if days.is_mixed:
        one, other = harmless(days.day_first), harmless(days.month_first)
        told = msg(
            '# or month-first: "{one}" has the day first, "{other}" the month. Choose one, and '
            "correct the others",
            one=one,
            other=other,
        )
        return [f"# dates: day-first {translator.text(told)}"]
    if days.order:
        told = msg('# as "{cell}" says', cell=harmless(days.day_first or days.month_first))
        return [f"dates: {days.order} {translator.text(told)}"]
    return [
        "dates: day-first "
        + translator.text(
            msg(
                '# check it, as no date tells: "{cell}" is {day}. If it is not, write month-first',
                cell=harmless(cell),
                day=day_of(cell, "day-first") or "",
            )
        )
        for cell in (days.either,)
        if cell
    ]


def _required(columns: Mapping[str, Field], table: Table, translator: Translator) -> list[str]:
    """The columns that must say yes, though nothing of them is kept."""
    titles = [title for title in table.columns if _is_required(title, columns, table)]
    if not titles:
        return []
    listed = ", ".join(map(_quoted, titles))
    return [f"required: [{listed}] {translator.text(_REFUSED)}"]


def _is_required(title: str, columns: Mapping[str, Field], table: Table) -> bool:
    column = table.columns[title]
    return title not in columns and not column.is_contact and asks_for_adults(title)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _line(title: str, columns: Mapping[str, Field], table: Table, translator: Translator) -> str:
    name = _quoted(title)
    if table.columns[title].is_contact:
        return f"  # {name}: {translator.text(_NEVER)}"
    if title not in columns:
        return f"  # {name}: {translator.text(_why_unread(title))}"
    field = columns[title]
    if field is Field.SKILLS:
        return f"  {name}: {field} {translator.text(_BY_ROLE)}"
    if field is Field.ROLE and field_of(title) is not field:
        return f"  {name}: {field} {translator.text(_BY_CELLS)}"
    return f"  {name}: {field}"


def _why_unread(title: str) -> Message:
    if asks_for_adults(title):
        return _ONLY_CHECKED
    return _AGELESS if asks_for_age(title) else _UNREAD


def _defaults(columns: Mapping[str, Field], translator: Translator) -> list[str]:
    """What a person must have, for tables that do not ask for it."""
    lines = []
    for field, example in ((Field.TIMEZONE, "Europe/Rome"), (Field.LANGUAGES, "it (fluent)")):
        if field not in columns.values():
            note = translator.text(msg("# of everybody, as no column says it: check it"))
            lines.append(f"{field}: {example} {note}")
    return lines


_HEAD = msg("Which column says what. Change what is wrong, and keep this file.")
_PROGRAM = msg("# a file in program/programs/, without .yaml")
_ROLE = msg("# or mentor, or peer in a circle, where no column says it")
_OF_ALL = msg("# where no column says it")
_REQUIRED = msg("# leaves out who agrees to publish nothing")
_VERSION = msg("# the version of what people agreed to")
_SHOWN = msg("# what the question asks about")
_SHOWN_TOO = msg(
    "can be, too: {fields}",
    fields=", ".join(field for field in get_args(PersonField) if field != Field.NAME),
)
_TABLE = msg("# the name of this form: the same at each import, and another for another form")
_ASKED = msg(
    "Several columns ask what may be published. Write consent beside one of them, and list what "
    "it covers as consent.publish."
)
_NOT_ASKED = msg(
    "No column is taken for consent, so nobody is published. If one asks for it, write consent "
    "behind it, take its # away, and list what it covers as consent.publish."
)
_YES = msg("# which answers mean yes, apart from the word; those in doubt are:")
_NEVER = msg("never stored: addresses and phone numbers")
_UNREAD = msg("not read")
_ONLY_CHECKED = msg("never stored, as no ages are; see required: below")
_AGELESS = msg(
    "never stored: ages and dates of birth. Take out the rows of those who may not take part"
)
_REFUSED = msg("# a row that does not say yes here is refused")
_BY_ROLE = msg("# what mentors offer and mentees seek, by the role of each row")
_BY_CELLS = msg("# as its cells say")
