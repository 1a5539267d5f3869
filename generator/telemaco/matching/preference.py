"""The criterion of preference: whom the two people asked for.

A wish is 1000 for the first person named, 150 less for each after, never less than 400; for
people who are not on somebody's list 0. Of both sides' wishes the mentee's count twice as much:
mentees who choose their mentor get more support from them (Kendall and Smith-Jentsch 2015,
randomised). A mentor who names nobody leaves it to the mentee; a mentee who names nobody is
taken as 500; when nobody names anybody the value is 500.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from telemaco.matching.participants import Matrix, Participant, Terms
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


def values(mentees: Sequence[Participant], mentors: Sequence[Participant], _terms: Terms) -> Matrix:
    """The values of all pairs."""
    mine = _wishes(mentees, {one.id: at for at, one in enumerate(mentors)})
    theirs = _wishes(mentors, {one.id: at for at, one in enumerate(mentees)}).T
    named = np.array([bool(one.enrolment.prefers) for one in mentors], np.bool_)
    return np.where(named, (2 * mine + theirs) // 3, mine).astype(np.int32)


def wish_for(person: PersonId, prefers: Sequence[PersonId]) -> int:
    """How much somebody is wished for by a list; NEUTRAL when the list is empty."""
    if not prefers:
        return NEUTRAL
    return max(_LEAST, _FULL - _STEP * prefers.index(person)) if person in prefers else 0


def _wishes(people: Sequence[Participant], others: Mapping[PersonId, int]) -> Matrix:
    found = np.zeros((len(people), len(others)), np.int32)
    for row, one in enumerate(people):
        if not one.enrolment.prefers:
            found[row] = NEUTRAL
        for person in set(one.enrolment.prefers) & others.keys():
            found[row, others[person]] = wish_for(person, one.enrolment.prefers)
    return found
