"""A whole run: from the files and the forge to what is done, one day after the other."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from telemaco.records.layout import Kind
from telemaco.reminders.steps import StepKind
from telemaco.usecases.remind import carry_out
from tests.progress.atelier import ACTIVE, FACTS, HELD, PROGRAM, START, person
from tests.reminders.on_forge import Runs, kinds, many_pairs, only, workshop

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


def test_check_in_that_somebody_closes_is_settled_and_the_next_period_is_asked_for() -> None:
    runs = Runs()
    runs.run(WORKSHOP, DUE)
    runs.forge.close(1, "completed")

    after = runs.run(WORKSHOP, DUE + timedelta(days=3))
    second = runs.run(WORKSHOP, START + timedelta(days=14 + 14 + 3))

    assert after.steps == ()
    assert only(second).key is not None
    assert str(only(second).key).endswith("2027-01-18/session")


def test_two_open_issues_about_the_same_become_the_one_with_the_lowest_number() -> None:
    runs = Runs()
    runs.run(WORKSHOP, DUE)
    twin = runs.check_in()
    runs.forge.issues_by_number[2] = replace(twin, number=2)

    plan = runs.run(WORKSHOP, DUE)

    assert kinds(plan) == [StepKind.MERGE]
    assert [issue.number for issue in runs.forge.open_issues] == [1]
    assert runs.forge.issues_by_number[2].state_reason == "not_planned"


def test_open_issue_about_something_else_gives_way_for_good_and_is_told_along() -> None:
    runs = Runs()
    pair = ACTIVE + "agreement: {version: v1, review_on: 2027-01-10}\n"
    held = {"2027-01-05": HELD}
    runs.run(workshop(held, pair=pair), date(2027, 1, 10))

    silent = workshop(held, pair=pair)
    aside = runs.run(silent, date(2027, 2, 4))
    asked = runs.run(silent, date(2027, 2, 5))
    along = runs.check_in("session").body
    met = workshop({**held, "2027-02-05": HELD}, pair=pair)
    after = [kinds(runs.run(met, date(2027, 2, day))) for day in range(6, 12)]

    assert kinds(aside) == [StepKind.CLOSE]
    assert str(only(asked).key).endswith("2027-01-18/session")
    assert "agreement" in along
    assert after == [[StepKind.COMPLETE], [], [], [], [], []]
    assert "unanswered atelier/verrocchio-leonardo/2027-01-10/agreement" in _overview(runs)


def test_second_open_issue_about_something_else_is_set_aside() -> None:
    runs = Runs()
    pair = ACTIVE + "agreement: {version: v1, review_on: 2027-01-10}\n"
    both = workshop(pair=pair)
    runs.run(workshop({"2027-01-05": HELD}, pair=pair), date(2027, 1, 10))
    runs.run(workshop({"2027-01-05": HELD}), date(2027, 1, 12))
    runs.run(both, date(2027, 1, 15))
    runs.forge.reopen(1)

    plan = runs.run(both, date(2027, 1, 17))

    assert kinds(plan) == [StepKind.MERGE, StepKind.UPDATE]
    assert runs.memory("agreement").end == "gave-way"


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


def test_second_issue_waits_for_an_open_day_to_be_closed() -> None:
    program = PROGRAM + "  quiet: [sat]\n"
    runs = Runs()
    runs.run(workshop(program=program), DUE)
    twin = runs.check_in()
    runs.forge.issues_by_number[2] = replace(twin, number=2)

    plan = runs.run(workshop(program=program), date(2027, 1, 16))

    assert plan.steps == ()


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


def test_label_that_somebody_took_away_is_given_back_and_loses_nothing() -> None:
    runs = Runs()
    runs.run(WORKSHOP, DUE)
    runs.forge.delete_label("check-in")

    plan = runs.run(WORKSHOP, DUE + timedelta(days=1))

    assert kinds(plan) == [StepKind.RELABEL]
    assert runs.check_in().labels == ("check-in",)


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
    assert len(runs.forge.open_issues) == 40


def test_unchanged_state_costs_no_write_and_few_reads() -> None:
    many = many_pairs(150)
    runs = Runs()
    for _ in range(12):
        runs.run(many, DUE)
    runs.forge.reads = runs.forge.writes = 0

    runs.plan(many, DUE)

    assert runs.forge.writes == 0
    assert runs.forge.reads <= 3 + 2


def test_strangers_issue_with_our_marker_says_nothing() -> None:
    runs = Runs()
    runs.run(WORKSHOP, DUE)
    ours = runs.check_in()
    runs.forge.issues_by_number[1] = replace(ours, is_ours=False)

    plan = runs.run(WORKSHOP, DUE)

    assert kinds(plan) == [StepKind.OPEN]


def test_damaged_memory_is_mended_and_nothing_is_sent() -> None:
    runs = Runs()
    runs.run(WORKSHOP, DUE)
    runs.forge.change(1, body=runs.check_in().body.replace('{"calls"', '{"calls'))

    plan = runs.run(WORKSHOP, DUE + timedelta(days=8))

    assert kinds(plan) == [StepKind.UPDATE]
    assert runs.mails() == ["opened"]
    assert runs.memory().stage == "nudge"


def test_setting_aside_that_broke_off_is_undone_when_it_is_asked_again() -> None:
    runs = Runs()
    runs.run(WORKSHOP, DUE)
    resting = workshop(pair=ACTIVE.replace("active", "paused"))
    plan = runs.plan(resting, DUE + timedelta(days=1))
    runs.forge.fails_after = runs.forge.writes + 1
    carry_out(plan, runs.forge, runs.forge)
    runs.forge.fails_after = None

    back = runs.run(WORKSHOP, DUE + timedelta(days=2))

    assert kinds(back) == [StepKind.UPDATE]
    assert (runs.check_in().state, runs.memory().end) == ("open", None)


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


def _overview(runs: Runs) -> str:
    (found,) = [
        one.body for one in runs.forge.issues_by_number.values() if "check-in-digest" in one.labels
    ]
    return found


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
