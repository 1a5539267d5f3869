"""Who could get a place if people moved: alternating paths through pairs of a score or more."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from telemaco.matching.participants import Matrix
from telemaco.matching.solving.problem import UNMATCHED, Integers

Mask = npt.NDArray[np.bool_]
"""Yes or no for every mentee."""

_BLOCK = 256
_NOBODY = -1


@dataclass(frozen=True, slots=True, eq=False)
class Reach:
    """The mentees and mentors that a mentee can reach, when everybody met on the way moves.

    `free` is a mentor with a free place among them, None when there is none: then these mentees
    compete for the places of these mentors (Hall 1935), and no largest set of pairs has more of
    them. `came_from` is the mentee through whom each mentor was reached.
    """

    mentees: Integers
    mentors: Integers
    free: int | None
    came_from: Integers


def reach(scores: Matrix, least: int, chosen: Integers, room: Integers, start: Integers) -> Reach:
    """Where these mentees can go through pairs that score `least` or more, breadth first."""
    width = scores.shape[1]
    taken = np.bincount(chosen[chosen != UNMATCHED], minlength=width)
    came_from = np.full(width, _NOBODY, np.int64)
    seen = [start]
    frontier = start
    while len(frontier):
        for begin in range(0, len(frontier), _BLOCK):
            rows = frontier[begin : begin + _BLOCK]
            open_to = np.flatnonzero(came_from == _NOBODY)
            fits = scores[np.ix_(rows, open_to)] >= least
            came_from[open_to] = np.where(fits.any(axis=0), rows[fits.argmax(axis=0)], _NOBODY)
        reached = np.flatnonzero(came_from != _NOBODY)
        free = reached[taken[reached] < room[reached]]
        if len(free):
            return Reach(np.concatenate(seen), reached, int(free[0]), came_from)
        is_new = np.zeros(len(chosen) + 1, np.bool_)
        is_new[np.flatnonzero(np.isin(chosen, reached))] = True
        is_new[np.concatenate(seen)] = False
        frontier = np.flatnonzero(is_new)
        seen.append(frontier)
    return Reach(np.concatenate(seen), np.flatnonzero(came_from != _NOBODY), None, came_from)


def enlarged(
    scores: Matrix, least: int, chosen: Integers, room: Integers, people: Mask
) -> Integers:
    """A largest set of pairs of these people that score `least` or more, begun from such pairs."""
    chosen = chosen.copy()
    while len(left := np.flatnonzero(people & (chosen == UNMATCHED))):
        found = reach(scores, least, chosen, room, left)
        if found.free is None:
            break
        mentor = found.free
        while mentor != UNMATCHED:
            mentee = int(found.came_from[mentor])
            mentor, chosen[mentee] = int(chosen[mentee]), mentor
    return chosen
