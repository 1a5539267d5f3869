from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from telemaco.matching.solving.costs import tie_bits
from telemaco.matching.solving.needs import has_needs
from telemaco.matching.solving.prices import prices_of
from telemaco.matching.solving.problem import FIRST, FORBIDDEN, UNMATCHED, Problem, left_out_costs
from telemaco.matching.solving.solve import Solution, solve
from telemaco.matching.ties import words
from telemaco.records.base import PersonId
from tests.matching.solving.problems import (
    Plan,
    cost_of,
    plans_of,
    problem,
    problems,
    scores_of,
    size_of,
)

OBJECTIVES = ("fair", "coverage", "total")
SMALL = settings(max_examples=150, deadline=None)


def _plan(solution: Solution) -> Plan:
    return tuple(solution.chosen.tolist())


def _candidates(asked: Problem) -> list[Plan]:
    """The plans of which the objective allows the cheapest.

    They fill what is needed and serve who comes first as far as possible, are of full size and
    below no floor.
    """
    plans = plans_of(asked)
    most = max(map(size_of, plans))
    if asked.objective != "total":
        plans = [plan for plan in plans if size_of(plan) == most]
    best = max(_met(asked, plan) for plan in plans)
    full = [plan for plan in plans if _met(asked, plan) == best]
    if asked.objective != "fair":
        return full
    served = max(_waited(asked, plan) for plan in full)
    first = [plan for plan in full if _waited(asked, plan) == served]
    worst = max(min(scores_of(asked, plan), default=0) for plan in first)
    return [
        plan for plan in full if all(score * 10 >= worst * 9 for score in scores_of(asked, plan))
    ]


def _met(asked: Problem, plan: Plan) -> int:
    """The needed places that are filled and the mentees who come first that are served."""
    places = sum(min(plan.count(at), int(need)) for at, need in enumerate(asked.needs))
    first = zip(asked.mentees_waited.tolist(), plan, strict=True)
    return places + sum(1 for runs, at in first if runs == FIRST and at != UNMATCHED)


def _waited(asked: Problem, plan: Plan) -> int:
    """How many runs the people who are served have waited together."""
    return sum(
        runs for runs, at in zip(asked.mentees_waited.tolist(), plan, strict=True) if at >= 0
    )


@SMALL
@given(asked=problems())
def test_no_other_set_of_pairs_is_better(asked: Problem) -> None:
    assume(asked.most is None or not has_needs(asked))
    solution = solve(asked)

    left_out = solution.prices.left_out
    if asked.objective == "total":
        costs = solution.costs
        waited = left_out_costs(costs.problem, costs.levels) + int(costs.levels[0])
        left_out = waited * costs.unit + costs.unit - 1
    best = min(_candidates(asked), key=lambda plan: cost_of(solution.costs, plan, left_out))
    assert _plan(solution) == best


@SMALL
@given(asked=problems())
def test_as_much_is_met_as_can_be_in_a_set_of_full_size(asked: Problem) -> None:
    plan = _plan(solve(asked))

    plans = plans_of(asked)
    if asked.objective != "total":
        assert size_of(plan) == max(map(size_of, plans))
        plans = [other for other in plans if size_of(other) == size_of(plan)]
    assert _met(asked, plan) == max(_met(asked, other) for other in plans)


@SMALL
@given(asked=problems())
def test_pruned_arcs_and_all_arcs_lead_to_the_same_pairs(asked: Problem) -> None:
    pruned = solve(asked, everything_below=0)

    assert _plan(pruned) == _plan(solve(asked))


@SMALL
@given(asked=problems())
def test_prices_prove_that_nothing_is_cheaper(asked: Problem) -> None:
    solution = solve(asked)

    prices, places, costs = solution.prices, solution.places, solution.costs
    taken = np.bincount(
        solution.chosen[solution.chosen != UNMATCHED], minlength=asked.mentors
    ).tolist()
    for row in range(asked.mentees):
        for column in np.flatnonzero(costs.allows(asked.scores[row])).tolist():
            cost = int(costs.of(np.array([row]), np.array([column]))[0])
            assert cost + prices.tolls[column] >= prices.costs[row]
        assert prices.left_out[row] >= prices.costs[row]
    paid = sum(
        int(places.costs[column, place]) - int(prices.tolls[column])
        for column, count in enumerate(taken)
        for place in range(count)
    )
    assert sum(prices.costs.tolist()) + paid == cost_of(costs, _plan(solution), prices.left_out)
    for column, count in enumerate(taken):
        if count < places.useful[column]:
            assert prices.tolls[column] <= places.costs[column, count]
        if count:
            assert prices.tolls[column] >= places.costs[column, count - 1]


