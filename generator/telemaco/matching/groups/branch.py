"""What is still open about the groups, the best that could come of it, and what stands in the way.

A branch says for every mentor which anchors are still possible, who must lead a group, and which
mentees must not be with whom. When a mentor has several anchors left, a mentee may join who is at
any of them: so the exact assignment over what is allowed is at least as good as every set of
groups of the branch (a relaxation), and is one itself when nothing stands in its way.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from telemaco.matching.choosing import problem_of
from telemaco.matching.groups.anchors import Anchors, anchors_of
from telemaco.matching.groups.company import Company
from telemaco.matching.participants import Mask
from telemaco.matching.solving.costs import Costs, costs_of
from telemaco.matching.solving.needs import met, most_met
from telemaco.matching.solving.places import places_of
from telemaco.matching.solving.prices import own_costs
from telemaco.matching.solving.problem import (
    FORBIDDEN,
    UNMATCHED,
    Integers,
    Problem,
    left_out_costs,
)
from telemaco.matching.solving.solve import solve

Value = tuple[int, int, int]
"""How good groups are, compared in this order: people with a group (0 where the largest total is
wanted), those who come first and have one, and what everything costs, below 0."""


@dataclass(frozen=True, slots=True)
class Branch:
    """`options` are the anchors of every mentor, none for who leads no group; `opened` lead one.

    `barred` are mentees who must not be with a mentor.
    """

    options: tuple[tuple[int, ...], ...]
    opened: frozenset[int] = frozenset()
    barred: frozenset[tuple[int, int]] = frozenset()

    def at(self, column: int, options: tuple[int, ...]) -> "Branch":
        """The same with other anchors for a mentor."""
        kept = (*self.options[:column], options, *self.options[column + 1 :])
        return replace(self, options=kept)

    def without(self, columns: Sequence[int]) -> "Branch":
        """The same without the groups of some mentors."""
        gone = set(columns)
        kept = tuple(() if at in gone else one for at, one in enumerate(self.options))
        return replace(self, options=kept, opened=self.opened - gone)


@dataclass(frozen=True)
class Field:
    """What the groups are looked for in: the company, its anchors and its numbers.

    The pairs cost what they cost where the largest total is wanted, or else where as many people
    as possible are.
    """

    company: Company
    seed: str

    @cached_property
    def anchors(self) -> list[Anchors]:
        """The anchors of every mentor."""
        return anchors_of(self.company)

    @cached_property
    def problem(self) -> Problem:
        """Everybody's numbers, with all that the limits allow."""
        table = self.company.table
        problem = problem_of(table, table.allowed, None, self.seed)
        kept = problem.objective if problem.objective == "total" else "coverage"
        return replace(problem, objective=kept)

    @cached_property
    def costs(self) -> Costs:
        """What pairs cost."""
        return costs_of(self.problem)

    @property
    def root(self) -> Branch:
        """Everything is open."""
        return Branch(tuple(tuple(range(len(one))) for one in self.anchors))

    def allowed(self, branch: Branch) -> Mask:
        """The pairs that a branch allows."""
        found: Mask = np.zeros(self.problem.scores.shape, np.bool_)
        for column, options in enumerate(branch.options):
            if options:
                found[:, column] = self.anchors[column][list(options)].any(axis=0)
        for row, column in branch.barred:
            found[row, column] = False
        return found

    def asked(self, branch: Branch, needs: Integers) -> Problem:
        """The numbers of a branch, where so many of each mentor's places are needed."""
        scores = np.where(self.allowed(branch), self.problem.scores, np.int32(FORBIDDEN))
        return replace(self.problem, scores=scores, needs=needs)

    def value(self, chosen: Integers) -> Value:
        """How good groups are."""
        size = 0 if self.problem.objective == "total" else int((chosen != UNMATCHED).sum())
        return size, met(self.problem, chosen), -self._cost(chosen)

    def _cost(self, chosen: Integers) -> int:
        costs, problem = self.costs, self.problem
        left_out = left_out_costs(problem, costs.levels) * costs.unit
        if problem.objective == "total":
            left_out += int(costs.levels[0]) * costs.unit + costs.unit - 1
        taken = np.bincount(chosen[chosen != UNMATCHED], minlength=problem.mentors)
        places = self._places
        used = np.arange(places.shape[1]) < taken[:, None]
        return int(own_costs(costs, chosen, left_out).sum()) + int(places[used].sum())

    @cached_property
    def _places(self) -> Integers:
        return places_of(self.costs).costs


