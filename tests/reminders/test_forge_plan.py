"""A whole run: from the files and the forge to what is done, one day after the other."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from telemaco.reminders.steps import StepKind
from tests.progress.atelier import ACTIVE, HELD, PROGRAM, START, person
from tests.reminders.on_forge import Runs, kinds, many_pairs, workshop

DUE = START + timedelta(days=10)
"""The first meeting is asked for."""
WORKSHOP = workshop()


def test_check_in_is_opened_when_due_and_not_a_day_before() -> None:
    runs = Runs()

    before = runs.run(WORKSHOP, DUE - timedelta(days=1))
    on_the_day = runs.run(WORKSHOP, DUE)

    assert before.steps == ()
    assert kinds(on_the_day) == [StepKind.OPEN]
    assert runs.mails() == ["opened"]


def test_silent_pair_is_asked_asked_again_and_left_to_the_coordinators() -> None:
    runs = Runs()

    for days in range(60):
        runs.run(WORKSHOP, DUE + timedelta(days=days))

    assert runs.mails() == ["opened", "commented", "opened"]
    assert [(mail.at.date() - DUE).days for mail in runs.forge.mails] == [0, 7, 14]
    assert runs.memory().stage == "escalate"
    assert "unanswered atelier/verrocchio-leonardo" in runs.forge.issues_by_number[2].body


@pytest.mark.parametrize(("days", "stage"), [(8, "nudge"), (30, "escalate")])
def test_late_run_opens_one_issue_at_the_stage_that_counts(days: int, stage: str) -> None:
    runs = Runs()

    plan = runs.run(WORKSHOP, DUE + timedelta(days=days))

    assert kinds(plan) == [StepKind.OPEN]
    assert runs.memory().stage == stage


def test_run_that_comes_late_sends_one_step_of_those_it_missed() -> None:
    runs = Runs()
    runs.run(WORKSHOP, DUE)

    plan = runs.run(WORKSHOP, DUE + timedelta(days=40))

    assert kinds(plan) == [StepKind.REPORT]
    assert runs.mails() == ["opened", "opened"]


def test_who_was_asked_late_has_as_long_until_the_next_step() -> None:
    runs = Runs()
    late = DUE + timedelta(days=5)

    changed = {
        days: kinds(plan)
        for days in range(20)
        if kinds(plan := runs.run(WORKSHOP, late + timedelta(days=days)))
    }

    assert changed == {
        0: [StepKind.OPEN],
        7: [StepKind.ASK_AGAIN],
        14: [StepKind.REPORT],
    }


def test_note_closes_the_check_in_as_completed_without_a_word() -> None:
    runs = Runs()
    runs.run(WORKSHOP, DUE)

    plan = runs.run(workshop({str(DUE): HELD}), DUE + timedelta(days=1))

    assert kinds(plan) == [StepKind.COMPLETE]
    assert (runs.check_in().state_reason, runs.mails()) == ("completed", ["opened", "closed"])


def test_period_that_was_answered_is_not_asked_again_when_the_note_goes_away() -> None:
    runs = Runs()
    runs.run(WORKSHOP, DUE)
    runs.run(workshop({str(DUE): HELD}), DUE + timedelta(days=1))

    plan = runs.run(WORKSHOP, DUE + timedelta(days=2))

    assert plan.steps == ()


def test_nothing_goes_out_on_a_quiet_day_and_all_of_it_on_the_next_open_one() -> None:
    program = PROGRAM + "  quiet: [sat, sun]\n"
    silent = workshop(program=program)
    answered = workshop({"2027-01-15": HELD}, program=program)
    saturday, monday = date(2027, 1, 16), date(2027, 1, 18)
    fresh, known = Runs(), Runs()
    known.run(silent, date(2027, 1, 14))

    on_saturday = [*fresh.run(silent, saturday).steps, *known.run(answered, saturday).steps]
    on_monday = [fresh.run(silent, monday), known.run(answered, monday)]

    assert on_saturday == []
    assert [kinds(plan) for plan in on_monday] == [[StepKind.OPEN], [StepKind.COMPLETE]]


def test_pair_set_aside_on_a_quiet_day_is_closed_on_the_next_open_one() -> None:
    program = PROGRAM + "  quiet: [sat, sun]\n"
    resting = workshop(program=program, pair=ACTIVE.replace("active", "paused"))
    runs = Runs()
    runs.run(workshop(program=program), date(2027, 1, 14))

    runs.run(resting, date(2027, 1, 16))
    state_on_saturday = runs.check_in().state
    runs.run(resting, date(2027, 1, 18))

    assert state_on_saturday == "open"
    assert runs.check_in().state == "closed"


def test_planned_session_is_waited_for_with_the_check_in_left_open() -> None:
    runs = Runs()
    runs.run(WORKSHOP, DUE)
    planned = workshop({"2027-01-28": "status: planned"})

    for days in range(1, 15):
        assert runs.run(planned, DUE + timedelta(days=days)).steps == ()
    missed = runs.run(planned, date(2027, 1, 29))

    assert kinds(missed) == [StepKind.REPORT]


def test_nobody_is_written_to_twice_a_day_or_four_times_in_a_period() -> None:
    ladder = "".join(f"    - {{after_days: {n}, to: pair, action: nudge}}\n" for n in range(1, 9))
    eager = workshop(program=PROGRAM.partition("  ladder:")[0] + "  ladder:\n" + ladder)
    runs = Runs()

    for days in range(40):
        runs.run(eager, DUE + timedelta(days=days))

    days_of_mail = [mail.at.date() for mail in runs.forge.mails]
    assert len(days_of_mail) == len(set(days_of_mail))
    for first in days_of_mail:
        assert sum(first <= day < first + timedelta(days=14) for day in days_of_mail) <= 3


def test_next_question_waits_three_days_after_an_answer() -> None:
    pair = ACTIVE + "agreement: {version: v1, review_on: 2027-01-10}\n"
    runs = Runs()
    runs.run(workshop(pair=pair), DUE)
    met = workshop({str(DUE): HELD}, pair=pair)

    closed = runs.run(met, DUE + timedelta(days=1))
    following = [kinds(runs.run(met, DUE + timedelta(days=days))) for days in (2, 3, 4)]

    assert kinds(closed) == [StepKind.COMPLETE]
    assert following == [[], [], [StepKind.OPEN]]


def test_what_is_due_beside_it_is_brought_up_to_date_in_silence() -> None:
    runs = Runs()
    runs.run(WORKSHOP, DUE)
    pair = ACTIVE + "agreement: {version: v1, review_on: 2027-01-10}\n"

    plan = runs.run(workshop(pair=pair), DUE + timedelta(days=1))

    assert kinds(plan) == [StepKind.UPDATE]
    assert "agreement" in runs.check_in().body
    assert runs.mails() == ["opened"]


def test_last_rung_may_give_up_and_the_next_period_is_asked_for() -> None:
    rungs = "[{after_days: 5, to: pair, action: close}]"
    closing = workshop(program=PROGRAM.partition("  ladder:")[0] + f"  ladder: {rungs}\n")
    runs = Runs()
    runs.run(closing, DUE)

    given_up = runs.run(closing, DUE + timedelta(days=5))
    second = runs.run(closing, START + timedelta(days=31))

    assert kinds(given_up) == [StepKind.CLOSE]
    assert kinds(second) == [StepKind.OPEN]


def test_check_in_that_was_never_opened_and_is_over_is_let_go() -> None:
    rungs = "[{after_days: 5, to: pair, action: close}]"
    closing = workshop(program=PROGRAM.partition("  ladder:")[0] + f"  ladder: {rungs}\n")

    assert Runs().run(closing, DUE + timedelta(days=6)).steps == ()


def test_pair_without_logins_is_the_coordinators_from_the_start() -> None:
    nobody = workshop(
        more={
            "program/people/verrocchio.yaml": person("mentor", rest="confirmed: 2027-01-01\n"),
            "program/people/leonardo.yaml": person("mentee"),
        }
    )
    runs = Runs()

    plan = runs.run(nobody, DUE)

    assert kinds(plan) == []
    assert "unreached atelier/verrocchio-leonardo" in runs.forge.issues_by_number[1].body


def test_overdue_action_has_no_issue_of_its_own() -> None:
    action = "\nactions: [{id: draw, text: Draw a hand, due: 2027-01-06}]"
    busy = workshop({"2027-01-05": HELD + action})

    assert Runs().run(busy, date(2027, 1, 15)).steps == ()


def test_sign_up_stands_in_the_overview_only() -> None:
    applied = person("mentee", "applied", "github: lippi\n")
    resting = ACTIVE.replace("active", "paused")
    runs = Runs()

    runs.run(workshop(pair=resting, more={"program/people/lippi.yaml": applied}), date(2027, 1, 20))

    (issue,) = runs.forge.issues_by_number.values()
    assert issue.labels == ("check-in-digest",)
    assert "sign-up atelier/lippi" in issue.body


def test_budget_leaves_the_rest_to_later_runs() -> None:
    many = many_pairs(40)
    runs = Runs()
    rest = 40
    turns = 0

    while rest:
        plan = runs.run(many, DUE)
        assert plan.writes <= 20
        assert all(
            one.due <= other.due for one, other in zip(plan.steps, plan.waiting, strict=False)
        )
        rest = len(plan.waiting)
        turns += 1

    assert turns == 3
    assert len(runs.forge.open_issues()) == 40


def test_unchanged_state_costs_no_write_and_few_reads() -> None:
    many = many_pairs(150)
    runs = Runs()
    for _ in range(12):
        runs.run(many, DUE)
    runs.forge.reads = runs.forge.writes = 0

    runs.plan(many, DUE)

    assert runs.forge.writes == 0
    assert runs.forge.reads <= 3 + 2


def test_what_has_waited_longest_goes_first_and_nobody_waits_for_ever() -> None:
    early, late = many_pairs(30), many_pairs(60)
    pairs = {
        pair_id: pair
        if pair_id in early.pairs
        else pair.model_copy(update={"start": START + timedelta(days=3)})
        for pair_id, pair in late.pairs.items()
    }
    community = replace(late, pairs=pairs)
    runs = Runs()
    opened: list[date] = []

    while len(opened) < 60:
        plan = runs.run(community, DUE + timedelta(days=5))
        opened += [step.due for step in plan.steps if step.kind is StepKind.OPEN]

    assert opened == sorted(opened)
