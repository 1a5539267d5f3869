"""A mapping to begin with: what every column of a table seems to be."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import wrap
from typing import get_args

from telemaco.messages import msg
from telemaco.ports import Translator
from telemaco.records.person import PersonField
from telemaco.records.program import Role
from telemaco.render.visible import harmless
from telemaco.tables.columns import Table, proposed
from telemaco.tables.consent import agrees
from telemaco.tables.days import day_of, day_order
from telemaco.tables.fields import Field, field_of
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
    """The question which is the month, asked once, where no day of a column tells."""
    for title in (one for one, field in columns.items() if field is Field.SUBMITTED):
        cells = _cells(table, title)
        if day_order(cells) is None:
            unclear = [one for one in cells if not day_of(one, None) and day_of(one, "day-first")]
            return [
                "# dates: day-first "
                + translator.text(msg("# or month-first; without it nobody knows {cell}", cell=one))
                for one in map(harmless, unclear[:1])
            ]
    return []


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _line(title: str, columns: Mapping[str, Field], table: Table, translator: Translator) -> str:
    name = _quoted(title)
    if table.columns[title].is_contact:
        return f"  # {name}: {translator.text(_NEVER)}"
    if title not in columns:
        return f"  # {name}: {translator.text(_UNREAD)}"
    return f"  {name}: {columns[title]}"


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
