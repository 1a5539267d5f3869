"""How well the worst-off can be served when as many people as possible are matched."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from telemaco.matching.solving.arcs import Arcs, first_arcs, merged
from telemaco.matching.solving.costs import costs_of
from telemaco.matching.solving.needs import turned
from telemaco.matching.solving.places import Places, places_of
from telemaco.matching.solving.problem import UNMATCHED, Integers, Problem
from telemaco.matching.solving.reach import Mask, enlarged
from telemaco.matching.solving.sparse import Spread, largest_among, spread_of

_SHARE = (9, 10)


def fair_floor(problem: Problem, arcs: Arcs) -> int:
    """Nine tenths, rounded up, of the best worst score that the best set of people can have.

    The best set of people is a largest one, and of these one with most people who have waited.
    A set of pairs can serve it at a score if it can serve as many of all people, and as many of
    those who have waited one run or more, two or more, and so on, as any set can (the greedy
    property of matroids; Edmonds 1971), and if it can fill as many of the places that are needed
    (see `needs`). `arcs` are those to look among first.
    """
    waited = problem.mentees_waited
    tiers = [waited >= runs for runs in np.unique(np.append(waited, 0))]
    worst = [best_worst(problem, arcs, people) for people in tiers]
    if needed := turned(problem):
        everybody = np.ones(needed.mentees, np.bool_)
        worst.append(best_worst(needed, first_arcs(needed), everybody))
    best = min((score for score in worst if score is not None), default=0)
    return -(-best * _SHARE[0] // _SHARE[1])


def best_worst(problem: Problem, arcs: Arcs, people: Mask) -> int | None:
    """The highest score that nobody in a largest set of pairs of these people need be below.

    Found among the arcs by halving; then proven over all pairs: either nobody left out can
    reach a free place through pairs of a higher score, or the search goes on above. None when
    there are no pairs.
    """
    arcs = arcs[people[arcs // max(1, problem.mentors)]]
    scores = problem.scores.reshape(-1)[arcs]
    places = places_of(costs_of(problem))
    spread = spread_of(arcs, places.useful)
    among = _Among(problem, places, people, spread, scores[spread.arcs])
    pairs = _pairs(among.all_pairs(0))
    pairs = pairs if problem.most is None else min(pairs, problem.most)
    if not pairs:
        return None
    levels = merged(scores.astype(np.int64))
    low, high = 0, len(levels) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if _pairs(among.arcs_only(int(levels[middle]))) >= pairs:
            low = middle
        else:
            high = middle - 1
    best = int(levels[low])
    while _pairs(chosen := among.all_pairs(best + 1)) >= pairs:
        best = _worst(problem, chosen)
    return best


@dataclass(frozen=True, slots=True, eq=False)
class _Among:
    """Largest sets of pairs of some people above a score: over the arcs only, or over all pairs."""

    problem: Problem
    places: Places
    people: Mask
    spread: Spread
    scores: npt.NDArray[np.int32]

    def arcs_only(self, least: int) -> Integers:
        """A largest set over the arcs."""
        kept = self.spread.where(self.scores >= least)
        return largest_among(kept, self.places.owners, self.problem.mentees)

    def all_pairs(self, least: int) -> Integers:
        """A largest set over all pairs."""
        begun = self.arcs_only(least)
        return enlarged(self.problem.scores, least, begun, self.places.useful, self.people)


def _pairs(chosen: Integers) -> int:
    return int((chosen != UNMATCHED).sum())


def _worst(problem: Problem, chosen: Integers) -> int:
    matched = np.flatnonzero(chosen != UNMATCHED)
    return int(problem.scores[matched, chosen[matched]].min())
