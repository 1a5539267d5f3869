"""What people ask for in comments, and what becomes of it."""

from datetime import date, timedelta

import pytest

from telemaco.reminders.steps import StepKind
from tests.forge_fakes import BOT
from tests.progress.atelier import ACTIVE, HELD, PROGRAM, START
from tests.reminders.on_forge import Runs, kinds, workshop

DUE = START + timedelta(days=10)
NEXT = DUE + timedelta(days=1)
WORKSHOP = workshop()


@pytest.fixture
def runs() -> Runs:
    """The first meeting is asked for, in issue 1."""
    found = Runs()
    found.run(WORKSHOP, DUE)
    return found


def test_snooze_is_kept_and_then_the_pair_is_asked_once_more(runs: Runs) -> None:
    runs.forge.say(1, "/snooze 2w", "Leonardo")

    plans = [runs.run(WORKSHOP, NEXT + timedelta(days=days)) for days in range(30)]

    assert kinds(plans[0]) == [StepKind.COMMAND]
    changed = {number: kinds(plan) for number, plan in enumerate(plans) if kinds(plan)}
    assert changed == {
        0: [StepKind.COMMAND],
        13: [StepKind.ASK_AGAIN],
        20: [StepKind.ASK_AGAIN],
        27: [StepKind.REPORT],
    }
    assert runs.mails()[:3] == ["opened", "commented", "commented"]


def test_snooze_has_a_longest_time(runs: Runs) -> None:
    runs.forge.say(1, "/snooze 9999d", "leonardo")

    runs.run(WORKSHOP, NEXT)

    assert runs.memory().until == DUE + timedelta(days=60)


def test_snooze_is_explained_where_nothing_can_be_put_off(runs: Runs) -> None:
    program = PROGRAM + "  snooze_maximum_days: 0\n"
    runs.forge.say(1, "/snooze", "leonardo")

    runs.run(workshop(program=program), NEXT)

    assert runs.memory().until is None
    assert runs.mails() == ["opened", "commented"]


def test_late_run_after_a_snooze_asks_once_at_the_stage_that_counts(runs: Runs) -> None:
    runs.forge.say(1, "/snooze 1d", "leonardo")
    runs.run(WORKSHOP, NEXT)

    runs.run(WORKSHOP, NEXT + timedelta(days=40))
    runs.run(WORKSHOP, NEXT + timedelta(days=41))

    assert runs.memory().stage == "escalate"
    assert runs.mails() == ["opened", "commented", "opened"]


def test_skip_closes_and_the_next_period_is_asked_for(runs: Runs) -> None:
    runs.forge.say(1, "/skip", "verrocchio")

    plan = runs.run(WORKSHOP, NEXT)
    later = runs.run(WORKSHOP, START + timedelta(days=31))

    assert kinds(plan) == [StepKind.COMMAND]
    assert (runs.check_in("first").state, runs.check_in("first").state_reason) == (
        "closed",
        "not_planned",
    )
    assert runs.memory("first").end == "skipped"
    assert kinds(later) == [StepKind.OPEN]


def test_skip_on_a_quiet_day_is_noted_at_once_and_closed_on_the_next_open_one(
    runs: Runs,
) -> None:
    quiet = workshop(program=PROGRAM + "  quiet: [sat]\n")
    runs.forge.say(1, "/skip", "verrocchio")

    runs.run(quiet, date(2027, 1, 16))
    on_saturday = (runs.check_in().state, runs.memory().end)
    runs.run(quiet, date(2027, 1, 17))

    assert on_saturday == ("open", "skipped")
    assert runs.check_in().state == "closed"


def test_done_closes_as_completed_and_tells_the_coordinators_until_a_note_lands(
    runs: Runs,
) -> None:
    runs.forge.say(1, "/done", "leonardo")

    runs.run(WORKSHOP, NEXT)
    told = runs.forge.issues_by_number[2].body
    runs.run(workshop({str(DUE): HELD}), NEXT + timedelta(days=1))

    assert runs.check_in().state_reason == "completed"
    assert "done atelier/verrocchio-leonardo" in told
    assert "done atelier" not in runs.forge.issues_by_number[2].body


@pytest.mark.parametrize("wish", ["pause", "stop"])
def test_wish_is_told_to_the_coordinators_and_nobody_is_asked_meanwhile(
    runs: Runs, wish: str
) -> None:
    runs.forge.say(1, f"/{wish}", "leonardo")

    for days in range(60):
        runs.run(WORKSHOP, NEXT + timedelta(days=days))

    assert runs.mails() == ["opened", "opened"]
    assert runs.memory().wish == wish
    assert "wish atelier/verrocchio-leonardo/2027-01-04/first-meeting 1" in (
        runs.forge.issues_by_number[2].body
    )


def test_wish_that_is_written_down_closes_the_check_in(runs: Runs) -> None:
    runs.forge.say(1, "/pause", "leonardo")
    runs.run(WORKSHOP, NEXT)

    runs.run(workshop(pair=ACTIVE.replace("active", "paused")), NEXT + timedelta(days=1))

    assert runs.check_in().state_reason == "not_planned"
    assert "wish" not in runs.forge.issues_by_number[2].body


