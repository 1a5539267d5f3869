"""People who are left out join a group after all, or make one of their own."""

from collections.abc import Iterator

import numpy as np

from telemaco.matching.groups.branch import Field, groups_in
from telemaco.matching.groups.company import Company
from telemaco.matching.solving.problem import UNMATCHED, Integers


def joined(field: Field, chosen: Integers, *, moves: bool = True) -> Integers:
    """The same groups with more people, where any can join; they can meet still.

    Somebody joins a group with room; or takes the place of a member who can go to another one
    (`moves`); or several make a group with a mentor who has none. Nobody who has a group loses it.
    """
    found = _Groups(field, chosen)
    while found.takes_somebody_in(moves=moves):
        pass
    return found.chosen


class _Groups:
    """Groups that grow."""

    def __init__(self, field: Field, chosen: Integers) -> None:
        self._field = field
        self._company: Company = field.company
        self._scores = field.problem.scores
        self._allowed = field.company.table.allowed.tolist()
        self.chosen = chosen.copy()
        self._members = groups_in(chosen)

    def takes_somebody_in(self, *, moves: bool) -> bool:
        """Take in one more person, or make one more group; whether it could be."""
        left = np.flatnonzero(self.chosen == UNMATCHED).tolist()
        if any(self._join(row) or (moves and self._replace(row)) for row in left):
            return True
        return self._found(left)

    def _join(self, row: int) -> bool:
        able = [column for column in self._members if self._takes(column, row)]
        if not able:
            return False
        self._put(row, max(able, key=lambda column: (self._scores[row, column], -column)))
        return True

    def _replace(self, row: int) -> bool:
        exchange = next(self._exchanges(row), None)
        if exchange is None:
            return False
        column, member, other = exchange
        self._put(member, other)
        self._put(row, column)
        return True

    def _exchanges(self, row: int) -> Iterator[tuple[int, int, int]]:
        """Groups that somebody could be in for a member, and the group that would take them."""
        for column, members in self._members.items():
            for member in members:
                if self._takes(column, row, instead=member):
                    for other in self._members:
                        if other != column and self._takes(other, member):
                            yield column, member, other

    def _found(self, left: list[int]) -> bool:
        """Make a group of people who are left."""
        most = self._company.most
        if most is not None and len(self._members) >= most:
            return False
        for column, anchors in enumerate(self._field.anchors):
            for anchor in anchors if column not in self._members else ():
                rows = self._group_of([row for row in left if anchor[row]], column)
                if len(rows) >= self._company.least:
                    for row in rows:
                        self._put(row, column)
                    return True
        return False

    def _group_of(self, able: list[int], column: int) -> list[int]:
        rows: list[int] = []
        for row in sorted(able, key=lambda one: (-self._scores[one, column], one)):
            if not self._company.apart.get(row, frozenset()) & set(rows):
                rows.append(row)
        return rows[: self._company.room[column]]

    def _takes(self, column: int, row: int, instead: int | None = None) -> bool:
        """Whether a group can meet with one more mentee, and has room for them."""
        company = self._company
        members = [one for one in self._members[column] if one != instead]
        return (
            self._allowed[row][column]
            and len(members) < company.room[column]
            and not company.apart.get(row, frozenset()) & set(members)
            and company.shares.are_enough(company.common([*members, row], [column]))
        )

    def _put(self, row: int, column: int) -> None:
        old = int(self.chosen[row])
        if old != UNMATCHED:
            self._members[old].remove(row)
        self.chosen[row] = column
        self._members.setdefault(column, []).append(row)
