"""The cheapest set of exactly so many pairs, over a whole matrix of costs."""

import numpy as np
import numpy.typing as npt
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_array
from scipy.sparse.csgraph import maximum_bipartite_matching

from telemaco.matching.participants import Mask
from telemaco.matching.solving.problem import UNMATCHED, Integers

Weights = npt.NDArray[np.float64]
"""A whole number for every person (row) and place (column); infinity forbids."""


def largest(allowed: Mask) -> int:
    """The most people that can have a place each."""
    if not allowed.any():
        return 0
    matched = maximum_bipartite_matching(csr_array(allowed), perm_type="column")
    return int((matched != UNMATCHED).sum())


def cheapest(costs: Weights, pairs: int) -> Integers:
    """The cheapest way to give exactly `pairs` people a place.

    `pairs` is at most what `largest` says. People who get none are sent to columns made up
    for them; places that nobody may get are taken by rows made up for them. The sums stay
    exact as long as they stay below two to the power of 53.
    """
    people, places = costs.shape
    found = np.full(people, UNMATCHED, np.int64)
    if not pairs:
        return found
    whole = np.full((people + places - pairs, places + people - pairs), np.inf)
    whole[:people, :places] = costs
    whole[:people, places:] = 0
    whole[people:, :places] = 0
    rows, columns = linear_sum_assignment(whole)
    real = (rows < people) & (columns < places)
    found[rows[real]] = columns[real]
    return found
