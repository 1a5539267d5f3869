"""The criterion of skills: how far what a mentee wants to learn is what a mentor offers.

A wish is met by the mentor's level: 1000 at the level wanted or above, a part of it in between,
0 at the mentee's own level or below. A related skill counts six tenths of that. The value is
the mean over the mentee's wishes, each weighted by its priority (3, 2, 1 for priority 1, 2, 3):
it is divided by what the mentee asked for, so a long list of offers wins nothing by its length.
"""

from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

from telemaco.matching.participants import UNSAID, Participant, Terms
from telemaco.matching.rows import Rows, Values, alike
from telemaco.records.base import SkillId
from telemaco.records.person import Person, SkillLevel, Wish

_FULL = 1000
_RELATED = 600
_ABSENT = -1
_LEVELS = {level: number for number, level in enumerate(SkillLevel)}

Levels = npt.NDArray[np.int32]


def value(mentee: Participant, mentor: Participant, terms: Terms) -> int:
    """The value of one pair; UNSAID when the mentee seeks nothing by name."""
    wishes = mentee.person.seeks
    if not wishes:
        return UNSAID
    offers = levels_of(mentor.person)
    met = sum(_importance(wish) * met_by(wish, offers, terms) for wish in wishes)
    return met // sum(_importance(wish) for wish in wishes)


def rows(mentees: Sequence[Participant], mentors: Sequence[Participant], terms: Terms) -> Rows:
    """The values of all pairs: the wishes of mentees, by importance, times how each is met.

    Every number is a whole one below two to the power of 24 and every quotient is below 1001, so
    that single precision is exact, and rounding down, too.
    """
    wishes = [wish for mentee in mentees for wish in mentee.person.seeks]
    kinds, kind_of = alike([(wish.skill, wish.now, wish.target) for wish in wishes])
    offered = _offered(mentors)
    met = np.empty((len(kinds), len(mentors)), np.float32)
    for row, kind in zip(met, kinds, strict=True):
        row[:] = _met_by_all(wishes[kind], offered, terms, len(mentors))
    counts = np.cumsum([0, *(len(mentee.person.seeks) for mentee in mentees)])
    importance = np.array([_importance(wish) for wish in wishes], np.float32)
    wanted = csr_array((importance, kind_of, counts), shape=(len(mentees), len(kinds)))
    whole = np.maximum(wanted.sum(axis=1, dtype=np.float32), 1)[:, None]
    silent = np.diff(counts) == 0

    def found(some: slice) -> Values:
        values: Values = ((wanted[some] @ met) / whole[some]).astype(np.int16)
        values[silent[some]] = UNSAID
        return values

    return found


def levels_of(person: Person) -> Mapping[SkillId, int]:
    """The level of each skill that somebody offers, 0 to 4."""
    levels: dict[SkillId, int] = {}
    for offer in person.offers:
        levels[offer.skill] = max(levels.get(offer.skill, _ABSENT), _LEVELS[offer.level])
    return levels


def met_by(wish: Wish, offers: Mapping[SkillId, int], terms: Terms) -> int:
    """How far the offers meet one wish, 0 to 1000."""
    related = terms.related.get(wish.skill, frozenset())
    near = max((_met(wish, offers.get(other, _ABSENT)) for other in related), default=0)
    return max(_met(wish, offers.get(wish.skill, _ABSENT)), near * _RELATED // _FULL)


def reaches(wish: Wish, offers: Mapping[SkillId, int]) -> bool:
    """Whether the offers have the very skill at the level wanted or above."""
    return offers.get(wish.skill, _ABSENT) >= _LEVELS[wish.target]


def _met(wish: Wish, level: int) -> int:
    return _step(wish.now, wish.target, level)


def _step(now: SkillLevel, target: SkillLevel, level: int) -> int:
    begin, end = _LEVELS[now], _LEVELS[target]
    if level >= end:
        return _FULL
    if level > begin:
        return _FULL * (level - begin) // (end - begin)
    return 0


def _importance(wish: Wish) -> int:
    return 4 - wish.priority


def _offered(mentors: Sequence[Participant]) -> Mapping[SkillId, Levels]:
    """The level of every mentor in every skill that anybody offers."""
    found: dict[SkillId, Levels] = {}
    for column, mentor in enumerate(mentors):
        for skill, level in levels_of(mentor.person).items():
            if skill not in found:
                found[skill] = np.full(len(mentors), _ABSENT, np.int32)
            found[skill][column] = level
    return found


def _met_by_all(
    wish: Wish, offered: Mapping[SkillId, Levels], terms: Terms, mentors: int
) -> Levels:
    steps, related = _steps(wish.now, wish.target)
    exact = offered.get(wish.skill)
    best = np.zeros(mentors, np.int32) if exact is None else steps[exact]
    for other in terms.related.get(wish.skill, frozenset()) & offered.keys():
        np.maximum(best, related[offered[other]], out=best)
    return best


@cache
def _steps(now: SkillLevel, target: SkillLevel) -> tuple[Levels, Levels]:
    """How far every level meets a wish by the very skill and by a related one, _ABSENT last."""
    levels = (*range(len(_LEVELS)), _ABSENT)
    steps = np.array([_step(now, target, level) for level in levels], np.int32)
    return steps, steps * _RELATED // _FULL
