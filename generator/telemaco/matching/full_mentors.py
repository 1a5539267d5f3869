"""Mentors without a place left, as they would be with one more."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from telemaco.matching.choosing import Choice, liking_of, problem_of
from telemaco.matching.participants import Mask, Participant
from telemaco.matching.silence import silent_beside
from telemaco.matching.solving.costs import Costs, costs_of
from telemaco.matching.solving.preferring import first_in_line
from telemaco.matching.solving.problem import FORBIDDEN, Integers, Problem, place_costs
from telemaco.matching.solving.solve import Solution
from telemaco.matching.solving.stable import Liking
from telemaco.matching.table import Table, table_of

_BLOCK = 256


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """The mentee who would get one more place with each mentor, looked up once."""

    costs: Costs
    liking: Liking
    chosen: Integers
    known: dict[int, int]

    def first(self, column: int) -> int:
        """The row of the mentee, for a mentor whom somebody left out fits."""
        if column not in self.known:
            self.known[column] = first_in_line(self.costs, self.liking, self.chosen, column)
        return self.known[column]


@dataclass(frozen=True, slots=True, eq=False)
class FullMentors:
    """Full mentors (columns) beside the mentees of a run (rows), with one place more each.

    No pair depends on them. `problem` forbids those whose pair is decided and those set aside.
    """

    table: Table
    problem: Problem

    def allowed(self, column: int) -> Mask:
        """The mentees whom no limit forbids with one of them."""
        mask: Mask = self.problem.scores[:, column] != FORBIDDEN
        return mask

    def savings(self, solution: Solution, rows: Integers) -> Integers:
        """What some mentees would save with each of them, in units; 0 where nothing."""
        costs = self._costs(solution)
        places = place_costs(self.problem, costs.levels, 1)[:, 0] * costs.unit
        saved = solution.prices.costs[rows][:, None] - costs.rows(rows) - places
        found: Integers = np.maximum(saved, 0)
        return found

    def most_saved(self, solution: Solution) -> Integers:
        """What one more place with each of them would save, in units."""
        most = np.zeros(self.problem.mentors, np.int64)
        for begin in range(0, self.problem.mentees, _BLOCK):
            rows = np.arange(begin, min(begin + _BLOCK, self.problem.mentees))
            most = np.maximum(most, self.savings(solution, rows).max(axis=0))
        return most

    def line(self, table: Table, choice: Choice) -> Line:
        """Who would get one more place with a mentor of the run, or with one of these after them.

        For pairs that preferences decide.
        """
        one, other = choice.problem, self.problem
        problem = replace(
            one,
            scores=np.hstack((one.scores, other.scores)),
            column_words=np.concatenate((one.column_words, other.column_words)),
        )
        liking = liking_of(table.mentees, (*table.mentors, *self.table.mentors))
        return Line(costs_of(problem), liking, choice.chosen, {})

    def _costs(self, solution: Solution) -> Costs:
        return replace(solution.costs, problem=self.problem)


def full_mentors(
    table: Table,
    full: Sequence[Participant],
    choice: Choice,
    seed: str,
    aside: Sequence[int] = (),
) -> FullMentors:
    """The full mentors of a program beside what was chosen; nobody is for the rows set aside."""
    judged = _judged(table, full)
    allowed = judged.allowed
    allowed[[*choice.pinned, *aside]] = False
    return FullMentors(judged, problem_of(judged, allowed, None, seed))


def _judged(table: Table, full: Sequence[Participant]) -> Table:
    """All pairs of them, each with the criteria that would count if this one took part."""
    has_others = bool(table.mentors)
    columns: defaultdict[frozenset[str], list[int]] = defaultdict(list)
    silences = silent_beside(table.terms, table.mentees, full, has_others=has_others)
    for column, silent in enumerate(silences):
        columns[silent].append(column)
    shape = (len(table.mentees), len(full))
    scores, limits = np.empty(shape, np.int32), np.empty(shape, np.int8)
    for silent, some in columns.items():
        terms = replace(table.terms, silent=silent)
        judged = table_of(table.mentees, [full[column] for column in some], terms)
        scores[:, some], limits[:, some] = judged.scores, judged.limits
    return Table(table.mentees, full, table.terms, scores, limits)
