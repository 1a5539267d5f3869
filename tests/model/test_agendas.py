from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest

from telemaco.model.agendas import agenda_of, is_reviewed, midpoint_agenda
from telemaco.model.community import Community
from tests.progress.atelier import ACTIVE, HELD, PAIR, PROGRAM, START
from tests.progress.atelier import atelier as without_goals

MIDPOINT = date(2027, 6, 1)
HALVED = PROGRAM.replace("end: 2027-12-31", "midpoint: 2027-06-01, end: 2027-12-31")
INFORMAL = PROGRAM.replace("formal", "informal")
MET = {"2027-01-05": HELD}
LATER = date(2027, 2, 1)
NEAR_THE_END = date(2027, 12, 20)
GUIDE = "---\ntitle: Ours\n---\n- What?\n"
THREE = ACTIVE.replace("role: mentee}]", "role: mentee}, {person: cosimo, role: mentee}]")

CLEAR = "{id: angel, statement: Paint an angel, success: The master lays his brush down}"
UNCLEAR = "{id: angel, statement: Paint an angel}"
HAS_GOALS = ACTIVE + f"goals: [{CLEAR}]\n"


def atelier(
    notes: Mapping[str, str] | None = None,
    *,
    pair: str = HAS_GOALS,
    program: str = PROGRAM,
    more: Mapping[str, str] | None = None,
) -> Community:
    """A pair that knows what it works towards."""
    return without_goals(notes, pair=pair, program=program, more=more)


def _kind(kind: str, program: str = PROGRAM) -> str:
    return program.replace("one-to-one", kind)


def _own(*names: str) -> dict[str, str]:
    return {f"program/agendas/{name}.en.md": GUIDE for name in names}


@pytest.mark.parametrize(
    ("notes", "day", "expected"),
    [
        ({}, LATER, "first-meeting"),
        ({"2027-01-05": "status: missed"}, LATER, "first-meeting"),
        ({"2027-03-05": HELD}, LATER, "first-meeting"),
        (MET, LATER, "regular"),
        (MET, MIDPOINT - timedelta(days=15), "regular"),
        (MET, MIDPOINT - timedelta(days=14), "midpoint"),
        (MET, MIDPOINT + timedelta(days=28), "midpoint"),
        (MET, MIDPOINT + timedelta(days=29), "regular"),
        ({**MET, "2027-05-25": HELD + "\nagenda: midpoint"}, MIDPOINT, "regular"),
        ({**MET, "2027-05-25": HELD + "\nagenda: midpoint"}, date(2027, 6, 29), "regular"),
        ({**MET, "2027-05-25": HELD + "\nagenda: midpoint"}, date(2027, 6, 30), "feedback"),
        ({**MET, "2027-05-25": HELD + "\nagenda: regular"}, MIDPOINT, "midpoint"),
        ({}, MIDPOINT, "first-meeting"),
        (MET, date(2027, 12, 17), "regular"),
        (MET, date(2027, 12, 18), "closing"),
        ({}, NEAR_THE_END, "first-meeting"),
    ],
)
def test_guide_follows_the_number_of_the_session_and_where_the_pair_stands(
    notes: dict[str, str], day: date, expected: str
) -> None:
    assert agenda_of(atelier(notes, program=HALVED), PAIR, day) == expected


def test_pair_that_rested_over_the_midpoint_looks_back_on_it_afterwards() -> None:
    rested = HAS_GOALS + "paused_until: 2027-07-10\n"
    before = {**MET, "2027-05-25": HELD + "\nagenda: midpoint"}
    back = date(2027, 7, 11)

    late = atelier(MET, pair=rested, program=HALVED)
    early = atelier(before, pair=rested, program=HALVED)

    assert agenda_of(late, PAIR, back) == "midpoint"
    assert not is_reviewed(late, PAIR, back, back)
    assert agenda_of(early, PAIR, back) == "regular"
    assert is_reviewed(early, PAIR, back, back)


def test_pair_that_began_after_the_midpoint_does_not_look_back_on_it() -> None:
    late = atelier({"2027-06-05": HELD}, program=HALVED, pair=HAS_GOALS.replace("01-04", "06-02"))

    assert agenda_of(late, PAIR, date(2027, 6, 8)) == "regular"


@pytest.mark.parametrize(
    ("program", "pair", "expected"),
    [
        (INFORMAL, ACTIVE, ["first-meeting-informal", "regular-informal", "closing"]),
        (_kind("group"), ACTIVE, ["first-meeting-group", "group", "closing-group"]),
        (_kind("peer-circle", INFORMAL), ACTIVE, ["first-meeting-group", "group", "closing-group"]),
        (PROGRAM, THREE, ["first-meeting-group", "group", "closing-group"]),
        (_kind("reverse"), HAS_GOALS, ["first-meeting", "regular", "closing"]),
        (_kind("flash"), ACTIVE, ["single-session", "single-session", "single-session"]),
    ],
)
def test_guide_follows_the_kind_of_program(program: str, pair: str, expected: list[str]) -> None:
    begun = atelier(program=program, pair=pair)
    going = atelier(MET, program=program, pair=pair)

    assert [
        agenda_of(begun, PAIR, LATER),
        agenda_of(going, PAIR, LATER),
        agenda_of(going, PAIR, NEAR_THE_END),
    ] == expected


