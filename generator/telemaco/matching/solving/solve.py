"""The best set of pairs and the prices that prove it."""

from dataclasses import dataclass, replace

import numpy as np

from telemaco.matching.solving.arcs import ALL, Arcs, first_arcs, merged
from telemaco.matching.solving.costs import NEVER, Costs, costs_of
from telemaco.matching.solving.dense import Weights, cheapest, largest
from telemaco.matching.solving.floor import fair_floor
from telemaco.matching.solving.needs import has_needs, met, most_met
from telemaco.matching.solving.places import Places, places_of
from telemaco.matching.solving.prices import Prices, better_arcs, near_arcs, prices_of
from telemaco.matching.solving.problem import UNMATCHED, Integers, Problem, left_out_costs
from telemaco.matching.solving.sparse import LARGEST, assign

_MARGIN = 1000
_GROWTH = 4
_MOST_REBATE = LARGEST // 4


@dataclass(frozen=True, slots=True, eq=False)
class Solution:
    """The mentor of every mentee, or UNMATCHED, with the prices that prove it the best.

    `is_limited` when more pairs could have been made than the program takes: then the price of
    leaving somebody out is what the last pair adds to the costs.
    """

    chosen: Integers
    prices: Prices
    costs: Costs
    places: Places
    is_limited: bool = False


def solve(problem: Problem, everything_below: int = ALL) -> Solution:
    """The best set of pairs by the problem's objective.

    - `fair`: as many people as possible; then nobody below nine tenths of the best worst score
      that can be reached; then the largest sum of logarithms of scores.
    - `coverage`: as many people as possible, then the largest sum of scores.
    - `total`: the largest sum of scores, even if fewer people are matched.

    Problems of more pairs than `everything_below` are solved over the arcs that matter: solve,
    look for pairs that would be cheaper at the prices, add them, solve again. What comes out is
    the optimum over all pairs, and the prices are the proof.

    Before the scores come the places that are needed and the mentees who come first: their rebate
    grows until as many of them as possible are met, or until sums would no longer be exact. Where
    the number of pairs is bounded they come before the fair floor, too: one pair that meets two
    of them may score less than what two others would.
    """
    if not has_needs(problem):
        return _solve(problem, everything_below, None)
    wanted = most_met(problem)
    solution = _meeting(problem, everything_below, wanted, None)
    if problem.most is None or met(problem, solution.chosen) >= wanted:
        return solution
    other = _meeting(problem, everything_below, wanted, 0)
    return max(solution, other, key=lambda one: met(problem, one.chosen))


def _meeting(problem: Problem, everything_below: int, wanted: int, least: int | None) -> Solution:
    """The best set that meets as many needs as wanted, if it can be."""
    asked = replace(problem, rebate=2 * int(costs_of(problem).levels[0]))
    while True:
        solution = _solve(asked, everything_below, least)
        rebate = asked.rebate * _GROWTH
        if met(problem, solution.chosen) >= wanted or rebate * solution.costs.unit > _MOST_REBATE:
            return solution
        asked = replace(problem, rebate=rebate)


def _solve(problem: Problem, everything_below: int, least: int | None) -> Solution:
    """The best set of pairs that score `least` or more; None for the floor of the objective."""
    arcs = first_arcs(problem, everything_below)
    if least is None:
        least = fair_floor(problem, arcs) if problem.objective == "fair" else 0
    arcs = arcs[problem.scores.reshape(-1)[arcs] >= least]
    is_complete = problem.scores.size <= everything_below
    return _cheapest(costs_of(problem, least), arcs, is_complete=is_complete)


def _cheapest(costs: Costs, arcs: Arcs, *, is_complete: bool) -> Solution:
    problem = costs.problem
    places = places_of(costs)
    left_out = _left_out(costs, places)
    is_narrow = is_complete
    tolls = np.zeros(problem.mentors, np.int64)
    while True:
        chosen = assign(costs, places, arcs, left_out, tolls)
        prices = prices_of(costs, places, arcs, chosen, left_out)
        if prices is None:
            return _of_size(costs, places, left_out, None)
        more = np.empty(0, np.int64) if is_complete else better_arcs(costs, prices)
        if not len(more):
            break
        arcs = merged(arcs if is_narrow else near_arcs(costs, prices, arcs), more)
        is_narrow = True
        tolls = _guessed(costs, prices)
    if problem.most is not None and (chosen != UNMATCHED).sum() > problem.most:
        return _of_size(costs, places, left_out, problem.most)
    return Solution(chosen, prices, costs, places)


def _guessed(costs: Costs, prices: Prices) -> Integers:
    """Tolls to begin the next search with: a little less, so that the places stay taken.

    None where they are too large to be added exactly, as when somebody is left out.
    """
    tolls = np.maximum(0, prices.tolls - _MARGIN * costs.unit)
    return np.zeros_like(tolls) if tolls.max(initial=0) > LARGEST else tolls


def _left_out(costs: Costs, places: Places) -> Integers:
    """What leaving somebody out costs.

    As much as a score of 0 where the largest total is wanted; else more than twice all that
    others can gain when one more of them moves up in a chain and one more place is taken, so that
    as many people as possible are matched.
    """
    problem = costs.problem
    waited = left_out_costs(problem, costs.levels) * costs.unit
    if problem.objective == "total":
        return waited + int(costs.levels[0]) * costs.unit + costs.unit - 1
    rise = int(places.costs.max(initial=0) - places.costs.min(initial=0))
    swing = int(costs.levels[0]) * costs.unit + costs.unit
    return waited + 2 * ((problem.mentees + 1) * swing + rise + int(waited.max(initial=0)))


def _of_size(costs: Costs, places: Places, left_out: Integers, most: int | None) -> Solution:
    """The cheapest set of exactly `most` pairs (None: of as many as can be), over all pairs.

    With `most`, what the last pair adds to the costs is the price of leaving somebody out.
    """
    waited = left_out - int(left_out.min())
    weights = _weights(costs, places, waited)
    pairs = largest(np.isfinite(weights)) if most is None else most
    found = cheapest(weights, pairs)
    if most is not None:
        left_out = waited + _last(weights, found, pairs)
    chosen = np.where(found == UNMATCHED, UNMATCHED, places.owners[found])
    arcs = np.flatnonzero(costs.allows(costs.problem.scores))
    prices = prices_of(costs, places, arcs, chosen, left_out)
    if prices is None:
        raise ArithmeticError("the costs are too large for exact sums in floating point")
    return Solution(chosen, prices, costs, places, most is not None)


def _weights(costs: Costs, places: Places, waited: Integers) -> Weights:
    """The cost of every mentee at every place, less what their waiting counts."""
    people = np.arange(costs.problem.mentees)
    pairs = costs.rows(people)[:, places.owners]
    whole = pairs + places.each - waited[:, None]
    return np.where(pairs == NEVER, np.inf, whole.astype(np.float64))


def _last(weights: Weights, found: Integers, pairs: int) -> int:
    """What the last of so many pairs costs; what the first would cost when there is none."""
    if not pairs:
        return int(weights.min())
    return int(_total(weights, found) - _total(weights, cheapest(weights, pairs - 1)))


def _total(weights: Weights, found: Integers) -> float:
    matched = np.flatnonzero(found != UNMATCHED)
    return float(weights[matched, found[matched]].sum())
