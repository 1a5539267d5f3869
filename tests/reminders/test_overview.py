"""The coordinators' overview: edited in place, with a word about news once a week at most."""

from dataclasses import replace
from datetime import date, timedelta

from telemaco.reminders.board import board
from telemaco.reminders.digest import DigestMemory
from tests.progress.atelier import ACTIVE, PROGRAM, START, person
from tests.reminders.on_forge import Runs, many_pairs, workshop

DAY = START + timedelta(days=20)
RESTING = ACTIVE.replace("active", "paused")


def _applied(*names: str, quiet: str = "") -> dict[str, str]:
    settings = {"program/community.yaml": _SETTINGS + quiet} if quiet else {}
    return settings | {f"program/people/{name}.yaml": person("mentee", "applied") for name in names}


_SETTINGS = """\
title: The Workshop
languages: [en]
coordinators: [cosimo]
contact: workshop@example.org
code_of_conduct: CODE_OF_CONDUCT.md
"""
ONE = workshop(pair=RESTING, more=_applied("lippi"))
TWO = workshop(pair=RESTING, more=_applied("lippi", "masaccio"))


def _memory(runs: Runs) -> DigestMemory:
    found = board(runs.forge.own_issues()).digest
    assert found is not None
    return found.memory


def test_coordinators_hear_of_what_is_new_once_a_week() -> None:
    runs = Runs()
    runs.run(ONE, DAY)

    for days in range(1, 7):
        runs.run(TWO, DAY + timedelta(days=days))
    within_a_week = runs.mails()
    for days in range(7, 30):
        runs.run(TWO, DAY + timedelta(days=days))

    assert within_a_week == ["opened"]
    assert runs.mails() == ["opened", "commented"]
    assert "sign-up atelier/masaccio" in runs.forge.issues_by_number[1].body


def test_what_goes_away_is_no_news() -> None:
    runs = Runs()
    runs.run(TWO, DAY)

    for days in range(1, 30):
        runs.run(ONE, DAY + timedelta(days=days))

    assert runs.mails() == ["opened"]
    assert "masaccio" not in runs.forge.issues_by_number[1].body


def test_nobody_hears_on_the_communitys_quiet_days_and_the_page_is_kept_up() -> None:
    quiet = "reminders: {quiet: [sat, sun]}\n"
    one = workshop(pair=RESTING, more=_applied("lippi", quiet=quiet))
    two = workshop(pair=RESTING, more=_applied("lippi", "masaccio", quiet=quiet))
    runs = Runs()
    saturday = date(2027, 1, 23)

    runs.run(one, saturday)
    runs.run(one, saturday + timedelta(days=2))
    runs.run(two, saturday + timedelta(days=14))
    on_saturday = runs.mails()
    runs.run(two, saturday + timedelta(days=16))

    assert on_saturday == ["opened"]
    assert runs.mails() == ["opened", "commented"]


def test_overview_that_somebody_closed_is_kept_up_in_silence() -> None:
    runs = Runs()
    runs.run(ONE, DAY)
    runs.forge.change(1, state="closed")

    for days in range(1, 30):
        runs.run(TWO, DAY + timedelta(days=days))

    assert runs.mails() == ["opened"]
    assert "masaccio" in runs.forge.issues_by_number[1].body


def test_word_of_a_run_that_broke_off_is_not_said_again() -> None:
    runs = Runs()
    runs.run(ONE, DAY)
    later = DAY + timedelta(days=8)
    runs.plan(TWO, later)
    runs.forge.comment(1, f"News\n\n<!-- telemaco:said:1 news {later} -->")

    runs.run(TWO, later + timedelta(days=1))

    assert runs.mails() == ["opened", "commented"]
    assert _memory(runs).told == later


def test_further_overviews_are_closed_one_a_run() -> None:
    runs = Runs()
    runs.run(ONE, DAY)
    for number in (2, 3):
        runs.forge.issues_by_number[number] = replace(runs.forge.issues_by_number[1], number=number)

    runs.plan(ONE, DAY)
    quiet = workshop(pair=RESTING, more=_applied("lippi", quiet="reminders: {quiet: [sun]}\n"))
    on_sunday = runs.plan(quiet, date(2027, 1, 31)).steps
    for _ in range(2):
        plan = runs.plan(ONE, DAY)
        for change in plan.steps[0].changes:
            runs.forge.close(getattr(change, "number"), "not_planned")  # noqa: B009 (any change)

    assert on_sunday == ()
    assert [issue.number for issue in runs.forge.open_issues()] == [1]


def test_damaged_memory_of_the_overview_is_begun_anew() -> None:
    runs = Runs()
    runs.run(ONE, DAY)
    body = runs.forge.issues_by_number[1].body
    runs.forge.change(1, body=body.replace('{"known"', '{"known'))

    runs.run(ONE, DAY + timedelta(days=1))

    assert _memory(runs).known != ()


def test_comments_are_dealt_with_up_to_a_moment_that_the_overview_remembers() -> None:
    runs = Runs()
    runs.run(workshop(), START + timedelta(days=10))
    runs.run(workshop(), START + timedelta(days=24))
    runs.forge.now += timedelta(hours=1)
    said = runs.forge.say(1, "We are well, thank you.", "leonardo")

    runs.run(workshop(), START + timedelta(days=25))

    assert _memory(runs).read == said.created_at - timedelta(minutes=5)


def test_talk_on_other_issues_is_passed_over_until_it_is_much() -> None:
    runs = Runs()
    runs.run(workshop(), START + timedelta(days=24))
    for _ in range(70):
        runs.forge.say(99, "About something else", "somebody")

    little = runs.run(workshop(), START + timedelta(days=24))
    for _ in range(20):
        runs.forge.say(99, "About something else", "somebody")
    much = runs.run(workshop(), START + timedelta(days=24))

    assert little.steps == ()
    assert len(much.steps) == 1
    assert _memory(runs).read is not None


def test_command_that_waits_for_the_budget_is_read_again() -> None:
    runs = Runs()
    many = many_pairs(60)
    for _ in range(4):
        runs.run(many, START + timedelta(days=24))
    numbers = [one.number for one in runs.forge.open_issues() if "check-in" in one.labels]
    for number in numbers:
        title = runs.forge.issues_by_number[number].title
        pair = title.partition("pair-")[2].partition("/")[0]
        runs.forge.now += timedelta(minutes=1)
        runs.forge.say(number, "/snooze 3w", f"mentor-{pair}")

    for _ in range(5):
        runs.run(many, START + timedelta(days=25))

    snoozed = [one for one in runs.forge.issues_by_number.values() if '"until"' in one.body]
    assert len(snoozed) == len(numbers) == 60


def test_program_that_is_quiet_every_day_is_quiet_on_none() -> None:
    program = PROGRAM + "  quiet: [mon, tue, wed, thu, fri, sat, sun]\n"

    plan = Runs().run(workshop(program=program), START + timedelta(days=10))

    assert len(plan.steps) == 1