def test_resume_takes_back_and_the_ladder_begins_anew(runs: Runs) -> None:
    runs.forge.say(1, "/stop", "leonardo")
    runs.run(WORKSHOP, NEXT)
    runs.forge.now += timedelta(days=20)
    runs.forge.say(1, "/resume", "leonardo")

    runs.run(WORKSHOP, DUE + timedelta(days=21))
    plans = [runs.run(WORKSHOP, DUE + timedelta(days=22 + days)) for days in range(7)]

    assert runs.memory().wish is None
    assert [kinds(plan) for plan in plans if kinds(plan)] == [[StepKind.ASK_AGAIN]]


def test_later_command_replaces_an_earlier_one_of_the_same_run(runs: Runs) -> None:
    runs.forge.say(1, "/stop", "leonardo")
    runs.forge.say(1, "/snooze 3d", "leonardo")

    runs.run(WORKSHOP, NEXT)

    assert (runs.memory().wish, runs.memory().until) == (None, DUE + timedelta(days=3))


def test_help_is_given_once_an_issue(runs: Runs) -> None:
    runs.forge.say(1, "/hepl", "leonardo")
    runs.run(WORKSHOP, NEXT)
    runs.forge.say(1, "/help", "verrocchio")
    runs.run(WORKSHOP, NEXT)

    said = [comment.body for comment in runs.forge.all_comments if comment.is_ours]
    assert [text.partition("\n")[0] for text in said] == ["Commands for first-meeting"]
    assert runs.mails() == ["opened", "commented"]


def test_help_that_is_asked_for_on_a_quiet_day_comes_on_the_next_open_one(runs: Runs) -> None:
    quiet = workshop(program=PROGRAM + "  quiet: [sat]\n")
    runs.run(WORKSHOP, DUE + timedelta(days=14))
    runs.forge.now = runs.forge.now.replace(day=30)
    runs.forge.say(1, "/help", "leonardo")
    runs.forge.say(1, "Thank you", "leonardo")

    on_saturday = runs.run(quiet, date(2027, 1, 30))
    runs.run(quiet, date(2027, 1, 31))

    assert on_saturday.steps == ()
    assert runs.mails() == ["opened", "opened", "commented"]


def test_help_that_was_given_before_a_run_broke_off_is_not_given_again(runs: Runs) -> None:
    runs.forge.say(1, "/help", "leonardo")
    runs.forge.comment(1, "Commands\n\n<!-- telemaco:said:1 help -->")

    plan = runs.run(WORKSHOP, NEXT)

    assert kinds(plan) == [StepKind.UPDATE]
    assert runs.mails() == ["opened", "commented"]


@pytest.mark.parametrize(
    ("author", "association", "permission", "is_followed"),
    [
        ("leonardo", "NONE", "read", True),
        ("VERROCCHIO", "NONE", "read", True),
        ("cosimo", "NONE", "read", True),
        ("lorenzo", "COLLABORATOR", "write", True),
        ("lorenzo", "MEMBER", "read", False),
        ("lorenzo", "NONE", "admin", False),
        (BOT, "OWNER", "admin", False),
    ],
)
def test_only_the_pair_its_coordinators_and_maintainers_are_followed(
    runs: Runs, author: str, association: str, permission: str, *, is_followed: bool
) -> None:
    runs.forge.permissions["lorenzo"] = permission  # type: ignore[assignment] # a word of the table
    runs.forge.say(1, "/skip", author, association)

    runs.run(WORKSHOP, NEXT)

    assert (runs.check_in().state == "closed") is is_followed


def test_command_on_a_closed_issue_does_nothing(runs: Runs) -> None:
    runs.forge.close(1, "completed")
    runs.forge.say(1, "/stop", "leonardo")

    assert runs.run(WORKSHOP, NEXT).steps == ()


def test_command_is_acted_on_once_when_the_comment_is_read_again(runs: Runs) -> None:
    runs.forge.say(1, "/snooze 1d", "leonardo")
    runs.run(WORKSHOP, NEXT)
    runs.run(WORKSHOP, NEXT + timedelta(days=1))

    assert runs.memory().until is None
    assert runs.mails() == ["opened", "commented"]


def test_issue_opened_again_by_hand_after_a_skip_can_be_taken_up_with_a_word(runs: Runs) -> None:
    runs.forge.say(1, "/skip", "leonardo")
    runs.run(WORKSHOP, NEXT)
    runs.forge.change(1, state="open", closed_at=None)
    runs.forge.say(1, "/resume", "leonardo")

    runs.run(WORKSHOP, NEXT + timedelta(days=1))

    assert (runs.check_in().state, runs.memory().end) == ("open", None)


def test_mentor_answers_in_a_word_and_the_coordinators_write_it_down() -> None:
    resting = workshop(pair=ACTIVE.replace("active", "paused"))
    runs = Runs()
    runs.run(resting, date(2027, 7, 1))
    runs.forge.say(1, "/done", "verrocchio")
    runs.forge.say(1, "/skip", "leonardo")

    runs.run(resting, date(2027, 7, 2))

    assert runs.check_in().state_reason == "completed"
    assert "done atelier/verrocchio/2027-01-01" in runs.forge.issues_by_number[2].body
