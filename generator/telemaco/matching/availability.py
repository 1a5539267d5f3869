"""The criterion of availability: free hours in common a week.

Four hours or more are 1000, in proportion below; more than four win nothing, so that a wide
answer is no merit. In a program during which clocks change, the season with the fewest hours
counts. Where one of the two says nothing of their hours the value is UNSAID, that of a little
more than an hour.
"""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

from telemaco.matching.meeting import meeting_minutes
from telemaco.matching.participants import UNSAID, Participant, Terms
from telemaco.matching.rows import Rows, Values
from telemaco.model.overlap import SLOT, SLOTS, common_minutes, longest_minutes

_ENOUGH = 240
_FULL = 1000
_PART = Fraction(_FULL, _ENOUGH)
_TILE = 1024
"""So many mentors' counts stay in the processor's cache."""


def value(mentee: Participant, mentor: Participant, _terms: Terms) -> int:
    """The value of one pair."""
    if not mentee.person.availability or not mentor.person.availability:
        return UNSAID
    return min(_ENOUGH, common_minutes(mentee.free, mentor.free)) * _FULL // _ENOUGH


def brief_minutes(mentee: Participant, mentor: Participant, terms: Terms) -> int | None:
    """Minutes of the longest time in common, where it is shorter than a session; None else."""
    longest = longest_minutes(mentee.free, mentor.free)
    return longest if longest < meeting_minutes(terms.program) else None


def rows(mentees: Sequence[Participant], mentors: Sequence[Participant], _terms: Terms) -> Rows:
    """The values of all pairs."""
    seasons = range(len(mentees[0].free) if mentees and mentors else 0)
    stretches = [_stretches(mentees, season) for season in seasons]
    tiles = [slice(start, start + _TILE) for start in range(0, len(mentors), _TILE)]
    counted = [[_counted(mentors[tile], season) for season in seasons] for tile in tiles]
    silent_mentees, silent_mentors = _silent(mentees), _silent(mentors)

    def found(some: slice) -> Values:
        values = np.full((len(mentees[some]), len(mentors)), _ENOUGH // SLOT, np.int16)
        mine = [ends[some] for ends in stretches]
        for tile, slots in zip(tiles, counted, strict=True):
            for season in seasons:
                np.minimum(values[:, tile], mine[season] @ slots[season], out=values[:, tile])
        values *= SLOT * _PART.numerator
        values //= _PART.denominator
        values[silent_mentees[some]] = UNSAID
        if silent_mentors.any():
            values[:, silent_mentors] = UNSAID
        return values

    return found


def free_bits(people: Sequence[Participant], season: int) -> npt.NDArray[np.uint8]:
    """1 for every free slot (column) of a week in a season, a row a person."""
    packed = b"".join(one.free[season].to_bytes(SLOTS // 8, "little") for one in people)
    rows = np.frombuffer(packed, np.uint8).reshape(len(people), -1)
    return np.unpackbits(rows, axis=1, bitorder="little")


def _stretches(mentees: Sequence[Participant], season: int) -> csr_array:
    """Where each mentee's stretches of free time end (1) and begin (-1).

    With the free slots of a mentor counted from the beginning of the week, a stretch has as many
    slots in common as the count grows by: a sum over its two ends instead of all its slots.
    """
    within = np.zeros((len(mentees), SLOTS + 2), np.int8)
    within[:, 1:-1] = free_bits(mentees, season)
    ends = (within[:, :-1] - within[:, 1:]).ravel()
    at = np.flatnonzero(ends)
    starts = np.searchsorted(at, np.arange(len(mentees) + 1) * (SLOTS + 1))
    shape = (len(mentees), SLOTS + 1)
    return csr_array((ends[at].astype(np.int16), at % (SLOTS + 1), starts), shape=shape)


def _counted(mentors: Sequence[Participant], season: int) -> Values:
    """How many free slots every mentor has before each slot of the week, and in all."""
    counted = np.zeros((SLOTS + 1, len(mentors)), np.int16)
    counted[1:] = free_bits(mentors, season).T
    return np.cumsum(counted, axis=0, out=counted)


def _silent(people: Sequence[Participant]) -> npt.NDArray[np.bool_]:
    return np.array([not one.person.availability for one in people], np.bool_)
