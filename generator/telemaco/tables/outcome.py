"""What becomes of the rows of a table, as values."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from telemaco.tables.people import Problem

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
class RefusedCell:
    """A cell for which rows are refused, by the title of its column; and how many rows."""

    title: str
    cell: str
    rows: int


@dataclass(frozen=True, slots=True)
class Import:
    """What becomes of a table. `files` are to be written, `receipt` among them.

    `open_hours` are the rows that say of hours only when they begin or when they end;
    `fixed_zones` those that name no place but a distance from UTC, which is the same all year.
    `cells` are those that the mapping can answer. `in_public` are the people who agree to publish
    nothing, and whose files would be written into a public repository.
    """

    outcomes: tuple[Outcome, ...]
    unknown: tuple[UnknownSkill, ...]
    has_consent: bool
    files: Mapping[str, bytes]
    open_hours: tuple[int, ...] = ()
    fixed_zones: tuple[int, ...] = ()
    cells: tuple[RefusedCell, ...] = ()
    in_public: tuple[str, ...] = ()

    def count(self, fate: Fate) -> int:
        """How many rows have this fate."""
        return sum(outcome.fate == fate for outcome in self.outcomes)
