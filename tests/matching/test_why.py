from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from telemaco.matching.limits import NONE
from telemaco.matching.pins import choose_around
from telemaco.matching.propose import Considered
from telemaco.matching.solving.problem import UNMATCHED
from telemaco.matching.solving.solve import Solution
from telemaco.matching.table import Table
from telemaco.matching.why import Cost, Why, why
from tests.matching.people import participant, terms
from tests.matching.solving.problems import Plan, cost_of, size_of
from tests.matching.tables import EXCLUDED, allowed_plans, considered, tables

MOST = st.none() | st.integers(1, 3)


def _solution(found: Considered) -> Solution:
    assert found.choice
    assert found.choice.solution
    return found.choice.solution


def _why(found: Considered, row: int, column: int) -> Why:
    answer = why(found, found.table.mentees[row].id, found.table.mentors[column].id)
    assert answer
    return answer


def _forced(found: Considered, row: int, column: int) -> list[Plan]:
    """Every set of pairs with this one; the floor does not hold for it."""
    assert found.choice
    solution = _solution(found)
    problem = found.choice.problem
    scores = problem.scores.copy()
    scores[row, column] = max(scores[row, column], solution.costs.least)
    lifted = replace(found.choice, problem=replace(problem, scores=scores))
    return [plan for plan in allowed_plans(lifted, solution) if plan[row] == column]


@settings(max_examples=80, deadline=None)
@given(table=tables(), most=MOST)
def test_price_is_what_the_best_set_with_the_pair_loses(table: Table, most: int | None) -> None:
    found = considered(table, most)
    solution = _solution(found)
    costs, left_out = solution.costs, solution.prices.left_out
    best = cost_of(costs, solution.chosen.tolist(), left_out)

    for row, column in np.argwhere(table.allowed).tolist():
        answer = _why(found, row, column)

        plans = _forced(found, row, column)
        if not plans:
            assert answer.cost is None
            continue
        forced = min(plans, key=lambda plan: cost_of(costs, plan, left_out))
        loss = cost_of(costs, forced, left_out) - best
        fewer = size_of(solution.chosen.tolist()) - size_of(forced)
        if found.table.terms.program.matching.objective == "total" or solution.is_limited:
            fewer = 0
        assert answer.cost
        assert answer.cost.left_out == fewer
        points = costs.points(round((loss - fewer * int(left_out.min())) / costs.unit))
        assert answer.cost.points == points
        assert _moved(found, answer) == forced


def _moved(found: Considered, answer: Why) -> Plan:
    """The set of pairs after the moves that are told."""
    assert found.choice
    mentees = [one.id for one in found.table.mentees]
    mentors = [one.id for one in found.table.mentors]
    plan = found.choice.chosen.tolist()
    for moved in (answer.own, *answer.others):
        plan[mentees.index(moved.mentee)] = mentors.index(moved.new) if moved.new else UNMATCHED
    return tuple(plan)


@settings(max_examples=80, deadline=None)
@given(table=tables(("coverage", "total")), most=MOST)
def test_price_is_that_of_matching_again_with_the_pair_pinned(
    table: Table, most: int | None
) -> None:
    found = considered(table, most)
    solution = _solution(found)
    if solution.is_limited:
        return

    for row, column in np.argwhere(table.allowed).tolist():
        again = choose_around(table, most, "salt", {row: column})

        answer = _why(found, row, column)

        costs, left_out = solution.costs, solution.prices.left_out
        loss = cost_of(costs, again.chosen.tolist(), left_out) - cost_of(
            costs, solution.chosen.tolist(), left_out
        )
        assert answer.cost
        if table.terms.program.matching.objective == "coverage":
            loss -= answer.cost.left_out * int(left_out.min())
        assert answer.cost.points == round(loss / costs.unit)


@settings(max_examples=80, deadline=None)
@given(table=tables(("stable",)))
def test_stable_answer_names_somebody_who_truly_likes_another_better(table: Table) -> None:
    found = considered(table)
    assert found.choice

    for row, column in np.argwhere(table.allowed).tolist():
        answer = _why(found, row, column)

        is_pair = found.choice.chosen[row] == column
        assert bool(answer.contented) != is_pair
        for one in answer.contented:
            wishes = {
                person.id: person.enrolment.prefers for person in (*table.mentees, *table.mentors)
            }[one.person]
            other = answer.own.new if one.person == answer.own.mentee else answer.own.mentee
            score = int(table.scores[row, column])
            has = (wishes.index(one.has) if one.has in wishes else 9, -one.score)
            would = (wishes.index(other) if other in wishes else 9, -score)
            assert has <= would
            assert (one.reason == "draw") == (has == would)
            assert (one.reason == "asked") == (one.has in wishes)


def test_chain_in_which_everybody_loses_all_leaves_nobody_out() -> None:
    size = 8
    scores, limits = np.zeros((size, size), np.int32), np.full((size, size), EXCLUDED, np.int8)
    for at in range(size):
        scores[at, at] = 100_000
        limits[at, [at, (at + 1) % size]] = NONE
    mentees = [participant(f"mentee-{at}") for at in range(size)]
    mentors = [participant(f"mentor-{at}", role="mentor") for at in range(size)]
    table = Table(mentees, mentors, terms({"objective": "coverage"}), scores, limits)

    answer = _why(considered(table), 0, 1)

    assert len(answer.others) == size - 1
    assert answer.cost == Cost(0, size * 100_000)
