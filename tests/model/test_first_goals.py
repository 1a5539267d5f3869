from datetime import date

import pytest

from telemaco.model.community import Community
from telemaco.model.first_goals import first_goals
from telemaco.records.base import PersonId
from telemaco.records.pair import PairRole
from tests.fakes import community
from tests.matching.texts import pair, person, program

START, END = date(2027, 2, 1), date(2027, 6, 30)
MEMBERS = [(PersonId("m"), PairRole.MENTOR), (PersonId("a"), PairRole.MENTEE)]
GOALS = "goals: [{statement: Draw hands from life, by: 2027-05-01}, {statement: Mix a good blue}]\n"
CONSENT = "consent: {text: v1, on: 2027-01-01}"


def known(mentee: str, more: str = "") -> Community:
    files = {
        "program/programs/spring.yaml": program(),
        "program/people/m.yaml": person("mentor") + GOALS,
        "program/people/a.yaml": mentee,
    }
    return community(files | ({"pairs/spring/n-a/pair.yaml": more} if more else {}))


def statements(found: Community) -> list[object]:
    return [goal.statement for goal in first_goals(found, MEMBERS, START, END)]


def test_goals_of_those_who_learn_are_those_of_the_pair() -> None:
    first, second = first_goals(known(person("mentee") + GOALS), MEMBERS, START, END)
    assert (first.id, first.statement, first.owner, first.due) == (
        "goal-1",
        "Draw hands from life",
        "a",
        date(2027, 5, 1),
    )
    assert (first.copied_from, second.copied_from) == ("a", "a")
    assert (second.id, second.due, second.success, second.baseline) == ("goal-2", None, None, None)


@pytest.mark.parametrize(
    ("start", "end", "due"),
    [
        (date(2027, 5, 2), END, None),
        (START, date(2027, 4, 30), None),
        (START, None, date(2027, 5, 1)),
    ],
)
def test_day_outside_the_pair_is_left_out(start: date, end: date | None, due: date | None) -> None:
    first, _ = first_goals(known(person("mentee") + GOALS), MEMBERS, start, end)

    assert first.due == due


@pytest.mark.parametrize(
    ("publish", "count"), [("name", 2), ("name, pairs", 0), ("name, pairs, goals", 2)]
)
def test_goal_that_is_not_published_does_not_come_out_with_the_pair(
    publish: str, count: int
) -> None:
    consent = CONSENT.replace("}", f", publish: [{publish}]}}")

    assert len(statements(known(person("mentee").replace(CONSENT, consent) + GOALS))) == count


def test_goal_that_was_reached_in_another_pair_is_none_any_more() -> None:
    goals = (
        "goals: [{id: a, statement: Mix a good blue, owner: a, status: achieved}, "
        "{id: b, statement: Draw hands from life, owner: a}]\n"
    )
    before = pair("n", "a", "completed") + goals

    assert statements(known(person("mentee") + GOALS, before)) == ["Draw hands from life"]


def test_nothing_is_known_of_whom_no_file_tells() -> None:
    nobody = [(PersonId("x"), PairRole.MENTEE)]

    assert [*first_goals(known(person("mentee")), nobody, START, END)] == []
