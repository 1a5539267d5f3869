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

from telemaco.matching.participants import UNSAID, Matrix, Participant, Terms
from telemaco.records.person import Approach

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


def values(mentees: Sequence[Participant], mentors: Sequence[Participant], _terms: Terms) -> Matrix:
    """The values of all pairs."""
    mine, theirs = _table(mentees), _table(mentors)
    total = np.zeros((len(mentees), len(mentors)), np.int32)
    for scale in range(len(_SCALES)):
        apart = np.abs(mine[:, scale, None] - theirs[None, :, scale])
        total += _FULL - _STEP * apart
    shared = mine[:, len(_SCALES) :] @ theirs[:, len(_SCALES) :].T
    ways = mine[:, len(_SCALES) :].sum(axis=1)
    both = (ways > 0)[:, None] & (theirs[:, len(_SCALES) :].sum(axis=1) > 0)
    total += np.where(both, _FULL * shared // np.maximum(ways, 1)[:, None], 0).astype(np.int32)
    mean = total // (len(_SCALES) + both.astype(np.int32))
    said = _said(mentees)[:, None] & _said(mentors)
    return np.where(said, mean, UNSAID).astype(np.int32)


def _said(people: Sequence[Participant]) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return np.array([one.person.approach is not None for one in people], np.bool_)


def _table(people: Sequence[Participant]) -> Matrix:
    """A row a person: the scales, then 1 or 0 for every way to learn."""
    rows = [_row(one.person.approach or Approach.model_construct()) for one in people]
    return np.array(rows, np.int32).reshape(len(people), len(_SCALES) + len(_WAYS))


def _row(approach: Approach) -> list[int]:
    scales = [int(getattr(approach, scale)) for scale in _SCALES]
    return scales + [int(way in approach.learns_by) for way in _WAYS]
