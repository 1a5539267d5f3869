"""The arcs that a solution is looked for among: every pair, or the best few of everybody."""

from dataclasses import dataclass, replace

import numpy as np

from telemaco.matching.participants import Matrix
from telemaco.matching.solving.costs import NEVER, costs_of
from telemaco.matching.solving.problem import FORBIDDEN, Integers, Problem

ALL = 700 * 700
"""Up to so many pairs all of them are looked at."""
_BEST = 24
_STEP = 8
_SLACK = 2
_CROWD = 4
_ROUNDS = 2
_BLOCK = 256
_NEVER_REACHED = np.int32(10**9)

Arcs = Integers
"""Pairs as row * columns + column, rising."""


def first_arcs(problem: Problem, everything_below: int = ALL) -> Arcs:
    """The arcs to begin with: all that are allowed, or those that matter most.

    Of larger problems about the 24 best of every mentee and of every mentor: by their scores, and
    by what these are above those that the other reaches with most people. For whom all like best
    only few can have. The optimum over these misses the true one by about a thousandth, and the
    price check adds what is missing.
    """
    scores = problem.scores
    if scores.size <= max(0, everything_below):
        return np.flatnonzero(scores != FORBIDDEN)
    of_mentees, of_mentors = _Sample.of(scores), _Sample.of(scores.T)
    nothing = np.zeros(problem.mentors, np.int32)
    liked_mentees = of_mentees.reached(nothing)[0]
    liked_mentors = of_mentors.reached(liked_mentees)[0]
    for _ in range(_ROUNDS - 1):
        liked_mentees = of_mentees.reached(liked_mentors)[0]
        liked_mentors = of_mentors.reached(liked_mentees)[0]
    samples = of_mentees, of_mentors
    return merged(
        _best(problem, samples, np.zeros(problem.mentees, np.int32), nothing),
        _best(problem, samples, liked_mentees, liked_mentors),
    )


def merged(*arcs: Arcs) -> Arcs:
    """All of these arcs, each once; np.unique, which hashes, takes several times as long."""
    whole = np.sort(np.concatenate(arcs))
    found: Arcs = whole[np.diff(whole, prepend=-1) != 0]
    return found


@dataclass(frozen=True, slots=True, eq=False)
class _Sample:
    """Every so many columns of a matrix of scores; FORBIDDEN became the lowest number."""

    values: Matrix
    step: int

    @staticmethod
    def of(scores: Matrix) -> "_Sample":
        """A sample of so many columns that it tells which scores are good."""
        step = max(1, min(_STEP, scores.shape[1] // _BEST))
        values = np.ascontiguousarray(scores[:, ::step])
        return _Sample(np.where(values == FORBIDDEN, -_NEVER_REACHED, values), step)

    def reached(self, liked: Matrix) -> tuple[Matrix, Integers]:
        """What about the 24 best of every row reach, and the rows where far more do.

        `liked` is taken off every column of the whole matrix.
        """
        rank = min(self.values.shape[1], _BEST // self.step + _SLACK)
        values = self.values - liked[:: self.step]
        least = np.partition(values, -rank, axis=1)[:, -rank]
        crowded = (values >= least[:, None]).sum(axis=1) > _CROWD * rank
        has_few = least < -_NEVER_REACHED // 2
        return np.where(has_few, 0, least), np.flatnonzero(crowded & ~has_few)


def _best(
    problem: Problem, samples: tuple[_Sample, _Sample], liked_mentees: Matrix, liked_mentors: Matrix
) -> Arcs:
    """About the 24 best of everybody by scores less what the other is liked.

    Where many more than that are equally good it is the 24 whom the draw prefers.
    """
    scores, width = problem.scores, problem.mentors
    turned = replace(
        problem,
        scores=scores.T,
        row_words=problem.column_words,
        column_words=problem.row_words,
    )
    of_mentees, crowded_mentees = samples[0].reached(liked_mentors)
    of_mentors, crowded_mentors = samples[1].reached(liked_mentees)
    of_mentees[crowded_mentees] = of_mentors[crowded_mentors] = _NEVER_REACHED
    rows, columns = _drawn(problem, crowded_mentees, liked_mentors)
    more_columns, more_rows = _drawn(turned, crowded_mentors, liked_mentees)
    found = [rows * width + columns, more_rows * width + more_columns]
    for start in range(0, problem.mentees, _BLOCK):
        some = slice(start, start + _BLOCK)
        good = scores[some] - liked_mentors >= of_mentees[some, None]
        good |= scores[some] - liked_mentees[some, None] >= of_mentors
        good &= scores[some] != FORBIDDEN
        found.append(np.flatnonzero(good) + start * width)
    return np.concatenate(found)


def _drawn(problem: Problem, rows: Integers, liked: Matrix) -> tuple[Integers, Integers]:
    """The 24 cheapest pairs of each of these rows that are allowed: rows and columns."""
    costs = costs_of(problem)
    best = min(_BEST, problem.mentors)
    usual = costs.levels[np.clip(liked, 0, len(costs.levels) - 1)] * costs.unit
    found = [np.empty((2, 0), np.int64)]
    for start in range(0, len(rows), _BLOCK):
        mine = rows[start : start + _BLOCK]
        some = costs.rows(mine) - usual
        columns = np.argpartition(some, best - 1, axis=1)[:, :best]
        allowed = np.take_along_axis(some, columns, axis=1) < NEVER // 2
        found.append(np.stack((mine[np.nonzero(allowed)[0]], columns[allowed])))
    drawn = np.concatenate(found, axis=1)
    return drawn[0], drawn[1]
