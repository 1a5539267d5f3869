"""Both sides of a matching with the scores and limits of all pairs: what the others work on."""

from collections.abc import Sequence
from dataclasses import dataclass

from telemaco.matching.limits import LIMITS, NONE, limits
from telemaco.matching.participants import Mask, Matrix, Participant, Terms
from telemaco.matching.scores import scores


@dataclass(frozen=True, slots=True)
class Table:
    """Rows are mentees, columns mentors; `limits` holds positions in LIMITS, or NONE."""

    mentees: Sequence[Participant]
    mentors: Sequence[Participant]
    terms: Terms
    scores: Matrix
    limits: Matrix

    @property
    def allowed(self) -> Mask:
        """Where no limit holds."""
        mask: Mask = self.limits == NONE
        return mask

    def limit_name(self, row: int, column: int) -> str:
        """The limit that forbids a pair that is forbidden."""
        return LIMITS[int(self.limits[row, column])].name


def table_of(mentees: Sequence[Participant], mentors: Sequence[Participant], terms: Terms) -> Table:
    """Judge all pairs."""
    found = scores(mentees, mentors, terms)
    return Table(mentees, mentors, terms, found.total, limits(mentees, mentors, terms, found))
