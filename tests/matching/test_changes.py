"""What is said of somebody left out, a community for every kind of change."""

from collections.abc import Mapping
from datetime import date

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.matching.changes import Kind
from telemaco.matching.orders import Orders
from telemaco.matching.propose import propose
from telemaco.matching.result import Unmatched
from telemaco.records.base import PersonId, ProgramId
from tests.fakes import community
from tests.matching.texts import pair, person, program

TODAY = date(2027, 2, 3)
SKILLS = "- {id: fugue, label: {en: Fugue, it: Fuga}}\n- {id: organ, label: Organ}\n"
MORNING = "availability: [{days: [tue], from: '09:00', to: '10:00'}]\n"
EVENING = "availability: [{days: [mon], from: '18:00', to: '20:00'}]\n"
HOURS = "matching: {weights: {availability: required}}"
NEEDS_SKILLS = "matching: {weights: {skills: required}}"
GERMAN = "{de: native, it: basic}"
ITALIAN = "{it: native}"


def _left(
    name: str, extra: str, texts: Mapping[str, str], orders: Orders | None = None
) -> tuple[Unmatched, str]:
    """What is said of one person, and what would help them in words."""
    files = {f"program/people/{one}.yaml": text for one, text in texts.items() if one != "past"}
    files |= {"program/programs/spring.yaml": program(extra), "program/skills.yaml": SKILLS}
    if "past" in texts:
        files["pairs/spring/m-a/pair.yaml"] = texts["past"]
    found = propose(community(files), ProgramId("spring"), TODAY, "spring", orders or Orders())
    left = next(one for one in found.unmatched if one.person == name)
    return left, Catalog("en").text(left.would_help) if left.would_help else ""


def _named(name: str, text: str) -> str:
    return text.replace("Person", name)


ADA, MAX = _named("Ada", person("mentee")), _named("Max", person("mentor"))


@pytest.mark.parametrize(
    ("name", "kind", "extra", "people", "said"),
    [
        (
            "a",
            Kind.HOUR,
            HOURS,
            {"a": ADA + MORNING, "m": MAX + EVENING},
            "one more free hour, Mon 18:00-19:00 in Rome: Max is free then",
        ),
        (
            "m",
            Kind.HOUR,
            HOURS,
            {"a": ADA + MORNING, "m": MAX + EVENING},
            "one more free hour, Tue 09:00-10:00 in Rome: Ada is free then",
        ),
        (
            "a",
            Kind.SKILL,
            NEEDS_SKILLS,
            {
                "a": ADA + "seeks: [{skill: organ, now: intermediate}]\n",
                "m": MAX + "offers: [{skill: organ, level: beginner}, {skill: fugue}]\n",
            },
            "seeking Fugue as well, which Max offers",
        ),
        (
            "m",
            Kind.SKILL,
            NEEDS_SKILLS,
            {
                "a": ADA
                + "seeks: [{skill: organ, now: intermediate, priority: 1}, {skill: fugue}]\n",
                "m": MAX + "offers: [{skill: organ, level: beginner}]\n",
            },
            "offering Fugue as well, which Ada seeks",
        ),
        (
            "a",
            Kind.LEVEL,
            "",
            {
                "a": _named(
                    "Ada", person("mentee", languages="{de: native, en: basic, it: basic}")
                ),
                "m": _named("Max", person("mentor", languages=ITALIAN)),
            },
            "Italian at working level instead of basic: Max speaks it",
        ),
        (
            "a",
            Kind.GAP,
            "matching: {maximum_timezone_gap: 3}",
            {"a": ADA.replace("Europe/Rome", "Asia/Kathmandu"), "m": MAX},
            "a maximum_timezone_gap of 5 instead of 3: then Max would fit",
        ),
        (
            "a",
            Kind.MINIMUM,
            "matching: {minimum_score: 80}",
            {"a": _named("Ada", person("mentee", seeks=["fugue"])), "m": MAX},
            "a minimum_score of 50 instead of 80: then Max would fit",
        ),
        (
            "a",
            Kind.RULE,
            "matching: {rules: ['must differ: location', 'mentor experience_years >= 3']}",
            {"a": ADA + "location: Lucca\n", "m": MAX + "location: Lucca\nexperience_years: 5\n"},
            'leaving out the rule "must differ: location": then Max would fit',
        ),
        (
            "a",
            Kind.REPEAT,
            "matching: {repeat_pairs: false}",
            {"a": ADA, "m": MAX, "past": pair("m", "a", "completed")},
            "repeat_pairs: true, then Max would fit again",
        ),
        (
            "a",
            Kind.CRITERION,
            "matching: {weights: {experience: required}}",
            {"a": ADA + "experience_years: 9\n", "m": MAX + "experience_years: 9\n"},
            "an exception for Ada, so that experience need not be met: then Max would fit",
        ),
    ],
)
def test_smallest_change_is_told_with_whom_it_brings_into_reach(
    name: str, kind: Kind, extra: str, people: dict[str, str], said: str
) -> None:
    left, text = _left(name, extra, people)

    assert text == said
    assert left.change
    assert left.change.kind is kind


