"""The arcs that a solution is looked for among: every pair, or the best few of everybody."""

from collections.abc import Iterator

import numpy as np

from telemaco.matching.participants import Matrix
from telemaco.matching.solving.problem import FORBIDDEN, Integers, Problem

ALL = 700 * 700
"""Up to so many pairs all of them are looked at."""
_BEST = 24
_STEP = 8
_SLACK = 2
_TOO_MANY = 4 * _BEST
_BLOCK = 256

Arcs = Integers
"""Pairs as row * columns + column, rising."""


def first_arcs(problem: Problem, everything_below: int = ALL) -> Arcs:
    """The arcs to begin with: all that are allowed, or those that matter most.

    Of larger problems about the 24 best of every mentee and of every mentor: the optimum over
    these misses the true one by about a thousandth, and the price check adds what is missing.
    """
    scores = problem.scores
    if scores.size <= max(0, everything_below):
        return np.flatnonzero(scores != FORBIDDEN)
    width = problem.mentors
    keys = [rows * width + columns for rows, columns in _best_of_rows(scores)]
    keys += [rows * width + columns for columns, rows in _best_of_rows(scores.T)]
    return np.unique(np.concatenate(keys))


def _best_of_rows(scores: Matrix) -> Iterator[tuple[Integers, Integers]]:
    """About the best of every row, by block: rows and columns.

    What is good is told from a sample of the row's scores.
    """
    width = scores.shape[1]
    step = max(1, min(_STEP, width // _BEST))
    rank = min(width // step, _BEST // step + _SLACK)
    for start in range(0, len(scores), _BLOCK):
        block = np.ascontiguousarray(scores[start : start + _BLOCK])
        sample = np.ascontiguousarray(block[:, ::step])
        good = np.partition(sample, -rank, axis=1)[:, -rank]
        rows, columns = np.nonzero(block >= np.maximum(good, FORBIDDEN + 1)[:, None])
        count = np.bincount(rows, minlength=len(block))
        if count.max(initial=0) > _TOO_MANY:
            rows, columns = _cut(block, rows, columns, count)
        yield rows + start, columns


def _cut(
    block: Matrix, rows: Integers, columns: Integers, count: Integers
) -> tuple[Integers, Integers]:
    """Only the best of rows of which too many are as good as the sample's."""
    many = np.flatnonzero(count > _TOO_MANY)
    at = np.argpartition(block[many], -_BEST, axis=1)[:, -_BEST:]
    few = count[rows] <= _TOO_MANY
    return (
        np.concatenate((rows[few], np.repeat(many, _BEST))),
        np.concatenate((columns[few], at.ravel())),
    )
