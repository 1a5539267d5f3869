"""What it would cost everybody to force a pair, exactly, without solving again.

The cheapest set of pairs with one pair forced differs from the best set by one chain of moves:
somebody makes room, somebody else takes the place that became free. At the prices of the best
set every move costs nothing or more, so that the cheapest chain is a shortest path (Dijkstra)
from the mentor who is wished for to the mentor who is left.
"""

from dataclasses import dataclass

import numpy as np

from telemaco.matching.solving.problem import FORBIDDEN, UNMATCHED, Integers
from telemaco.matching.solving.solve import Solution

_NOBODY = -1
_FAR = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True)
class Move:
    """A mentee who goes from one mentor to another; UNMATCHED stands for being left out."""

    mentee: int
    old: int
    new: int


@dataclass(frozen=True, slots=True)
class Forced:
    """What forcing a pair costs everybody, in units, and who else moves, in a chain."""

    loss: int
    moves: tuple[Move, ...]


def why_not(solution: Solution, mentee: int, mentor: int) -> Forced | None:
    """What is lost when the two are paired; None when it cannot be.

    It cannot when a limit forbids the pair, or when nobody could make room. A pair below the
    fair floor is taken as if the floor were not there for it.
    """
    problem, prices = solution.costs.problem, solution.prices
    old = int(solution.chosen[mentee])
    if problem.scores[mentee, mentor] == FORBIDDEN or not problem.room[mentor]:
        return None
    if old == mentor:
        return Forced(0, ())
    search = _Search(solution)
    search.run(mentor, problem.mentors if old == UNMATCHED else old)
    if search.distance is None:
        return None
    own = int(solution.costs.of(np.array([mentee]), np.array([mentor]))[0])
    loss = own + int(prices.tolls[mentor]) - int(prices.costs[mentee]) + search.distance
    return Forced(loss, search.moves(mentor))


class _Search:
    """One run of Dijkstra over mentors, being left out, and the free places.

    Positions: the mentors', then LEFT_OUT, then FREE.
    """

    def __init__(self, solution: Solution) -> None:
        """Begin from a solution."""
        problem = solution.costs.problem
        self._solution = solution
        self._levels = solution.costs.levels * solution.costs.unit
        self._left_out = problem.mentors
        self._free = problem.mentors + 1
        self._target = self._left_out
        counts = np.bincount(solution.chosen + 1, minlength=problem.mentors + 1)
        self._taken = counts[1:]
        self._starts = np.concatenate(([0], np.cumsum(counts)))
        self._order = np.argsort(solution.chosen, kind="stable")
        self._far = np.full(problem.mentors + 2, _FAR, np.int64)
        self._came_from = np.full(problem.mentors + 2, _NOBODY, np.int64)
        self._who = np.full(problem.mentors + 2, _NOBODY, np.int64)
        pairs = problem.mentees - int(counts[0])
        self._room = solution.places.useful.copy()
        self._may_grow = problem.most is None or pairs < problem.most
        self._may_shrink = not solution.is_limited
        self.distance: int | None = None

    def run(self, start: int, target: int) -> None:
        """Find the shortest path.

        Places of no use in the solution may be of use to a pair below its floor.
        """
        self._target = target
        self._room[start] = min(self._room[start] + 1, self._solution.costs.problem.room[start])
        self._far[start] = 0
        waiting = self._far.copy()
        while waiting[at := int(waiting.argmin())] != _FAR:
            if at == target:
                self.distance = int(self._far[at])
                return
            waiting[at] = _FAR
            self._settle(at, waiting)

    def moves(self, start: int) -> tuple[Move, ...]:
        """Who moves along the path, from its start."""
        found = []
        at = self._target
        while at != start:
            before, mentee = int(self._came_from[at]), int(self._who[at])
            if mentee != _NOBODY:
                found.append(Move(mentee, self._mentor(before), self._mentor(at)))
            at = before
        return tuple(reversed(found))

    def _settle(self, at: int, waiting: Integers) -> None:
        """Everything that is one move from here."""
        if at == self._free:
            self._leave_free_places(waiting)
            return
        for mentee in self._people_of(at).tolist():
            self._move(at, mentee, waiting)
        if at != self._left_out:
            taken = int(self._taken[at])
            if taken < self._room[at]:
                price = int(self._solution.places.costs[at, taken])
                toll = int(self._solution.prices.tolls[at])
                self._reach(at, self._free, int(self._far[at]) + price - toll, waiting)
        elif self._may_shrink:
            self._reach(at, self._free, int(self._far[at]), waiting)

    def _people_of(self, at: int) -> Integers:
        """The mentees who are with a mentor, or left out."""
        position = 0 if at == self._left_out else at + 1
        return self._order[self._starts[position] : self._starts[position + 1]]

    def _move(self, at: int, mentee: int, waiting: Integers) -> None:
        """This mentee goes to another mentor, or is left out.

        The draws, which take time, are looked at only where the move could be of use without.
        """
        costs, prices = self._solution.costs, self._solution.prices
        scores = costs.problem.scores[mentee]
        here = int(self._far[at]) - int(prices.costs[mentee])
        least = self._levels[scores] + prices.tolls + here
        near = np.flatnonzero((least < self._far[: len(scores)]) & costs.allows(scores))
        exact = costs.of(np.full(len(near), mentee), near) + prices.tolls[near] + here
        closer = exact < self._far[near]
        nearer = near[closer]
        self._far[nearer] = waiting[nearer] = exact[closer]
        self._came_from[nearer] = at
        self._who[nearer] = mentee
        self._reach(at, self._left_out, int(prices.left_out[mentee]) + here, waiting, mentee)

    def _leave_free_places(self, waiting: Integers) -> None:
        """Somebody's place with a mentor stays free, now that another free place is taken."""
        solution = self._solution
        here = int(self._far[self._free])
        spared = solution.prices.tolls - solution.places.last_costs(self._taken)
        for mentor in np.flatnonzero(self._taken > 0).tolist():
            self._reach(self._free, mentor, here + int(spared[mentor]), waiting)
        if self._may_grow:
            self._reach(self._free, self._left_out, here, waiting)

    def _reach(self, before: int, at: int, far: int, waiting: Integers, who: int = _NOBODY) -> None:
        if far < self._far[at]:
            self._far[at] = waiting[at] = far
            self._came_from[at] = before
            self._who[at] = who

    def _mentor(self, position: int) -> int:
        return UNMATCHED if position == self._left_out else position
