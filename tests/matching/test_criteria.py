"""What is said of the criteria in docs/matching.md, shown for any two people."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from telemaco.matching.limits import LIMITS
from telemaco.matching.participants import Participant
from telemaco.matching.scores import CRITERIA, score, shares
from telemaco.records.base import SkillId
from telemaco.records.person import Approach, Enrolment, Person
from tests.matching.people import FREE, RELATED, VALUES, WEIGHTS, participant, terms

ANYBODY = settings(max_examples=60, deadline=None)

LOOKED_AT = frozenset(
    {
        "approach",
        "availability",
        "excludes",
        "experience_years",
        "goals",
        "headline",
        "languages",
        "offers",
        "seeks",
        "timezone",
        "values",
    }
)
"""The fields of a person that scores and limits depend on; of the enrolment `prefers`."""

BY_RULES_ONLY = frozenset({"location", "hours_per_month"})
"""Those that a program may look at by a rule of its own besides."""

NEVER_LOOKED_AT = frozenset(
    {
        "name",
        "pronouns",
        "github",
        "bio",
        "links",
        "enrolments",
        "trained",
        "consent",
        "confirmed",
        "paused_until",
    }
)
OTHERWISE: Mapping[str, Any] = {
    "name": "Somebody Else",
    "pronouns": "they",
    "github": "somebody",
    "bio": "Quite another story.",
    "links": [{"label": "Home", "url": "https://example.org"}],
    "location": "Elsewhere",
    "hours_per_month": 40,
    "trained": [{"module": "basics", "on": "2027-01-01"}],
    "consent": {"text": "v2", "on": "2027-01-02", "publish": ["name"]},
    "confirmed": "2027-01-02",
}


def test_every_field_of_a_person_is_looked_at_or_is_not_on_purpose() -> None:
    assert set(Person.model_fields) == LOOKED_AT | BY_RULES_ONLY | NEVER_LOOKED_AT


@ANYBODY
@given(mine=VALUES, theirs=VALUES, weights=WEIGHTS)
def test_score_and_limits_do_not_depend_on_who_somebody_is(
    mine: dict[str, Any], theirs: dict[str, Any], weights: dict[str, str]
) -> None:
    known = terms({"weights": weights, "minimum_score": 30})
    mentor = participant("mentor-0", theirs, role="mentor")

    plain, otherwise = (participant("mentee-0", {**mine, **more}) for more in ({}, OTHERWISE))

    mentee_side = (plain, mentor), (otherwise, mentor)
    mentor_side = (mentor, plain), (mentor, otherwise)
    for one, other in (mentee_side, mentor_side):
        assert shares(*one, known) == shares(*other, known)
        held, still_held = (
            [limit.name for limit in LIMITS if limit.holds(*two, known)] for two in (one, other)
        )
        assert held == still_held


@pytest.mark.parametrize("name", CRITERIA)
@ANYBODY
@given(mine=VALUES, theirs=VALUES)
def test_criterion_reads_only_what_it_may(
    name: str, mine: dict[str, Any], theirs: dict[str, Any]
) -> None:
    read: set[str] = set()
    mentee, mentor = (
        _watched(participant(one, values), read)
        for one, values in (("mentee-0", mine), ("mentor-0", theirs))
    )

    value = CRITERIA[name].value(mentee, mentor, terms())

    assert isinstance(value, int)
    assert read <= LOOKED_AT


def _watched(one: Participant, read: set[str]) -> Participant:
    """The same participant, noting which fields of the person are read."""

    class Watched(Person):
        def __getattribute__(self, field: str) -> Any:  # noqa: ANN401 (whatever the field holds)
            if field in Person.model_fields:
                read.add(field)
            return super().__getattribute__(field)

    values = {field: getattr(one.person, field) for field in Person.model_fields}
    person = Watched.model_construct(**values)
    read.clear()
    return Participant(one.id, person, one.enrolment, 1, 0, one.free, one.ahead)


IRRELEVANT: Mapping[str, Any] = {
    "offers": {"skill": "bookbinding", "level": "expert"},
    "seeks": {"skill": "bookbinding", "now": "none", "target": "expert"},
    "goals": {"statement": "Voluminous bookbinding apprenticeships everywhere"},
    "values": "tradition",
}


@pytest.mark.parametrize("field", IRRELEVANT)
@pytest.mark.parametrize("side", ["mentee", "mentor"])
@ANYBODY
@given(mine=VALUES, theirs=VALUES)
def test_longer_profile_wins_nothing_by_its_length(
    field: str, side: str, mine: dict[str, Any], theirs: dict[str, Any]
) -> None:
    assume(len((mine if side == "mentee" else theirs).get("values", ())) < 3)
    more = {"mentee": dict(mine), "mentor": dict(theirs)}
    more[side][field] = [*more[side].get(field, []), IRRELEVANT[field]]

    before = participant("mentee-0", mine), participant("mentor-0", theirs)
    after = participant("mentee-0", more["mentee"]), participant("mentor-0", more["mentor"])

    for name, criterion in CRITERIA.items():
        assert criterion.value(*after, terms()) <= criterion.value(*before, terms()), name


@ANYBODY
@given(mine=VALUES, theirs=VALUES, hours=FREE, others=FREE)
def test_hours_beyond_four_in_common_win_nothing(
    mine: dict[str, Any], theirs: dict[str, Any], hours: dict[str, Any], others: dict[str, Any]
) -> None:
    wide = [{"days": ["mon", "tue", "wed", "thu", "fri"], "from": "00:00", "to": "24:00"}]
    one = participant("a", {**mine, "availability": [hours]})
    other = participant("b", {**theirs, "availability": [others]})
    wider = participant("b", {**theirs, "availability": [others, *wide]})

    narrow, more = (CRITERIA["availability"].value(one, two, terms()) for two in (other, wider))

    assert narrow <= more <= 1000
    both_wide = participant("a", {**mine, "availability": wide})
    assert CRITERIA["availability"].value(both_wide, wider, terms()) == 1000


@ANYBODY
@given(mine=VALUES, theirs=VALUES)
def test_related_skill_counts_six_tenths_of_the_skill_itself(
    mine: dict[str, Any], theirs: dict[str, Any]
) -> None:
    wish = {"skill": "fugue", "now": "none", "target": "expert"}
    for reached in ("beginner", "intermediate", "advanced", "expert"):
        itself, related = (
            CRITERIA["skills"].value(
                participant("a", {**mine, "seeks": [wish]}),
                participant("b", {**theirs, "offers": [{"skill": skill, "level": reached}]}),
                terms(),
            )
            for skill in ("fugue", *RELATED[SkillId("fugue")])
        )
        assert related == itself * 600 // 1000


@ANYBODY
@given(mine=VALUES, theirs=VALUES, rank=st.integers(0, 5), other=st.integers(0, 5))
def test_wish_of_the_mentee_counts_more_than_the_same_of_the_mentor(
    mine: dict[str, Any], theirs: dict[str, Any], rank: int, other: int
) -> None:
    def value(mentee_wishes: int | None, mentor_wishes: int | None) -> int:
        return CRITERIA["preference"].value(
            participant("a", mine, prefers=_list_with("b", mentee_wishes)),
            participant("b", theirs, role="mentor", prefers=_list_with("a", mentor_wishes)),
            terms(),
        )

    assert value(rank, None) > value(None, rank)
    assert value(0, other) >= value(1, other) >= value(None, other)
    assert value(other, 0) >= value(other, 1) >= value(other, None)


def _list_with(person: str, rank: int | None) -> list[str]:
    """Wishes for others, with the person at this rank."""
    others = [f"other-{number}" for number in range(6)]
    return others if rank is None else [*others[:rank], person, *others[rank:]]


@ANYBODY
@given(mine=VALUES, theirs=VALUES, weights=WEIGHTS)
def test_score_rises_with_the_value_of_what_counts(
    mine: dict[str, Any], theirs: dict[str, Any], weights: dict[str, str]
) -> None:
    known = terms({"weights": weights})
    mentee, mentor = participant("mentee-0", mine), participant("mentor-0", theirs)

    parts = shares(mentee, mentor, known)

    numbers = {"required": 4, "high": 4, "medium": 2, "low": 1}
    assert {part.criterion: part.weight for part in parts} == {
        name: numbers[weight] for name, weight in weights.items() if weight != "off"
    }
    total = sum(part.weight for part in parts)
    assert all(part.points == part.weight * 100 * part.value // total for part in parts)
    assert score(parts) == sum(part.points for part in parts)


def _fields() -> Iterator[str]:
    yield from Enrolment.model_fields
    yield from Approach.model_fields


def test_no_field_about_origin_or_the_like_exists() -> None:
    words = {"age", "gender", "sex", "race", "origin", "religion", "birthday", "nationality"}

    assert not words & {*Person.model_fields, *_fields()}
