"""The whole default match against scipy's bare dense solver on the same final matrix.

The whole match begins with people and ends with proven pairs: scores and limits of all pairs, the
fair floor, the largest sum of logarithms, the prices, and the count of blocking pairs. The bare
solver gets the matrix of costs ready made, a column for every place.
"""

import sys
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
from scipy.optimize import linear_sum_assignment

from bench.mentoring import Population, population
from bench.rounds import medians
from bench.table import Row, print_rows
from telemaco.matching.choosing import choose
from telemaco.matching.silence import with_silence
from telemaco.matching.solving.costs import NEVER
from telemaco.matching.solving.problem import UNMATCHED
from telemaco.matching.solving.solve import Solution
from telemaco.matching.table import table_of

_ROUNDS = {5000: 3, 2000: 5}
_TARGETS = {(5000, "one"): 1.0, (5000, "capacity"): 0.8, (2000, "one"): 1.5}
_FAR = float(1 << 51)
_PLACES_OF_A_HUNDRED = 55


def whole(people: Population) -> Solution:
    """The default match: from people to proven pairs."""
    terms = with_silence(people.terms, people.mentees, people.mentors)
    table = table_of(people.mentees, people.mentors, terms)
    solution = choose(table, table.allowed, None, "bench").solution
    if solution is None:
        raise RuntimeError("the default objective has prices")
    return solution


def final_matrix(solution: Solution) -> npt.NDArray[np.float64]:
    """What every mentee costs at every place; a pair that is forbidden as much as nothing else."""
    costs, places = solution.costs, solution.places
    pairs = costs.rows(np.arange(costs.problem.mentees))
    return np.where(pairs == NEVER, _FAR, pairs.astype(np.float64))[:, places.owners]


def rows(size: int, kind: str) -> Iterator[Row]:
    """The ratio, the seconds, and in how many pairs the two differ."""
    mentors = size * _PLACES_OF_A_HUNDRED // 100 if kind == "capacity" else size
    people = population(size, mentors, 1, capacity=kind == "capacity")
    solution = whole(people)
    matrix = final_matrix(solution)
    ours, bare = medians(
        _ROUNDS[size], lambda: whole(people), lambda: linear_sum_assignment(matrix)
    )
    what = f"{size} mentees, {mentors} mentors" + (" of 1 to 3" if kind == "capacity" else "")
    yield Row(f"{what}: the whole default match", ours, "s")
    yield Row("  bare linear_sum_assignment on the final matrix", bare, "s")
    yield Row("  times", ours / bare, "x", at_most=_TARGETS[size, kind])
    yield Row("  pairs in which they differ", _differing(solution, matrix), "", at_most=0)


def _differing(solution: Solution, matrix: npt.NDArray[np.float64]) -> int:
    mentees, places = linear_sum_assignment(matrix)
    made = matrix[mentees, places] < _FAR
    found = np.full(len(matrix), UNMATCHED)
    found[mentees[made]] = solution.places.owners[places[made]]
    return int((found != solution.chosen).sum())


if __name__ == "__main__":
    print_rows(rows(int(sys.argv[1]), sys.argv[2]))