@SMALL
@given(asked=problems(("coverage", "total")), column=st.integers(0, 2))
def test_toll_is_what_one_more_place_saves(asked: Problem, column: int) -> None:
    assume(column < asked.mentors)
    none = np.zeros(asked.mentors, np.int64)
    first = asked.mentees_waited == FIRST
    waited = np.where(first, 0, asked.mentees_waited)
    asked = replace(
        asked, spread=False, most=None, mentors_waited=none, needs=none, mentees_waited=waited
    )
    room = asked.room.copy()
    room[column] += 1
    before, after = solve(asked), solve(replace(asked, room=room))

    left_out = before.prices.left_out
    saved = cost_of(before.costs, _plan(before), left_out) - cost_of(
        after.costs, _plan(after), left_out
    )
    assert before.prices.tolls[column] == saved


@pytest.mark.parametrize("objective", OBJECTIVES)
def test_large_problems_are_solved_exactly_over_few_arcs(objective: str) -> None:
    chance = np.random.default_rng(3)
    scores = chance.integers(0, 100_001, (150, 130)).astype(np.int32)
    scores[chance.random(scores.shape) < 0.4] = FORBIDDEN
    scores[:3] = FORBIDDEN
    asked = problem(scores, room=chance.integers(0, 3, 130), objective=objective)

    pruned, whole = solve(asked, everything_below=1000), solve(asked)

    assert _plan(pruned) == _plan(whole)
    assert size_of(_plan(whole)) == min(147, int(asked.room.sum()))


def test_equal_scores_are_drawn_alike_over_few_arcs_and_over_all() -> None:
    asked = problem(np.full((140, 140), 50_000), objective="fair")

    assert _plan(solve(asked, everything_below=0)) == _plan(solve(asked))


@pytest.mark.parametrize("objective", OBJECTIVES)
def test_order_of_people_changes_nothing(objective: str) -> None:
    chance = np.random.default_rng(7)
    scores = (chance.integers(0, 4, (12, 8)) * 25_000).astype(np.int32)
    scores[chance.random((12, 8)) > 0.7] = FORBIDDEN
    whole = problem(scores, room=chance.integers(1, 3, 8), objective=objective)
    expected = solve(whole).chosen

    for _ in range(20):
        rows, columns = chance.permutation(12), chance.permutation(8)
        shuffled = replace(
            whole,
            scores=scores[rows][:, columns],
            room=whole.room[columns],
            row_words=whole.row_words[rows],
            column_words=whole.column_words[columns],
        )
        found = solve(shuffled).chosen

        back = {int(rows[row]): int(columns[at]) for row, at in enumerate(found) if at != UNMATCHED}
        assert back == {row: int(at) for row, at in enumerate(expected) if at != UNMATCHED}


def test_people_who_compete_for_equals_are_matched_at_once() -> None:
    # A solver that lets them outbid one another by no more than a draw would never end here.
    scores = np.full((40, 40), 1)
    scores[:, :8] = 50_000

    chosen = solve(problem(scores, objective="coverage"), everything_below=0).chosen

    assert sorted(chosen.tolist()) == list(range(40))