def best_of(field: Field, branch: Branch) -> tuple[Value, Integers] | None:
    """What no groups of a branch are better than, and the mentor of every mentee there.

    None when somebody who must lead a group cannot have enough mentees, or too many must.
    """
    if field.company.most is not None and len(branch.opened) > field.company.most:
        return None
    first = _needs(field, branch, opened=False)
    both = np.maximum(first, _needs(field, branch, opened=True))
    chosen = solve(field.asked(branch, both)).chosen
    if not _are_large_enough(field, branch, chosen):
        chosen = solve(field.asked(branch, _needs(field, branch, opened=True))).chosen
        if not _are_large_enough(field, branch, chosen):
            return None
    size, served, cost = field.value(chosen)
    if first.any():
        served = max(served, most_met(field.asked(branch, first)))
    return (size, served, cost), chosen


def _needs(field: Field, branch: Branch, *, opened: bool) -> Integers:
    """The places of those who must lead a group, or the first ones of those who come first."""
    if not opened:
        closed = [at for at, options in enumerate(branch.options) if not options]
        first = field.problem.needs.copy()
        first[closed] = 0
        return first
    needs = np.zeros(field.problem.mentors, np.int64)
    needs[list(branch.opened)] = field.company.least
    return needs


def _are_large_enough(field: Field, branch: Branch, chosen: Integers) -> bool:
    taken = np.bincount(chosen[chosen != UNMATCHED], minlength=field.problem.mentors)
    return all(taken[column] >= field.company.least for column in branch.opened)


def groups_in(chosen: Integers) -> dict[int, list[int]]:
    """The mentees of every mentor who has some, by the mentor's position."""
    found: dict[int, list[int]] = {}
    for row in np.flatnonzero(chosen != UNMATCHED).tolist():
        found.setdefault(int(chosen[row]), []).append(row)
    return dict(sorted(found.items()))


@dataclass(frozen=True, slots=True)
class Trouble:
    """What stands in the way of groups: which are too small, too many, at odds, or cannot meet.

    `small` and `excess` are in the order in which they would be given up.
    """

    small: tuple[int, ...]
    excess: tuple[int, ...]
    odds: tuple[tuple[int, int, int], ...]
    apart: tuple[int, ...]

    def __bool__(self) -> bool:
        return bool(self.small or self.excess or self.odds or self.apart)


def trouble_of(field: Field, branch: Branch, chosen: Integers) -> Trouble:
    """What stands in the way of the groups of a branch.

    A couple at odds is told with their mentor, the one with the lower score first.
    """
    company, scores = field.company, field.problem.scores
    groups = groups_in(chosen)
    ranked = sorted(groups, key=lambda at: (len(groups[at]), _sum(field, groups[at], at), at))
    excess = 0 if company.most is None else max(0, len(groups) - company.most)
    over = [at for at in ranked if at not in branch.opened]
    odds = [
        (*sorted(couple, key=lambda row: (scores[row, at], row)), at)
        for at, rows in groups.items()
        for couple in company.at_odds(rows)
    ]
    return Trouble(
        tuple(at for at in ranked if len(groups[at]) < company.least),
        tuple(over[: min(len(over), max(excess, 0))]) if excess else (),
        tuple((int(one), int(other), at) for one, other, at in odds),
        tuple(
            at
            for at, rows in groups.items()
            if len(branch.options[at]) > 1
            and not field.anchors[at][list(branch.options[at])][:, rows].all(axis=1).any()
        ),
    )


def _sum(field: Field, rows: Sequence[int], column: int) -> int:
    return int(field.problem.scores[rows, column].sum())


def kept_at(field: Field, branch: Branch, column: int, rows: Sequence[int]) -> Iterator[int]:
    """The anchors a mentor has left, those first that keep most of these mentees."""
    options = branch.options[column]
    kept = field.anchors[column][list(options)][:, rows].sum(axis=1)
    return (options[at] for at in np.argsort(-kept, kind="stable").tolist())
