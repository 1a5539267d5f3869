import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from telemaco.matching.solving.problem import FORBIDDEN, UNMATCHED, Problem
from telemaco.matching.solving.solve import solve
from telemaco.matching.solving.why_not import Forced, Move, why_not
from tests.matching.solving.problems import cost_of, plans_of, problem, problems, size_of


@settings(max_examples=300, deadline=None)
@given(
    asked=problems(("coverage", "total", "fair")), row=st.integers(0, 3), column=st.integers(0, 2)
)
def test_loss_is_that_of_the_best_set_with_the_pair(asked: Problem, row: int, column: int) -> None:
    assume(row < asked.mentees and column < asked.mentors)
    solution = solve(asked)

    forced = why_not(solution, row, column)

    left_out, costs = solution.prices.left_out, solution.costs
    best = cost_of(costs, solution.chosen.tolist(), left_out)
    plans = [
        plan
        for plan in plans_of(asked)
        if plan[row] == column
        and all(
            at in {UNMATCHED, *np.flatnonzero(costs.allows(asked.scores[other]))}
            for other, at in enumerate(plan)
            if other != row
        )
    ]
    if solution.is_limited:
        plans = [plan for plan in plans if size_of(plan) == asked.most]
    if plans:
        assert forced
        assert forced.loss == min(cost_of(costs, plan, left_out) for plan in plans) - best
    else:
        assert forced is None


def test_moves_are_the_chain_that_makes_room() -> None:
    scores = [[90_000, 80_000, FORBIDDEN], [FORBIDDEN, 90_000, 80_000], [50_000, 10_000, 90_000]]
    solution = solve(problem(scores, objective="coverage"))

    assert solution.chosen.tolist() == [0, 1, 2]
    forced = why_not(solution, 2, 0)

    assert forced
    assert forced.moves == (Move(0, 0, 1), Move(1, 1, 2))
    assert round(forced.loss / solution.costs.unit) == 60_000


def test_pair_that_is_made_costs_nothing_and_forbidden_ones_cannot_be() -> None:
    solution = solve(problem([[90_000, FORBIDDEN, 80_000]], room=[1, 1, 0]))

    assert why_not(solution, 0, 0) == Forced(0, ())
    assert why_not(solution, 0, 1) is None
    assert why_not(solution, 0, 2) is None


def test_nobody_makes_room_where_no_pair_may_be_made() -> None:
    solution = solve(problem([[80_000]], objective="coverage", most=0))

    assert why_not(solution, 0, 0) is None


def test_place_that_is_given_up_goes_to_somebody_else() -> None:
    scores = [[50_000, FORBIDDEN, 80_000], [FORBIDDEN, 50_000, 70_000]]
    solution = solve(problem(scores, room=[2, 1, 1], objective="coverage", most=3))

    assert solution.chosen.tolist() == [2, 1]
    forced = why_not(solution, 0, 0)

    assert forced
    assert forced.moves == (Move(1, 1, 2),)
    assert round(forced.loss / solution.costs.unit) == 10_000


def test_somebody_may_have_to_be_left_out() -> None:
    solution = solve(problem([[90_000], [50_000]], objective="coverage"))

    forced = why_not(solution, 1, 0)

    assert forced
    assert forced.moves == (Move(0, 0, UNMATCHED),)
    assert round(forced.loss / solution.costs.unit) == 40_000


@pytest.mark.parametrize("capacity", [1, 3])
def test_larger_problems_agree_with_solving_again(capacity: int) -> None:
    chance = np.random.default_rng(5)
    scores = chance.integers(0, 100_001, (60, 60 // capacity)).astype(np.int32)
    scores[chance.random(scores.shape) < 0.5] = FORBIDDEN
    asked = problem(scores, room=[capacity] * (60 // capacity), objective="coverage")
    solution = solve(asked)
    best = cost_of(solution.costs, solution.chosen.tolist(), solution.prices.left_out)

    for row in range(0, 60, 7):
        column = int(scores[row].argmax())
        only = scores.copy()
        only[row] = FORBIDDEN
        only[row, column] = scores[row, column]
        again = solve(problem(only, room=asked.room, objective="coverage"))

        forced = why_not(solution, row, column)

        assert forced
        cost = cost_of(solution.costs, again.chosen.tolist(), solution.prices.left_out)
        assert forced.loss == cost - best


def test_chain_may_end_with_a_mentor_who_had_nobody() -> None:
    no = FORBIDDEN
    scores = [
        [no, 90_000, 50_000, 90_000, no, no],
        [no, 50_000, no, 50_000, 90_000, no],
        [no, 90_000, 60_000, no, no, 60_000],
    ]
    asked = problem(scores, room=[1, 1, 0, 2, 0, 1], objective="total", most=2)
    solution = solve(asked)

    forced = why_not(solution, 0, 1)

    best = cost_of(solution.costs, solution.chosen.tolist(), solution.prices.left_out)
    losses = (
        cost_of(solution.costs, plan, solution.prices.left_out) - best
        for plan in plans_of(asked)
        if plan[0] == 1 and size_of(plan) == 2
    )
    assert forced
    assert forced.loss == min(losses)