def test_order_of_the_run_is_named_when_it_alone_forbids_the_pair() -> None:
    forbid = Orders(forbids=((PersonId("m"), PersonId("a")),))

    _, text = _left("a", "", {"a": ADA, "m": MAX}, forbid)

    assert text == "leaving out --forbid a=m: then they could be a pair"


def test_nothing_is_told_when_two_changes_would_be_needed() -> None:
    people = {
        "a": person("mentee", languages=GERMAN) + MORNING,
        "m": person("mentor", languages=ITALIAN) + EVENING,
    }

    assert _left("a", HOURS, people)[0].change is None


def test_no_wish_helps_where_a_rule_forbids_the_pair() -> None:
    people = {
        "a": ADA + "location: Lucca\nseeks: [{skill: fugue}]\n",
        "m": MAX + "location: Lucca\noffers: [{skill: organ}]\n",
    }

    change = _left("a", "matching: {rules: ['must differ: location']}", people)[0].change

    assert change
    assert change.kind is Kind.RULE


def test_nobody_is_let_off_a_common_language() -> None:
    people = {"a": person("mentee", languages="{de: native}"), "m": person("mentor")}

    assert _left("a", "", people)[0].change is None


def test_many_who_compete_are_counted() -> None:
    people = {f"a{number}": _named(f"A{number}", person("mentee")) for number in range(6)}
    mentors = {f"m{number}": _named(f"M{number}", person("mentor")) for number in range(5)}
    left = next(
        one
        for one in propose(
            community(
                {
                    "program/programs/spring.yaml": program(),
                    **{f"program/people/{k}.yaml": v for k, v in {**people, **mentors}.items()},
                }
            ),
            ProgramId("spring"),
            TODAY,
            "spring",
        ).unmatched
    )

    say = Catalog("en").text
    assert say(left.binding) == "6 mentees compete for 5 places with M0, M1, M2, M3, M4"
    assert left.would_help
    assert say(left.would_help) == "one more place with M0, M1, M2 or one of 2 more"


@pytest.mark.parametrize("objective", ["total", "stable"])
def test_place_goes_to_those_to_whom_it_would_be_given(objective: str) -> None:
    matching = f"matching: {{objective: {objective}}}"
    people = {
        "a": _named("Ada", person("mentee", seeks=["fugue"])),
        "b": _named("Bo", person("mentee", seeks=["organ"])),
        "c": _named("Cy", person("mentee", seeks=["organ"])),
        "m": _named("Max", person("mentor", offers=["fugue"])),
    }

    told = {name: _left(name, matching, people)[1] for name in "bc"}

    assert sorted(told.values()) == ["", "one more place with Max"]


def test_mentor_hears_when_the_program_is_full() -> None:
    people = {"a": ADA, "b": person("mentee"), "m": MAX, "n": person("mentor")}
    found = propose(
        community(
            {
                "program/programs/spring.yaml": program("capacity: {pairs: 1}"),
                **{f"program/people/{name}.yaml": text for name, text in people.items()},
            }
        ),
        ProgramId("spring"),
        TODAY,
        "spring",
    )

    assert {one.change.kind for one in found.unmatched if one.change} == {Kind.PAIRS}
    assert len(found.unmatched) == 2


def test_full_program_is_noticed_where_the_floor_hides_that_more_pairs_fit() -> None:
    extra = "capacity: {pairs: 1}\nmatching: {weights: {languages: low}}"
    people = {
        "a": person("mentee", seeks=["fugue"]),
        "b": person("mentee", seeks=["fugue"], languages="{de: native}"),
        "m": person("mentor", offers=["fugue"]),
        "n": person("mentor", offers=["organ"], languages="{fr: native}"),
    }

    left = [_left(name, extra, people)[0] for name in "b"]

    assert [one.limit for one in left] == ["program"]


def test_choice_of_a_full_program_by_preference_keeps_to_the_limit() -> None:
    people = {name: person("mentee") for name in "ab"} | {name: person("mentor") for name in "mn"}
    files = {f"program/people/{name}.yaml": text for name, text in people.items()}
    extra = "capacity: {pairs: 1}\nmatching: {objective: stable}"
    files["program/programs/spring.yaml"] = program(extra)

    found = propose(community(files), ProgramId("spring"), TODAY, "spring")

    assert len(found.proposals) == 1
    assert {one.limit for one in found.unmatched} == {"program"}


def test_no_rule_is_named_where_another_would_still_be_broken() -> None:
    rules = "matching: {rules: ['must differ: location', 'mentor experience_years >= 3']}"
    people = {
        "a": ADA + "location: Lucca\n",
        "m": MAX + "location: Lucca\nexperience_years: 1\n",
    }

    assert _left("a", rules, people)[0].change is None
