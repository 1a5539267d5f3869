"""Stable pairs: nobody finds a mentor who would rather have them too.

Mentee-proposing deferred acceptance with capacities (Gale and Shapley 1962); of all stable sets
of pairs it is the one that every mentee likes best. What either side likes is the people they
asked for, in their order, then the others by their scores.
"""

from bisect import insort
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from telemaco.matching.participants import Matrix
from telemaco.matching.scores import HIGHEST
from telemaco.matching.solving.costs import Costs
from telemaco.matching.solving.places import places_of
from telemaco.matching.solving.problem import FORBIDDEN, UNMATCHED, Integers

_BLOCK = 256
_LONGEST = 100

Wishes = Mapping[int, Sequence[int]]
"""The positions on the other side that somebody asked for, the dearest first."""

Positions = Integers
"""A row for every couple: the mentee's position and the mentor's."""


@dataclass(frozen=True, slots=True)
class Liking:
    """Whom everybody on both sides asked for."""

    mentees: Wishes
    mentors: Wishes


def bonus(rank: int) -> int:
    """How much dearer than any score somebody is who was asked for, first (0) or later."""
    return (_LONGEST - min(rank, _LONGEST - 1)) * (HIGHEST + 1)


def stable(costs: Costs, liking: Liking) -> Integers:
    """The mentor of every mentee, or UNMATCHED."""
    problem = costs.problem
    room = places_of(costs).useful
    held: list[list[tuple[int, int]]] = [[] for _ in range(problem.mentors)]
    chosen = np.full(problem.mentees, UNMATCHED, np.int64)
    left: dict[int, Iterator[int]] = {}
    waiting = list(range(problem.mentees))
    while waiting:
        mentee = waiting.pop()
        proposals = left.setdefault(mentee, _proposals(costs, liking, mentee))
        for mentor in proposals:
            insort(held[mentor], (_rank(costs, liking, mentee, mentor), mentee))
            chosen[mentee] = mentor
            if len(held[mentor]) > room[mentor]:
                _, mentee = held[mentor].pop()
                chosen[mentee] = UNMATCHED
                waiting.append(mentee)
            break
    return chosen


def blocked(scores: Matrix, chosen: Integers, room: Integers, liking: Liking) -> Positions:
    """The mentees and mentors who would both rather have each other than what they have.

    Somebody who has nobody, or room left, would rather have anybody whom the limits allow.
    """
    mentees, mentors = scores.shape
    if not mentees or not mentors:
        return np.empty((0, 2), np.int64)
    taken = np.bincount(chosen[chosen != UNMATCHED], minlength=mentors)
    worst = np.where(taken < room, FORBIDDEN, np.iinfo(np.int32).max).astype(np.int64)
    for begin in range(0, mentees, _BLOCK):
        rows = _matched(chosen, begin)
        held = _liked_by_mentors(scores, liking, begin)[rows - begin, chosen[rows]]
        np.minimum.at(worst, chosen[rows], held)
    worst[room == 0] = np.iinfo(np.int64).max
    found = []
    for begin in range(0, mentees, _BLOCK):
        mine = _liked_by_mentees(scores, liking, begin)
        theirs = _liked_by_mentors(scores, liking, begin)
        rows = _matched(chosen, begin)
        own = np.full(len(mine), FORBIDDEN, np.int64)
        own[rows - begin] = mine[rows - begin, chosen[rows]]
        found.append(np.argwhere((mine > own[:, None]) & (theirs > worst)) + np.array([begin, 0]))
    return np.concatenate(found)


def _matched(chosen: Integers, begin: int) -> Integers:
    return begin + np.flatnonzero(chosen[begin : begin + _BLOCK] != UNMATCHED)


def _proposals(costs: Costs, liking: Liking, mentee: int) -> Iterator[int]:
    """The mentors whom the limits allow, the one the mentee likes best first."""
    scores = costs.problem.scores[mentee]
    allowed = np.flatnonzero(scores != FORBIDDEN)
    likes = scores[allowed].astype(np.int64)
    for rank, mentor in enumerate(liking.mentees.get(mentee, ())):
        likes[allowed == mentor] += bonus(rank)
    draws = costs.of(np.full(len(allowed), mentee), allowed) % costs.unit
    yield from allowed[np.lexsort((draws, -likes))].tolist()


def _rank(costs: Costs, liking: Liking, mentee: int, mentor: int) -> int:
    """The lower, the more the mentor likes the mentee; draws decide between equals."""
    likes = int(costs.problem.scores[mentee, mentor])
    wishes = liking.mentors.get(mentor, ())
    if mentee in wishes:
        likes += bonus(wishes.index(mentee))
    draw = int(costs.of(np.array([mentee]), np.array([mentor]))[0]) % costs.unit
    return draw - likes * costs.unit


def _liked_by_mentees(scores: Matrix, liking: Liking, begin: int) -> Matrix:
    block = scores[begin : begin + _BLOCK].copy()
    for row in range(len(block)):
        for rank, mentor in enumerate(liking.mentees.get(begin + row, ())):
            if block[row, mentor] != FORBIDDEN:
                block[row, mentor] += bonus(rank)
    return block


def _liked_by_mentors(scores: Matrix, liking: Liking, begin: int) -> Matrix:
    block = scores[begin : begin + _BLOCK].copy()
    for mentor, wishes in liking.mentors.items():
        for rank, mentee in enumerate(wishes):
            row = mentee - begin
            if 0 <= row < len(block) and block[row, mentor] != FORBIDDEN:
                block[row, mentor] += bonus(rank)
    return block
