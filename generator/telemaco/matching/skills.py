"""The criterion of skills: how far what a mentee wants to learn is what a mentor offers.

A wish is met by the mentor's level: 1000 at the level wanted or above, a part of it in between,
0 at the mentee's own level or below. A related skill counts six tenths of that. The value is
the mean over the mentee's wishes, each weighted by its priority (3, 2, 1 for priority 1, 2, 3):
it is divided by what the mentee asked for, so a long list of offers wins nothing by its length.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from telemaco.matching.participants import UNSAID, Matrix, Participant, Terms
from telemaco.records.base import SkillId
from telemaco.records.person import Person, SkillLevel, Wish

_FULL = 1000
_RELATED = 600
_ABSENT = -1
_LEVELS = {level: number for number, level in enumerate(SkillLevel)}

Levels = npt.NDArray[np.int64]


def value(mentee: Participant, mentor: Participant, terms: Terms) -> int:
    """The value of one pair; UNSAID when the mentee seeks nothing by name."""
    wishes = mentee.person.seeks
    if not wishes:
        return UNSAID
    offers = levels_of(mentor.person)
    met = sum(_importance(wish) * met_by(wish, offers, terms) for wish in wishes)
    return met // sum(_importance(wish) for wish in wishes)


def values(mentees: Sequence[Participant], mentors: Sequence[Participant], terms: Terms) -> Matrix:
    """The values of all pairs."""
    offered = _offered(mentors)
    known: dict[tuple[SkillId, int, int], Levels] = {}
    found = np.full((len(mentees), len(mentors)), UNSAID, np.int32)
    for row, mentee in enumerate(mentees):
        wishes = mentee.person.seeks
        if not wishes:
            continue
        met = np.zeros(len(mentors), np.int64)
        for wish in wishes:
            key = (wish.skill, _LEVELS[wish.now], _LEVELS[wish.target])
            if key not in known:
                known[key] = _met_by_all(wish, offered, terms, len(mentors))
            met += _importance(wish) * known[key]
        found[row] = met // sum(_importance(wish) for wish in wishes)
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
    near = max((_step(wish, offers.get(other, _ABSENT)) for other in related), default=0)
    return max(_step(wish, offers.get(wish.skill, _ABSENT)), near * _RELATED // _FULL)


def reaches(wish: Wish, offers: Mapping[SkillId, int]) -> bool:
    """Whether the offers have the very skill at the level wanted or above."""
    return offers.get(wish.skill, _ABSENT) >= _LEVELS[wish.target]


def _step(wish: Wish, level: int) -> int:
    now, target = _LEVELS[wish.now], _LEVELS[wish.target]
    if level >= target:
        return _FULL
    if level > now:
        return _FULL * (level - now) // (target - now)
    return 0


def _importance(wish: Wish) -> int:
    return 4 - wish.priority


def _offered(mentors: Sequence[Participant]) -> Mapping[SkillId, Levels]:
    found: dict[SkillId, Levels] = {}
    for column, mentor in enumerate(mentors):
        for skill, level in levels_of(mentor.person).items():
            if skill not in found:
                found[skill] = np.full(len(mentors), _ABSENT, np.int64)
            found[skill][column] = level
    return found


def _met_by_all(
    wish: Wish, offered: Mapping[SkillId, Levels], terms: Terms, mentors: int
) -> Levels:
    absent = np.full(mentors, _ABSENT, np.int64)
    best = _steps(wish, offered.get(wish.skill, absent))
    for other in terms.related.get(wish.skill, frozenset()):
        if other in offered:
            best = np.maximum(best, _steps(wish, offered[other]) * _RELATED // _FULL)
    return best


def _steps(wish: Wish, levels: Levels) -> Levels:
    now, target = _LEVELS[wish.now], _LEVELS[wish.target]
    part = _FULL * (levels - now) // max(1, target - now)
    found: Levels = np.where(levels >= target, _FULL, np.where(levels > now, part, 0))
    return found
