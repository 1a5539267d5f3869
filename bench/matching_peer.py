"""mentor-match 7.0.1 on a made-up program of 500 and 500, with its rules given to both.

Its rules: not of one organisation, the mentor at least one grade above; points for the same
profession, for two grades above, for no more than three, and for somebody who has nobody yet (in
the one round that is compared: everybody). It judges pairs by these rules and solves with munkres;
we get the matrix of the same points, worked out by numpy, and solve it with the default objective.
"""

import importlib
import importlib.util
import operator
import random
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import numpy as np

from bench.rounds import medians
from bench.table import Row, print_rows
from telemaco.matching.participants import Matrix
from telemaco.matching.solving.problem import FORBIDDEN, UNMATCHED, Integers, Problem
from telemaco.matching.solving.solve import solve
from telemaco.matching.ties import words
from telemaco.records.base import PersonId

_SIZE = 500
_PROFESSION, _STEP, _NEAR, _NOBODY_YET = 4, 3, 2, 1
_ALL_POINTS = _PROFESSION + _STEP + _NEAR + _NOBODY_YET
_SCALE = 100_000 // _ALL_POINTS


@dataclass(frozen=True, slots=True)
class _Somebody:
    name: str
    organisation: int
    profession: int
    grade: int


def rows() -> Iterator[Row]:
    """Seconds of both, and how many are matched how well; how to install it where it is not."""
    if importlib.util.find_spec("matching") is None:
        yield Row("mentor-match is missing: pip install mentor-match==7.0.1", 0, "")
        return
    mentees, mentors = _people(1)
    theirs = [UNMATCHED] * _SIZE

    def peer() -> None:
        theirs[:] = _theirs(mentees, mentors)

    ours, seconds = medians(1, lambda: _ours(mentees, mentors), peer)
    points = _points(mentees, mentors)
    mine, other = (_scores(points, chosen) for chosen in (_ours(mentees, mentors), theirs))
    yield Row(f"{_SIZE} x {_SIZE} by its rules: telemaco", ours, "s")
    yield Row("  mentor-match 7.0.1, one round", seconds, "s")
    yield Row("  faster", seconds / ours, "x", at_least=50)
    yield Row(f"  matched (mentor-match {len(other)})", len(mine), "", at_least=len(other))
    worst = min(other)
    yield Row(f"  points of the worst-off (mentor-match {worst})", min(mine), "", at_least=worst)
    share = sum(mine) / sum(other)
    yield Row("  total of points, of mentor-match's", 100 * share, "%", at_least=99.9)


def _people(seed: int) -> tuple[list[_Somebody], list[_Somebody]]:
    """Mentees on the lower, mentors on the higher of nine grades."""
    chance = random.Random(seed)

    def side(role: str, lowest: int, highest: int) -> list[_Somebody]:
        return [
            _Somebody(
                f"{role}-{number}",
                chance.randrange(12),
                chance.randrange(10),
                chance.randint(lowest, highest),
            )
            for number in range(_SIZE)
        ]

    return side("mentee", 1, 6), side("mentor", 3, 9)


def _points(mentees: list[_Somebody], mentors: list[_Somebody]) -> Matrix:
    """Its points of all pairs; FORBIDDEN where it disqualifies."""

    def known(people: list[_Somebody], name: str) -> Matrix:
        return np.array([getattr(one, name) for one in people], np.int32)

    step = known(mentors, "grade")[None, :] - known(mentees, "grade")[:, None]
    points = np.full(step.shape, _NOBODY_YET, np.int32)
    same = known(mentors, "profession")[None, :] == known(mentees, "profession")[:, None]
    points += _PROFESSION * same + _STEP * (step >= 2) + _NEAR * (step <= 3)  # noqa: PLR2004
    one = known(mentors, "organisation")[None, :] == known(mentees, "organisation")[:, None]
    return np.where(one | (step < 1), FORBIDDEN, points).astype(np.int32)


def _ours(mentees: list[_Somebody], mentors: list[_Somebody]) -> Integers:
    points = _points(mentees, mentors)
    ones, zeros = np.ones(_SIZE, np.int64), np.zeros(_SIZE, np.int64)
    problem = Problem(
        np.where(points == FORBIDDEN, FORBIDDEN, points * _SCALE).astype(np.int32),
        room=ones,
        load=zeros,
        mentees_waited=zeros,
        mentors_waited=zeros,
        needs=zeros,
        row_words=words("mentee", [PersonId(one.name) for one in mentees], "bench"),
        column_words=words("mentor", [PersonId(one.name) for one in mentors], "bench"),
    )
    return solve(problem).chosen


def _theirs(mentees: list[_Somebody], mentors: list[_Somebody]) -> list[int]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        process, rule = _part("process"), _part("rules.rule")
        rules = [
            rule.Disqualify(lambda match: match.mentee.organisation == match.mentor.organisation),
            rule.Disqualify(lambda match: match.mentor.grade - match.mentee.grade < 1),
            rule.Equivalent("profession", {True: _PROFESSION, False: 0}),
            rule.Grade(2, operator.ge, {True: _STEP, False: 0}),
            rule.Grade(3, operator.le, {True: _NEAR, False: 0}),
            rule.UnmatchedBonus(_NOBODY_YET),
        ]
        sides: Any = (
            [_part("mentor").Mentor(**_keys(one)) for one in mentors],
            [_part("mentee").Mentee(**_keys(one)) for one in mentees],
        )
        process.process_data(*sides, [rules])
    at = {one.name: position for position, one in enumerate(mentors)}
    return [at[one.mentors[0].email] if one.mentors else UNMATCHED for one in sides[1]]


def _part(name: str) -> ModuleType:
    return importlib.import_module(f"matching.{name}".rstrip("."))


def _keys(one: _Somebody) -> dict[str, Any]:
    return {
        "email": one.name,
        "grade": one.grade,
        "organisation": str(one.organisation),
        "profession": str(one.profession),
    }


def _scores(points: Matrix, chosen: Integers | list[int]) -> list[int]:
    return [int(points[row, column]) for row, column in enumerate(chosen) if column != UNMATCHED]


if __name__ == "__main__":
    print_rows(rows())
