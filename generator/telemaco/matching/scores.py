"""The score of a pair: seven criteria, each from 0 to 1000, weighted.

A criterion's points are weight * value * 100 // sum of weights, rounded down; the score is the
sum of the points, so it goes up to 100000 and the points of a pair always add up to it. A
required criterion weighs like a high one; besides, it forbids pairs (see `limits`).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from telemaco.matching import (
    approach,
    availability,
    experience,
    goals,
    languages,
    preference,
    skills,
)
from telemaco.matching.participants import Matrix, Participant, Terms
from telemaco.matching.rows import Rows, Values
from telemaco.records.program import Weight

HIGHEST = 100_000
"""The best score there is."""

_BLOCK = 32
_WEIGHTS = {Weight.REQUIRED: 4, Weight.HIGH: 4, Weight.MEDIUM: 2, Weight.LOW: 1, Weight.OFF: 0}


@dataclass(frozen=True, slots=True)
class Criterion:
    """The value of one pair, and the same of many pairs at once."""

    value: Callable[[Participant, Participant, Terms], int]
    rows: Callable[[Sequence[Participant], Sequence[Participant], Terms], Rows]


CRITERIA: Mapping[str, Criterion] = {
    "skills": Criterion(skills.value, skills.rows),
    "goals": Criterion(goals.value, goals.rows),
    "languages": Criterion(languages.value, languages.rows),
    "availability": Criterion(availability.value, availability.rows),
    "approach": Criterion(approach.value, approach.rows),
    "experience": Criterion(experience.value, experience.rows),
    "preference": Criterion(preference.value, preference.rows),
}
"""The criteria by their name in the program's weights, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class Share:
    """What one criterion gave: weight, value of 1000, points of the score of 100000."""

    criterion: str
    weight: int
    value: int
    points: int


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of some mentees with all mentors, and the values they are made of."""

    total: Matrix
    values: Mapping[str, Values]


def shares(mentee: Participant, mentor: Participant, terms: Terms) -> tuple[Share, ...]:
    """What each criterion that counts gives to one pair."""
    weights = weights_of(terms)
    return tuple(
        _share(name, CRITERIA[name].value(mentee, mentor, terms), weights)
        for name, weight in weights.items()
        if weight
    )


def score(parts: Sequence[Share]) -> int:
    """The score that the shares add up to."""
    return sum(part.points for part in parts)


def scores(
    mentees: Sequence[Participant], mentors: Sequence[Participant], terms: Terms
) -> Callable[[slice], Scores]:
    """The scores of some mentees (rows) with all mentors; what is off is not worked out."""
    weights = {name: weight for name, weight in weights_of(terms).items() if weight}
    ready = {name: CRITERIA[name].rows(mentees, mentors, terms) for name in weights}

    def found(some: slice) -> Scores:
        values = {name: rows(some) for name, rows in ready.items()}
        total = np.zeros((len(mentees[some]), len(mentors)), np.int32)
        for start in range(0, len(total), _BLOCK):
            few = slice(start, start + _BLOCK)
            for name, weight in weights.items():
                points = values[name][few].astype(np.int32)
                points *= weight * 100
                points //= sum(weights.values())
                total[few] += points
        return Scores(total, values)

    return found


def is_required(name: str, terms: Terms) -> bool:
    """Whether a pair that a criterion gives nothing at all is forbidden."""
    return terms.weights[name] is Weight.REQUIRED


def weights_of(terms: Terms) -> Mapping[str, int]:
    """Every criterion's weight as a number; 0 when it does not count."""
    return {name: 0 if name in terms.silent else _WEIGHTS[terms.weights[name]] for name in CRITERIA}


def _share(name: str, value: int, weights: Mapping[str, int]) -> Share:
    points = weights[name] * 100 * value // sum(weights.values())
    return Share(name, weights[name], value, points)
