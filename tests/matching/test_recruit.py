from datetime import date

from telemaco.matching.propose import consider
from telemaco.matching.recruit import Opening, openings
from telemaco.model.community import Community
from telemaco.records.base import ProgramId
from tests.fakes import community
from tests.matching.texts import person, program

TODAY = date(2027, 2, 3)
SPRING = ProgramId("spring")
SKILLS = "- {id: singing, label: Singing}\n- {id: organ, label: Organ}\n"


def _community(extra: str = "", **people: str) -> Community:
    return community(
        {
            "program/programs/spring.yaml": program(extra),
            "program/skills.yaml": SKILLS,
            **{f"program/people/{name}.yaml": text for name, text in people.items()},
        }
    )


def _openings(known: Community) -> tuple[Opening, ...]:
    found = consider(known, SPRING, TODAY, "spring")
    assert found.choice is not None
    return openings(found.table, found.choice)


def test_place_with_a_mentor_who_is_full_serves_one_more() -> None:
    found = _openings(_community(a=person("mentee"), b=person("mentee"), m=person("mentor")))

    assert [(one.mentor, one.serves) for one in found] == [("m", 1)]


def test_new_mentor_is_described_as_somebody_left_out_would_want_them() -> None:
    found = _openings(
        _community(
            a=person("mentee", languages="{de: fluent, fr: native}", seeks=["organ"]),
            m=person("mentor", offers=["singing"]),
        )
    )

    best = found[0]
    assert (best.mentor, best.serves) == (None, 1)
    assert (best.skill, best.language, best.zone) == ("organ", "fr", "Europe/Rome")


def test_new_mentor_may_serve_somebody_better_who_is_served() -> None:
    known = _community(
        "matching: {objective: total}",
        a=person("mentee", seeks=["organ"]),
        m=person("mentor", offers=["singing"]),
    )

    best = _openings(known)[0]

    assert best.skill == "organ"
    assert best.serves == 0
    with_organist = _community(
        "matching: {objective: total}",
        a=person("mentee", seeks=["organ"]),
        m=person("mentor", offers=["singing"]),
        n=person("mentor", offers=["organ"]),
    )
    scores = [
        consider(one, SPRING, TODAY, "spring").proposals[0].score for one in (known, with_organist)
    ]
    assert best.points == scores[1] - scores[0]


def test_nothing_is_proposed_where_nothing_would_help() -> None:
    assert not _openings(_community(m=person("mentor")))
    assert not _openings(_community(a=person("mentee"), m=person("mentor")))


def test_programs_that_are_full_and_stable_pairs_have_no_openings() -> None:
    people = {"a": person("mentee"), "b": person("mentee"), "m": person("mentor", capacity=2)}

    assert not _openings(_community("capacity: {pairs: 1}", **people))
    assert not _openings(_community("matching: {objective: stable}", **people))
