"""A row of a table to what it says of a person."""

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from telemaco.messages import Message, msg
from telemaco.model.vocabulary.spelling import identifier
from telemaco.records.person import SkillLevel
from telemaco.records.program import Role
from telemaco.tables.cells import (
    LISTS,
    READERS,
    Context,
    Reader,
    languages,
    no_day,
    no_level,
    of_grid,
    timezone,
)
from telemaco.tables.columns import Table
from telemaco.tables.consent import agrees
from telemaco.tables.days import day_of
from telemaco.tables.fields import Field
from telemaco.tables.free_hours import as_value, free_hours
from telemaco.tables.no_person import why_no_person
from telemaco.tables.reading import Row
from telemaco.tables.words import (
    role_of,
    skill_level_of,
    with_level,
)


class Problem(NamedTuple):
    """Why a row is refused: the title of the column, and what is wrong; no title: the row."""

    column: str
    message: Message


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
    `enrols` is whether the person applies by it for the program of the import.
    """

    role: Role
    facts: Mapping[str, Any]
    day: date | None
    unknown: tuple[str, ...]
    has_open_hours: bool = False
    enrols: bool = True


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
    reading = _Reading(row, context)
    facts = reading.facts()
    nobody = why_no_person(row.cells, [*context.table.columns], facts["name"])
    if nobody:
        return Refused("", False, "", frozenset(), (Problem("", nobody),))  # noqa: FBT003 (as above)
    role = role_of(reading.cell(Field.ROLE)) if reading.cell(Field.ROLE) else context.role
    told = {context.map.columns.get(problem.column) for problem in reading.problems}
    problems = [*reading.problems, *_missing(facts, told)]
    if role is None:
        problems.append(Problem(reading.title(Field.ROLE), _NO_ROLE))
    key, login, name = reading.cell(Field.KEY), facts.get("github"), facts["name"]
    identity = _identity(context.map.table, key, login, name)
    addresses = frozenset(_addresses(row, context.table))
    is_sure, has_open = bool(key or login), reading.has_open_hours
    unknown = tuple(dict.fromkeys(reading.unknown))
    if problems or role is None:
        return Refused(identity, is_sure, name, addresses, tuple(problems), unknown)
    return Said(identity, is_sure, name, addresses, role, facts, reading.day, unknown, has_open)


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
        if field not in {Field.OFFERS, Field.SEEKS} or title not in table.columns:
            continue
        for row in table.rows:
            for word, _ in with_level(of_grid(title, _cell(row, table, title))):
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


def _in_doubt(cell: str) -> Message:
    return msg(
        'is "{cell}" a yes or a no? If it is a yes, write it in the mapping, as consent.yes',
        cell=cell,
    )


def _missing(facts: Mapping[str, Any], told: AbstractSet[Field | None]) -> Iterator[Problem]:
    """What a person must have and does not, apart from what was told to be wrong."""
    for key, message in _NEEDED.items():
        if not facts.get(key) and key not in told:
            yield Problem("", message)


class _Reading:
    """One row on its way to facts."""

    def __init__(self, row: Row, context: Context) -> None:
        self.problems: list[Problem] = []
        self.unknown: list[str] = []
        self.day: date | None = None
        self.has_open_hours = False
        self._row = row
        self._context = context
        self._cells: dict[Field, list[tuple[str, str]]] = {}
        for title, field in context.map.columns.items():
            cell = _cell(row, context.table, title)
            self._cells.setdefault(field, []).append((title, cell))

    def cell(self, field: Field) -> str:
        """What the columns of a field say, one a line."""
        return "\n".join(cell for _, cell in self._cells.get(field, ()) if cell)

    def title(self, field: Field) -> str:
        """The title of the first column of a field that says something; empty if none does."""
        return next((title for title, cell in self._cells.get(field, ()) if cell), "")

    def facts(self) -> dict[str, Any]:
        """All facts, each key that has a column; what cannot be understood is a problem."""
        found: dict[str, Any] = {}
        name = (
            self.cell(Field.NAME) or f"{self.cell(Field.FIRST_NAME)} {self.cell(Field.LAST_NAME)}"
        )
        found["name"] = " ".join(name.split())
        for field, read in READERS.items():
            if field in self._cells:
                found[field.value] = self._value(field, read)
        for key, text, read in (
            ("timezone", self._context.map.timezone, timezone),
            ("languages", self._context.map.languages, languages),
        ):
            if text and not self.cell(Field(key)):
                found[key] = self._read(key, text, read)
        if Field.AVAILABILITY in self._cells:
            found["availability"] = self._free_hours()
        self._submitted(found)
        found["consent"] = self._consent()
        return found

    def _consent(self) -> dict[str, Any]:
        """What is agreed to; nothing unless it is said, and an answer in doubt is a problem."""
        chosen = self._context.map
        publish: list[str] = []
        for title, cell in self._cells.get(Field.CONSENT, ()):
            agreed = agrees(cell, chosen.yes)
            if agreed is None:
                self.problems.append(Problem(title, _in_doubt(cell)))
            publish = [*chosen.publish] if agreed else []
        return {"text": chosen.consent_text, "publish": publish}

    def _submitted(self, found: dict[str, Any]) -> None:
        for title, cell in self._cells.get(Field.SUBMITTED, ()):
            day = day_of(cell, self._context.order)
            if day is not None:
                self.day = found["confirmed"] = day
            elif cell:
                self.problems.append(Problem(title, no_day(cell, self._context.order)))

    def _value(self, field: Field, read: "Reader") -> Any:  # noqa: ANN401 (a plain value)
        if field in {Field.OFFERS, Field.SEEKS}:
            return self._skills(field)
        cells = [(title, cell) for title, cell in self._cells[field] if cell]
        if not cells:
            return None
        if field not in LISTS:
            return self._read(cells[0][0], "\n\n".join(cell for _, cell in cells), read)
        values = [self._read(title, of_grid(title, cell), read) for title, cell in cells]
        together: Any = [value for value in values if value]
        if field is Field.LANGUAGES:
            return {code: level for some in together for code, level in some.items()} or None
        return [item for some in together for item in some] or None

    def _read(self, title: str, cell: str, read: "Reader") -> Any:  # noqa: ANN401 (a plain value)
        value = read(cell, self._context)
        if isinstance(value, Message):
            self.problems.append(Problem(title, value))
            return None
        return value

    def _free_hours(self) -> list[dict[str, Any]] | None:
        found = []
        for title, cell in self._cells[Field.AVAILABILITY]:
            hours = free_hours(title, cell)
            if isinstance(hours, Message):
                self.problems.append(Problem(title, hours))
            else:
                found.append(hours)
                self.has_open_hours |= any(at.is_open for at in hours)
        return as_value(found) or None

    def _skills(self, field: Field) -> list[dict[str, str]] | None:
        key = "level" if field is Field.OFFERS else "now"
        found: dict[str, dict[str, str]] = {}
        for title, cell in self._cells[field]:
            for words, level in with_level(of_grid(title, cell)):
                known = skill_level_of(level)
                if level and known is None:
                    self.problems.append(Problem(title, no_level(level, [*SkillLevel])))
                for skill in self._ids(words):
                    found.setdefault(
                        skill, {"skill": skill, **({key: known.value} if known else {})}
                    )
        return list(found.values()) or None

    def _ids(self, words: str) -> tuple[str, ...]:
        chosen = self._context.map.skill_ids(words)
        if chosen is not None:
            return chosen
        found = self._context.skills.get(words, ())
        if not found or words in self._context.partly:
            self.unknown.append(words)
        return found


def _cell(row: Row, table: Table, title: str) -> str:
    column = table.columns.get(title)
    return row.cells[column.place] if column and column.place < len(row.cells) else ""


_NEEDED = {
    "name": msg("it has no name"),
    "timezone": msg("it has no time zone; for all such rows, say timezone: in the mapping"),
    "languages": msg("it names no language; for all such rows, say languages: in the mapping"),
}
_NO_ROLE: Message = msg("it does not say whether this is a mentor or a mentee")
_NAMELESS = re.compile(r"^skill-([0-9a-f]{8})$")
