from datetime import date

from telemaco.adapters.translations import Catalog
from telemaco.matching.about import about
from telemaco.matching.propose import propose
from telemaco.records.base import PersonId, ProgramId
from telemaco.render.matches.names import names_of
from telemaco.render.matches.person import person_as_text
from tests.fakes import community
from tests.matching.texts import person, program

TWO_PAIRS = """\
Person (m) - Person (a): 100
  languages  required  100 / 100  Italian (native)
  Mind: Person names neither a skill to learn nor a goal: the score says nothing
    about what they want, so ask

Person (m) - Person (b): 100
  languages  required  100 / 100  Italian (native)
  Mind: Person names neither a skill to learn nor a goal: the score says nothing
    about what they want, so ask
"""


def _said(name: str, **people: str) -> str:
    files = {f"program/people/{one}.yaml": text for one, text in people.items()}
    known = community({"program/programs/spring.yaml": program(), **files})
    found = about(propose(known, ProgramId("spring"), date(2027, 2, 3), "spring"), PersonId(name))
    assert found
    return person_as_text(found, names_of(known), Catalog("en"), 80)


def test_mentor_hears_of_all_their_pairs() -> None:
    people = {"a": person("mentee"), "b": person("mentee"), "m": person("mentor", capacity=2)}

    assert _said("m", **people) == TWO_PAIRS
    assert _said("a", **people) == TWO_PAIRS.partition("\n\n")[0] + "\n"


def test_somebody_left_hears_what_binds_and_that_nothing_helps() -> None:
    said = _said("a", a=person("mentee", languages="{de: native}"), m=person("mentor"))

    assert said == (
        "Person (a): 1 without a common language\n"
        "    The closest, Person: no common language: Person speaks German, Person\n"
        "      Italian\n"
        "    No single change would serve one more person.\n"
    )


def test_somebody_left_hears_what_would_help() -> None:
    people = {"a": person("mentee"), "b": person("mentee"), "m": person("mentor")}

    left = next(said for name in "ab" if "compete" in (said := _said(name, **people)))

    assert left == (
        "Person (b): Person, Person compete for 1 place with Person\n"
        "    Would help: one more place with Person\n"
    )


def test_somebody_who_is_not_considered_hears_why() -> None:
    said = _said("m", a=person("mentee"), m=person("mentor", capacity=0))

    assert said == "Person (m) is not considered: no place to offer: the capacity is 0\n"
