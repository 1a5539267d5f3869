from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from telemaco.adapters.translations import Catalog
from telemaco.matching.limits import LIMITS, NONE, limit_of
from telemaco.matching.orders import Orders
from telemaco.matching.participants import Earlier, Participant, Terms
from telemaco.matching.table import table_of
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.pair import PairStatus
from tests.matching.people import VALUES, WEIGHTS, participant, sides, terms
from tests.matching.test_program_rules import RULES

EVENING = [{"days": ["mon"], "from": "18:00", "to": "20:00"}]
MORNING = [{"days": ["tue"], "from": "09:00", "to": "11:00"}]
SYMMETRIC = (
    "excluded",
    "forbidden",
    "parted",
    "repeated",
    "timezones",
    "languages",
    "availability",
)
COUPLES = st.sets(
    st.sampled_from([("mentee-0", "mentor-0"), ("mentee-1", "mentor-1"), ("both", "mentor-2")])
)


@st.composite
def agreed(draw: st.DrawFn) -> Terms:
    """Terms with every limit that there is."""
    matching = {
        "weights": draw(WEIGHTS),
        "minimum_score": draw(st.sampled_from((0, 40))),
        "maximum_timezone_gap": draw(st.sampled_from((None, 0, 6))),
        "repeat_pairs": draw(st.booleans()),
        "rules": draw(st.lists(st.sampled_from(RULES), max_size=2)),
    }
    former, parted, forbidden = (
        [frozenset({PersonId(one), PersonId(other)}) for one, other in sorted(draw(COUPLES))]
        for _ in range(3)
    )
    earlier = Earlier(ProgramId("autumn"), PairStatus.ENDED_EARLY, date(2026, 10, 1), None)
    return replace(
        terms(matching),
        former=dict.fromkeys(former, earlier),
        parted=dict.fromkeys(parted, earlier),
        forbidden=frozenset(forbidden),
    )


@settings(max_examples=100, deadline=None)
@given(people=sides(), known=agreed())
def test_limits_of_all_pairs_at_once_are_those_of_each_pair(
    people: tuple[list[Participant], list[Participant]], known: Terms
) -> None:
    mentees, mentors = people

    table = table_of(mentees, mentors, known)

    for row, mentee in enumerate(mentees):
        for column, mentor in enumerate(mentors):
            limit = limit_of(mentee, mentor, known)
            position = int(table.limits[row, column])
            assert limit == (None if position == NONE else LIMITS[position])
            if limit and limit.name != "same-person":
                reason = Catalog("en").text(limit.reason(mentee, mentor, known))
                assert mentee.person.name in reason
                assert mentor.person.name in reason


@settings(max_examples=100, deadline=None)
@given(mine=VALUES, theirs=VALUES, known=agreed())
def test_limits_between_two_people_hold_both_ways(
    mine: dict[str, Any], theirs: dict[str, Any], known: Terms
) -> None:
    one, other = participant("mentee-0", mine), participant("mentor-0", theirs)

    for limit in LIMITS:
        if limit.name in SYMMETRIC:
            assert limit.holds(one, other, known) == limit.holds(other, one, known)


@settings(max_examples=50, deadline=None)
@given(mine=VALUES, theirs=VALUES, known=agreed())
def test_silence_about_hours_skills_and_approach_forbids_nothing(
    mine: dict[str, Any], theirs: dict[str, Any], known: Terms
) -> None:
    for said in ("availability", "approach", "experience_years", "seeks", "goals", "values"):
        mine.pop(said, None)
    one, other = participant("mentee-0", mine), participant("mentor-0", theirs)

    held = {limit.name for limit in LIMITS if limit.holds(one, other, known)}

    assert not held & {"skills", "goals", "availability", "approach", "experience"}


