import numpy as np
from hypothesis import given, settings

from telemaco.matching.solving.costs import costs_of
from telemaco.matching.solving.problem import FORBIDDEN, UNMATCHED, Problem
from telemaco.matching.solving.stable import Liking, blocked, stable
from tests.matching.solving.problems import plans_of, problem, problems

NOBODY = Liking({}, {})
SOME = Liking({0: [1], 2: [1, 0]}, {0: [2], 1: [2, 0]})


def _counted(asked: Problem, plan: list[int], liking: Liking) -> int:
    """Blocking pairs, counted one by one."""
    return sum(
        _would_rather(asked, plan, liking, row, column)
        for row in range(asked.mentees)
        for column in range(asked.mentors)
        if asked.scores[row, column] != FORBIDDEN and asked.room[column]
    )


def _would_rather(asked: Problem, plan: list[int], liking: Liking, row: int, column: int) -> bool:
    def liked(wishes: list[int], other: int) -> tuple[int, int]:
        place = wishes.index(other) if other in wishes else len(wishes)
        return (place == len(wishes), place)

    def by_mentee(at: int) -> tuple[tuple[int, int], int]:
        return (liked([*liking.mentees.get(row, [])], at), -int(asked.scores[row, at]))

    def by_mentor(at: int) -> tuple[tuple[int, int], int]:
        return (liked([*liking.mentors.get(column, [])], at), -int(asked.scores[at, column]))

    held = [other for other, at in enumerate(plan) if at == column]
    wants = plan[row] == UNMATCHED or by_mentee(column) < by_mentee(plan[row])
    is_open = len(held) < asked.room[column]
    return wants and (is_open or any(by_mentor(row) < by_mentor(other) for other in held))


@settings(max_examples=150, deadline=None)
@given(asked=problems(("stable",)))
def test_no_two_people_would_rather_have_each_other(asked: Problem) -> None:
    for liking in (NOBODY, _within(asked)):
        plan = stable(costs_of(asked), liking).tolist()

        assert tuple(plan) in plans_of(problem(asked.scores, room=asked.room))
        assert _counted(asked, plan, liking) == 0


@settings(max_examples=150, deadline=None)
@given(asked=problems(("stable",)))
def test_of_all_stable_sets_every_mentee_likes_this_one_best(asked: Problem) -> None:
    liking = _within(asked)
    # Equal scores are drawn between; where there are none, what is liked best is plain.
    order = np.argsort(np.argsort(asked.scores, axis=None)).reshape(asked.scores.shape)
    scores = np.where(asked.scores == FORBIDDEN, FORBIDDEN, order).astype(np.int32)
    strict = problem(scores, room=asked.room, objective="stable")

    plan = stable(costs_of(strict), liking).tolist()

    for other in plans_of(strict):
        if _counted(strict, [*other], liking) == 0:
            for row in range(strict.mentees):
                assert _liked(strict, liking, row, plan[row]) >= _liked(
                    strict, liking, row, other[row]
                )


def _liked(asked: Problem, liking: Liking, row: int, column: int) -> tuple[int, int]:
    """The more, the larger: somebody asked for, in their order, then by score; nobody last."""
    if column == UNMATCHED:
        return (-1, 0)
    wishes = [*liking.mentees.get(row, [])]
    if column in wishes:
        return (1, -wishes.index(column))
    return (0, int(asked.scores[row, column]))


@settings(max_examples=150, deadline=None)
@given(asked=problems(("stable",)))
def test_blocking_pairs_are_counted_alike_at_once_and_one_by_one(asked: Problem) -> None:
    liking = _within(asked)

    for plan in plans_of(asked)[:20]:
        counted = len(blocked(asked.scores, np.array(plan, np.int64), asked.room, liking))

        assert counted == _counted(asked, [*plan], liking)


def test_mentee_gets_whom_they_asked_for_before_a_higher_score() -> None:
    costs = costs_of(problem([[50_000, 90_000]], objective="stable"))

    assert stable(costs, NOBODY).tolist() == [1]
    assert stable(costs, Liking({0: [0]}, {})).tolist() == [0]


def test_nobody_has_no_blocking_pairs() -> None:
    empty = problem(np.full((0, 2), FORBIDDEN))

    assert not len(blocked(empty.scores, np.empty(0, np.int64), empty.room, NOBODY))


def _within(asked: Problem) -> Liking:
    """Wishes for people who are there."""
    mentees = {
        row: [at for at in wishes if at < asked.mentors]
        for row, wishes in SOME.mentees.items()
        if row < asked.mentees
    }
    mentors = {
        column: [at for at in wishes if at < asked.mentees]
        for column, wishes in SOME.mentors.items()
        if column < asked.mentors
    }
    return Liking(mentees, mentors)
