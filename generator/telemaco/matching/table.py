"""Both sides of a matching with the scores and limits of all pairs: what the others work on."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from telemaco.matching.limits import NONE, limits
from telemaco.matching.participants import Mask, Matrix, Participant, Terms
from telemaco.matching.scores import scores

_BLOCK = 512


@dataclass(frozen=True, slots=True)
class Table:
    """Rows are mentees, columns mentors; `limits` holds positions in LIMITS, or NONE."""

    mentees: Sequence[Participant]
    mentors: Sequence[Participant]
    terms: Terms
    scores: Matrix
    limits: npt.NDArray[np.int8]

    @property
    def allowed(self) -> Mask:
        """Where no limit holds."""
        mask: Mask = self.limits == NONE
        return mask


def table_of(mentees: Sequence[Participant], mentors: Sequence[Participant], terms: Terms) -> Table:
    """Judge all pairs, some rows at a time: what each criterion gave is not kept."""
    judged = scores(mentees, mentors, terms)
    shape = (len(mentees), len(mentors))
    totals, positions = np.empty(shape, np.int32), np.empty(shape, np.int8)
    for start in range(0, len(mentees), _BLOCK):
        rows = slice(start, start + _BLOCK)
        found = judged(rows)
        totals[rows] = found.total
        positions[rows] = limits(mentees[rows], mentors, terms, found)
    return Table(mentees, mentors, terms, totals, positions)
