from telemaco.adapters.translations import Catalog
from telemaco.matching.recorded import Recorded, recorded_pairs
from telemaco.model.community import Community
from telemaco.records.base import PersonId, ProgramId
from telemaco.render.matches.names import names_of
from telemaco.render.matches.recorded import recorded_as_text
from tests.fakes import community
from tests.matching.texts import person, program

SPRING = ProgramId("spring")
RECEIPT = f"""\
on: 2027-02-01
version: '1'
seed: a
digest: {"a" * 64}
pairs:
  - pair: m-a
    members: [m, a, b]
    score: 70
    together: {{text: all speak Italian}}
    shares: [{{criterion: skills, weight: 1, value: 700, points: 35000}},
             {{criterion: stars, weight: 1, value: 700, points: 35000}}]
    cautions: [a does not say when they are free]
    runners_up: [{{of: a, person: n, score: 60}}]
  - {{pair: n-a, members: [n, a], score: 20}}
"""
PAIR = """\
members: [{{person: {0}, role: mentor}}, {{person: a, role: mentee}}, {{person: b, role: mentee}}]
status: {1}
start: 2027-02-08
{2}
"""
MATCH = "match: {receipt: 2027-02-01, score: 70}"


def _community() -> Community:
    files = {
        "program/programs/spring.yaml": program(),
        **{f"program/people/{one}.yaml": person("mentee") for one in "ab"},
        **{f"program/people/{one}.yaml": person("mentor") for one in "mn"},
        "pairs/spring/matches/2027-02-01.yaml": RECEIPT,
        "pairs/spring/m-a/pair.yaml": PAIR.format("m", "active", MATCH),
        "pairs/spring/n-a/pair.yaml": PAIR.format("n", "confirmed", MATCH),
        "pairs/spring/by-hand/pair.yaml": PAIR.format("n", "confirmed", ""),
        "pairs/spring/over/pair.yaml": PAIR.format("n", "cancelled", MATCH),
    }
    return community(files)


def _recorded(person_id: str, program_id: ProgramId | None = SPRING) -> list[Recorded]:
    return list(recorded_pairs(_community(), PersonId(person_id), program_id))


def test_pairs_that_go_on_are_told_by_the_run_that_made_them() -> None:
    assert [one.pair.pair for one in _recorded("a")] == ["m-a", "n-a"]
    assert [one.pair.pair for one in _recorded("b", None)] == ["m-a"]
    assert _recorded("a", ProgramId("autumn")) == []


def test_receipt_tells_what_spoke_for_a_pair() -> None:
    known = _community()

    text = recorded_as_text(_recorded("a"), names_of(known), Catalog("en"), 80)

    assert text.startswith("Person (m) - Person (a) - Person (b): 70, by the matching of 1 Feb")
    assert "  skills   35 / 50\n  stars    35 / 50\n  all speak Italian\n" in text
    assert "  Mind: a does not say when they are free\n" in text
    assert "  Next for Person (a): Person (n) 60\n" in text
    assert "\n\nPerson (n) - Person (a): 20, by the matching of 1 February 2027\n" in text
