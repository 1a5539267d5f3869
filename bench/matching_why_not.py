"""The exact price of a pair that was not made against solving again with that pair, 2,000.

Solving again keeps the floor and the arcs it is looked for among, so it is as quick as can be.
"""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from bench.matching_speed import whole
from bench.mentoring import population
from bench.rounds import medians
from bench.table import Row, print_rows
from telemaco.matching.solving.prices import own_costs
from telemaco.matching.solving.problem import FORBIDDEN, UNMATCHED
from telemaco.matching.solving.solve import Solution, solve
from telemaco.matching.solving.why_not import why_not

_SIZE = 2000
_ASKED = 12


def rows() -> Iterator[Row]:
    """How many times as fast, and how many prices differ."""
    chance = np.random.default_rng(3)
    solution = whole(population(_SIZE, _SIZE, 3))
    once, again, differing = [], [], 0
    for _ in range(_ASKED):
        mentee = int(chance.integers(_SIZE))
        allowed = solution.costs.allows(solution.costs.problem.scores[mentee])
        mentor = int(chance.choice(np.flatnonzero(allowed)))
        price, solved = medians(
            1,
            lambda: why_not(solution, mentee, mentor),  # noqa: B023 (called at once)
            lambda: _with(solution, mentee, mentor),  # noqa: B023 (called at once)
        )
        once.append(price)
        again.append(solved)
        differing += _loss(solution, mentee, mentor) != _gap(solution, mentee, mentor)
    yield Row(f"{_SIZE} x {_SIZE}: the price of a pair", float(np.median(once)) * 1000, "ms")
    yield Row("  solving again", float(np.median(again)) * 1000, "ms")
    ratio = float(np.median(again) / np.median(once))
    yield Row("  faster", ratio, "x", at_least=12)
    yield Row(f"  prices of {_ASKED} that differ", differing, "", at_most=0)


def _with(solution: Solution, mentee: int, mentor: int) -> Solution:
    """The best set with a pair."""
    problem = solution.costs.problem
    scores = problem.scores.copy()
    scores[scores < solution.costs.least] = FORBIDDEN
    scores[mentee] = FORBIDDEN
    scores[mentee, mentor] = problem.scores[mentee, mentor]
    return solve(replace(problem, scores=scores))


def _loss(solution: Solution, mentee: int, mentor: int) -> int | None:
    forced = why_not(solution, mentee, mentor)
    return forced.loss if forced else None


def _gap(solution: Solution, mentee: int, mentor: int) -> int:
    return _cost(solution, _with(solution, mentee, mentor)) - _cost(solution, solution)


def _cost(solution: Solution, other: Solution) -> int:
    """What the pairs of one cost in another; no mentor has two, so that places cost nothing."""
    left_out = np.where(other.chosen == UNMATCHED, solution.prices.left_out, 0)
    return sum(own_costs(solution.costs, other.chosen, left_out).tolist())


if __name__ == "__main__":
    print_rows(rows())
