"""The criterion of preference: whom the two people asked for.

A wish is 1000 for the first person named, 150 less for each after, never less than 400; for
people who are not on somebody's list 0. Of both sides' wishes the mentee's count twice as much:
mentees who choose their mentor get more support from them (Kendall and Smith-Jentsch 2015,
randomised). A mentor who names nobody leaves it to the mentee; a mentee who names nobody is
taken as 500; when nobody names anybody the value is 500.
"""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from telemaco.matching.participants import Participant, Terms
from telemaco.matching.rows import Rows, Values, alike
from telemaco.records.base import PersonId

NEUTRAL = 500
_FULL = 1000
_STEP = 150
_LEAST = 400


def value(mentee: Participant, mentor: Participant, _terms: Terms) -> int:
    """The value of one pair."""
    mine = wish_for(mentor.id, mentee.enrolment.prefers)
    if not mentor.enrolment.prefers:
        return mine
    return (2 * mine + wish_for(mentee.id, mentor.enrolment.prefers)) // 3


def rows(mentees: Sequence[Participant], mentors: Sequence[Participant], terms: Terms) -> Rows:
    """The values of all pairs: what those who are not asked for have, then the wishes."""
    at = {one.id: column for column, one in enumerate(mentors)}
    row_of = {one.id: row for row, one in enumerate(mentees)}
    kinds, kind_of = alike([bool(one.enrolment.prefers) for one in mentees])
    others = [0 if mentees[kind].enrolment.prefers else NEUTRAL for kind in kinds]
    named = np.array([bool(one.enrolment.prefers) for one in mentors], np.bool_)
    mine = np.array(others, np.int16)[:, None]
    usual = np.where(named, 2 * mine // 3, mine)
    asked = sorted(
        {
            *((row, at[name]) for name, row in _wishes(mentees, at)),
            *((row_of[name], column) for name, column in _wishes(mentors, row_of)),
        }
    )
    wished = np.array(
        [(row, column, value(mentees[row], mentors[column], terms)) for row, column in asked],
        np.int64,
    ).reshape(-1, 3)

    def found(some: slice) -> Values:
        values = usual[kind_of[some]]
        begin, end, _ = some.indices(len(mentees))
        asked_for = wished[slice(*np.searchsorted(wished[:, 0], (begin, end)))]
        values[asked_for[:, 0] - begin, asked_for[:, 1]] = asked_for[:, 2]
        return values

    return found


def wish_for(person: PersonId, prefers: Sequence[PersonId]) -> int:
    """How much somebody is wished for by a list; NEUTRAL when the list is empty."""
    if not prefers:
        return NEUTRAL
    return max(_LEAST, _FULL - _STEP * prefers.index(person)) if person in prefers else 0


def _wishes(
    people: Sequence[Participant], others: Mapping[PersonId, int]
) -> Iterator[tuple[PersonId, int]]:
    """Everybody on the other side who is asked for, and the position of who asks."""
    for position, one in enumerate(people):
        for other in one.enrolment.prefers:
            if other in others:
                yield other, position
