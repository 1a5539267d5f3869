"""Issues as people and broken-off runs leave them."""

from dataclasses import replace
from datetime import date, timedelta

from telemaco.reminders.steps import StepKind
from telemaco.usecases.remind import carry_out
from tests.progress.atelier import ACTIVE, HELD, PROGRAM, START
from tests.reminders.on_forge import Runs, kinds, only, workshop

DUE = START + timedelta(days=10)
"""The first meeting is asked for."""
WORKSHOP = workshop()


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
    assert [issue.number for issue in runs.forge.open_issues()] == [1]
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


def test_second_issue_waits_for_an_open_day_to_be_closed() -> None:
    program = PROGRAM + "  quiet: [sat]\n"
    runs = Runs()
    runs.run(workshop(program=program), DUE)
    twin = runs.check_in()
    runs.forge.issues_by_number[2] = replace(twin, number=2)

    plan = runs.run(workshop(program=program), date(2027, 1, 16))

    assert plan.steps == ()


def test_label_that_somebody_took_away_is_given_back_and_loses_nothing() -> None:
    runs = Runs()
    runs.run(WORKSHOP, DUE)
    runs.forge.delete_label("check-in")

    plan = runs.run(WORKSHOP, DUE + timedelta(days=1))

    assert kinds(plan) == [StepKind.RELABEL]
    assert runs.check_in().labels == ("check-in",)


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


def _overview(runs: Runs) -> str:
    (found,) = [
        one.body for one in runs.forge.issues_by_number.values() if "check-in-digest" in one.labels
    ]
    return found
