"""Prices that prove a set of pairs to be the best, and say what one more place is worth.

A mentor's toll is what one more place with them would save; a mentee's cost is that of their
pair and the toll of its mentor. The pairs are the cheapest set if no mentee would be better off
with another mentor at that mentor's toll, nor left out, and nobody with a free place asks for
more than it costs (complementary slackness of the assignment problem, Ahuja, Magnanti and Orlin
1993, chapter 12).
"""

from dataclasses import dataclass

import numpy as np

from telemaco.matching.solving.arcs import Arcs
from telemaco.matching.solving.costs import Costs
from telemaco.matching.solving.places import Places
from telemaco.matching.solving.problem import UNMATCHED, Integers

_BLOCK = 256
_NEAR = 5


@dataclass(frozen=True, slots=True, eq=False)
class Prices:
    """`tolls` of mentors and `costs` of mentees, in units; `left_out` as it was given."""

    tolls: Integers
    costs: Integers
    left_out: Integers


def prices_of(
    costs: Costs, places: Places, arcs: Arcs, chosen: Integers, left_out: Integers
) -> Prices | None:
    """The least tolls that explain the choice over the arcs; None when it is not the cheapest.

    The toll of a mentor is the most that a chain of people who each move up can save when the
    mentor gets one more place: longest paths, by Bellman and Ford.
    """
    width = costs.problem.mentors
    # The narrower the numbers, the faster they are sorted.
    order = np.argsort((arcs % width).astype(np.min_scalar_type(width)), kind="stable")
    rows, columns = arcs[order] // width, arcs[order] % width
    own = own_costs(costs, chosen, left_out)
    saved = own[rows] - costs.of(rows, columns)
    now_with = chosen[rows]
    taken = np.bincount(chosen[chosen != UNMATCHED], minlength=width)
    # The last one, which UNMATCHED finds, is that of being left out.
    tolls = np.zeros(width + 1, np.int64)
    tolls[:width] = _least(places, taken)
    reached, starts = np.unique(columns, return_index=True)
    for _ in range(width + 2 if len(reached) else 0):
        best = np.maximum.reduceat(saved + tolls[now_with], starts)
        if (best <= tolls[reached]).all():
            break
        tolls[reached] = np.maximum(tolls[reached], best)
    else:
        if len(reached):
            return None
    if _is_free_and_dear(places, taken, tolls):
        return None
    return Prices(tolls[:width], own + tolls[chosen], left_out)


def own_costs(costs: Costs, chosen: Integers, left_out: Integers) -> Integers:
    """The cost of everybody's own pair, or of being left out."""
    own = left_out.copy()
    matched = np.flatnonzero(chosen != UNMATCHED)
    own[matched] = costs.of(matched, chosen[matched])
    return own


def better_arcs(costs: Costs, prices: Prices) -> Arcs:
    """The pairs that would be cheaper than what their mentee has, at the prices.

    None of them: the prices hold for all pairs, and the choice is the best of all.
    """
    problem = costs.problem
    width = problem.mentors
    if not width or not problem.mentees:
        return np.empty(0, np.int64)
    levels = costs.levels * costs.unit
    cheapest_toll = int(prices.tolls.min())
    # The lowest score at which a pair could be cheaper: levels fall as scores rise.
    rising = levels[::-1]
    cheaper = np.searchsorted(rising, prices.costs - cheapest_toll, side="left")
    lowest = np.maximum(len(levels) - cheaper, max(0, costs.least)).astype(np.int32)
    found = []
    for start in range(0, problem.mentees, _BLOCK):
        scores = problem.scores[start : start + _BLOCK]
        near = np.flatnonzero(scores >= lowest[start : start + _BLOCK, None])
        rows, columns = near // width, near % width
        mentees = rows + start
        least = levels[scores[rows, columns]] + prices.tolls[columns]
        maybe = np.flatnonzero(least < prices.costs[mentees])
        mentees, columns = mentees[maybe], columns[maybe]
        exact = costs.of(mentees, columns) + prices.tolls[columns]
        better = exact < prices.costs[mentees]
        found.append(mentees[better] * width + columns[better])
    return np.concatenate(found)


def near_arcs(costs: Costs, prices: Prices, arcs: Arcs) -> Arcs:
    """Of these arcs those that are hardly dearer, at the prices, than what their mentee has.

    About five for every mentee, the pairs that were chosen among them.
    """
    rows, columns = arcs // costs.problem.mentors, arcs % costs.problem.mentors
    dearer = costs.of(rows, columns) + prices.tolls[columns] - prices.costs[rows]
    last = min(_NEAR * costs.problem.mentees, len(arcs)) - 1
    near: Arcs = arcs[dearer <= np.partition(dearer, last)[last]]
    return near


def _least(places: Places, taken: Integers) -> Integers:
    """No toll is below what the last place taken costs, nor what a place nobody takes does."""
    return np.where(taken > 0, places.last_costs(taken), np.minimum(0, places.costs[:, 0]))


def _is_free_and_dear(places: Places, taken: Integers, tolls: Integers) -> bool:
    """Whether a free place costs less than somebody would pay for it."""
    free = np.flatnonzero(taken < places.useful)
    return bool((tolls[free] > places.costs[free, taken[free]]).any())
