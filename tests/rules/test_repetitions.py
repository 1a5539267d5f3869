import pytest

from telemaco.rules import repetitions
from tests.rules.workshop import (
    CIRCLE,
    LEONARDO,
    PAIR,
    PROGRAM,
    SETTINGS,
    SKILLS,
    SURVEY,
    VERROCCHIO,
    codes,
    edited,
    extended,
    found,
    noted,
)

_GOAL = "  - {id: angel, statement: {en: Paint an angel, it: Dipingere un angelo}}\n"


def test_skills_have_different_ids() -> None:
    assert found(repetitions.skills, extended(SKILLS, "- {id: drawing, label: D}\n")) == [
        ("repeated-id", SKILLS, (2, "id"))
    ]


def test_alias_stands_for_one_skill() -> None:
    taken = edited(SKILLS, ("related: [drawing]", "aliases: [Sketching, view, Drawing]"))

    assert found(repetitions.aliases, taken) == [
        ("ambiguous-alias", SKILLS, (1, "aliases", 0)),
        ("ambiguous-alias", SKILLS, (1, "aliases", 2)),
    ]


def test_alias_that_repeats_its_own_skill_does_no_harm() -> None:
    assert not found(repetitions.aliases, edited(SKILLS, ("sketching", "Drawing")))


def test_parts_of_a_program_come_once() -> None:
    twice = extended(
        PROGRAM,
        """\
        objectives: [{id: a, statement: A}, {id: a, statement: B}]
        milestones: [{id: a, title: A, after_days: 1}, {id: a, title: B, after_days: 2}]
        agendas: [{session: 1, agenda: regular}, {session: 1, agenda: closing}]
        """,
    )

    assert found(repetitions.parts_of_programs, twice) == [
        ("repeated-id", PROGRAM, ("objectives", 1, "id")),
        ("repeated-id", PROGRAM, ("milestones", 1, "id")),
        ("repeated-id", PROGRAM, ("agendas", 1, "session")),
    ]


def test_parts_of_a_pair_come_once() -> None:
    twice = edited(PAIR, (_GOAL, _GOAL + _GOAL))
    twice[PAIR] += "milestones: [{id: a, done_on: 2027-02-01}, {id: a, done_on: 2027-02-02}]\n"

    assert found(repetitions.parts_of_pairs, twice) == [
        ("repeated-id", PAIR, ("goals", 1, "id")),
        ("repeated-id", PAIR, ("milestones", 1, "id")),
    ]


def test_actions_of_a_session_have_different_ids() -> None:
    assert codes(repetitions.actions, noted("actions: [{id: a, text: A}, {id: a, text: B}]\n")) == [
        "repeated-id"
    ]
    assert not codes(repetitions.actions, noted("actions: [{id: a, text: A}]\n"))


def test_questions_have_different_ids() -> None:
    survey = (
        "{title: T, roles: [mentee], readers: [pair], "
        "items: [{id: a, kind: text, text: A}, {id: a, kind: text, text: B}]}"
    )

    assert codes(repetitions.questions, {SURVEY: survey}) == ["repeated-id"]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("", "", ["repeated-member"]),
        (", until: 2027-03-01", "", ["repeated-member"]),
        ("", ", from: 2027-03-01", ["repeated-member"]),
        (", until: 2027-04-01", ", from: 2027-03-01", ["repeated-member"]),
        (", until: 2027-03-01", ", from: 2027-04-01", []),
    ],
)
def test_member_may_come_back_after_leaving(first: str, second: str, expected: list[str]) -> None:
    again = edited(
        PAIR,
        (
            "  - {person: leonardo, role: mentee}\n",
            (
                f"  - {{person: leonardo, role: mentee{first}}}\n"
                f"  - {{person: leonardo, role: mentee{second}}}\n"
            ),
        ),
    )

    assert codes(repetitions.members, again) == expected


def test_place_in_a_program_is_taken_once_in_a_role() -> None:
    twice = edited(
        LEONARDO,
        (
            "status: matched}",
            "status: matched}\n  - {program: workshop, role: mentee, status: paused}",
        ),
    )
    in_two_roles = edited(
        LEONARDO,
        (
            "status: matched}",
            "status: matched}\n  - {program: workshop, role: mentor, status: paused}",
        ),
    )

    assert found(repetitions.enrolments, twice) == [
        ("repeated-enrolment", LEONARDO, ("enrolments", 1))
    ]
    assert not found(repetitions.enrolments, in_two_roles)


def test_lists_say_each_name_once() -> None:
    changes = (
        edited(SETTINGS, ("[cosimo]", "[cosimo, cosimo]"), ("[en, it]", "[en, it, en]"))
        | extended(PROGRAM, "coordinators: [cosimo, cosimo]\nlanguages: [it, it]\n")
        | edited(VERROCCHIO, ("[name, offers]", "[name, name]"))
    )
    changes[VERROCCHIO] += "excludes: [leonardo, cosimo, leonardo]\n"
    changes[VERROCCHIO] += "seeks: [{skill: drawing}, {skill: drawing}]\n"

    assert [route for _, _, route in found(repetitions.names_in_lists, changes)] == [
        ("coordinators", 1),
        ("languages", 2),
        ("coordinators", 1),
        ("languages", 1),
        ("excludes", 2),
        ("consent", "publish", 1),
        ("seeks", 1, "skill"),
    ]


def test_nothing_is_there_twice_in_the_workshop() -> None:
    assert not found(repetitions.names_in_lists, {CIRCLE: "{"})
