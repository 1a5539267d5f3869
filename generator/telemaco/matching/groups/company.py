"""The people of a program of groups, with what they share and who must not meet whom."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from telemaco.matching.meeting import Shares, shares_of
from telemaco.matching.participants import Participant
from telemaco.matching.table import Table


@dataclass(frozen=True, slots=True, eq=False)
class Company:
    """Mentees are the rows and mentors the columns of the table.

    `mentees` and `mentors` hold what each of them can share (see `meeting.Shares`). A group has
    `least` mentees or more, and no more than its mentors have room for; there may be `most`
    groups (None: any number). `apart` says which other mentees a mentee must not meet.
    """

    table: Table
    shares: Shares
    mentees: tuple[int, ...]
    mentors: tuple[int, ...]
    least: int
    most: int | None
    apart: Mapping[int, frozenset[int]]

    @property
    def room(self) -> Sequence[int]:
        """How many mentees every mentor's group takes."""
        return [one.room for one in self.table.mentors]

    def common(self, rows: Iterable[int], columns: Iterable[int]) -> int:
        """What these people share."""
        common = -1
        for column in columns:
            common &= self.mentors[column]
        for row in rows:
            common &= self.mentees[row]
        return common

    def can_meet(self, rows: Sequence[int], columns: Sequence[int]) -> bool:
        """Whether these people can form a group, were it large enough."""
        return (
            self.shares.are_enough(self.common(rows, columns))
            and not self.at_odds(rows)
            and bool(self.table.allowed[np.ix_(rows, columns)].all())
        )

    def at_odds(self, rows: Sequence[int]) -> list[tuple[int, int]]:
        """The couples of these mentees who must not meet."""
        return [
            (row, other)
            for row in rows
            for other in rows
            if row < other and other in self.apart.get(row, ())
        ]


def company_of(table: Table, most: int | None) -> Company:
    """The people of a table; `most` is how many groups there may be."""
    shares = shares_of(table.terms, (*table.mentees, *table.mentors))
    return Company(
        table,
        shares,
        tuple(shares.of(one) for one in table.mentees),
        tuple(shares.of(one) for one in table.mentors),
        table.terms.program.capacity.group_minimum,
        most,
        _apart(table),
    )


def must_not_meet(one: Participant, other: Participant, table: Table) -> bool:
    """Whether two people must not be in one group, whatever they are in it."""
    return (
        other.id in one.person.excludes
        or one.id in other.person.excludes
        or frozenset((one.id, other.id)) in table.terms.forbidden
    )


def _apart(table: Table) -> Mapping[int, frozenset[int]]:
    """Only people whose files or the orders rule somebody out are looked at."""
    named = {person for couple in table.terms.forbidden for person in couple}
    named |= {person for one in table.mentees for person in one.person.excludes}
    named |= {one.id for one in table.mentees if one.person.excludes}
    wary = [row for row, one in enumerate(table.mentees) if one.id in named]
    return {
        row: frozenset(
            other
            for other in wary
            if other != row and must_not_meet(table.mentees[row], table.mentees[other], table)
        )
        for row in wary
    }
