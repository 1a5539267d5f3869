from typing import Any

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.matching.evidence import evidence
from telemaco.matching.limits import LIMITS, limit_of, limits
from telemaco.matching.reasons import UNMET
from telemaco.matching.scores import CRITERIA, scores
from telemaco.matching.table import table_of
from telemaco.model.durations import duration
from tests.matching.people import parted, participant, terms

FREE = {"days": ["mon"], "from": "18:00", "to": "20:00"}
PLAN = {"structure": 1, "directness": 1, "initiative": 1, "learns_by": ["doing"]}
FUGUE = {"skill": "fugue"}


def _evidence(criterion: str, mine: dict[str, Any], theirs: dict[str, Any]) -> str:
    found = evidence(criterion, participant("ada", mine), participant("grace", theirs), terms())
    return Catalog("en").text(found)


@pytest.mark.parametrize(
    ("criterion", "mine", "theirs", "text"),
    [
        ("skills", {}, {}, "Ada names no skill to learn"),
        ("skills", {"seeks": [FUGUE]}, {}, "not offered: Fugue"),
        ("skills", {"seeks": [FUGUE]}, {"offers": [FUGUE]}, "Fugue"),
        (
            "skills",
            {"seeks": [FUGUE, {"skill": "organ"}]},
            {"offers": [FUGUE]},
            "Fugue; not offered: Organ",
        ),
        (
            "skills",
            {"seeks": [FUGUE, {"skill": "counterpoint"}]},
            {"offers": [{"skill": "fugue", "level": "intermediate"}]},
            "in part Fugue, Counterpoint",
        ),
        ("goals", {}, {}, "Grace names neither goals nor values"),
        ("goals", {}, {"values": ["courage"]}, "Ada names neither goals nor values"),
        (
            "goals",
            {"goals": [{"statement": "Great fugues"}]},
            {"values": ["courage"]},
            "one names goals and the other values",
        ),
        (
            "goals",
            {"values": ["growth"]},
            {"values": ["courage"]},
            "they name different goals and values",
        ),
        (
            "goals",
            {"goals": [{"statement": "Great fugues"}], "values": ["courage"]},
            {"headline": {"en": "Writes fugues"}, "values": ["courage"]},
            "both write of fugues; both value courage",
        ),
        ("languages", {}, {}, "Italian (native)"),
        ("languages", {"languages": {"it": "basic"}}, {}, "none in common at working level"),
        ("availability", {"availability": [FREE]}, {}, "Grace names no free hours"),
        (
            "availability",
            {"availability": [FREE]},
            {"availability": [FREE], "timezone": "Pacific/Auckland"},
            "no hour in common",
        ),
        (
            "availability",
            {"availability": [FREE]},
            {"availability": [FREE]},
            "2 h a week in common",
        ),
        ("approach", {}, {"approach": PLAN}, "Ada does not describe their approach"),
        ("approach", {"approach": PLAN}, {}, "Grace does not describe their approach"),
        (
            "approach",
            {"approach": PLAN},
            {"approach": {}},
            "different in structure, directness, initiative",
        ),
        (
            "approach",
            {"approach": PLAN},
            {"approach": {**PLAN, "structure": 5}},
            "alike in directness, initiative; different in structure; both learn or teach by doing",
        ),
        (
            "approach",
            {"approach": {}},
            {"approach": {}},
            "alike in structure, directness, initiative",
        ),
        ("experience", {}, {}, "Ada does not say their years of experience"),
        (
            "experience",
            {"experience_years": 1},
            {},
            "Grace does not say their years of experience",
        ),
        ("experience", {"experience_years": 1}, {"experience_years": 1}, "no step in years"),
        ("experience", {"experience_years": 1}, {"experience_years": 2}, "a step of 1 year"),
    ],
)
def test_evidence_names_the_facts(
    criterion: str, mine: dict[str, Any], theirs: dict[str, Any], text: str
) -> None:
    assert _evidence(criterion, mine, theirs) == text


@pytest.mark.parametrize(
    ("mine", "theirs", "text"),
    [
        ((), (), "neither asked for the other"),
        (("grace",), ("ada",), "each asked for the other"),
        (("grace",), (), "Ada asked for Grace"),
        ((), ("ada",), "Grace asked for Ada"),
        (("carl",), (), "neither asked for the other"),
    ],
)
def test_evidence_of_wishes(mine: tuple[str, ...], theirs: tuple[str, ...], text: str) -> None:
    ada, grace = participant("ada", prefers=mine), participant("grace", prefers=theirs)

    assert Catalog("en").text(evidence("preference", ada, grace, terms())) == text


@pytest.mark.parametrize(("minutes", "text"), [(45, "45 min"), (120, "2 h"), (150, "2 h 30 min")])
def test_duration_is_in_hours_and_minutes(minutes: int, text: str) -> None:
    assert Catalog("en").text(duration(minutes)) == text


@pytest.mark.parametrize("criterion", CRITERIA)
def test_every_unmet_criterion_has_a_sentence_with_both_names(criterion: str) -> None:
    hours = {"availability": [FREE] * 4, "languages": {"de": "basic"}}
    ada = participant(
        "ada", {**hours, "seeks": [{"skill": name} for name in ("fugue", "a", "b", "c")]}
    )
    grace = participant("grace", {**hours, "offers": [{"skill": "organ"}]})

    for mentor in (grace, participant("grace", hours)):
        text = Catalog("en").text(UNMET[criterion](ada, mentor, terms()))

        assert "Ada" in text
        assert "Grace" in text


def test_clocks_too_far_apart_are_told_with_the_hours() -> None:
    ada = participant("ada")
    grace = participant("grace", {"timezone": "America/Lima"})
    known = terms({"maximum_timezone_gap": 3})

    limit = limit_of(ada, grace, known)

    assert limit is not None
    assert Catalog("en").text(limit.reason(ada, grace, known)) == (
        "time zones too far apart: Ada in Rome and Grace in Lima by 7 h, the program allows 3 h"
    )
    mentees, mentors = [ada, participant("bo")], [grace, ada]
    found = limits(mentees, mentors, known, scores(mentees, mentors, known)(slice(0, 2)))
    assert [LIMITS[position].name for position in found[:, 0]] == ["timezones", "timezones"]


def test_limits_of_pairs_have_their_sentences() -> None:
    ada, grace = participant("ada", {"excludes": ["grace"]}), participant("grace")
    other = participant("other")
    known = parted("other", "grace", terms({"repeat_pairs": False, "minimum_score": 100}))

    table = table_of([ada, grace, other], [grace], known)

    names = [LIMITS[position].name for position in table.limits[:, 0]]
    assert names == ["excluded", "same-person", "parted"]
    for mentee in (ada, grace, other):
        limit = limit_of(mentee, grace, known)
        assert limit is not None
        assert Catalog("en").text(limit.reason(mentee, grace, known))
