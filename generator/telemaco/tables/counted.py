"""What became of tables of answers, as values."""

from collections.abc import Mapping
from dataclasses import dataclass

from telemaco.records.program import Role
from telemaco.records.survey import Results
from telemaco.tables.survey_answers import Reading


@dataclass(frozen=True, slots=True)
class CountedTable:
    """What became of a table: each row, and the titles of columns that were not read."""

    name: str
    rows: tuple[Reading, ...]
    unread: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """What became of all tables. `path` and `content` are the file; None where it stays.

    `answers` has how many answered, by role, whether or not it is enough to be kept; `results`
    what is kept. `are_some_waiting` is whether answers are in the tables alone: those of too few.
    """

    tables: tuple[CountedTable, ...]
    answers: Mapping[Role, int]
    results: Results
    path: str
    content: bytes | None
    are_some_waiting: bool = False

    @property
    def refused(self) -> int:
        """How many rows were refused."""
        return sum(bool(row.problems) for one in self.tables for row in one.rows)
