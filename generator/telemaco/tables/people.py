"""A row of a table to what it says of a person."""

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from typing import Any

from telemaco.messages import Message, msg
from telemaco.model.vocabulary.spelling import identifier
from telemaco.records.program import Role
from telemaco.tables.cells import Context, of_grid
from telemaco.tables.columns import Table
from telemaco.tables.fields import ABOUT_SKILLS, Field
from telemaco.tables.no_person import why_no_person
from telemaco.tables.one_row import SKILLS_OF, Reading, cell_of
from telemaco.tables.problem import Problem
from telemaco.tables.reading import Row
from telemaco.tables.words import names_roles, with_level


@dataclass(frozen=True, slots=True)
class Answer:
    """Whose row this is.

    `identity` tells one person's row from another's, and is empty where nothing does; it is
    sure if it is a key or a login, and not only a name. `addresses` are mail addresses, which are
    compared with those of other rows and kept nowhere.
    """

    identity: str
    is_sure: bool
    name: str
    addresses: frozenset[str]


@dataclass(frozen=True, slots=True)
class Said(Answer):
    """What a row says. `facts` are plain values by key; None where a cell is empty.

    `day` is that of the answer. `unknown` are words for skills that neither the vocabulary nor
    the mapping has. `has_open_hours` is whether hours were said of which only one end is known.
    `enrols` is whether the person applies by it for the program of the import. `has_skills_twice`
    is whether skills of one column count as offered and as sought.
    """

    role: Role
    facts: Mapping[str, Any]
    day: date | None
    unknown: tuple[str, ...]
    has_open_hours: bool = False
    enrols: bool = True
    has_skills_twice: bool = False


@dataclass(frozen=True, slots=True)
class Refused(Answer):
    """A row that cannot be read, and why. `unknown` are words for skills, as those of `Said`."""

    problems: tuple[Problem, ...]
    unknown: tuple[str, ...] = ()


def said(row: Row, context: Context) -> Said | Refused:
    """What the row says, or everything that keeps it from being read."""
    if any(row.cells[context.table.width :]):
        problem = Problem("", _too_wide(row, context.table))
        return Refused("", False, "", frozenset(), (problem,))  # noqa: FBT003 (its second field)
    reading = Reading(row, context)
    facts = reading.facts()
    nobody = why_no_person(row.cells, [*context.table.columns], facts["name"])
    if nobody:
        return Refused("", False, "", frozenset(), (Problem("", nobody),))  # noqa: FBT003 (as above)
    role = reading.role
    told = {context.map.columns.get(problem.column) for problem in reading.problems}
    problems = [*reading.problems, *_missing(facts, told)]
    if role is None:
        problems.append(Problem(reading.title(Field.ROLE), _no_role(reading.cell(Field.ROLE))))
    key, login, name = reading.cell(Field.KEY), facts.get("github"), facts["name"]
    identity = _identity(context.map.table, key, login, name)
    addresses = frozenset(_addresses(row, context.table))
    is_sure, has_open = bool(key or login), reading.has_open_hours
    unknown = tuple(dict.fromkeys(reading.unknown))
    if problems or role is None:
        return Refused(identity, is_sure, name, addresses, tuple(problems), unknown)
    return Said(
        *(identity, is_sure, name, addresses, role, facts, reading.day, unknown, has_open),
        has_skills_twice=bool(reading.cell(Field.SKILLS)) and len(SKILLS_OF[role]) > 1,
    )


def _identity(table: str, key: str, login: str | None, name: str) -> str:
    """What tells a person within a table; what other tables say is never taken for theirs."""
    if key:
        return f"key\0{table}\0{key}"
    if login:
        return f"login\0{table}\0{login.casefold()}"
    return f"name\0{table}\0{name.casefold()}" if name else ""


def _addresses(row: Row, table: Table) -> Iterator[str]:
    for column in table.columns.values():
        if column.is_contact and column.place < len(row.cells) and "@" in row.cells[column.place]:
            yield row.cells[column.place].casefold()


def skill_texts(table: Table, columns: Mapping[str, Field]) -> Iterator[str]:
    """Every text about skills, apart from the levels in it."""
    for title, field in columns.items():
        if field not in ABOUT_SKILLS or title not in table.columns:
            continue
        for row in table.rows:
            for word, _ in with_level(of_grid(title, cell_of(row, table, title))):
                yield word


def person_id(name: str) -> str:
    """The id that a name gives; one made of its digest when no letter of it is Latin."""
    return _NAMELESS.sub(r"person-\1", identifier(name))


def _too_wide(row: Row, table: Table) -> Message:
    return msg(
        "it has {count} cells for {titles} titles; is there a delimiter in a text without quotes?",
        count=len(row.cells),
        titles=table.width,
    )


def _no_role(cell: str) -> Message:
    if names_roles(cell):
        return msg(
            '"{cell}" is more than one role, and a row has one. Decide for mentor or mentee, and '
            "enter the other by hand, in the person's file",
            cell=cell,
        )
    return _NO_ROLE


def _missing(facts: Mapping[str, Any], told: AbstractSet[Field | None]) -> Iterator[Problem]:
    """What a person must have and does not, apart from what was told to be wrong."""
    for key, message in _NEEDED.items():
        if not facts.get(key) and key not in told:
            yield Problem("", message)


_NEEDED = {
    "name": msg("it has no name"),
    "timezone": msg("it has no time zone; for all such rows, say timezone: in the mapping"),
    "languages": msg("it names no language; for all such rows, say languages: in the mapping"),
}
_NO_ROLE: Message = msg(
    "it does not say whether this is a mentor or a mentee, or a peer of a circle"
)
_NAMELESS = re.compile(r"^skill-([0-9a-f]{8})$")
