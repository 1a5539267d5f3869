"""Assignments over some arcs: the cheapest one, and the largest."""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import maximum_bipartite_matching, min_weight_full_bipartite_matching

from telemaco.matching.participants import Mask
from telemaco.matching.solving.arcs import Arcs
from telemaco.matching.solving.costs import NEVER, Costs
from telemaco.matching.solving.places import Places
from telemaco.matching.solving.problem import UNMATCHED, Integers

LARGEST = 1 << 51
"""The highest cost of leaving somebody out: sums of two costs stay exact in 53 bits."""


def assign(
    costs: Costs, places: Places, arcs: Arcs, left_out: Integers, tolls: Integers
) -> Integers:
    """The mentor of every mentee, or UNMATCHED, at the least cost over the arcs.

    `left_out` is the cost of leaving each mentee out. Every place is a column. Where as many
    people as possible are to be matched, their number is found first, and as many spare columns
    are added as people are left out. Else a column of their own takes each mentee who is left
    out, at that cost, but at most LARGEST.

    `tolls` are those of a similar problem, or 0. A toll that is added to the costs of a mentor
    shortens the search, and changes nothing if all their places are taken in the end: every
    other set of pairs then pays the same tolls or less. Else all is solved again without.
    """
    mentees, width = costs.problem.mentees, costs.problem.mentors
    spread = spread_of(arcs, places.useful)
    of_arcs = costs.of(arcs // width, arcs % width) + tolls[arcs % width]
    prices = of_arcs[spread.arcs] + places.each[spread.places]
    graph = _Graph(spread.mentees, spread.places, prices, (mentees, len(places.owners)))
    pairs = int((largest_among(spread, places.owners, mentees) != UNMATCHED).sum())
    spare = min(graph.shape) - pairs
    if costs.problem.objective != "total" and spare * min(graph.shape) <= len(arcs):
        whole = _with_spare(graph, spare, left_out - left_out.min(initial=NEVER))
    else:
        whole = _with_own(graph, left_out - max(0, int(left_out.max(initial=0)) - LARGEST))
    found = _cheapest(whole, places.owners, mentees)
    taken = np.bincount(found[found != UNMATCHED], minlength=width)
    if (taken < places.useful)[tolls > 0].any():
        return assign(costs, places, arcs, left_out, np.zeros_like(tolls))
    return found


@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """An arc to every place of its mentor: its position among the arcs, and what it joins."""

    arcs: Integers
    mentees: Integers
    places: Integers

    def where(self, kept: Mask) -> "Spread":
        """Only some of them."""
        return Spread(self.arcs[kept], self.mentees[kept], self.places[kept])


def spread_of(arcs: Arcs, room: Integers) -> Spread:
    """Arcs to mentors as arcs to their places."""
    width = max(1, len(room))
    count = room[arcs % width]
    each = np.repeat(np.arange(len(arcs)), count)
    before = np.cumsum(room) - room
    # Counted through all arcs, the places begin where those of the arcs before ended.
    shift = before[arcs % width] - (np.cumsum(count) - count)
    return Spread(each, (arcs // width)[each], np.arange(len(each)) + shift[each])


def largest_among(spread: Spread, owners: Integers, mentees: int) -> Integers:
    """The mentor of every mentee in a largest set of pairs over the arcs (Hopcroft and Karp).

    `owners` is the mentor of every place.
    """
    if not len(spread.places):
        return np.full(mentees, UNMATCHED, np.int64)
    starts = np.searchsorted(spread.mentees, np.arange(mentees + 1)).astype(np.int32)
    ones = np.ones(len(spread.places), np.int8)
    graph = csr_array((ones, spread.places.astype(np.int32), starts), shape=(mentees, len(owners)))
    taken = maximum_bipartite_matching(graph, perm_type="column")
    return np.append(owners, UNMATCHED)[taken]


@dataclass(frozen=True, slots=True, eq=False)
class _Graph:
    """What it costs to give rows columns: mentees come first of the rows, places of the columns."""

    rows: Integers
    columns: Integers
    costs: Integers
    shape: tuple[int, int]


def _with_spare(graph: _Graph, spare: int, waited: Integers) -> _Graph:
    """The graph with partners for `spare` of the smaller side, whom all of it can have for nothing.

    What leaving a mentee out costs more than leaving out another is taken off their pairs.
    """
    rows, columns = graph.shape
    costs = graph.costs - waited[graph.rows]
    people = np.repeat(np.arange(min(rows, columns)), spare)
    partners = max(rows, columns) + np.tile(np.arange(spare), min(rows, columns))
    nothing = np.zeros(len(people), np.int64)
    if rows <= columns:
        more = _Graph(people, partners, nothing, (rows, columns + spare + 1))
    else:
        more = _Graph(partners, people, nothing, (rows + spare + 1, columns))
    return _joined(_Graph(graph.rows, graph.columns, costs, graph.shape), more)


def _with_own(graph: _Graph, left_out: Integers) -> _Graph:
    """The graph with a column for every mentee who is left out."""
    rows, columns = graph.shape
    people = np.arange(rows)
    return _joined(graph, _Graph(people, columns + people, left_out, (rows, columns + rows + 1)))


def _joined(graph: _Graph, more: _Graph) -> _Graph:
    return _Graph(
        np.concatenate((graph.rows, more.rows)),
        np.concatenate((graph.columns, more.columns)),
        np.concatenate((graph.costs, more.costs)),
        more.shape,
    )


def _cheapest(graph: _Graph, owners: Integers, mentees: int) -> Integers:
    """The mentor of every mentee at the least cost of matching the whole smaller side."""
    weights = graph.costs.astype(np.float64)
    weights += 1 - weights.min(initial=0.0)
    ends = (graph.rows.astype(np.int32), graph.columns.astype(np.int32))
    rows, columns = min_weight_full_bipartite_matching(
        csr_array((weights, ends), shape=graph.shape)
    )
    real = (rows < mentees) & (columns < len(owners))
    found = np.full(mentees, UNMATCHED, np.int64)
    found[rows[real]] = owners[columns[real]]
    return found
