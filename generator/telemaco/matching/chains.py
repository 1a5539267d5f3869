"""Who could still be served if one more pair were allowed, and who competes for the same places.

In a largest set of pairs nobody who is left out can reach a free place, however people move. So
the pairs that would serve one more person are those between a mentee whom somebody left out can
reach and a mentor from whom a free place can be reached (Berge 1957). Those left out together
with whom they can reach are more mentees than their mentors have places (Hall 1935).
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from telemaco.matching.choosing import Choice
from telemaco.matching.participants import Mask, Matrix
from telemaco.matching.solving.problem import FORBIDDEN, UNMATCHED, Integers
from telemaco.matching.solving.reach import reach

_BLOCK = 256


@dataclass(frozen=True, slots=True, eq=False)
class Chains:
    """Masks: who would do for one more pair on either side.

    `left` are the mentees who are left out. A pair of one of `seekers` with one of `givers`
    would serve one more person; so would one more place with one of `wanted`. Where the most
    pairs are wanted, chains of people who move count, else only those left out and the mentors
    with a free place.
    """

    left: Mask
    seekers: Mask
    wanted: Mask
    givers: Mask


@dataclass(frozen=True, slots=True)
class Rivalry:
    """Mentees who compete for the places of these mentors, of which there are too few."""

    mentees: tuple[int, ...]
    mentors: tuple[int, ...]
    places: int


def chains_of(choice: Choice) -> Chains | None:
    """The chains of a choice; None when the program takes fewer pairs than could be made."""
    if choice.is_limited:
        return None
    problem = choice.problem
    left = choice.free_to_move == UNMATCHED
    left[list(choice.pinned)] = False
    free = choice.taken < problem.room
    if not choice.most_are_wanted:
        wanted = (problem.scores[left] != FORBIDDEN).any(axis=0) & ~free
        return Chains(left, left, wanted, free)
    seekers, wanted = seeking(choice, left, 0)
    # The floor may have kept the fair objective from noticing that more pairs could be made.
    if (wanted & free).any():
        return None
    return Chains(left, seekers, wanted, _givers(choice, free))


def seeking(choice: Choice, left: Mask, least: int) -> tuple[Mask, Mask]:
    """The mentees and mentors whom those left out can reach by pairs that score so much."""
    problem, start = choice.problem, np.flatnonzero(left)
    found = reach(problem.scores, least, choice.free_to_move, problem.room, start)
    seekers, wanted = np.zeros(problem.mentees, np.bool_), np.zeros(problem.mentors, np.bool_)
    seekers[found.mentees] = True
    wanted[found.mentors] = True
    return seekers, wanted


def rivalries(choice: Choice, chains: Chains) -> Iterator[Rivalry]:
    """The sets of mentees who compete for too few places, apart from each other.

    Only where the most pairs are wanted; those left out whom no mentor fits are in none.
    """
    problem = choice.problem
    if not choice.most_are_wanted:
        return
    rows, columns = np.flatnonzero(chains.seekers), np.flatnonzero(chains.wanted)
    fits = problem.scores[np.ix_(rows, columns)] != FORBIDDEN
    one, other = np.nonzero(fits)
    size = len(rows) + len(columns)
    links = csr_array((np.ones(len(one), np.int8), (one, other + len(rows))), shape=(size, size))
    parts = connected_components(links, directed=False)[1]
    for part in np.unique(parts[len(rows) :]):
        mentors = columns[parts[len(rows) :] == part]
        mentees = rows[parts[: len(rows)] == part]
        places = int(problem.room[mentors].sum())
        yield Rivalry(tuple(mentees.tolist()), tuple(mentors.tolist()), places)


def _givers(choice: Choice, free: Mask) -> Mask:
    """The mentors with a free place, and those whose mentee could move to one of them."""
    problem, chosen = choice.problem, choice.free_to_move
    givers = free.copy()
    frontier = np.flatnonzero(free)
    while len(frontier):
        movers = np.unique(np.concatenate(list(_fitting(problem.scores, frontier))))
        reached = np.unique(chosen[movers][chosen[movers] != UNMATCHED])
        frontier = reached[~givers[reached]]
        givers[frontier] = True
    return givers


def _fitting(scores: Matrix, columns: Integers) -> Iterator[Integers]:
    """The rows that fit one of the columns, some columns at a time."""
    for begin in range(0, len(columns), _BLOCK):
        some = scores[:, columns[begin : begin + _BLOCK]] != FORBIDDEN
        yield np.flatnonzero(some.any(axis=1))
