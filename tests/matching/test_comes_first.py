from datetime import date

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.matching.propose import consider, propose
from telemaco.matching.why import Cost, why
from telemaco.model.community import Community
from telemaco.records.base import PersonId, ProgramId
from tests.fakes import community
from tests.matching.texts import person, program

SPRING = ProgramId("spring")
TODAY = date(2027, 2, 1)
SKILLS = "- {id: fugue, label: Fugue}\n- {id: singing, label: Singing}\n"


def _community(extra: str = "", **people: str) -> Community:
    return community(
        {
            "program/programs/spring.yaml": program(extra),
            "program/skills.yaml": SKILLS,
            **{f"program/people/{name}.yaml": text for name, text in people.items()},
        }
    )


def _pairs(known: Community) -> list[list[str]]:
    found = propose(known, SPRING, TODAY, "spring")
    return [[str(one) for one, _ in proposal.members] for proposal in found.proposals]


@pytest.mark.parametrize("objective", ["fair", "coverage", "total"])
def test_mentor_who_comes_first_gets_somebody_whom_another_would_suit_better(
    objective: str,
) -> None:
    def pairs(*, comes_first: bool) -> list[list[str]]:
        return _pairs(
            _community(
                f"matching: {{objective: {objective}}}",
                a=person("mentee", seeks=["fugue"]),
                m=person("mentor", offers=["fugue"]),
                n=person("mentor", offers=["singing"], comes_first=comes_first),
            )
        )

    assert pairs(comes_first=False) == [["m", "a"]]
    assert pairs(comes_first=True) == [["n", "a"]]


def test_mentor_who_comes_first_costs_nobody_a_place() -> None:
    known = _community(
        a=person("mentee"),
        b=person("mentee", languages="{de: native}"),
        m=person("mentor", comes_first=True, languages="{it: native, de: native}"),
        n=person("mentor"),
    )

    assert _pairs(known) == [["m", "b"], ["n", "a"]]


def test_mentor_who_has_somebody_comes_first_no_more() -> None:
    known = _community(
        a=person("mentee", seeks=["fugue"]),
        b=person("mentee", seeks=["fugue"]),
        m=person("mentor", offers=["fugue"], capacity=2),
        n=person("mentor", comes_first=True, capacity=2),
    )

    assert sorted(mentor for mentor, _ in _pairs(known)) == ["m", "n"]


def test_mentee_who_comes_first_is_served_before_one_who_fits_better() -> None:
    known = _community(
        a=person("mentee", seeks=["fugue"]),
        b=person("mentee", seeks=["singing"], comes_first=True),
        m=person("mentor", offers=["fugue"]),
    )

    assert _pairs(known) == [["m", "b"]]


def test_price_of_a_pair_says_who_comes_first_and_would_have_nobody() -> None:
    known = _community(
        a=person("mentee", seeks=["fugue"]),
        m=person("mentor", offers=["fugue"]),
        n=person("mentor", comes_first=True),
    )

    found = why(consider(known, SPRING, TODAY, "spring"), PersonId("a"), PersonId("m"))

    assert found is not None
    assert isinstance(found.cost, Cost)
    assert (found.cost.left_out, found.cost.first) == (0, 1)


def test_stable_pairs_know_nobody_who_comes_first_and_say_so() -> None:
    known = _community(
        "matching: {objective: stable}",
        a=person("mentee", seeks=["fugue"]),
        m=person("mentor", offers=["fugue"]),
        n=person("mentor", comes_first=True),
    )

    found = propose(known, SPRING, TODAY, "spring")

    assert _pairs(known) == [["m", "a"]]
    assert any("comes first" in Catalog("en").text(notice) for notice in found.notices)
