from datetime import date

from telemaco.adapters.translations import Catalog
from telemaco.matching.propose import propose
from telemaco.matching.result import Match
from telemaco.records.base import ProgramId
from tests.fakes import community
from tests.matching.texts import person, program

SPRING = ProgramId("spring")


def _match(**people: str) -> Match:
    known = community(
        {
            "program/programs/spring.yaml": program(),
            "program/skills.yaml": "- {id: fugue, label: Fugue}\n",
            **{f"program/people/{name}.yaml": text for name, text in people.items()},
        }
    )
    return propose(known, SPRING, date(2027, 2, 1), "spring")


def _pairs(found: Match) -> list[list[str]]:
    return [[str(one) for one, _ in proposal.members] for proposal in found.proposals]


def _waiting(*seeks: str) -> str:
    return person("mentee", status="waiting", seeks=seeks)


def test_nobody_who_waits_for_a_place_takes_the_mentor_of_somebody_accepted() -> None:
    found = _match(
        a=person("mentee"), b=_waiting("fugue"), m=person("mentor", offers=["fugue"], capacity=1)
    )

    assert _pairs(found) == [["m", "a"]]
    assert found.waiting == ("b",)
    assert "1 person only waits for a place and was left out" in Catalog("en").text(
        found.notices[0]
    )


def test_who_waits_for_a_place_gets_room_that_nobody_else_needs_and_is_marked() -> None:
    found = _match(
        a=person("mentee"), b=_waiting(), m=person("mentor"), n=person("mentor", capacity=1)
    )

    assert len(found.proposals) == 2
    assert found.waiting == ()
    told = [
        Catalog("en").text(caution.text)
        for proposal in found.proposals
        for caution in proposal.links[0].cautions
        if caution.people == ("b",)
    ]
    assert told[-1] == (
        "Person only waits for a place: telemaco accept spring b --apply gives one, or confirming "
        "the pair does"
    )
