from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from telemaco.adapters.translations import Catalog
from telemaco.matching.limits import limit_of
from telemaco.matching.participants import Participant
from telemaco.matching.program_rules import breaks_a_rule, broken
from tests.matching.people import participant, sides, terms

FUGUE = {"skill": "fugue", "target": "advanced"}
RULES = (
    "must differ: location",
    "must agree: timezone",
    "must agree: languages",
    "must differ: values",
    "must reach: target level",
    "mentee experience_years < mentor experience_years",
    "mentor experience_years >= mentee experience_years + 5",
    "mentee experience_years <= 30",
    "mentee structure = mentor structure",
    "mentor initiative != 3",
    "as you like",
)


@settings(max_examples=100, deadline=None)
@given(people=sides(), rules=st.lists(st.sampled_from(RULES), max_size=3))
def test_all_pairs_at_once_are_those_of_each_pair(
    people: tuple[list[Participant], list[Participant]], rules: list[str]
) -> None:
    mentees, mentors = people
    known = terms({"rules": rules})

    found = broken(mentees, mentors, known)

    assert found.tolist() == [
        [breaks_a_rule(mentee, mentor, known) for mentor in mentors] for mentee in mentees
    ]


@pytest.mark.parametrize(
    ("rule", "mine", "theirs", "text"),
    [
        (
            "must differ: location",
            {"location": "Lucca"},
            {"location": "lucca"},
            'the program\'s rule "must differ: location": Ada Lucca, Grace lucca',
        ),
        (
            "must differ: location",
            {"location": {"en": "Florence", "it": "Firenze"}},
            {"location": "firenze"},
            'the program\'s rule "must differ: location": Ada Florence, Grace firenze',
        ),
        (
            "must agree: location",
            {"location": {"en": "Florence", "it": "Firenze"}},
            {"location": "Lucca"},
            'the program\'s rule "must agree: location": Ada Florence, Grace Lucca',
        ),
        (
            "must agree: timezone",
            {},
            {"timezone": "America/Lima"},
            'the program\'s rule "must agree: timezone": Ada Rome, Grace Lima',
        ),
        (
            "must agree: values",
            {"values": ["courage"]},
            {"values": ["growth", "service"]},
            'the program\'s rule "must agree: values": Ada courage, Grace growth, service',
        ),
        (
            "must agree: languages",
            {"languages": {"it": "native", "de": "basic"}},
            {"languages": {"de": "native"}},
            'the program\'s rule "must agree: languages": Ada Italian, Grace German',
        ),
        (
            "mentee structure < mentor structure",
            {"approach": {"structure": 4}},
            {"approach": {"structure": 4}},
            'the program\'s rule "mentee structure < mentor structure": Ada 4, Grace 4',
        ),
        (
            "mentor hours_per_month >= 4",
            {},
            {"hours_per_month": 3},
            'the program\'s rule "mentor hours_per_month >= 4": Ada (is not asked), Grace 3',
        ),
        (
            "must reach: target level",
            {"seeks": [FUGUE]},
            {"offers": [{"skill": "fugue", "level": "intermediate"}]},
            "the program's rule: Ada seeks Fugue (advanced), Grace offers Fugue (intermediate)",
        ),
        (
            "must reach: target level",
            {"seeks": [FUGUE]},
            {"offers": [{"skill": "organ"}]},
            "the program's rule: Ada seeks Fugue (advanced), Grace offers none of it",
        ),
    ],
)
def test_pair_that_breaks_a_rule_is_told_the_facts(
    rule: str, mine: dict[str, Any], theirs: dict[str, Any], text: str
) -> None:
    ada, grace = participant("ada", mine), participant("grace", theirs)
    known = terms({"rules": ["must differ: location", rule], "weights": {"languages": "off"}})

    limit = limit_of(ada, grace, known)

    assert limit is not None
    assert limit.name == "rules"
    assert Catalog("en").text(limit.reason(ada, grace, known)) == text


@pytest.mark.parametrize("rule", RULES)
def test_who_does_not_say_is_not_forbidden(rule: str) -> None:
    assert not breaks_a_rule(participant("ada"), participant("grace"), terms({"rules": [rule]}))


def test_same_wish_of_several_people_is_judged_alike() -> None:
    mentees = [participant(f"mentee-{at}", {"seeks": [FUGUE]}) for at in range(2)]
    mentors = [
        participant(level, {"offers": [{"skill": "fugue", "level": level}]}, role="mentor")
        for level in ("beginner", "expert")
    ]

    found = broken(mentees, mentors, terms({"rules": ["must reach: target level"]}))

    assert found.tolist() == [[True, False], [True, False]]
