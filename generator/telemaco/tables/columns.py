"""Which row of a table names its columns, and what each of them is."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from telemaco.messages import Message, msg
from telemaco.tables.fields import SEVERAL, Field, field_of, is_contact
from telemaco.tables.reading import Row

_TOP = 10
"""Rows from the beginning of which one may be the header."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column that has a title or holds something; `place` counts from 0."""

    place: int
    title: str
    is_contact: bool
    is_empty: bool


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
    """What the columns say, by their titles; of two for the same thing the first is taken."""
    found: dict[str, Field] = {}
    for title, column in columns.items():
        field = field_of(title)
        is_usable = not column.is_contact and not column.is_empty
        if field and is_usable and (field in SEVERAL or field not in found.values()):
            found[title] = field
    return found


def _count(row: Row, counts: Callable[[str], bool]) -> int:
    return sum(counts(cell) for cell in row.cells)


def _columns(header: Row, below: Sequence[Row]) -> dict[str, Column]:
    found: dict[str, Column] = {}
    seen: Counter[str] = Counter()
    for place, cell in enumerate(header.cells):
        cells = [row.cells[place] for row in below if place < len(row.cells)]
        if not cell and not any(cells):
            continue
        name = " ".join(cell.split()) or f"column {place + 1}"
        seen[name] += 1
        title = name if seen[name] == 1 else f"{name} ({seen[name]})"
        found[title] = Column(place, title, is_contact(name, cells), not any(cells))
    return found