@pytest.mark.parametrize(
    ("goals", "program", "expected"),
    [
        ("", PROGRAM, "goal-setting"),
        (f"goals: [{CLEAR}]", PROGRAM, "regular"),
        (f"goals: [{UNCLEAR}]", PROGRAM, "goal-setting"),
        (f"goals: [{UNCLEAR}, {CLEAR.replace('angel,', 'horse,')}]", PROGRAM, "regular"),
        (f"goals: [{UNCLEAR.replace('}', ', status: achieved}')}]", PROGRAM, "regular"),
        ("", INFORMAL, "regular-informal"),
        ("", _kind("group"), "group"),
        ("", PROGRAM + "agendas: [{session: default, agenda: feedback}]\n", "feedback"),
        ("", PROGRAM + "agendas: [{session: 1, agenda: feedback}]\n", "goal-setting"),
    ],
)
def test_pair_sets_goals_after_its_first_session_while_none_is_clear(
    goals: str, program: str, expected: str
) -> None:
    begun = atelier(MET, pair=ACTIVE + goals, program=program)

    assert agenda_of(begun, PAIR, LATER) == expected


def test_one_session_about_goals_is_enough() -> None:
    spoken = {**MET, "2027-01-19": HELD + "\nagenda: goal-setting"}
    missed = {**MET, "2027-01-19": "status: missed\nagenda: goal-setting"}
    day = date(2027, 1, 25)

    assert agenda_of(without_goals(spoken), PAIR, day) == "feedback"
    assert agenda_of(without_goals(spoken), PAIR, date(2027, 1, 18)) == "goal-setting"
    assert agenda_of(without_goals(missed), PAIR, day) == "goal-setting"


def test_every_third_session_of_two_in_a_formal_program_is_for_feedback() -> None:
    days = [START + timedelta(weeks=2 * number) for number in range(6)]
    guides = [
        agenda_of(
            atelier({one.isoformat(): HELD for one in days[:number]}, program=program),
            PAIR,
            days[number],
        )
        for program in (PROGRAM, INFORMAL)
        for number in range(6)
    ]

    assert guides == [
        *("first-meeting", "regular", "feedback", "regular", "regular", "feedback"),
        "first-meeting-informal",
        *["regular-informal"] * 5,
    ]


def test_member_who_left_makes_no_group() -> None:
    left = THREE.replace("cosimo, role: mentee", "cosimo, role: mentee, until: 2027-01-10")

    assert agenda_of(atelier(MET, pair=left), PAIR, LATER) == "goal-setting"


def test_pair_without_its_program_has_a_guide() -> None:
    alone = replace(atelier(MET), programs={})

    assert agenda_of(alone, PAIR, LATER) == "regular"


def _listed(*choices: str, program: str = HALVED, notes: dict[str, str] | None = None) -> Community:
    listed = ", ".join(f"{{{choice}}}" for choice in choices)
    return atelier(notes or {}, program=program + f"agendas: [{listed}]\n")


def test_list_of_the_program_goes_first() -> None:
    choices = ("session: 1, agenda: feedback", "session: last, agenda: midpoint")
    usual = (*choices, "session: default, agenda: goal-setting")

    assert agenda_of(_listed(*choices), PAIR, LATER) == "feedback"
    assert agenda_of(_listed(*choices, notes=MET), PAIR, LATER) == "regular"
    assert agenda_of(_listed(*choices, notes=MET), PAIR, NEAR_THE_END) == "midpoint"
    assert agenda_of(_listed(*usual, notes=MET), PAIR, LATER) == "goal-setting"
    assert agenda_of(_listed(usual[-1]), PAIR, LATER) == "goal-setting"
    assert agenda_of(_listed("session: 2, agenda: group", notes=MET), PAIR, MIDPOINT) == "group"


def test_midpoint_review_keeps_its_guide_unless_the_list_names_another() -> None:
    usual = "session: default, agenda: goal-setting"
    named = (usual, "session: midpoint, agenda: feedback")

    assert agenda_of(_listed(usual, notes=MET), PAIR, MIDPOINT) == "midpoint"
    assert agenda_of(_listed(*named, notes=MET), PAIR, MIDPOINT) == "feedback"


def test_session_by_the_guide_that_the_list_names_is_a_review() -> None:
    notes = {**MET, "2027-05-25": HELD + "\nagenda: feedback"}
    named = _listed("session: midpoint, agenda: feedback", notes=notes)

    assert is_reviewed(named, PAIR, MIDPOINT, MIDPOINT)
    assert not is_reviewed(named, PAIR, MIDPOINT, date(2027, 5, 24))
    assert not is_reviewed(_listed(notes=notes), PAIR, MIDPOINT, MIDPOINT)


def test_midpoint_guide_is_the_programs_else_the_communitys_else_ours() -> None:
    named = _listed("session: midpoint, agenda: feedback")
    with_own = atelier(more=_own("midpoint-of-ours"))
    with_both = atelier(more=_own("a-midpoint", "midpoint"))

    assert midpoint_agenda(named, PAIR) == "feedback"
    assert midpoint_agenda(with_own, PAIR) == "midpoint-of-ours"
    assert midpoint_agenda(with_both, PAIR) == "midpoint"
    assert midpoint_agenda(atelier(), PAIR) == "midpoint"
    assert midpoint_agenda(atelier(program=_kind("group")), PAIR) == "midpoint-group"


def test_own_plain_guide_goes_before_a_variant_of_ours() -> None:
    plain = atelier(program=_kind("group"), more=_own("first-meeting"))
    both = atelier(program=_kind("group"), more=_own("first-meeting", "first-meeting-group"))
    group = atelier(MET, program=_kind("group"), more=_own("regular"))

    assert agenda_of(plain, PAIR, LATER) == "first-meeting"
    assert agenda_of(both, PAIR, LATER) == "first-meeting-group"
    assert agenda_of(group, PAIR, LATER) == "group"
