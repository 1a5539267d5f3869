"""What becomes of the rows of a table, as values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from telemaco.tables.days import DayOrder
from telemaco.tables.problem import Problem

Fate = Literal["new", "changed", "unchanged", "older", "left-out", "conflict", "refused"]
FATES: tuple[Fate, ...] = (
    "new",
    "changed",
    "unchanged",
    "older",
    "left-out",
    "conflict",
    "refused",
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of a row; `changed` and `conflicts` are keys of the person's file.

    `is_earlier` is whether it enrols nobody, as its answer is one for an earlier program.
    """

    row: int
    fate: Fate
    person: str = ""
    changed: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    is_earlier: bool = False


@dataclass(frozen=True, slots=True)
class UnknownSkill:
    """A word that is no skill of the vocabulary, in how many rows, and the skill most like it."""

    word: str
    rows: int
    meant: str | None


@dataclass(frozen=True, slots=True)
class GuessedSkill:
    """A misspelt text that is read as skills of the vocabulary, and in how many rows."""

    text: str
    rows: int
    meant: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RefusedCell:
    """A cell for which rows are refused, by the title of its column; and how many rows."""

    title: str
    cell: str
    rows: int


@dataclass(frozen=True, slots=True)
class DayInDoubt:
    """A cell of a table in which no day tells which number is the month, and how it was read."""

    cell: str
    day: date
    order: DayOrder


@dataclass(frozen=True, slots=True)
class Notes:
    """Rows that are taken over, by what there is to look at.

    `open_hours` say of hours only when they begin or when they end; `fixed_zones` name no place
    but a distance from UTC, which is the same all year. `in_public` are the people who agree to
    publish nothing, and whose files would be written into a public repository. `offers_nothing`
    are mentors without skills, `seeks_nothing` mentees; `skills_twice` peers whose skills count as
    offered and as sought.
    """

    open_hours: tuple[int, ...] = ()
    fixed_zones: tuple[int, ...] = ()
    in_public: tuple[str, ...] = ()
    offers_nothing: tuple[int, ...] = ()
    seeks_nothing: tuple[int, ...] = ()
    skills_twice: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Import:
    """What becomes of a table. `files` are to be written, `receipt` among them.

    `cells` are those that the mapping can answer.
    """

    outcomes: tuple[Outcome, ...]
    unknown: tuple[UnknownSkill, ...]
    has_consent: bool
    files: Mapping[str, bytes]
    cells: tuple[RefusedCell, ...] = ()
    day_in_doubt: DayInDoubt | None = None
    notes: Notes = Notes()
    guessed: tuple[GuessedSkill, ...] = ()

    def count(self, fate: Fate) -> int:
        """How many rows have this fate."""
        return sum(outcome.fate == fate for outcome in self.outcomes)
