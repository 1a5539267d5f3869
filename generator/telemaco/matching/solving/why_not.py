"""What it would cost everybody to force a pair, exactly, without solving again.

The cheapest set of pairs with one pair forced differs from the best set by one chain of moves:
somebody makes room, somebody else takes the place that became free. At the prices of the best
set every move costs nothing or more, so that the cheapest chain is a shortest path (Dijkstra)
from the mentor who is wished for to the mentor who is left. It is looked for from both ends, until
no path can be shorter than the shortest one on which the two searches met (Pohl 1971): each then
looks at few of the mentors, because the circle that can be reached grows fast.
"""

from dataclasses import dataclass

import numpy as np

from telemaco.matching.solving.problem import FORBIDDEN, UNMATCHED, Integers
from telemaco.matching.solving.solve import Solution

_NOBODY = -1
_FAR = np.iinfo(np.int64).max // 4


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
    search = _Search(solution, mentor, problem.mentors if old == UNMATCHED else old)
    distance = search.run()
    if distance is None:
        return None
    own = int(solution.costs.of(np.array([mentee]), np.array([mentor]))[0])
    loss = own + int(prices.tolls[mentor]) - int(prices.costs[mentee]) + distance
    return Forced(loss, search.moves())


class _Side:
    """How far every position is from one end, and by which move of whom it is reached."""

    def __init__(self, end: int, positions: int) -> None:
        """Begin at an end."""
        self.far = np.full(positions, _FAR, np.int64)
        self.far[end] = 0
        self.next = np.full(positions, _NOBODY, np.int64)
        self.who = np.full(positions, _NOBODY, np.int64)
        self._waiting = self.far.copy()

    @property
    def nearest(self) -> int:
        """How far the nearest position is that was not looked at yet."""
        return int(self._waiting.min())

    def take_nearest(self) -> int:
        """That position."""
        at = int(self._waiting.argmin())
        self._waiting[at] = _FAR
        return at

    def reach(self, at: int, positions: Integers, far: Integers, who: Integers) -> None:
        """Note that positions, each named once, can be so far by way of this one."""
        closer = far < self.far[positions]
        nearer = positions[closer]
        self.far[nearer] = self._waiting[nearer] = far[closer]
        self.next[nearer] = at
        self.who[nearer] = who[closer]

    def reach_one(self, at: int, position: int, far: int, who: int = _NOBODY) -> None:
        """The same of one position."""
        if far < self.far[position]:
            self.far[position] = self._waiting[position] = far
            self.next[position] = at
            self.who[position] = who