@pytest.mark.parametrize(
    ("matching", "mine", "theirs", "name", "text"),
    [
        (
            {},
            {"languages": {"de": "native", "it": "basic"}},
            {"languages": {"it": "native"}},
            "languages",
            "no common language: Ada speaks German, Grace Italian",
        ),
        (
            {"weights": {"availability": "required"}},
            {"availability": EVENING},
            {"availability": MORNING, "timezone": "America/Lima"},
            "availability",
            "no common hour: Ada is free Mon 18:00-20:00 in Rome, Grace Tue 09:00-11:00 in Lima",
        ),
        (
            {"weights": {"skills": "required"}},
            {"seeks": [{"skill": "fugue", "now": "advanced", "target": "expert"}]},
            {"offers": [{"skill": "fugue", "level": "intermediate"}]},
            "skills",
            (
                "no skill in common: Ada seeks Fugue, Grace does not offer it at a higher level: "
                "Fugue (intermediate)"
            ),
        ),
        (
            {"weights": {"skills": "required"}},
            {"seeks": [{"skill": "fugue"}]},
            {"offers": [{"skill": "singing"}]},
            "skills",
            "no skill in common: Ada seeks Fugue, Grace offers Singing",
        ),
        (
            {"weights": {"approach": "required"}},
            {"approach": {"structure": 1, "directness": 1, "initiative": 1}},
            {"approach": {"structure": 5, "directness": 5, "initiative": 5}},
            "approach",
            (
                "opposite ways to work: of structure, directness and initiative Ada says 1, 1, 1, "
                "Grace 5, 5, 5"
            ),
        ),
        (
            {"weights": {"experience": "required"}},
            {"experience_years": 9},
            {"experience_years": 9},
            "experience",
            "no step in experience: Ada has 9 years, Grace 9",
        ),
        (
            {"minimum_score": 90, "weights": {"availability": "medium"}},
            {"seeks": [{"skill": "fugue"}]},
            {},
            "minimum-score",
            "too low a score: Ada with Grace is 43, and the program asks for 90",
        ),
        (
            {},
            {"excludes": ["grace"]},
            {},
            "excluded",
            "Ada and Grace are not to be paired: one of their files says so",
        ),
    ],
)
def test_reason_of_a_limit_names_the_facts(
    matching: dict[str, Any], mine: dict[str, Any], theirs: dict[str, Any], name: str, text: str
) -> None:
    ada, grace, known = participant("ada", mine), participant("grace", theirs), terms(matching)

    limit = limit_of(ada, grace, known)

    assert limit is not None
    assert limit.name == name
    assert Catalog("en").text(limit.reason(ada, grace, known)) == text


@pytest.mark.parametrize(
    ("kind", "status", "end", "text"),
    [
        (
            "parted",
            PairStatus.ENDED_EARLY,
            date(2026, 12, 1),
            "Ada and Grace: their pair in this program ended early, on 1 December 2026",
        ),
        (
            "parted",
            PairStatus.CANCELLED,
            None,
            (
                "Ada and Grace: their pair in this program was cancelled; it was to start on "
                "1 October 2026"
            ),
        ),
        (
            "former",
            PairStatus.COMPLETED,
            date(2026, 12, 1),
            (
                "Ada and Grace were a pair before, in autumn from 1 October 2026 on, and the "
                "program does not repeat pairs"
            ),
        ),
    ],
)
def test_reason_of_an_earlier_pair_names_it(
    kind: str, status: PairStatus, end: date | None, text: str
) -> None:
    ada, grace = participant("ada"), participant("grace")
    earlier = Earlier(ProgramId("autumn"), status, date(2026, 10, 1), end)
    couples = {frozenset({ada.id, grace.id}): earlier}
    plain = terms({"repeat_pairs": False})
    known = replace(plain, former=couples, parted=couples if kind == "parted" else {})

    limit = limit_of(ada, grace, known)

    assert limit is not None
    assert Catalog("en").text(limit.reason(ada, grace, known)) == text


def test_regions_of_a_language_are_no_limit() -> None:
    ada = participant("ada", {"languages": {"pt-BR": "native", "pt": "basic"}})
    grace = participant("grace", {"languages": {"pt-PT": "fluent"}})

    table = table_of([ada], [grace], terms())

    assert limit_of(ada, grace, terms()) is None
    assert table.limits.tolist() == [[NONE]]


def test_to_forbid_somebody_with_themselves_forbids_nothing() -> None:
    ada, grace = PersonId("ada"), PersonId("grace")

    forbidden = Orders(forbids=((ada, ada), (grace, ada))).forbidden

    assert forbidden == {frozenset({ada, grace})}
