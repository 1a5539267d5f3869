"""Small problems, and every set of pairs that they allow."""

from collections.abc import Sequence
from itertools import product
from typing import Any

import numpy as np
from hypothesis import strategies as st

from telemaco.matching.participants import Matrix
from telemaco.matching.solving.costs import Costs
from telemaco.matching.solving.places import places_of
from telemaco.matching.solving.problem import FORBIDDEN, UNMATCHED, Integers, Problem
from telemaco.matching.ties import words
from telemaco.records.base import PersonId

SCORES = (FORBIDDEN, FORBIDDEN, 0, 1, 20_000, 45_000, 45_001, 77_000, 100_000)

Plan = tuple[int, ...]


def problem(scores: Sequence[Sequence[int]] | Matrix, salt: str = "salt", **more: Any) -> Problem:  # noqa: ANN401 (fields of a problem)
    """A problem of these scores with a place for everybody, and what else is given."""
    matrix = np.array(scores, np.int32)
    mentees, mentors = matrix.shape
    numbers: dict[str, Any] = {
        name: np.array(more.pop(name, [usual] * count), np.int64)
        for name, usual, count in (
            ("room", 1, mentors),
            ("load", 0, mentors),
            ("mentees_waited", 0, mentees),
            ("mentors_waited", 0, mentors),
            ("needs", 0, mentors),
        )
    }
    rows = words("mentee", [PersonId(f"mentee-{at}") for at in range(mentees)], salt)
    columns = words("mentor", [PersonId(f"mentor-{at}") for at in range(mentors)], salt)
    return Problem(matrix, **numbers, row_words=rows, column_words=columns, **more)


@st.composite
def problems(draw: st.DrawFn, objectives: Sequence[str] = ("fair", "coverage", "total")) -> Problem:
    """Problems of up to four mentees and three mentors."""
    mentees, mentors = draw(st.integers(1, 4)), draw(st.integers(1, 3))

    def numbers(most: int, count: int) -> list[int]:
        return draw(st.lists(st.integers(0, most), min_size=count, max_size=count))

    row = st.lists(st.sampled_from(SCORES), min_size=mentors, max_size=mentors)
    return problem(
        draw(st.lists(row, min_size=mentees, max_size=mentees)),
        room=numbers(2, mentors),
        load=numbers(2, mentors),
        mentees_waited=numbers(4, mentees),
        mentors_waited=numbers(3, mentors),
        needs=numbers(2, mentors),
        objective=draw(st.sampled_from(objectives)),
        spread=draw(st.booleans()),
        most=draw(st.none() | st.integers(0, 3)),
    )


def plans_of(given: Problem, least: int = 0) -> list[Plan]:
    """Every set of pairs that keeps to limits, room, the most pairs and the least score."""
    return [
        plan
        for plan in product(range(UNMATCHED, given.mentors), repeat=given.mentees)
        if all(at == UNMATCHED or given.scores[row, at] >= least for row, at in enumerate(plan))
        and all(plan.count(column) <= given.room[column] for column in range(given.mentors))
        and (given.most is None or size_of(plan) <= given.most)
    ]


def size_of(plan: Sequence[int]) -> int:
    """How many pairs there are."""
    return sum(at != UNMATCHED for at in plan)


def scores_of(given: Problem, plan: Sequence[int]) -> list[int]:
    """The scores of the pairs."""
    return [int(given.scores[row, at]) for row, at in enumerate(plan) if at != UNMATCHED]


def cost_of(costs: Costs, plan: Sequence[int], left_out: Integers) -> int:
    """What everything costs together: pairs, places, and those who are left out."""
    places = places_of(costs)
    taken = np.bincount([at for at in plan if at != UNMATCHED], minlength=costs.problem.mentors)
    total = sum(int(places.costs[at, : taken[at]].sum()) for at in range(len(taken)))
    for row, at in enumerate(plan):
        pair = (np.array([row]), np.array([at]))
        total += int(left_out[row]) if at == UNMATCHED else int(costs.of(*pair)[0])
    return total