@pytest.mark.parametrize("objective", OBJECTIVES)
@pytest.mark.parametrize("seed", range(4))
def test_however_few_arcs_one_begins_with_the_pairs_are_the_best_of_all(
    objective: str, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("telemaco.matching.solving.arcs._BEST", 2)
    monkeypatch.setattr("telemaco.matching.solving.arcs._SLACK", 1)
    asked = _where_some_are_liked_by_all(seed, objective)

    assert _plan(solve(asked, everything_below=0)) == _plan(solve(asked))


def _where_some_are_liked_by_all(seed: int, objective: str) -> Problem:
    """Scores of mentors whom all like more or less, and mentees alike, and a little of chance."""
    chance = np.random.default_rng(seed)
    mentees, mentors = 90 + 20 * (seed % 2), 100
    scores = 20_000 + chance.integers(0, 40_000, mentors)[None, :]
    scores = scores + chance.integers(0, 20_000, mentees)[:, None]
    scores = scores + chance.integers(0, 6_000, (mentees, mentors))
    scores[chance.random(scores.shape) < 0.2 * (seed // 2)] = FORBIDDEN
    room = chance.integers(0, 3, mentors) if seed % 2 else np.ones(mentors, np.int64)
    return problem(scores.astype(np.int32), room=room, objective=objective)


def test_another_salt_is_another_draw_among_equals() -> None:
    scores = np.full((6, 6), 50_000)

    found = {_plan(solve(problem(scores, salt))) for salt in ("a", "b", "c")}

    assert len(found) == 3


@pytest.mark.parametrize("shape", [(0, 0), (0, 2), (2, 0), (2, 2)])
@pytest.mark.parametrize("objective", OBJECTIVES)
@pytest.mark.parametrize("most", [None, 0, 1])
def test_nobody_and_nothing_allowed_are_no_trouble(
    objective: str, shape: tuple[int, int], most: int | None
) -> None:
    asked = problem(np.full(shape, FORBIDDEN), objective=objective, most=most)

    assert solve(asked).chosen.tolist() == [UNMATCHED] * shape[0]
    assert solve(asked, everything_below=-1).chosen.tolist() == [UNMATCHED] * shape[0]


def test_load_that_a_mentor_has_counts_when_mentees_are_spread() -> None:
    scores = [[60_000, 55_000]]

    assert solve(problem(scores, spread=True)).chosen.tolist() == [0]
    assert solve(problem(scores, spread=True, load=[1, 0])).chosen.tolist() == [1]
    assert solve(problem(scores, spread=False, load=[1, 0])).chosen.tolist() == [0]


def test_who_was_left_out_before_comes_first() -> None:
    scores = [[90_000], [50_000]]

    assert solve(problem(scores)).chosen.tolist() == [0, UNMATCHED]
    assert solve(problem(scores, mentees_waited=[0, 1])).chosen.tolist() == [UNMATCHED, 0]


def test_mentor_whom_earlier_runs_left_out_gets_somebody_who_fits_nearly_as_well() -> None:
    scores = [[60_000, 55_000]]

    assert solve(problem(scores, mentors_waited=[0, 1])).chosen.tolist() == [1]


def test_sums_too_large_for_floating_point_are_solved_over_the_whole_matrix(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chain, crowd = 6, 12
    people = chain + crowd + 1
    scores = np.full((people, people), FORBIDDEN)
    for at in range(chain):
        scores[at, at] = 1
        scores[at, max(0, at - 1)] = 100_000
    scores[chain:-1, -1] = scores[-1, chain:-1] = 50_000
    asked = problem(scores, objective="coverage")
    expected = _plan(solve(asked))

    monkeypatch.setattr("telemaco.matching.solving.sparse.LARGEST", 100_000 << 20)

    assert _plan(solve(asked)) == expected
    assert expected[:chain] == (0, 1, 2, 3, 4, 5)
    assert size_of(expected) == chain + 2


def test_draws_leave_room_for_exact_sums() -> None:
    assert [tie_bits(people) for people in (2, 1000, 10_000, 100_000)] == [16, 16, 11, 5]


def test_draws_do_not_depend_on_who_else_is_there() -> None:
    one = words("mentee", [PersonId("ada"), PersonId("grace")], "salt")
    other = words("mentee", [PersonId("grace")], "salt")

    assert one[1] == other[0]


def test_needs_of_a_full_program_that_exclude_each_other_are_met_as_far_as_can_be() -> None:
    asked = problem(
        [[45_000, 20_000], [45_000, FORBIDDEN]],
        room=[1, 2],
        needs=[0, 2],
        mentees_waited=[1, FIRST],
        most=1,
    )

    plan = _plan(solve(asked))

    assert _met(asked, plan) == max(_met(asked, other) for other in plans_of(asked)) == 1


@pytest.mark.filterwarnings("ignore:explicit zero weights")
def test_costs_that_cannot_be_added_exactly_are_no_answer() -> None:
    asked = problem(
        [[50_000, 50_000]] * 30,
        mentees_waited=[1 << 23] * 29 + [0],
        objective="total",
        most=1,
        salt="s12",
    )

    with pytest.raises(ArithmeticError, match="too large for exact sums"):
        solve(asked)


def test_set_that_is_not_the_best_has_no_prices() -> None:
    solution = solve(problem([[90_000, 10_000], [10_000, 90_000]]))
    costs, places = solution.costs, solution.places

    swapped = np.array([1, 0])

    left_out = solution.prices.left_out
    assert prices_of(costs, places, np.arange(4), solution.chosen, left_out)
    assert prices_of(costs, places, np.arange(4), swapped, left_out) is None
