"""The criterion of languages: how well two people speak the language they share best.

The level of a language in common is that of the one who speaks it less well: 1000 native,
900 fluent, 600 working; basic is not enough to mentor in and counts 0. Regions are no border:
`pt-BR` and `pt` are one language.
"""

from collections.abc import Sequence

import numpy as np

from telemaco.matching.participants import Participant, Terms
from telemaco.matching.rows import Rows, Values
from telemaco.model.spoken import levels_spoken
from telemaco.records.base import Language
from telemaco.records.person import LanguageLevel, Person

_VALUES = {
    LanguageLevel.BASIC: 0,
    LanguageLevel.WORKING: 600,
    LanguageLevel.FLUENT: 900,
    LanguageLevel.NATIVE: 1000,
}


def value(mentee: Participant, mentor: Participant, _terms: Terms) -> int:
    """The value of one pair."""
    best = best_in_common(mentee.person, mentor.person)
    return best[0] if best else 0


def rows(mentees: Sequence[Participant], mentors: Sequence[Participant], _terms: Terms) -> Rows:
    """The values of all pairs."""
    spoken: dict[Language, Values] = {}
    for column, mentor in enumerate(mentors):
        for language, level in levels_spoken(mentor.person).items():
            levels = spoken.setdefault(language, np.zeros(len(mentors), np.int16))
            levels[column] = _VALUES[level]
    shared = {
        (language, level): np.minimum(levels, np.int16(value))
        for language, levels in spoken.items()
        for level, value in _VALUES.items()
    }

    def found(some: slice) -> Values:
        values = np.zeros((len(mentees[some]), len(mentors)), np.int16)
        for row, mentee in zip(values, mentees[some], strict=True):
            for language in levels_spoken(mentee.person).items() & shared.keys():
                np.maximum(row, shared[language], out=row)
        return values

    return found


def best_of_all(people: Sequence[Person]) -> Language | None:
    """The language that all of several people speak best, by who speaks it least well."""
    levels = [levels_spoken(one) for one in people]
    shared = set(levels[0]).intersection(*levels[1:])
    values = {code: min(_VALUES[spoken[code]] for spoken in levels) for code in sorted(shared)}
    best = max(values, key=lambda code: values[code], default=None)
    return best if best is not None and values[best] else None


def best_in_common(one: Person, other: Person) -> tuple[int, Language, LanguageLevel] | None:
    """Value, language and level of the best language in common at working level or above."""
    mine, theirs = levels_spoken(one), levels_spoken(other)
    shared = [
        (_VALUES[level], language, level)
        for language in sorted(mine.keys() & theirs.keys())
        if (level := min(mine[language], theirs[language], key=_VALUES.__getitem__))
        is not LanguageLevel.BASIC
    ]
    return max(shared, key=lambda entry: entry[0], default=None)
