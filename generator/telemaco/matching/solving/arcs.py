"""The arcs that a solution is looked for among: every pair, or the best few of everybody."""

from dataclasses import replace

import numpy as np

from telemaco.matching.participants import Mask, Matrix
from telemaco.matching.solving.costs import NEVER, costs_of
from telemaco.matching.solving.problem import FORBIDDEN, Integers, Problem

ALL = 700 * 700
"""Up to so many pairs all of them are looked at."""
_BEST = 24
_STEP = 8
_SLACK = 2
_CROWD = 4
_BLOCK = 256

Arcs = Integers
"""Pairs as row * columns + column, rising."""


def first_arcs(problem: Problem, everything_below: int = ALL) -> Arcs:
    """The arcs to begin with: all that are allowed, or those that matter most.

    Of larger problems about the 24 best of every mentee and of every mentor: the optimum over
    these misses the true one by about a thousandth, and the price check adds what is missing.
    Where many more than that are equally good it is the 24 whom the draw prefers.
    """
    scores = problem.scores
    if scores.size <= max(0, everything_below):
        return np.flatnonzero(scores != FORBIDDEN)
    turned = replace(
        problem,
        scores=scores.T,
        row_words=problem.column_words,
        column_words=problem.row_words,
    )
    width = problem.mentors
    least_of_mentees, crowded_mentees = _least_good(scores)
    least_of_mentors, crowded_mentors = _least_good(scores.T)
    rows, columns = _drawn(problem, crowded_mentees)
    more_columns, more_rows = _drawn(turned, crowded_mentors)
    return merged(
        _above(scores, least_of_mentees, least_of_mentors),
        rows * width + columns,
        more_rows * width + more_columns,
    )


def merged(*arcs: Arcs) -> Arcs:
    """All of these arcs, each once; np.unique, which hashes, takes several times as long."""
    whole = np.sort(np.concatenate(arcs))
    found: Arcs = whole[np.diff(whole, prepend=-1) != 0]
    return found


def _least_good(scores: Matrix) -> tuple[Matrix, Integers]:
    """The score that about the 24 best of every row reach, and the rows where far more do.

    It is told from a sample of the row's scores. In a crowded row nothing is good enough.
    """
    width = scores.shape[1]
    step = max(1, min(_STEP, width // _BEST))
    rank = min(width // step, _BEST // step + _SLACK)
    sample = np.ascontiguousarray(scores[:, ::step])
    least = np.maximum(np.partition(sample, -rank, axis=1)[:, -rank], FORBIDDEN + 1)
    crowded = (sample >= least[:, None]).sum(axis=1) > _CROWD * rank
    return np.where(crowded, np.iinfo(np.int32).max, least), np.flatnonzero(crowded)


def _above(scores: Matrix, of_rows: Matrix, of_columns: Matrix) -> Arcs:
    """The pairs that reach what is good for one of the two."""
    found = []
    for start in range(0, len(scores), _BLOCK):
        block = scores[start : start + _BLOCK]
        good: Mask = block >= of_rows[start : start + _BLOCK, None]
        good |= block >= of_columns
        found.append(np.flatnonzero(good) + start * scores.shape[1])
    return np.concatenate(found)


def _drawn(problem: Problem, rows: Integers) -> tuple[Integers, Integers]:
    """The 24 cheapest pairs of each of these rows that are allowed: rows and columns."""
    costs = costs_of(problem)
    best = min(_BEST, problem.mentors)
    found = [np.empty((2, 0), np.int64)]
    for start in range(0, len(rows), _BLOCK):
        mine = rows[start : start + _BLOCK]
        some = costs.rows(mine)
        columns = np.argpartition(some, best - 1, axis=1)[:, :best]
        allowed = np.take_along_axis(some, columns, axis=1) != NEVER
        found.append(np.stack((mine[np.nonzero(allowed)[0]], columns[allowed])))
    drawn = np.concatenate(found, axis=1)
    return drawn[0], drawn[1]
