"""A row of a table on its way to what a person's file says."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from telemaco.messages import Message, msg
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
from telemaco.tables.problem import Problem
from telemaco.tables.reading import Row
from telemaco.tables.words import role_of, skill_level_of, with_level


class Reading:
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
            cell = cell_of(row, context.table, title)
            self._cells.setdefault(field, []).append((title, cell))
        said = self.cell(Field.ROLE)
        self.role = role_of(said) if said else context.role
        for field in SKILLS_OF[self.role] if self.role and Field.SKILLS in self._cells else ():
            self._cells.setdefault(field, []).extend(self._cells[Field.SKILLS])

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
        self._require()
        found["consent"] = self._consent()
        return found

    def _require(self) -> None:
        """Rows that do not say yes where the mapping requires it are refused."""
        for title in self._context.map.must_agree:
            cell = cell_of(self._row, self._context.table, title)
            agreed = agrees(cell, (title,))
            if not agreed:
                message = _DISAGREES if agreed is not None else _unclear(cell)
                self.problems.append(Problem(title, message if cell else _SILENT))

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
        context = self._context
        for title, cell in self._cells.get(Field.SUBMITTED, ()):
            day = day_of(cell, context.order)
            if day is not None:
                self.day = found["confirmed"] = day
            elif cell:
                self.problems.append(Problem(title, no_day(cell, context.order, context.days)))

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


def cell_of(row: Row, table: Table, title: str) -> str:
    """What a row has in a column; empty where the row is too short."""
    column = table.columns.get(title)
    return row.cells[column.place] if column and column.place < len(row.cells) else ""


def _in_doubt(cell: str) -> Message:
    return msg(
        'is "{cell}" a yes or a no? If it is a yes, write it in the mapping, as consent.yes',
        cell=cell,
    )


def _unclear(cell: str) -> Message:
    return msg(
        'is "{cell}" a yes? The mapping requires one here. If it is, write yes behind it, under '
        "cells:; if not, leave the row out",
        cell=cell,
    )


SKILLS_OF: Mapping[Role, Sequence[Field]] = {
    Role.MENTOR: (Field.OFFERS,),
    Role.FACILITATOR: (Field.OFFERS,),
    Role.MENTEE: (Field.SEEKS,),
    Role.PEER: (Field.OFFERS, Field.SEEKS),
}
"""What a column of skills says of whoever joins as this, where its title does not tell."""
_DISAGREES: Message = msg(
    "it does not say yes, which the mapping requires. Leave the row out, or take the title out of "
    "required:"
)
_SILENT: Message = msg("it is empty, and the mapping requires a yes")
