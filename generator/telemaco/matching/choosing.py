"""Which pairs a program proposes: from the table of all pairs to the best set of them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from telemaco.matching.participants import Mask, Participant
from telemaco.matching.solving.costs import costs_of
from telemaco.matching.solving.problem import (
    FIRST,
    FORBIDDEN,
    UNMATCHED,
    WAITED_MOST,
    Integers,
    Problem,
)
from telemaco.matching.solving.solve import Solution, solve
from telemaco.matching.solving.stable import (
    Liking,
    Positions,
    Wishes,
    blocked,
    stable,
)
from telemaco.matching.table import Table
from telemaco.matching.ties import words


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """The mentor of every mentee, or UNMATCHED; who blocks it; the prices where there are some.

    `blocking` are the mentees and mentors who would both rather have each other than whom they
    got. `solution` is None for the stable objective, which has no prices, and for members who
    changed groups. `is_limited` when more
    pairs could have been made, at the floor, than the program takes. The `pinned` rows were
    decided beforehand: `problem` and `solution` are of the others only.
    """

    chosen: Integers
    blocking: Positions
    solution: Solution | None
    problem: Problem
    liking: Liking
    is_limited: bool
    pinned: tuple[int, ...] = ()

    @property
    def free_to_move(self) -> Integers:
        """The same without the pinned rows, which are UNMATCHED here."""
        chosen = self.chosen.copy()
        chosen[list(self.pinned)] = UNMATCHED
        return chosen

    @property
    def taken(self) -> Integers:
        """How many places of every mentor are taken by people who are free to move."""
        chosen = self.free_to_move
        return np.bincount(chosen[chosen != UNMATCHED], minlength=self.problem.mentors)

    @property
    def is_full(self) -> bool:
        """Whether the program takes no more pairs than there are."""
        most = self.problem.most
        return most is not None and int(self.taken.sum()) >= most

    @property
    def most_are_wanted(self) -> bool:
        """Whether as many people as possible are matched, before anything else."""
        return self.problem.objective in {"fair", "coverage"}


def choose(
    table: Table, allowed: Mask, most: int | None, seed: str, needs: Integers | None = None
) -> Choice:
    """The best set of pairs of those allowed, at most so many, by the program's objective.

    `needs` is how many of each mentor's first places are to be filled if at all possible: the
    first one of mentors who come first and have nobody, when it is left out.
    """
    problem = problem_of(table, allowed, most, seed, needs)
    liking = liking_of(table.mentees, table.mentors)
    if problem.objective == "stable":
        solution = None
        every = stable(costs_of(problem), liking)
        chosen = _at_most(every, problem)
        is_limited = bool((every != chosen).any())
    else:
        solution = solve(problem)
        chosen, is_limited = solution.chosen, solution.is_limited
    blocking = blocked(problem.scores, chosen, problem.room, liking)
    return Choice(chosen, blocking, solution, problem, liking, is_limited)


def _at_most(chosen: Integers, problem: Problem) -> Integers:
    """No more pairs than may be made: those of mentees who waited longest, then by score."""
    rows = np.flatnonzero(chosen != UNMATCHED)
    scores = problem.scores[rows, chosen[rows]]
    ranked = rows[np.lexsort((problem.row_words[rows], -scores, -problem.mentees_waited[rows]))]
    kept = np.full_like(chosen, UNMATCHED)
    kept[ranked[: problem.most]] = chosen[ranked[: problem.most]]
    return kept


def rechosen(choice: Choice, table: Table, allowed: Mask, seed: str, chosen: Integers) -> Choice:
    """The choice with other mentors for some mentees, which no prices are known for."""
    if (chosen == choice.chosen).all():
        return choice
    problem, liking = (
        problem_of(table, allowed, None, seed),
        liking_of(table.mentees, table.mentors),
    )
    blocking = blocked(problem.scores, chosen, problem.room, liking)
    return Choice(chosen, blocking, None, problem, liking, choice.is_limited)


def runs_waited(mentee: Participant) -> int:
    """How many runs somebody is taken to have waited: FIRST for those who come first."""
    return FIRST if mentee.enrolment.comes_first else min(mentee.waited, WAITED_MOST)


def problem_of(
    table: Table, allowed: Mask, most: int | None, seed: str, needs: Integers | None = None
) -> Problem:
    """The numbers of `choose`."""
    matching = table.terms.program.matching
    return Problem(
        np.where(allowed, table.scores, np.int32(FORBIDDEN)),
        _numbers([one.room for one in table.mentors]),
        _numbers([one.load for one in table.mentors]),
        _numbers([runs_waited(one) for one in table.mentees]),
        _numbers([min(one.waited, WAITED_MOST) for one in table.mentors]),
        _first_places(table) if needs is None else needs,
        words("mentee", [one.id for one in table.mentees], seed),
        words("mentor", [one.id for one in table.mentors], seed),
        matching.objective,
        matching.spread == "even",
        most,
    )


def liking_of(mentees: Sequence[Participant], mentors: Sequence[Participant]) -> Liking:
    """Whom people asked for, as positions."""
    return Liking(_wishes(mentees, mentors), _wishes(mentors, mentees))


def _first_places(table: Table) -> Integers:
    return _numbers([int(one.enrolment.comes_first and not one.load) for one in table.mentors])


def _numbers(values: Sequence[int]) -> Integers:
    return np.array(values, np.int64)


def _wishes(people: Sequence[Participant], others: Sequence[Participant]) -> Wishes:
    at = {one.id: position for position, one in enumerate(others)}
    return {
        position: [at[other] for other in one.enrolment.prefers if other in at]
        for position, one in enumerate(people)
        if one.enrolment.prefers
    }
