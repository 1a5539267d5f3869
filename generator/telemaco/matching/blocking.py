"""The blocking pairs that a coordinator may want to look at."""

import numpy as np

from telemaco.matching.choosing import Choice
from telemaco.matching.result import Blocking
from telemaco.matching.solving.problem import UNMATCHED
from telemaco.matching.table import Table

_MOST = 50


def blocked_most(table: Table, choice: Choice) -> tuple[Blocking, ...]:
    """The mentees and mentors who would both rather have each other, by what they would gain.

    What both gain is the difference of the scores, for whoever has nobody the whole score.
    """
    rows, columns = choice.blocking.T
    scores, chosen = table.scores, choice.chosen
    matched = np.flatnonzero(chosen != UNMATCHED)
    own = np.zeros(len(chosen), np.int64)
    own[matched] = scores[matched, chosen[matched]]
    least = np.full(len(table.mentors), np.iinfo(np.int32).max, np.int64)
    np.minimum.at(least, chosen[matched], own[matched])
    has_room = choice.taken < choice.problem.room
    least[has_room] = 0
    gained = 2 * scores[rows, columns] - own[rows] - least[columns]
    first = np.argsort(-gained, kind="stable")[:_MOST]
    return tuple(
        Blocking(
            table.mentees[row].id,
            table.mentors[column].id,
            int(scores[row, column]),
            None if chosen[row] == UNMATCHED else int(own[row]),
            None if has_room[column] else int(least[column]),
        )
        for row, column in zip(rows[first].tolist(), columns[first].tolist(), strict=True)
    )
