from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from telemaco.matching.limits import LIMITS, NONE, limit_of, limits
from telemaco.matching.participants import Participant
from telemaco.matching.scores import CRITERIA, score, scores, shares
from telemaco.messages import CityName
from tests.matching.people import WEIGHTS, parted, participant, sides, terms

TEACHES = {"offers": [{"skill": "fugue", "level": "expert"}]}
LEARNS = {"seeks": [{"skill": "fugue", "now": "beginner", "target": "advanced"}]}
EVENING = [{"days": ["mon"], "from": "18:00", "to": "20:00"}]
MORNING = [{"days": ["tue"], "from": "09:00", "to": "11:00"}]


@pytest.mark.parametrize("name", CRITERIA)
@settings(max_examples=25, deadline=None)
@given(people=sides(), kind=st.sampled_from(("one-to-one", "reverse")))
def test_all_values_at_once_are_the_values_of_each_pair(
    name: str, people: tuple[list[Participant], list[Participant]], kind: str
) -> None:
    mentees, mentors = people
    known = terms(kind=kind)

    values = CRITERIA[name].rows(mentees, mentors, known)(slice(None))

    assert values.shape == (len(mentees), len(mentors))
    for row, mentee in enumerate(mentees):
        for column, mentor in enumerate(mentors):
            value = CRITERIA[name].value(mentee, mentor, known)
            assert values[row, column] == value
            assert 0 <= value <= 1000


@settings(max_examples=50, deadline=None)
@given(
    people=sides(),
    weights=WEIGHTS,
    minimum=st.sampled_from((0, 30, 60)),
    gap=st.sampled_from((None, 0, 6)),
    repeat=st.booleans(),
)
def test_all_scores_and_limits_at_once_are_those_of_each_pair(
    people: tuple[list[Participant], list[Participant]],
    weights: dict[str, str],
    minimum: int,
    gap: int | None,
    repeat: bool,  # noqa: FBT001 (hypothesis names the arguments)
) -> None:
    mentees, mentors = people
    matching = {"weights": weights, "minimum_score": minimum, "repeat_pairs": repeat}
    known = parted("mentee-0", "mentor-0", terms({**matching, "maximum_timezone_gap": gap}))
    other = parted("mentee-1", "mentor-1", known)
    known = replace(known, former={**known.parted, **other.parted})

    found = scores(mentees, mentors, known)(slice(None))
    positions = limits(mentees, mentors, known, found)

    for row, mentee in enumerate(mentees):
        for column, mentor in enumerate(mentors):
            parts = shares(mentee, mentor, known)
            assert found.total[row, column] == score(parts)
            assert 0 <= score(parts) <= 100_000
            limit = limit_of(mentee, mentor, known)
            position = positions[row, column]
            assert limit == (None if position == NONE else LIMITS[position])
            if limit:
                assert limit.reason(mentee, mentor, known).text


def test_points_follow_the_weights_and_required_weighs_like_high() -> None:
    weights = {
        "skills": "required",
        "languages": "high",
        "availability": "medium",
        "experience": "low",
        "goals": "off",
        "approach": "off",
        "preference": "off",
    }
    mentee = participant("bach", {**LEARNS, "availability": EVENING, "experience_years": 1})
    mentor = participant("reincken", {**TEACHES, "availability": EVENING, "experience_years": 9})

    parts = shares(mentee, mentor, terms({"weights": weights}))

    assert [(part.criterion, part.weight, part.value, part.points) for part in parts] == [
        ("skills", 4, 1000, 36363),
        ("languages", 4, 1000, 36363),
        ("availability", 2, 500, 9090),
        ("experience", 1, 1000, 9090),
    ]


@pytest.mark.parametrize(
    ("offer", "value"),
    [
        ({"skill": "fugue", "level": "expert"}, 1000),
        ({"skill": "fugue", "level": "intermediate"}, 500),
        ({"skill": "fugue", "level": "beginner"}, 0),
        ({"skill": "counterpoint", "level": "expert"}, 600),
        ({"skill": "singing", "level": "expert"}, 0),
    ],
)
def test_wish_is_met_by_level_and_by_related_skills(offer: dict[str, str], value: int) -> None:
    mentee = participant("bach", LEARNS)
    mentor = participant("reincken", {"offers": [offer]})

    assert CRITERIA["skills"].value(mentee, mentor, terms()) == value


def test_long_list_of_offers_wins_nothing() -> None:
    many = [{"skill": skill, "level": "expert"} for skill in ("fugue", "singing", "organ")]
    mentee = participant("bach", LEARNS)

    values = {
        CRITERIA["skills"].value(mentee, participant("reincken", offers), terms())
        for offers in (TEACHES, {"offers": many})
    }

    assert values == {1000}


def test_wish_of_first_priority_weighs_three_times_one_of_third() -> None:
    wishes = [
        {"skill": "fugue", "priority": 1},
        {"skill": "singing", "priority": 3},
    ]
    mentee = participant("bach", {"seeks": wishes})

    assert CRITERIA["skills"].value(mentee, participant("r", TEACHES), terms()) == 750


@pytest.mark.parametrize(
    ("mine", "theirs", "value"),
    [((), (), 500), (("r",), (), 1000), (("x", "r"), (), 850), (("x",), (), 0), ((), ("b",), 666)],
)
def test_wishes_of_the_mentee_count_twice(
    mine: tuple[str, ...], theirs: tuple[str, ...], value: int
) -> None:
    mentee = participant("b", prefers=mine)
    mentor = participant("r", role="mentor", prefers=theirs)

    assert CRITERIA["preference"].value(mentee, mentor, terms()) == value


@pytest.mark.parametrize(("step", "value"), [(-5, 0), (0, 0), (1, 333), (3, 1000), (40, 500)])
def test_step_in_experience_helps_up_to_a_point(step: int, value: int) -> None:
    mentee = participant("b", {"experience_years": 10})
    mentor = participant("r", {"experience_years": 10 + step})

    assert CRITERIA["experience"].value(mentee, mentor, terms()) == value


def test_reverse_mentoring_turns_the_step_round() -> None:
    mentee = participant("b", {"experience_years": 30})
    mentor = participant("r", {"experience_years": 20})

    assert CRITERIA["experience"].value(mentee, mentor, terms(kind="reverse")) == 1000


def test_silence_is_no_advantage_over_a_middling_answer() -> None:
    silent = participant("r")
    middling = participant(
        "r", {"availability": EVENING, "experience_years": 3, "approach": {"structure": 5}}
    )
    mentee = participant(
        "b", {"availability": EVENING, "experience_years": 1, "approach": {"structure": 3}}
    )

    for name in ("availability", "experience", "approach"):
        value = CRITERIA[name].value
        assert 0 < value(mentee, silent, terms()) < value(mentee, middling, terms())


def test_reason_names_the_free_hours_and_places() -> None:
    weights = {"availability": "required"}
    mentee = participant("ada", {"availability": EVENING})
    mentor = participant("grace", {"availability": MORNING, "timezone": "America/Lima"})

    limit = limit_of(mentee, mentor, terms({"weights": weights}))

    assert limit is not None
    reason = limit.reason(mentee, mentor, terms())
    assert reason.text.startswith("no common hour: {mentee} is free {these} in {place}")
    assert (reason.facts["place"], reason.facts["other"]) == (
        CityName("Europe/Rome"),
        CityName("America/Lima"),
    )
