import pytest

from telemaco.rules.references_of_people import (
    coordinators,
    people_of_people,
    programs_of_enrolments,
    related_skills,
    skills,
)
from tests.rules.workshop import (
    COSIMO,
    LEONARDO,
    PROGRAM,
    SETTINGS,
    SKILLS,
    UNREADABLE,
    VERROCCHIO,
    codes,
    edited,
    extended,
    found,
    hints,
    workshop,
)

_ENROLLED = ("enrolments: []", "enrolments: [{program: workshp, role: mentor, status: applied}]")


def test_program_of_an_enrolment_exists() -> None:
    assert found(programs_of_enrolments, edited(COSIMO, _ENROLLED)) == [
        ("unknown-program", COSIMO, ("enrolments", 0, "program"))
    ]


def test_program_that_cannot_be_read_is_known() -> None:
    assert not found(programs_of_enrolments, {PROGRAM: UNREADABLE})


def test_person_that_cannot_be_read_is_known() -> None:
    assert not found(coordinators, {COSIMO: UNREADABLE})


def test_person_whose_file_is_named_in_capitals_is_known() -> None:
    cosimo_in_capitals = {
        "program/people/Lorenzo.yaml": "name: Lorenzo",
        **edited(SETTINGS, ("[cosimo]", "[cosimo, lorenzo]")),
    }

    assert not found(coordinators, cosimo_in_capitals)


def test_coordinators_of_community_and_program_exist() -> None:
    changes = edited(SETTINGS, ("[cosimo]", "[cosimmo]")) | extended(
        PROGRAM, "coordinators: [cosimo, nobody]"
    )

    assert found(coordinators, changes) == [
        ("unknown-person", SETTINGS, ("coordinators", 0)),
        ("unknown-person", PROGRAM, ("coordinators", 1)),
    ]


@pytest.mark.parametrize(
    ("name", "code"),
    [("verocchio", "unknown-person"), ("leonardo", "names-itself"), ("verrocchio", None)],
)
def test_preferred_and_excluded_people_are_others_who_exist(name: str, code: str | None) -> None:
    changes = edited(LEONARDO, ("status: matched", f"status: matched, prefers: [{name}]"))
    changes[LEONARDO] += f"excludes: [{name}]\n"

    assert codes(people_of_people, changes) == ([code, code] if code else [])


def test_alias_of_a_skill_names_its_id() -> None:
    assert hints(skills, edited(VERROCCHIO, ("skill: drawing", "skill: sketching"))) == [
        "Write drawing."
    ]


def test_word_that_is_nearly_an_alias_leads_to_its_skill() -> None:
    assert hints(skills, edited(VERROCCHIO, ("skill: drawing", "skill: sketchng"))) == [
        "Did you mean drawing?"
    ]


def test_alias_of_several_words_is_known_by_its_hyphens() -> None:
    changes = edited(SKILLS, ("[sketching]", "[Life Drawing]")) | edited(
        VERROCCHIO, ("skill: drawing", "skill: life-drawing")
    )

    assert hints(skills, changes) == ["Write drawing."]


def test_skills_offered_and_sought_exist() -> None:
    changes = edited(VERROCCHIO, ("skill: drawing", "skill: drawnig")) | edited(
        LEONARDO, ("skill: perspective", "skill: perspctive")
    )

    assert found(skills, changes) == [
        ("unknown-skill", LEONARDO, ("seeks", 0, "skill")),
        ("unknown-skill", VERROCCHIO, ("offers", 0, "skill")),
    ]


def test_vocabulary_that_cannot_be_read_is_not_missed() -> None:
    assert not found(skills, {SKILLS: UNREADABLE})


def test_missing_vocabulary_is_told_once() -> None:
    assert codes(skills, {SKILLS: "[]"}) == ["vocabulary-missing"]


def test_vocabulary_is_not_needed_without_skills() -> None:
    nobody_learns = edited(LEONARDO, ("seeks:\n  - {skill: perspective}\n", ""))
    nobody_teaches = edited(VERROCCHIO, ("offers:\n  - {skill: drawing, level: expert}\n", ""))

    assert not found(skills, {SKILLS: "[]"}, nobody_learns, nobody_teaches)


def test_related_skills_are_others_that_exist() -> None:
    changes = edited(SKILLS, ("related: [drawing]", "related: [drawing, perspective, drawings]"))

    assert found(related_skills, changes) == [
        ("names-itself", SKILLS, (1, "related", 1)),
        ("unknown-skill", SKILLS, (1, "related", 2)),
    ]


def test_skill_that_has_the_id_of_another_is_not_missed() -> None:
    changes = edited(SKILLS, ("id: perspective", "id: drawing"))
    one_language = edited(
        SKILLS,
        ("id: perspective", "id: drawing"),
        ("{en: Perspective, it: Prospettiva}", "Perspective"),
        ("related: [drawing]", "related: [perspective]"),
    )

    assert not codes(skills, changes)
    assert not codes(related_skills, changes)
    assert not codes(skills, one_language)
    assert not codes(related_skills, one_language)


def test_nothing_is_wrong_with_the_workshop() -> None:
    community = workshop()

    assert not list(skills(community))
