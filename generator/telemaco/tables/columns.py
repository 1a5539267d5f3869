"""Which row of a table names its columns, and what each of them is."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from telemaco.messages import Message, msg
from telemaco.tables.fields import (
    SEVERAL,
    Field,
    field_of,
    is_contact,
    may_be_role,
    narrowness,
    plain,
)
from telemaco.tables.reading import Row
from telemaco.tables.words import names_roles, role_of

_FEW = 8
"""Words of a cell that is a role, and no story."""
_TOP = 10
"""Rows from the beginning of which one may be the header."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column that has a title or holds something; `place` counts from 0, `title` is as written.

    `is_account` says that the service has filled in the name of whoever was signed in, `is_ticks`
    that there is nothing in it but true and false, `is_roles` that each of its cells is a role.
    """

    place: int
    title: str
    is_contact: bool
    is_empty: bool
    is_account: bool
    is_ticks: bool
    is_roles: bool


@dataclass(frozen=True, slots=True)
class Table:
    """Columns by their titles, each of which is there once, and the rows below the header."""

    columns: Mapping[str, Column]
    rows: tuple[Row, ...]
    width: int


def table(rows: Sequence[Row], known: Callable[[str], bool]) -> Table | Message:
    """The table; `known` says whether a title means something. Else why it is none.

    The header is the row among the first with the most titles that are known; without any, the
    first of those with the most cells that are not empty.
    """
    best = max(rows[:_TOP], key=lambda row: (_count(row, known), _count(row, bool), -row.number))
    if _count(best, bool) < 1 or len(rows) == 1:
        return msg("there is no row below the titles of the columns")
    below = tuple(row for row in rows if row.number > best.number)
    return Table(_columns(best, below), below, len(best.cells))


def proposed(columns: Mapping[str, Column]) -> dict[str, Field]:
    """What the columns say, by their titles.

    Of two for the same thing the one with the narrower title is taken, then the first. Of several
    that ask for consent none is, as nobody but a coordinator knows what each is about. Where no
    title says role, the one column of roles is taken.
    """
    fields = {
        title: field
        for title, column in columns.items()
        if (field := field_of(title))
        and not column.is_contact
        and not column.is_empty
        and not _is_said_by_another(column, columns)
    }
    ranked = sorted(fields, key=lambda title: (columns[title].is_account, narrowness(title)))
    first = {fields[title]: title for title in reversed(ranked)}
    if [*fields.values()].count(Field.CONSENT) > 1:
        del first[Field.CONSENT]
    found = {
        title: field
        for title, field in fields.items()
        if field in SEVERAL or first.get(field) == title
    }
    if Field.ROLE not in first and len(roles := [*_of_roles(columns)]) == 1:
        found[roles[0]] = Field.ROLE
    if Field.SEEKS in first and Field.OFFERS not in first:
        found = {title: _NOT_SOUGHT.get(field, field) for title, field in found.items()}
    if _is_first_name(first):
        found[first[Field.NAME]] = Field.FIRST_NAME
    return found


def _of_roles(columns: Mapping[str, Column]) -> Iterator[str]:
    for title, column in columns.items():
        if column.is_roles and not column.is_contact and may_be_role(title):
            yield title


def _is_first_name(titles: Mapping[Field, str]) -> bool:
    """Whether a column that is called only Name stands beside one for the surname."""
    return (
        {Field.NAME, Field.LAST_NAME} <= titles.keys()
        and Field.FIRST_NAME not in titles
        and narrowness(titles[Field.NAME]) > narrowness(titles[Field.LAST_NAME])
    )


def _is_said_by_another(column: Column, columns: Mapping[str, Column]) -> bool:
    """Whether it has the ticks of one answer to a question whose answers another column lists."""
    question = _OPTION.sub("", column.title)
    return (
        column.is_ticks
        and question != column.title
        and question in columns
        and field_of(question) is field_of(column.title)
    )


def _are_roles(cells: Sequence[str]) -> bool:
    """Whether all of these name a role in a few words, and at least one of them one alone."""
    return any(map(role_of, cells)) and all(
        (role_of(cell) or names_roles(cell)) and len(cell.split()) <= _FEW for cell in cells
    )


def _count(row: Row, counts: Callable[[str], bool]) -> int:
    return sum(counts(cell) for cell in row.cells)


def _columns(header: Row, below: Sequence[Row]) -> dict[str, Column]:
    found: dict[str, Column] = {}
    seen: Counter[str] = Counter()
    before = ""
    for place, cell in enumerate(header.cells):
        cells = [row.cells[place] for row in below if place < len(row.cells)]
        if not cell and not any(cells):
            continue
        name = " ".join(cell.split()) or f"column {place + 1}"
        seen[name] += 1
        title = name if seen[name] == 1 else f"{name} ({seen[name]})"
        found[title] = Column(
            place,
            name,
            is_contact=is_contact(name, cells),
            is_empty=all(plain(one) in _NOBODY for one in cells),
            is_account=name.casefold() in _NAMES and is_contact(before, []),
            is_ticks={one.casefold() for one in cells} <= _TICKS,
            is_roles=_are_roles([one for one in cells if one]),
        )
        before = name
    return found


_NOT_SOUGHT = {Field.SKILLS: Field.OFFERS}
"""Beside a column for what people want to learn, one for skills is what they can teach."""
_NAMES = frozenset({"name", "nome"})
_TICKS = frozenset({"", "true", "false"})
_OPTION = re.compile(r" \([^()]*\)$")
_NOBODY = frozenset({"", "anonymous", "anonimo"})
