"""Assignments over some arcs: the cheapest one, and the largest."""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import maximum_bipartite_matching, min_weight_full_bipartite_matching

from telemaco.matching.solving.arcs import Arcs
from telemaco.matching.solving.costs import Costs
from telemaco.matching.solving.places import Places
from telemaco.matching.solving.problem import UNMATCHED, Integers

LARGEST = 1 << 51
"""The highest cost of leaving somebody out: sums of two costs stay exact in 53 bits."""


def assign(costs: Costs, places: Places, arcs: Arcs, left_out: Integers) -> Integers:
    """The mentor of every mentee, or UNMATCHED, at the least cost over the arcs.

    `left_out` is the cost of leaving each mentee out, at most LARGEST. Every place is a column;
    a column of their own takes each mentee who is left out, so that there always is a solution.
    """
    width, mentees = costs.problem.mentors, costs.problem.mentees
    spread = _spread(arcs, places.useful)
    arc_costs = costs.of(arcs // width, arcs % width)
    cost = arc_costs[spread.arcs] + places.costs[spread.mentors, spread.within]
    people = np.arange(mentees)
    weights = np.concatenate((cost, left_out)).astype(np.float64)
    weights += 1 - weights.min(initial=0.0)
    rows = np.concatenate((spread.mentees, people))
    columns = np.concatenate((spread.places, int(places.useful.sum()) + people))
    shape = (mentees, int(places.useful.sum()) + mentees)
    matched, taken = min_weight_full_bipartite_matching(
        csr_array((weights, (rows, columns)), shape=shape)
    )
    owners = np.concatenate((places.owners, np.full(mentees, UNMATCHED)))
    found: Integers = np.full(mentees, UNMATCHED, np.int64)
    found[matched] = owners[taken]
    return found


def largest_among(arcs: Arcs, room: Integers, mentees: int) -> Integers:
    """The mentor of every mentee in a largest set of pairs over the arcs (Hopcroft and Karp)."""
    spread = _spread(arcs, room)
    shape = (mentees, int(room.sum()))
    if not len(spread.arcs):
        return np.full(mentees, UNMATCHED, np.int64)
    ones = np.ones(len(spread.arcs), np.int8)
    graph = csr_array((ones, (spread.mentees, spread.places)), shape=shape)
    taken = maximum_bipartite_matching(graph, perm_type="column")
    owners = np.append(np.repeat(np.arange(len(room)), room), UNMATCHED)
    return owners[taken]


@dataclass(frozen=True, slots=True, eq=False)
class _Spread:
    """An arc to every place of its mentor: its position among the arcs, and where it leads."""

    arcs: Integers
    mentees: Integers
    mentors: Integers
    within: Integers
    places: Integers


def _spread(arcs: Arcs, room: Integers) -> _Spread:
    rows, columns = arcs // max(1, len(room)), arcs % max(1, len(room))
    count = room[columns]
    each = np.repeat(np.arange(len(arcs)), count)
    within = np.arange(len(each)) - np.repeat(np.cumsum(count) - count, count)
    first = np.cumsum(room) - room
    mentors = columns[each]
    return _Spread(each, rows[each], mentors, within, first[mentors] + within)