class _Search:
    """The shortest chain of moves from one position to another.

    Positions: the mentors', then LEFT_OUT, then FREE.
    """

    def __init__(self, solution: Solution, start: int, target: int) -> None:
        """Of a solution. Places of no use in it may be of use to a pair below its floor."""
        problem, places = solution.costs.problem, solution.places
        self._solution, self._costs, self._prices = solution, solution.costs, solution.prices
        self._levels = solution.costs.levels * solution.costs.unit
        self._left_out, self._free = problem.mentors, problem.mentors + 1
        self._seats = np.where(solution.chosen == UNMATCHED, self._left_out, solution.chosen)
        counts = np.bincount(self._seats, minlength=problem.mentors + 1)
        self._starts = np.concatenate(([0], np.cumsum(counts)))
        self._order = np.argsort(self._seats, kind="stable")
        room = places.useful.copy()
        room[start] = min(room[start] + 1, problem.room[start])
        taken = counts[: problem.mentors]
        self._roomy, self._held = np.flatnonzero(taken < room), np.flatnonzero(taken > 0)
        self._rise = places.next_costs(taken) - solution.prices.tolls
        self._spared = solution.prices.tolls - places.last_costs(taken)
        pairs = problem.mentees - int(counts[self._left_out])
        self._may_grow = problem.most is None or pairs < problem.most
        self._start, self._target = start, target
        self._onward = _Side(start, problem.mentors + 2)
        self._back = _Side(target, problem.mentors + 2)
        self._met, self._best, self._turns_back = start, _FAR, False

    def run(self) -> int | None:
        """How long the shortest chain is; None when there is none."""
        while self._onward.nearest + self._back.nearest < self._best:
            if self._turns_back:
                self._step_back(self._back.take_nearest())
            else:
                self._step_onward(self._onward.take_nearest())
            self._turns_back = not self._turns_back
            both = self._onward.far + self._back.far
            self._met = int(both.argmin())
            self._best = min(_FAR, int(both[self._met]))
        return None if self._best == _FAR else self._best

    def moves(self) -> tuple[Move, ...]:
        """Who moves along the chain, from its start."""
        found = []
        at = self._met
        while at != self._start:
            before = int(self._onward.next[at])
            found.append((int(self._onward.who[at]), before, at))
            at = before
        found.reverse()
        at = self._met
        while at != self._target:
            after = int(self._back.next[at])
            found.append((int(self._back.who[at]), at, after))
            at = after
        return tuple(
            Move(mentee, self._mentor(old), self._mentor(new))
            for mentee, old, new in found
            if mentee != _NOBODY
        )

    def _step_onward(self, at: int) -> None:
        """Where those who are here could go, or a place that is given up or taken instead."""
        side, far = self._onward, int(self._onward.far[at])
        if at == self._free:
            nobody = np.full(len(self._held), _NOBODY)
            side.reach(at, self._held, far + self._spared[self._held], nobody)
            if self._may_grow:
                side.reach_one(at, self._left_out, far)
            return
        for mentee in self._order[self._starts[at] : self._starts[at + 1]].tolist():
            self._leave(at, mentee, far - int(self._prices.costs[mentee]))
        if at == self._left_out:
            if not self._solution.is_limited:
                side.reach_one(at, self._free, far)
        elif at in self._roomy:
            side.reach_one(at, self._free, far + int(self._rise[at]))

    def _leave(self, at: int, mentee: int, here: int) -> None:
        """This mentee goes to another mentor, or is left out.

        The draws, which take time, are looked at only where the move could be of use without.
        """
        side, tolls = self._onward, self._prices.tolls
        scores = self._costs.problem.scores[mentee]
        least = self._levels[scores] + tolls + here
        useful = self._useful(side, self._back)[: len(scores)]
        near = np.flatnonzero((least < useful) & self._costs.allows(scores))
        who = np.full(len(near), mentee)
        side.reach(at, near, self._costs.of(who, near) + tolls[near] + here, who)
        left_out = int(self._prices.left_out[mentee])
        side.reach_one(at, self._left_out, left_out + here, mentee)

    def _step_back(self, at: int) -> None:
        """Who could come here and from where, or a place that is given up or taken instead."""
        side, far = self._back, int(self._back.far[at])
        if at == self._free:
            nobody = np.full(len(self._roomy), _NOBODY)
            side.reach(at, self._roomy, far + self._rise[self._roomy], nobody)
            if not self._solution.is_limited:
                side.reach_one(at, self._left_out, far)
            return
        if at == self._left_out:
            costs = self._prices.left_out - self._prices.costs + far
            self._reach_seats(at, np.arange(len(self._seats)), costs)
            if self._may_grow:
                side.reach_one(at, self._free, far)
            return
        self._come(at, far + int(self._prices.tolls[at]))
        if at in self._held:
            side.reach_one(at, self._free, far + int(self._spared[at]))

    def _come(self, at: int, here: int) -> None:
        """A mentee comes from another mentor, or was left out."""
        side, own = self._back, self._prices.costs
        scores = self._costs.problem.scores[:, at]
        least = self._levels[scores] - own + here
        useful = self._useful(side, self._onward)[self._seats]
        near = np.flatnonzero((least < useful) & self._costs.allows(scores))
        far = self._costs.of(near, np.full(len(near), at)) - own[near] + here
        self._reach_seats(at, near, far)

    def _reach_seats(self, at: int, mentees: Integers, far: Integers) -> None:
        """Of several mentees with the same mentor the one counts who can come most cheaply."""
        order = np.lexsort((far, self._seats[mentees]))
        seats = self._seats[mentees[order]]
        first = order[np.diff(seats, prepend=_NOBODY) != 0]
        self._back.reach(at, self._seats[mentees[first]], far[first], mentees[first])

    def _useful(self, side: _Side, other: _Side) -> Integers:
        """How far a position may be so that a chain through it could be the shortest."""
        rest = np.minimum(other.far, other.nearest)
        useful: Integers = np.minimum(side.far, self._best - rest)
        return useful

    def _mentor(self, position: int) -> int:
        return UNMATCHED if position == self._left_out else position
