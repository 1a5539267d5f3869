from datetime import date

from telemaco.progress.outcomes.funnel import NO_MIDPOINT, NO_NOTES, NOT_YET
from telemaco.records.base import ProgramId
from telemaco.records.program import Role
from tests.fakes import community
from tests.progress.outcomes.circle import (
    CIRCLE,
    DONE,
    EARLY,
    GOES_ON,
    LEFT,
    PROGRAM,
    REACHED,
    Two,
    circle,
    files,
    found,
    person,
)

HELD = {"2027-01-20": "status: held"}


def _row(outcomes: object, role: Role = Role.MENTEE) -> list[object]:
    """The figures of a role, stage by stage."""
    (row,) = (one for one in outcomes.funnels if one.role is role)  # type: ignore[attr-defined]
    return list(row.stages.values())


def test_everybody_counts_at_the_highest_stage_they_came_to() -> None:
    more = {
        "program/people/a.yaml": person("mentee", status="applied"),
        "program/people/b.yaml": person("mentee", status="waiting"),
        "program/people/c.yaml": person("mentee", status="withdrawn"),
    }
    pairs = (Two(DONE.facts, HELD), Two(LEFT.facts, HELD), LEFT)

    outcomes = found(circle(*pairs, more=more))

    assert _row(outcomes) == [6, 4, 3, 2, 1, 1]
    assert _row(outcomes, Role.MENTOR) == [3, 3, 3, 2, 1, 1]
    assert [one.role for one in outcomes.funnels] == [Role.MENTOR, Role.MENTEE]


def test_who_was_left_without_a_partner_and_withdrew_afterwards_had_been_accepted() -> None:
    receipt = (
        f"'on': 2026-12-20\nversion: '1'\nseed: s\ndigest: {'0' * 64}\n"
        "pairs: [{pair: x, members: [d, e], score: 80}]\n"
        "unmatched: [{person: c, binding: nobody fits}]\n"
    )
    more = {
        "program/people/b.yaml": person("mentee", status="withdrawn"),
        "program/people/c.yaml": person("mentee", status="withdrawn"),
        "program/people/d.yaml": person("mentee", status="declined"),
        "pairs/circle/matches/2026-12-20.yaml": receipt,
        "pairs/other/matches/2026-12-20.yaml": receipt.replace("person: c", "person: b"),
    }

    assert _row(found(circle(Two(DONE.facts, HELD), more=more)))[:3] == [4, 3, 1]


def test_an_early_finish_with_goals_reached_is_completed() -> None:
    pairs = (Two(EARLY.facts, HELD), Two(REACHED.facts, HELD))

    assert _row(found(circle(*pairs))) == [2, 2, 2, 2, 2, 2]


def test_a_pair_that_goes_on_at_the_midpoint_and_has_met_is_active_then() -> None:
    running = PROGRAM.replace("completed", "running")
    quiet = Two(GOES_ON.facts, {"2027-01-20": "status: missed"})

    outcomes = found(circle(Two(GOES_ON.facts, HELD), quiet, program=running))

    assert _row(outcomes) == [2, 2, 2, 1, 1, 0]


def test_a_pair_that_rested_on_the_midpoint_was_not_active_then() -> None:
    program = PROGRAM.replace("completed", "running").replace(
        "start:", "midpoint: 2027-02-20, start:"
    )
    rests = GOES_ON.facts + "paused_until: %s\n"
    over = Two(rests % "2027-02-19", HELD)
    rested = Two(rests % "2027-02-20", HELD)

    outcomes = found(circle(over, rested, program=program))

    assert _row(outcomes) == [2, 2, 2, 2, 1, 0]


def test_who_was_absent_or_had_left_did_not_meet() -> None:
    absent = Two(LEFT.facts, {"2027-01-20": "status: held\nattendance: {circle-e0: absent}"})
    gone = {
        "pairs/circle/pair-1/pair.yaml": (
            "members: [{person: circle-m1, role: mentor},"
            " {person: circle-e1, role: mentee, until: 2027-01-10}]\n"
            "start: 2027-01-04\n" + DONE.facts
        )
    }

    outcomes = found(circle(absent, Two(DONE.facts, HELD), more=gone))

    assert _row(outcomes) == [2, 2, 2, 0, 0, 0]
    assert _row(outcomes, Role.MENTOR) == [2, 2, 2, 2, 1, 1]


def test_who_was_absent_from_every_session_of_a_pair_that_completed_did_not_meet() -> None:
    away = "status: held\nattendance: {circle-e0: absent}"
    pairs = (Two(DONE.facts, {"2027-01-20": away, "2027-02-20": away}), Two(DONE.facts, HELD))

    outcomes = found(circle(*pairs))

    assert _row(outcomes) == [2, 2, 2, 1, 1, 1]
    assert _row(outcomes, Role.MENTOR) == [2, 2, 2, 2, 2, 2]


