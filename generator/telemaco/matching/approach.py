"""The criterion of approach: whether two people like to work in the same way.

Structure, directness and initiative: each 1000 when both say the same, 250 less a step apart.
Initiative says on both sides who should lead (1 the mentor, 5 the mentee), so the same number
means that they complement each other. Where both name ways to learn, the part of the mentee's
ways that the mentor shares is a fourth part. The value is the mean of the parts; UNSAID when one
of the two says nothing. That similarity in attitudes counts for more than similarity in what
can be seen is the finding of Eby et al. (2013).
"""

from collections.abc import Sequence

import numpy as np

from telemaco.matching.participants import UNSAID, Participant, Terms
from telemaco.matching.rows import Rows, Values, alike

_FULL = 1000
_STEP = 250
_SCALES = ("structure", "directness", "initiative")
_WAYS = ("doing", "discussing", "reading", "watching", "writing")


def value(mentee: Participant, mentor: Participant, _terms: Terms) -> int:
    """The value of one pair."""
    mine, theirs = mentee.person.approach, mentor.person.approach
    if mine is None or theirs is None:
        return UNSAID
    parts = [
        _FULL - _STEP * abs(int(getattr(mine, on)) - int(getattr(theirs, on))) for on in _SCALES
    ]
    if mine.learns_by and theirs.learns_by:
        ways = set(mine.learns_by)
        parts.append(_FULL * len(ways & set(theirs.learns_by)) // len(ways))
    return sum(parts) // len(parts)


def rows(mentees: Sequence[Participant], mentors: Sequence[Participant], _terms: Terms) -> Rows:
    """The values of all pairs; mentees who say the same are looked at once.

    `without` are the values without ways to learn, `with_ways` four times those with them.
    """
    mine, theirs = [_scales(one) for one in mentees], [_scales(one) for one in mentors]
    kinds, kind_of = alike(mine)
    scales = _sums([mine[at] for at in kinds], theirs)
    said = np.array([one is not None for one in theirs], np.bool_)
    without = np.where(said, scales // len(_SCALES), np.int16(UNSAID))
    without[[mine[at] is None for at in kinds]] = UNSAID
    my_ways, their_ways = [_ways(one) for one in mentees], [_ways(one) for one in mentors]
    way_kinds, way_kind_of = alike(my_ways)
    ways = _shared([my_ways[at] for at in way_kinds], their_ways)
    naming, both = (np.array(list(map(bool, side)), np.bool_) for side in (my_ways, their_ways))

    def found(some: slice) -> Values:
        values = without[kind_of[some]]
        if both.any() and len(at := np.flatnonzero(naming[some])):
            parts = scales[kind_of[some][at]] + ways[way_kind_of[some][at]]
            values[at] = np.where(both, parts // (len(_SCALES) + 1), values[at])
        return values

    return found


def _scales(one: Participant) -> tuple[int, ...] | None:
    approach = one.person.approach
    return tuple(int(getattr(approach, scale)) for scale in _SCALES) if approach else None


def _ways(one: Participant) -> frozenset[str]:
    return frozenset(one.person.approach.learns_by if one.person.approach else ())


def _sums(
    mine: Sequence[tuple[int, ...] | None], theirs: Sequence[tuple[int, ...] | None]
) -> Values:
    """The sum over the scales of every two; those who say nothing are taken as saying 0."""
    nothing = (0,) * len(_SCALES)
    one, other = (
        np.array([scales or nothing for scales in side], np.int16).reshape(-1, len(_SCALES))
        for side in (mine, theirs)
    )
    sums = np.full((len(mine), len(theirs)), len(_SCALES) * _FULL, np.int16)
    for scale in range(len(_SCALES)):
        sums -= _STEP * np.abs(one[:, None, scale] - other[:, scale])
    return sums


def _shared(mine: Sequence[frozenset[str]], theirs: Sequence[frozenset[str]]) -> Values:
    """The part of one's ways that the other shares."""
    parts = [[_FULL * len(one & other) // max(1, len(one)) for other in theirs] for one in mine]
    return np.array(parts, np.int16).reshape(len(mine), len(theirs))
