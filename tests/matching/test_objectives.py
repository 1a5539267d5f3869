from itertools import product
from math import log

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from telemaco.matching.assignment import UNMATCHED
from telemaco.matching.objectives import Choice, choose, tie_bits
from telemaco.matching.ties import draws
from telemaco.records.base import PersonId

OBJECTIVES = ("fair", "coverage", "total", "balanced")
Plan = tuple[int, ...]


@st.composite
def choices(draw: st.DrawFn) -> Choice:
    people, mentors = draw(st.integers(1, 4)), draw(st.integers(1, 3))
    values = st.lists(
        st.sampled_from((0, 1, 20_000, 45_000, 45_001, 77_000, 100_000)),
        min_size=people * mentors,
        max_size=people * mentors,
    )
    allowed = st.lists(st.booleans(), min_size=people * mentors, max_size=people * mentors)
    return _choice(
        np.array(draw(values), np.int32).reshape(people, mentors),
        np.array(draw(allowed), np.bool_).reshape(people, mentors),
        draw(st.lists(st.integers(0, 2), min_size=mentors, max_size=mentors)),
        draw(st.none() | st.integers(0, 3)),
    )


def _choice(
    scores: np.ndarray[tuple[int, int], np.dtype[np.int32]],
    allowed: np.ndarray[tuple[int, int], np.dtype[np.bool_]],
    room: list[int],
    most: int | None = None,
    salt: str = "salt",
) -> Choice:
    rows, columns = scores.shape
    drawn = draws(
        [PersonId(f"mentee-{row}") for row in range(rows)],
        [PersonId(f"mentor-{column}") for column in range(columns)],
        salt,
        tie_bits(rows + columns),
    )
    return Choice(scores, allowed, room, [0] * columns, most, drawn)


def _plans(choice: Choice) -> list[Plan]:
    """Every set of pairs that respects limits, capacities and the most pairs."""
    rows, columns = choice.scores.shape
    return [
        plan
        for plan in product(range(UNMATCHED, columns), repeat=rows)
        if all(at == UNMATCHED or choice.allowed[row, at] for row, at in enumerate(plan))
        and all(plan.count(column) <= choice.room[column] for column in range(columns))
        and (choice.most is None or rows - plan.count(UNMATCHED) <= choice.most)
    ]


def _scores(choice: Choice, plan: Plan) -> list[int]:
    return [int(choice.scores[row, at]) for row, at in enumerate(plan) if at != UNMATCHED]


def _best(choice: Choice, objective: str) -> float:
    """The value that no plan exceeds."""
    plans = _plans(choice)
    if objective == "total":
        return max(sum(_scores(choice, plan)) for plan in plans)
    most = max(len(_scores(choice, plan)) for plan in plans)
    full = [plan for plan in plans if len(_scores(choice, plan)) == most]
    return max(_value(choice, plan, objective) for plan in full if _is_fair(choice, plan, full))


def _is_fair(choice: Choice, plan: Plan, full: list[Plan]) -> bool:
    worst = max(min(_scores(choice, other), default=0) for other in full)
    return min(_scores(choice, plan), default=0) * 10 >= worst * 9


def _value(choice: Choice, plan: Plan, objective: str) -> float:
    found = _scores(choice, plan)
    if objective == "fair":
        return sum(-round(-log(max(score, 1) / 100_000) * (1 << 16)) for score in found)
    if objective == "balanced":
        loads = [plan.count(column) for column in range(len(choice.room))]
        return sum(found) - sum(10_000 * load * (load - 1) // 2 for load in loads)
    return sum(found)


@pytest.mark.parametrize("objective", OBJECTIVES)
@settings(max_examples=80, deadline=None)
@given(choice=choices())
def test_no_other_set_of_pairs_is_better(objective: str, choice: Choice) -> None:
    plan = tuple(choose(choice, objective).tolist())

    plans = _plans(choice)
    assert plan in plans
    if objective == "total":
        assert sum(_scores(choice, plan)) == _best(choice, objective)
        return
    most = max(len(_scores(choice, other)) for other in plans)
    full = [other for other in plans if len(_scores(choice, other)) == most]
    assert plan in full
    if objective == "fair":
        assert _is_fair(choice, plan, full)
        best = _best(choice, objective)
    else:
        best = max(_value(choice, other, objective) for other in full)
    assert _value(choice, plan, objective) == best


@pytest.mark.parametrize("objective", OBJECTIVES)
def test_order_of_people_changes_nothing(objective: str) -> None:
    chance = np.random.default_rng(7)
    scores = (chance.integers(0, 4, (12, 8)) * 25_000).astype(np.int32)
    allowed = chance.random((12, 8)) < 0.7
    room = chance.integers(1, 3, 8).tolist()
    whole = _choice(scores, allowed, room)
    expected = choose(whole, objective)

    for _ in range(20):
        rows, columns = chance.permutation(12), chance.permutation(8)
        shuffled = Choice(
            scores[rows][:, columns],
            allowed[rows][:, columns],
            [room[column] for column in columns],
            [0] * 8,
            None,
            whole.draws[rows][:, columns],
        )
        found = choose(shuffled, objective)

        back = {int(rows[row]): int(columns[at]) for row, at in enumerate(found) if at != UNMATCHED}
        assert back == {row: int(at) for row, at in enumerate(expected) if at != UNMATCHED}


def test_another_salt_is_another_draw_among_equals() -> None:
    scores = np.full((6, 6), 50_000, np.int32)
    allowed = np.ones((6, 6), np.bool_)

    found = {
        tuple(choose(_choice(scores, allowed, [1] * 6, salt=salt), "fair").tolist())
        for salt in ("a", "b", "c")
    }

    assert len(found) == 3


def test_nobody_and_nothing_allowed_are_no_trouble() -> None:
    for objective in OBJECTIVES:
        for shape in ((0, 0), (0, 2), (2, 0), (2, 2)):
            choice = _choice(np.zeros(shape, np.int32), np.zeros(shape, np.bool_), [1] * shape[1])

            assert choose(choice, objective).tolist() == [UNMATCHED] * shape[0]


def test_load_that_a_mentor_has_counts_in_a_balanced_choice() -> None:
    scores = np.array([[60_000, 55_000]], np.int32)
    choice = _choice(scores, np.ones((1, 2), np.bool_), [1, 1])
    busy = Choice(choice.scores, choice.allowed, [1, 1], [1, 0], None, choice.draws)

    assert choose(choice, "balanced").tolist() == [0]
    assert choose(busy, "balanced").tolist() == [1]


def test_draws_fit_the_exact_sums() -> None:
    assert [tie_bits(people) for people in (2, 1000, 10_000, 100_000)] == [16, 12, 4, 1]
