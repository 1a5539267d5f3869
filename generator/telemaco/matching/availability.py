"""The criterion of availability: free hours in common a week.

Four hours or more are 1000, in proportion below; more than four win nothing, so that a wide
answer is no merit. In a program during which clocks change, the season with the fewest hours
counts. Where one of the two says nothing of their hours the value is UNSAID, that of a little
more than an hour.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from telemaco.matching.participants import UNSAID, Matrix, Participant, Terms
from telemaco.model.overlap import SLOT, SLOTS, common_minutes

_ENOUGH = 240
_FULL = 1000


def value(mentee: Participant, mentor: Participant, _terms: Terms) -> int:
    """The value of one pair."""
    if not mentee.person.availability or not mentor.person.availability:
        return UNSAID
    return min(_ENOUGH, common_minutes(mentee.free, mentor.free)) * _FULL // _ENOUGH


def values(mentees: Sequence[Participant], mentors: Sequence[Participant], _terms: Terms) -> Matrix:
    """The values of all pairs."""
    found = np.full((len(mentees), len(mentors)), UNSAID, np.int32)
    rows = [row for row, one in enumerate(mentees) if one.person.availability]
    columns = [column for column, one in enumerate(mentors) if one.person.availability]
    if rows and columns:
        slots = _least_in_common([mentees[row] for row in rows], [mentors[at] for at in columns])
        known = np.minimum(np.arange(SLOTS + 1) * SLOT, _ENOUGH) * _FULL // _ENOUGH
        found[np.ix_(rows, columns)] = known[slots]
    return found


def free_bits(people: Sequence[Participant], season: int) -> npt.NDArray[np.float32]:
    """1 for every free slot (column) of a week in a season, a row a person."""
    packed = b"".join(one.free[season].to_bytes(SLOTS // 8, "little") for one in people)
    rows = np.frombuffer(packed, np.uint8).reshape(len(people), -1)
    return np.unpackbits(rows, axis=1, bitorder="little").astype(np.float32)


def _least_in_common(mentees: Sequence[Participant], mentors: Sequence[Participant]) -> Matrix:
    """Slots in common in the season that has the fewest; counts are exact in single precision."""
    seasons = range(len(mentees[0].free))
    in_common = (free_bits(mentees, season) @ free_bits(mentors, season).T for season in seasons)
    least = next(in_common)
    for slots in in_common:
        np.minimum(least, slots, out=least)
    return least.astype(np.int32)
