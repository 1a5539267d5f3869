"""Limits, the plan that was reviewed, and what happens when the forge does not do its part."""

from dataclasses import replace
from datetime import timedelta

import pytest

from telemaco.findings import TelemacoError
from telemaco.records.layout import Kind
from telemaco.reminders.steps import ForgePlan, StepKind
from telemaco.usecases.remind import (
    FEW_DROPPED,
    MOST_WRITES,
    carry_out,
    refuse_large,
    refuse_other,
)
from tests.progress.atelier import START
from tests.reminders.on_forge import Runs, kinds, many_pairs, workshop

DUE = START + timedelta(days=10)
WORKSHOP = workshop()


def _at_once(count: int) -> tuple[Runs, ForgePlan]:
    """As many check-ins that are open, and a plan to close them all since the program is over."""
    runs = Runs()
    many = many_pairs(count)
    for _ in range(count // 10):
        runs.run(many, DUE)
    program = next(iter(many.programs))
    over = many.programs[program].model_copy(update={"status": "cancelled"})
    return runs, runs.plan(replace(many, programs={program: over}), DUE + timedelta(days=1))


def test_plan_that_drops_many_check_ins_is_refused_with_both_numbers() -> None:
    _, plan = _at_once(20)

    with pytest.raises(TelemacoError) as refused:
        refuse_large(plan)

    assert refused.value.message.facts == {"count": 20, "open": 20, "most": 6}


def test_few_check_ins_may_always_be_dropped() -> None:
    runs = Runs()
    runs.run(WORKSHOP, DUE)

    refuse_large(runs.plan(replace(WORKSHOP, pairs={}), DUE + timedelta(days=1)))


def test_plan_of_many_changes_is_refused_with_both_numbers() -> None:
    runs = Runs()
    plan = runs.plan(WORKSHOP, DUE)
    large = replace(plan, steps=plan.steps * (MOST_WRITES + 1))

    with pytest.raises(TelemacoError) as refused:
        refuse_large(large)

    assert refused.value.message.facts == {"count": MOST_WRITES + 1, "most": MOST_WRITES}


def test_check_ins_that_were_answered_are_no_reason_to_refuse() -> None:
    runs = Runs()
    many = many_pairs(20)
    for _ in range(2):
        runs.run(many, DUE)
    held = replace(
        many,
        sessions={
            pair: workshop({str(DUE): "status: held"}).sessions_of(next(iter(WORKSHOP.pairs)))
            for pair in many.pairs
        },
    )

    plan = runs.plan(held, DUE + timedelta(days=1))

    refuse_large(plan)
    assert kinds(plan).count(StepKind.COMPLETE) > FEW_DROPPED


def test_only_the_plan_that_was_looked_at_is_carried_out() -> None:
    runs = Runs()
    plan = runs.plan(WORKSHOP, DUE)

    refuse_other(plan, plan.digest)
    with pytest.raises(TelemacoError):
        refuse_other(runs.plan(WORKSHOP, DUE + timedelta(days=8)), plan.digest)


def test_digest_is_the_same_at_another_hour_and_after_mere_talk() -> None:
    runs = Runs()
    runs.run(WORKSHOP, DUE)
    before = runs.plan(WORKSHOP, DUE + timedelta(days=7)).digest
    runs.forge.say(1, "Just talking", "somebody")

    assert runs.plan(WORKSHOP, DUE + timedelta(days=7)).digest == before


@pytest.mark.parametrize("writes", range(12))
def test_run_that_breaks_off_anywhere_is_continued_by_the_next(writes: int) -> None:
    many = many_pairs(3)
    whole = Runs()
    broken = Runs()
    for runs in (whole, broken):
        runs.run(many, DUE)
        runs.forge.say(1, "/snooze 2w", "mentor-0")
        runs.forge.say(2, "/skip", "mentor-1")
    later = DUE + timedelta(days=8)

    broken.forge.fails_after = broken.forge.writes + writes
    carry_out(broken.plan(many, later), broken.forge, broken.forge)
    broken.forge.fails_after = None
    broken.run(many, later)
    whole.run(many, later)

    assert sorted(whole.mails()) == sorted(broken.mails())
    assert [(one.state, one.body) for one in whole.forge.issues_by_number.values()] == [
        (one.state, one.body) for one in broken.forge.issues_by_number.values()
    ]


def test_after_three_failures_in_a_row_nothing_more_is_tried() -> None:
    runs = Runs()
    plan = runs.plan(many_pairs(10), DUE)
    runs.forge.ensure_label("check-in", "", "")
    runs.forge.fails_after = runs.forge.writes

    applied = carry_out(plan, runs.forge, runs.forge)

    assert (len(applied.done), len(applied.failed), len(applied.left)) == (0, 3, 7)


def test_issue_that_changed_since_the_plan_was_made_is_left_to_the_next_run() -> None:
    runs = Runs()
    runs.run(WORKSHOP, DUE)
    plan = runs.plan(WORKSHOP, DUE + timedelta(days=7))
    runs.forge.say(1, "/snooze 2w", "leonardo")

    applied = carry_out(plan, runs.forge, runs.forge)

    assert applied.done == ()
    assert runs.mails() == ["opened"]


def test_issue_that_is_gone_is_left() -> None:
    runs = Runs()
    runs.run(WORKSHOP, DUE)
    plan = runs.plan(WORKSHOP, DUE + timedelta(days=7))
    del runs.forge.issues_by_number[1]

    assert carry_out(plan, runs.forge, runs.forge).done == ()


def test_opening_that_another_run_has_in_hand_is_left() -> None:
    runs = Runs()
    plan = runs.plan(WORKSHOP, DUE)
    runs.forge.is_claimed_by_another = True

    applied = carry_out(plan, runs.forge, runs.forge)

    assert (len(applied.done), len(applied.left)) == (0, 1)


def test_community_file_that_cannot_be_read_stops_everything() -> None:
    broken = replace(WORKSHOP, unread={Kind.COMMUNITY: frozenset({()})})

    with pytest.raises(TelemacoError, match=r"community\.yaml cannot be read"):
        Runs().plan(broken, DUE)


def test_issue_of_a_later_version_stops_everything() -> None:
    runs = Runs()
    runs.run(WORKSHOP, DUE)
    runs.forge.change(1, body=runs.check_in().body.replace("check-in:1", "check-in:2"))

    with pytest.raises(TelemacoError, match="Issue 1 was written by a later version"):
        runs.plan(WORKSHOP, DUE)
