"""What the files answer, and who is asked no more."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from telemaco.records.layout import Kind
from telemaco.reminders.steps import StepKind
from tests.progress.atelier import ACTIVE, FACTS, HELD, PROGRAM, START, person
from tests.reminders.on_forge import Runs, kinds, workshop

DUE = START + timedelta(days=10)
"""The first meeting is asked for."""
WORKSHOP = workshop()


def test_pair_that_rests_is_closed_as_not_planned_and_asked_again_when_it_is_back() -> None:
    runs = Runs()
    runs.run(WORKSHOP, DUE)
    resting = workshop(pair=ACTIVE.replace("active", "paused"))

    closed = runs.run(resting, DUE + timedelta(days=1))
    reason = runs.check_in().state_reason
    back = runs.run(WORKSHOP, DUE + timedelta(days=40))
    then = runs.run(WORKSHOP, DUE + timedelta(days=47))

    assert (kinds(closed), reason) == ([StepKind.CLOSE], "not_planned")
    assert kinds(back) == [StepKind.REOPEN]
    assert kinds(then) == [StepKind.ASK_AGAIN]
    assert runs.memory().stage == "nudge"


def test_pair_that_ended_or_is_gone_is_closed_as_not_planned() -> None:
    runs = Runs()
    runs.run(WORKSHOP, DUE)
    ended = ACTIVE.replace("active", "ended-early") + "end: 2027-01-10\nreason: moved-on\n"

    plan = runs.run(workshop(pair=ended), DUE + timedelta(days=1))

    assert kinds(plan) == [StepKind.CLOSE]
    assert runs.check_in().state_reason == "not_planned"


def test_check_in_of_a_pair_whose_file_is_gone_is_closed() -> None:
    runs = Runs()
    runs.run(WORKSHOP, DUE)

    plan = runs.run(replace(WORKSHOP, pairs={}), DUE + timedelta(days=1))

    assert kinds(plan) == [StepKind.CLOSE]


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (Kind.NOTE, ("atelier", "verrocchio-leonardo", "2027-01-05", "")),
        (Kind.PAIR, ("atelier", "verrocchio-leonardo")),
        (Kind.PROGRAM, ("atelier",)),
        (Kind.PERSON, ("leonardo",)),
    ],
)
def test_pair_is_left_alone_while_its_files_cannot_be_read(
    kind: Kind, names: tuple[str, ...]
) -> None:
    runs = Runs()
    runs.run(WORKSHOP, DUE)
    broken = replace(WORKSHOP, unread={kind: frozenset({names})})

    plan = runs.run(broken, DUE + timedelta(days=30))

    assert plan.steps == ()


def test_others_are_not_held_up_by_a_file_that_cannot_be_read() -> None:
    runs = Runs()
    broken = replace(WORKSHOP, unread={Kind.PERSON: frozenset({("somebody-else",)})})

    plan = runs.run(broken, DUE)

    assert kinds(plan) == [StepKind.OPEN]


def test_mentor_is_left_alone_while_their_file_cannot_be_read() -> None:
    resting = workshop(pair=ACTIVE.replace("active", "paused"))
    broken = replace(resting, unread={Kind.PERSON: frozenset({("verrocchio",)})})

    assert Runs().run(broken, date(2027, 7, 1)).steps == ()


def test_mentor_is_asked_whether_they_are_still_available_and_answers_in_the_file() -> None:
    resting = ACTIVE.replace("active", "paused")
    runs = Runs()
    runs.run(workshop(pair=resting), date(2027, 7, 1))
    again = person("mentor", rest="confirmed: 2027-07-02\ngithub: Verrocchio\n")

    plan = runs.run(
        workshop(pair=resting, more={"program/people/verrocchio.yaml": again}), date(2027, 7, 3)
    )

    assert kinds(plan) == [StepKind.COMPLETE]


def test_mentor_who_changes_programs_is_not_asked_twice() -> None:
    resting = ACTIVE.replace("active", "paused")
    other = PROGRAM.replace("Atelier", "Bottega")
    both = person("mentor", rest="confirmed: 2027-01-01\ngithub: Verrocchio\n").replace(
        "matched}]", "matched}, {program: bottega, role: mentor, status: matched}]"
    )
    more = {"program/programs/bottega.yaml": other, "program/people/verrocchio.yaml": both}
    runs = Runs()
    runs.run(workshop(pair=resting, more=more), date(2027, 7, 1))
    over = PROGRAM.replace("status: running", "status: completed")

    plan = runs.run(workshop(pair=resting, program=over, more=more), date(2027, 7, 2))

    assert StepKind.OPEN not in kinds(plan)
    assert runs.check_in().state == "open"


def test_person_whose_file_is_gone_is_asked_no_more() -> None:
    resting = ACTIVE.replace("active", "paused")
    runs = Runs()
    lippi = person("mentor", rest="confirmed: 2027-01-01\ngithub: lippi\n")
    fresh = person("mentor", rest="confirmed: 2027-07-01\ngithub: Verrocchio\n")
    verrocchio = {"program/people/verrocchio.yaml": fresh}
    there = workshop(pair=resting, more={**verrocchio, "program/people/lippi.yaml": lippi})
    runs.run(there, date(2027, 7, 1))

    plan = runs.run(workshop(pair=resting, more=verrocchio), date(2027, 7, 2))

    assert kinds(plan) == [StepKind.CLOSE]


def test_proposal_is_answered_by_the_status() -> None:
    proposed = FACTS + "status: proposed\nstart: 2027-01-04\n"
    runs = Runs()
    runs.run(workshop(pair=proposed), date(2027, 1, 11))

    plan = runs.run(workshop(), date(2027, 1, 12))

    assert kinds(plan) == [StepKind.COMPLETE]


def test_proposal_that_was_closed_by_hand_still_waits_for_the_coordinators() -> None:
    proposed = workshop(pair=FACTS + "status: proposed\nstart: 2027-01-04\n")
    runs = Runs()
    runs.run(proposed, date(2027, 1, 11))
    runs.forge.close(1, "not_planned")

    early = runs.run(proposed, date(2027, 1, 20))
    runs.run(proposed, date(2027, 1, 26))

    assert early.steps == ()
    assert "unanswered atelier/verrocchio-leonardo" in runs.forge.issues_by_number[2].body


def test_cancelled_proposal_is_not_planned() -> None:
    proposed = FACTS + "status: proposed\nstart: 2027-01-04\n"
    cancelled = FACTS + "status: cancelled\nstart: 2027-01-04\n"
    runs = Runs()
    runs.run(workshop(pair=proposed), date(2027, 1, 11))

    plan = runs.run(workshop(pair=cancelled), date(2027, 1, 12))

    assert kinds(plan) == [StepKind.CLOSE]


SLOW = PROGRAM.replace("{every: 2, unit: week}", "{every: 12, unit: month}")
MIDPOINT = SLOW.replace("end: 2027-12-31", "midpoint: 2027-03-01")
MILESTONE = SLOW + "milestones: [{id: m, title: M, after_days: 9}]"
ENDING = ACTIVE + "expected_end: 2027-03-01\n"
MET = {"2027-01-05": HELD}
DAY = date(2027, 3, 1)


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        pytest.param(
            {"notes": MET, "program": MIDPOINT},
            {"notes": {**MET, "2027-03-01": HELD + "\nagenda: midpoint"}, "program": MIDPOINT},
            StepKind.COMPLETE,
            id="the midpoint is looked back on",
        ),
        pytest.param(
            {"notes": MET, "pair": ENDING, "program": SLOW},
            {"notes": MET, "pair": ENDING + "closing: {on: 2027-03-01}\n", "program": SLOW},
            StepKind.COMPLETE,
            id="closing words are there",
        ),
        pytest.param(
            {"notes": MET, "pair": ENDING, "program": SLOW},
            {"notes": MET, "pair": ACTIVE.replace("active", "completed"), "program": SLOW},
            StepKind.CLOSE,
            id="it ended without closing words",
        ),
        pytest.param(
            {"notes": MET, "program": MILESTONE},
            {
                "notes": MET,
                "program": MILESTONE,
                "pair": ACTIVE + "milestones: [{id: m, done_on: 2027-03-01}]\n",
            },
            StepKind.COMPLETE,
            id="the milestone is reached",
        ),
    ],
)
def test_each_kind_is_answered_in_the_files(
    before: dict[str, Any], after: dict[str, Any], kind: StepKind
) -> None:
    runs = Runs()
    runs.run(workshop(**before), DAY)

    plan = runs.run(workshop(**after), DAY + timedelta(days=1))

    assert kind in kinds(plan)


def test_midpoint_that_is_long_over_is_asked_about_no_more() -> None:
    runs = Runs()
    runs.run(workshop(MET, program=MIDPOINT), DAY)

    plan = runs.run(workshop(MET, program=MIDPOINT), DAY + timedelta(days=29))

    assert kinds(plan) == [StepKind.CLOSE]


BACK = ACTIVE.replace("active", "paused") + "paused_until: 2027-03-01\n"


def test_pair_whose_break_is_over_is_asked_whether_it_goes_on() -> None:
    runs = Runs()

    before = runs.run(workshop(pair=BACK), date(2027, 3, 1))
    asked = runs.run(workshop(pair=BACK), date(2027, 3, 2))
    goes_on = BACK.replace("paused\n", "active\n")
    plan = runs.run(workshop(pair=goes_on), date(2027, 3, 4))

    assert (kinds(before), kinds(asked), kinds(plan)) == ([], [StepKind.OPEN], [StepKind.COMPLETE])
    assert "Do you go on?" in runs.check_in().body


def test_longer_break_answers_the_question_whether_a_pair_goes_on() -> None:
    runs = Runs()
    runs.run(workshop(pair=BACK), date(2027, 3, 2))

    plan = runs.run(workshop(pair=BACK.replace("03-01", "04-01")), date(2027, 3, 4))

    assert kinds(plan) == [StepKind.COMPLETE]


def test_nobody_asks_a_pair_without_a_rhythm_or_of_a_program_that_is_over_after_a_break() -> None:
    informal = PROGRAM.replace("cadence: {every: 2, unit: week}\n", "")
    informal = informal.replace("style: formal", "style: informal")
    over = PROGRAM.replace("status: running", "status: completed")

    for program in (informal, over):
        assert Runs().run(workshop(pair=BACK, program=program), date(2027, 3, 2)).steps == ()
