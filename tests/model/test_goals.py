import pytest

from telemaco.model.goals import Lack, lacks_of, pairs_without_goals, vague_goals
from tests.progress.atelier import ACTIVE, PAIR, PROGRAM, atelier

VAGUE = "goals: [{id: hand, statement: Draw a hand}]\n"
CLEAR = VAGUE.replace(
    "hand}",
    "hand, owner: leonardo, due: 2027-03-01, success: Ten hands, baseline: -1, objective: craft}",
)


def test_open_goal_lacks_what_it_does_not_say() -> None:
    half = VAGUE.replace("hand}", "hand, due: 2027-03-01}")

    found = [one.lacks for one in vague_goals(atelier(pair=ACTIVE + half))]

    assert found == [(Lack.SUCCESS, Lack.BASELINE, Lack.OWNER, Lack.OBJECTIVE)]


def test_goal_that_says_everything_lacks_nothing() -> None:
    assert not list(vague_goals(atelier(pair=ACTIVE + CLEAR)))


def test_settled_goal_lacks_nothing() -> None:
    settled = atelier(pair=ACTIVE + VAGUE.replace("hand}", "hand, status: achieved}"))

    assert lacks_of(settled.pairs[PAIR].goals[0], None) == ()


@pytest.mark.parametrize(
    ("statement", "is_clear"),
    [
        ("Draw", False),
        ("Get better", False),
        ("Draw ten hands", True),
        ("{en: Draw ten hands, it: Disegnare}", False),
        ("手を描く", True),
    ],
)
def test_goal_of_a_word_or_two_does_not_say_what_exactly(statement: str, *, is_clear: bool) -> None:
    found = vague_goals(atelier(pair=ACTIVE + CLEAR.replace("Draw a hand", statement)))

    assert [one.lacks for one in found] == ([] if is_clear else [(Lack.SPECIFIC,)])


def test_informal_program_asks_for_a_sentence_and_no_more() -> None:
    informal = PROGRAM.replace("style: formal", "style: informal")

    assert not list(vague_goals(atelier(pair=ACTIVE + VAGUE, program=informal)))


def test_goal_serves_no_objective_where_the_program_has_none() -> None:
    bare = PROGRAM.replace("objectives: [{id: craft, statement: Learn the craft.}]\n", "")
    pair = ACTIVE + CLEAR.replace(", objective: craft", "")

    assert not list(vague_goals(atelier(pair=pair, program=bare)))


@pytest.mark.parametrize(
    ("pair", "program"),
    [
        (ACTIVE.replace("active", "paused"), PROGRAM),
        (ACTIVE, PROGRAM.replace("running", "completed")),
    ],
)
def test_only_pairs_that_meet_in_running_programs_are_told(pair: str, program: str) -> None:
    assert not list(vague_goals(atelier(pair=pair + VAGUE, program=program)))


def test_pair_of_an_unknown_program_is_left_alone() -> None:
    stray = {"pairs/gone/a-b/pair.yaml": ACTIVE + VAGUE}

    assert not list(vague_goals(atelier(more=stray)))


def test_pair_that_meets_in_a_formal_program_should_have_a_goal() -> None:
    assert list(pairs_without_goals(atelier())) == [PAIR]
    assert not list(pairs_without_goals(atelier(pair=ACTIVE + VAGUE)))


def test_pair_of_an_informal_program_needs_no_goal() -> None:
    informal = PROGRAM.replace("style: formal", "style: informal")

    assert not list(pairs_without_goals(atelier(program=informal)))
