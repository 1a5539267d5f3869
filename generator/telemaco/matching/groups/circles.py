"""Circles of peers who all fit one another and share an hour and a language.

Best is what places most people; of that, what places those who come first or have waited, then
what makes fewest circles, then (with `spread`) the most even ones, then what gives people the
highest scores with the others of their circle. That is NP-hard, too. For few people every set of
circles is looked at, so that the answer is the best; for more, several ways to begin are tried,
each is improved as long as a single change helps, and the best of them is taken.
"""

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from telemaco.matching.groups.peers import Circle, Peers
from telemaco.matching.groups.rearranging import rearranged

_FEW = 12
"""So many people are few enough for every set of circles to be looked at."""

_NOT_MANY = 24
"""With up to so many people it is begun with each of them."""


def circles(peers: Peers) -> list[Circle]:
    """The members of each circle; whoever is in none could not be placed."""
    if are_few(peers):
        return _every_way(peers)
    people = len(peers.shared)
    firsts = [None, *(range(people) if people <= _NOT_MANY else ())]
    ways = [
        rearranged(peers, _begun(peers, first, by_need=by_need))
        for first in firsts
        for by_need in (True, False)
    ]
    best = max(ways, key=peers.value)
    return sorted(best)


def are_few(peers: Peers) -> bool:
    """Whether there are so few people that their circles are proven to be the best."""
    return len(peers.shared) <= _FEW


def _every_way(peers: Peers) -> list[Circle]:
    """The best of all sets of circles, put together from the best for those who remain."""
    people = range(len(peers.shared))
    sizes = range(peers.least, min(peers.most, len(people)) + 1)
    able = [one for size in sizes for one in combinations(people, size) if peers.can_meet(one)]
    by_first: dict[int, list[tuple[int, Circle]]] = {}
    for circle in able:
        by_first.setdefault(circle[0], []).append((sum(1 << one for one in circle), circle))
    known: dict[tuple[int, int, int], list[Circle]] = {}

    def best(first: int, taken: int, left: int) -> list[Circle]:
        """The best circles of people from `first` on who are not taken, `left` at most.

        Below 0 stands for any number.
        """
        if first == len(people) or left == 0:
            return []
        key = (first, taken >> first, left)
        if key not in known:
            found = best(first + 1, taken, left)
            ways = by_first.get(first, ()) if not taken >> first & 1 else ()
            for bits, circle in ways:
                if not bits & taken:
                    other = [circle, *best(first + 1, taken | bits, left - (left > 0))]
                    found = max(found, other, key=peers.value)
            known[key] = found
        return known[key]

    return best(0, 0, -1 if peers.circles is None else peers.circles)


def _begun(peers: Peers, first: int | None, *, by_need: bool) -> list[Circle]:
    """Circles made one after another, as few and as even as their largest size allows.

    Each begins with whoever fits the fewest of those who wait (`by_need`) or the most, the first
    one with the person given, and takes the one who keeps most others in reach, of these the one
    with the highest scores.
    """
    waiting = list(range(len(peers.shared)))
    found: list[Circle] = []
    while len(waiting) >= peers.least and (peers.circles is None or len(found) < peers.circles):
        size = -(-len(waiting) // -(-len(waiting) // peers.most))
        choices = peers.fits[np.ix_(waiting, waiting)].sum(axis=1)
        begin = waiting[int(choices.argmin() if by_need else choices.argmax())]
        seed = begin if first is None or first not in waiting else first
        circle = _grown(peers, waiting, max(peers.least, size), seed)
        is_enough = len(circle) >= peers.least
        gone = set(circle if is_enough else circle[:1])
        waiting = [one for one in waiting if one not in gone]
        if is_enough:
            found.append(tuple(sorted(circle)))
    return found


def _grown(peers: Peers, waiting: Sequence[int], size: int, first: int) -> list[int]:
    circle = [first]
    able = [one for one in waiting if one not in circle and peers.can_meet([*circle, one])]
    while able and len(circle) < size:
        reach = peers.in_reach(circle, able)
        missing = size - len(circle) - 1
        chosen = max(
            able,
            key=lambda one: (
                min(len(reach[one]), missing),
                peers.with_others(one, circle),
                -one,
            ),
        )
        circle.append(chosen)
        able = reach[chosen]
    return circle