def test_a_replacement_counts_beside_the_one_who_dropped_out() -> None:
    changed = {
        "program/people/late.yaml": person("mentee"),
        "pairs/circle/pair-0/pair.yaml": (
            "members: [{person: circle-m0, role: mentor},"
            " {person: circle-e0, role: mentee, until: 2027-02-10},"
            " {person: late, role: mentee, from: 2027-02-20}]\n"
            "start: 2027-01-04\n" + DONE.facts
        ),
    }
    held = {"2027-01-20": "status: held", "2027-03-20": "status: held"}

    outcomes = found(circle(Two(DONE.facts, held), more=changed))

    assert _row(outcomes) == [2, 2, 2, 2, 1, 1]


def test_a_person_in_two_pairs_counts_once() -> None:
    again = {
        "pairs/circle/pair-1/pair.yaml": (
            "members: [{person: circle-m0, role: mentor}, {person: circle-e1, role: mentee}]\n"
            "start: 2027-01-04\n" + DONE.facts
        )
    }
    pairs = (Two(LEFT.facts, HELD), Two(DONE.facts, HELD))
    more = again | {"program/people/circle-m1.yaml": person("facilitator", status="declined")}

    outcomes = found(circle(*pairs, more=more))

    assert _row(outcomes, Role.MENTOR) == [1, 1, 1, 1, 1, 1]
    assert _row(outcomes, Role.FACILITATOR) == [1, 0, 0, 0, 0, 0]


def test_a_pair_that_was_only_proposed_matches_nobody() -> None:
    proposed = Two("status: proposed\n", HELD)

    assert _row(found(circle(proposed, Two("status: cancelled\n"))))[:3] == [2, 2, 0]


def test_somebody_who_is_enrolled_twice_counts_in_the_role_they_have_in_the_pair() -> None:
    helper = {
        "program/people/late.yaml": person("facilitator"),
        "pairs/circle/pair-0/pair.yaml": (
            "members: [{person: late, role: co-mentor}, {person: stranger, role: mentee}]\n"
            "start: 2027-01-04\n" + DONE.facts
        ),
    }

    outcomes = found(circle(Two(DONE.facts, HELD), more=helper))

    assert _row(outcomes, Role.FACILITATOR)[-1] == 1
    assert _row(outcomes)[0] == 2


def test_without_notes_nobody_can_say_who_met() -> None:
    row = _row(found(circle(DONE, LEFT, Two(GOES_ON.facts))))

    assert row == [3, 3, 3, NO_NOTES, 2, 1]


def test_a_midpoint_may_be_ahead_or_missing() -> None:
    endless = PROGRAM.replace(", end: 2027-06-30", "")
    written = PROGRAM.replace("start:", "midpoint: 2027-02-20, start:")

    assert _row(found(circle(DONE), date(2027, 2, 1)))[4] == NOT_YET
    assert _row(found(circle(DONE, program=endless)))[4] == NO_MIDPOINT
    assert _row(found(circle(LEFT, program=written)))[4] == 0


def test_programs_together_count_a_person_once() -> None:
    both = files([Two(LEFT.facts, HELD)]) | files([Two(DONE.facts, HELD)], name="other")
    both["pairs/other/pair-0/pair.yaml"] = both["pairs/other/pair-0/pair.yaml"].replace(
        "other-e0", "circle-e0"
    )
    del both["program/people/other-e0.yaml"]

    outcomes = found(community(both), names=(CIRCLE, ProgramId("other")))

    assert _row(outcomes) == [1, 1, 1, 1, 1, 1]
    assert _row(outcomes, Role.MENTOR) == [2, 2, 2, 2, 1, 1]


CERTIFYING = PROGRAM + "completion: {minimum_sessions: 2, certificate: true}\n"
TWICE = HELD | {"2027-02-20": "status: held"}


def test_who_completed_and_came_often_enough_earned_a_certificate_and_shows_it_if_they_allow() -> (
    None
):
    allows = person("mentee").replace("[name]", "[name, certificate]")
    pairs = (Two(DONE.facts, TWICE), Two(DONE.facts, HELD), Two(LEFT.facts, TWICE))

    outcomes = found(
        circle(*pairs, program=CERTIFYING, more={"program/people/circle-e0.yaml": allows})
    )

    assert _row(outcomes)[-3:] == [2, 1, 1]
    assert _row(outcomes, Role.MENTOR)[-3:] == [2, 1, 0]
