"""Why this pair: the words for what was chosen."""

from datetime import date

import numpy as np
import numpy.typing as npt

from telemaco.matching.cautions import cautions
from telemaco.matching.evidence import evidence
from telemaco.matching.limits import NONE
from telemaco.matching.result import Link, RunnerUp
from telemaco.matching.scores import score, shares
from telemaco.matching.solving.problem import Integers
from telemaco.matching.table import Table

_RUNNERS_UP = 3


def link(table: Table, row: int, column: int, today: date, chosen: Integers | None = None) -> Link:
    """A pair with everything that is said of it.

    `chosen` is the mentor of every mentee; without it, among peers, nobody is a runner-up.
    """
    mentee, mentor, terms = table.mentees[row], table.mentors[column], table.terms
    parts = shares(mentee, mentor, terms)
    return Link(
        mentee.id,
        mentor.id,
        score(parts),
        parts,
        tuple(evidence(part.criterion, mentee, mentor, terms) for part in parts),
        tuple(cautions(mentee, mentor, terms, today)),
        () if chosen is None else _runners_up(table, row, column, chosen),
    )


def _runners_up(table: Table, row: int, column: int, chosen: Integers) -> tuple[RunnerUp, ...]:
    """The next mentors of the mentee, then the next mentees of the mentor."""
    mentee, mentor = table.mentees[row].id, table.mentors[column].id
    mentors = np.flatnonzero(table.limits[row] == NONE)
    mentees = np.flatnonzero((table.limits[:, column] == NONE) & (chosen != column))
    return (
        *(
            RunnerUp(mentee, table.mentors[at].id, int(table.scores[row, at]))
            for at in _best(table.scores[row], mentors[mentors != column])
        ),
        *(
            RunnerUp(mentor, table.mentees[at].id, int(table.scores[at, column]))
            for at in _best(table.scores[:, column], mentees)
        ),
    )


def _best(scores: npt.NDArray[np.int32], among: Integers) -> list[int]:
    """The positions with the highest scores, best first; of equals the first."""
    found = scores[among]
    if len(among) > _RUNNERS_UP:
        least = np.partition(found, -_RUNNERS_UP)[-_RUNNERS_UP]
        among = among[found >= least]
    order = np.argsort(-scores[among], kind="stable")[:_RUNNERS_UP]
    return [int(at) for at in among[order]]
