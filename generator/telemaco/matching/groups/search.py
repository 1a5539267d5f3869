"""Groups that serve as many people as possible: who leads one, and who could meet when.

Which mentors should lead a group, and at which anchor, is a hard problem (NP-hard: groups of at
least three with one hour each hold exact cover by triples). It is looked for by branch and bound:
the branch whose bound is best is split where something stands in its way, and given up when its
bound is no better than the best groups found. When no branch is left, they are proven to be the
best. Every few branches are rounded: what stands in the way is cleared all at once, so that there
are good groups early, and some at all where the search is cut short.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from heapq import heappop, heappush
from itertools import count

import numpy as np

from telemaco.matching.groups.branch import (
    Branch,
    Field,
    Trouble,
    Value,
    best_of,
    groups_in,
    kept_at,
    trouble_of,
)
from telemaco.matching.groups.joining import joined
from telemaco.matching.solving.problem import UNMATCHED, Integers

_EFFORT = 400_000
"""Pairs that are looked at in all the branches together, about."""

_MOST, _LEAST = 300, 20
"""Branches that are looked at, whatever their size."""

_ROUNDED = 40
"""Every so many branches one is rounded."""


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """The mentor of every mentee, or UNMATCHED, so that all groups can meet.

    `is_proven` when no groups are better; no groups serve more than `at_most` people.
    """

    chosen: Integers
    value: Value
    is_proven: bool
    at_most: int


def best_groups(field: Field) -> Found:
    """Good groups: the best there are, or the best found with a certain effort."""
    search = _Search(field)
    search.run()
    return search.found()


class _Search:
    """Branches that wait, those with the best bound first, and the best groups so far.

    A branch waits with the bound of the one that it was split from.
    """

    def __init__(self, field: Field) -> None:
        """Begin with everything open and no groups at all."""
        self._field = field
        self._best = np.full(field.problem.mentees, UNMATCHED, np.int64)
        self._value = field.value(self._best)
        self._waiting: list[tuple[Value, int, int, Branch]] = []
        self._number = count()

    def run(self) -> None:
        """Look at branches until none is left, or for as long as it is worth."""
        cells = max(1, self._field.problem.scores.size)
        most = max(_LEAST, min(_MOST, _EFFORT // cells))
        heappush(self._waiting, ((-cells, -cells, 0), 0, next(self._number), self._field.root))
        for number in range(most):
            while self._waiting and not self._is_better(self._waiting[0][0]):
                heappop(self._waiting)
            if not self._waiting:
                return
            _, depth, _, branch = heappop(self._waiting)
            self._look_at(branch, depth, is_rounded=number % _ROUNDED == 0)

    def found(self) -> Found:
        """The best groups, and what is known of better ones."""
        people = int((self._best != UNMATCHED).sum())
        left = [-bound[0] for bound, *_ in self._waiting if self._is_better(bound)]
        if left and self._field.problem.objective == "total":
            left = [len(self._best)]
        return Found(self._best, self._value, not left, max(left, default=people))

    def _look_at(self, branch: Branch, depth: int, *, is_rounded: bool) -> None:
        found = best_of(self._field, branch)
        if found is None or found[0] <= self._value:
            return
        value, chosen = found
        if not trouble_of(self._field, branch, chosen):
            self._best, self._value = chosen, value
            return
        if is_rounded:
            for plan in rounded(self._field, branch, chosen):
                if (worth := self._field.value(plan)) > self._value:
                    self._best, self._value = plan, worth
        for child in split(self._field, branch, chosen):
            heappush(self._waiting, (_negative(value), depth - 1, next(self._number), child))

    def _is_better(self, bound: Value) -> bool:
        """Whether a bound, below 0, is better than the best groups."""
        return _negative(bound) > self._value


def _negative(value: Value) -> Value:
    return -value[0], -value[1], -value[2]


def split(field: Field, branch: Branch, chosen: Integers) -> Iterator[Branch]:
    """Branches that together have all the groups of this one, less what stands in the way."""
    trouble = trouble_of(field, branch, chosen)
    small = [at for at in trouble.small if at not in branch.opened]
    if small or trouble.excess:
        column = (small or trouble.excess)[0]
        yield branch.without([column])
        yield replace(branch, opened=branch.opened | {column})
    elif trouble.odds:
        one, other, column = trouble.odds[0]
        for row in (one, other):
            yield replace(branch, barred=branch.barred | {(row, column)})
    else:
        column = trouble.apart[0]
        rows = groups_in(chosen)[column]
        for option in kept_at(field, branch, column, rows):
            yield branch.at(column, (option,))


def rounded(field: Field, branch: Branch, chosen: Integers) -> Iterator[Integers]:
    """Groups that can meet, near what a branch would have at best, made in one or two ways.

    Small groups are filled from the others where that can be, or else given up.
    """
    for fill in (True, False):
        plan = _settled(field, branch, chosen, fill=fill)
        yield plan
        better = joined(field, plan)
        if (better != plan).any():
            yield better


def _settled(field: Field, branch: Branch, chosen: Integers, *, fill: bool) -> Integers:
    while trouble := trouble_of(field, branch, chosen):
        filled = replace(branch, opened=branch.opened | set(trouble.small))
        found = best_of(field, filled) if fill and trouble.small else None
        if found is None:
            branch = _cleared(field, branch, trouble, chosen)
            found = best_of(field, branch)
        else:
            branch = filled
        if found is None:
            branch = replace(branch, opened=frozenset())
            found = best_of(field, branch)
        chosen = found[1] if found else chosen
    return chosen


def _cleared(field: Field, branch: Branch, trouble: Trouble, chosen: Integers) -> Branch:
    """A branch with everything out of the way that stands there now.

    Of the groups that are too small or too many the smaller half is given up, so that their
    mentees can fill others; the others keep the anchor that most of their mentees are at.
    """
    groups = groups_in(chosen)
    gone = trouble.small or trouble.excess
    gone = gone[: (len(gone) + 1) // 2]
    for column in set(trouble.apart) - set(gone):
        branch = branch.at(column, (next(kept_at(field, branch, column, groups[column])),))
    odds = frozenset((one, column) for one, _, column in trouble.odds)
    return replace(branch.without(gone), barred=branch.barred | odds)
