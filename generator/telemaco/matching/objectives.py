"""Which set of pairs is the best: the four objectives a program can choose from.

All are exact. Each becomes a cost in whole numbers for every mentee and place, to which a draw
is added that decides between equals and is too small to decide anything else.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from telemaco.matching.assignment import UNMATCHED, cheapest, largest
from telemaco.matching.participants import Mask, Matrix
from telemaco.matching.scores import HIGHEST

_EXACT_BITS = 53
_COST_BITS = 21
_MOST_TIE_BITS = 16
_LOG_SCALE = 1 << 16
_FLOOR = (9, 10)
_LOAD_PRICE = 10_000

Chosen = npt.NDArray[np.int64]
"""The position of a mentor for every mentee, or UNMATCHED."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Everything that a set of pairs is chosen from.

    `room` and `load` are the free and taken places of every mentor, `most` the pairs that may
    be made (None: as many as can be), `draws` a number below two to the power of
    `tie_bits(people)` for every pair.
    """

    scores: Matrix
    allowed: Mask
    room: Sequence[int]
    load: Sequence[int]
    most: int | None
    draws: npt.NDArray[np.int64]


def choose(choice: Choice, objective: str) -> Chosen:
    """The best set of pairs by the objective.

    - `coverage`: as many people as possible, then the largest sum of scores.
    - `fair`: as many people as possible; then nobody below nine tenths of the best worst score
      that can be reached; then the largest sum of logarithms of scores (Nash), which would
      rather help somebody served badly than somebody served well.
    - `balanced`: as coverage, but a mentor's second mentee costs 10 points of 100, the third
      20 and so on, so that nobody gets a second one while another who fits about as well has
      none.
    - `total`: the largest sum of scores, even if fewer people are matched.
    """
    places = _places(choice)
    allowed = choice.allowed[:, places]
    scores = choice.scores[:, places].astype(np.int64)
    people = sum(choice.scores.shape)
    if objective == "total":
        costs = HIGHEST - np.where(allowed, scores, 0)
        found = _solve(costs, np.ones_like(allowed), choice, places, _at_most(choice, costs.shape))
        served = found != UNMATCHED
        served[served] = allowed[np.flatnonzero(served), found[served]]
        found = np.where(served, found, UNMATCHED)
    else:
        pairs = _at_most(choice, (largest(allowed), people))
        if objective == "fair":
            allowed &= scores >= _fair_floor(scores, allowed, pairs)
            costs = _log_costs(scores)
        else:
            costs = HIGHEST - scores
            if objective == "balanced":
                costs += _load_prices(choice, places)
        found = _solve(costs, allowed, choice, places, pairs)
    return np.where(found == UNMATCHED, UNMATCHED, places[found] if len(places) else UNMATCHED)


def tie_bits(people: int) -> int:
    """The width of the draw for so many people: what the exact sums leave room for."""
    left = _EXACT_BITS - _COST_BITS - 2 * people.bit_length()
    return max(1, min(_MOST_TIE_BITS, left))


def _at_most(choice: Choice, bounds: tuple[int, int]) -> int:
    return min(bounds) if choice.most is None else min(choice.most, *bounds)


def _places(choice: Choice) -> npt.NDArray[np.int64]:
    """The mentor of every place; no mentor has more of them than there are mentees for."""
    useful = np.minimum(np.array(choice.room, np.int64), choice.allowed.sum(axis=0))
    return np.repeat(np.arange(len(choice.room)), useful)


def _solve(
    costs: npt.NDArray[np.int64], allowed: Mask, choice: Choice, places: Chosen, pairs: int
) -> Chosen:
    people = sum(choice.scores.shape)
    unit = 1 << (tie_bits(people) + people.bit_length())
    whole = costs * unit + choice.draws[:, places]
    return cheapest(np.where(allowed, whole, np.inf), pairs)


def _fair_floor(scores: npt.NDArray[np.int64], allowed: Mask, pairs: int) -> int:
    """Nine tenths of the best worst score with which so many people can still be matched."""
    levels = np.unique(scores[allowed])
    low, high = 0, len(levels) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if largest(allowed & (scores >= levels[middle])) >= pairs:
            low = middle
        else:
            high = middle - 1
    best_worst = int(levels[low]) if len(levels) else 0
    return -(-best_worst * _FLOOR[0] // _FLOOR[1])


def _log_costs(scores: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    table = np.log(np.maximum(np.arange(HIGHEST + 1), 1) / HIGHEST)
    costs: npt.NDArray[np.int64] = np.rint(-table * _LOG_SCALE).astype(np.int64)[scores]
    return costs


def _load_prices(choice: Choice, places: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """What each place costs more for the mentees that its mentor has before it."""
    first = np.searchsorted(places, places)
    before = np.arange(len(places)) - first + np.array(choice.load, np.int64)[places]
    return before * _LOAD_PRICE
