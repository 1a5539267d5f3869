"""The reminders over the adapter and our own GitHub, held to GitHub's official description."""

from collections import Counter
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from telemaco.cli.app import run
from telemaco.model.community import Community
from telemaco.ports.forge import ForgeError
from telemaco.reminders.board import board
from telemaco.reminders.steps import ForgePlan, StepKind
from telemaco.usecases.remind import Applied, carry_out, plan_reminders
from tests.forge.faults import Fault
from tests.forge.scene import TOKEN, Scene
from tests.forge.state import Comment
from tests.progress.atelier import HELD, START
from tests.reminders.on_forge import PlainLetters, kinds, many_pairs, workshop

DUE = START + timedelta(days=10)
WORKSHOP = workshop()
EXAMPLE = str(Path(__file__).parents[2])


def _run(scene: Scene, community: Community, day: date) -> tuple[ForgePlan, Applied]:
    morning = datetime(day.year, day.month, day.day, 8, tzinfo=UTC)
    scene.hands.moment = max(scene.hands.moment, morning)
    forge = scene.run()
    plan = plan_reminders(community, forge.reader, PlainLetters(), day)
    return plan, carry_out(plan, forge.reader, forge.writer)


@pytest.fixture
def early(scene: Scene) -> Scene:
    """GitHub before the atelier begins."""
    scene.hands.moment = datetime(2027, 1, 1, 8, tzinfo=UTC)
    return scene


def _say(scene: Scene, number: int, text: str, login: str) -> None:
    now = scene.hands.now()
    issue = scene.home.issues.now(number)
    assert issue is not None
    scene.home.comments.put(
        7000 + number, now, Comment(7000 + number, number, login, text, now, now)
    )
    scene.home.issues.put(number, now, replace(issue, updated=now))


def test_run_after_a_run_writes_nothing_and_reads_little(early: Scene) -> None:
    _run(early, many_pairs(16), DUE)
    before = len(early.github.seen)

    plan, _ = _run(early, many_pairs(16), DUE)

    seen = early.github.seen[before:]
    assert plan.steps == ()
    assert [one.method for one in seen if one.is_write] == []
    assert len(seen) <= 3 + 1


def test_check_in_lives_from_the_first_question_to_the_note(early: Scene) -> None:
    _run(early, WORKSHOP, DUE)
    nudged, _ = _run(early, WORKSHOP, DUE + timedelta(days=7))
    _say(early, 1, "/snooze 1w", "leonardo")
    snoozed, _ = _run(early, WORKSHOP, DUE + timedelta(days=8))
    closed, _ = _run(early, workshop({"2027-01-20": HELD}), DUE + timedelta(days=9))

    issue = early.home.issues.now(1)
    assert issue is not None
    assert [kinds(plan) for plan in (nudged, snoozed, closed)] == [
        [StepKind.ASK_AGAIN],
        [StepKind.COMMAND],
        [StepKind.COMPLETE],
    ]
    assert (issue.state, issue.reason, issue.labels) == ("closed", "completed", ("check-in",))
    assert [event.kind for event in early.home.events] == ["opened", "commented", "closed"]


def test_lists_that_are_behind_double_nothing(early: Scene) -> None:
    community = many_pairs(5)
    _run(early, community, DUE)
    early.github.lag = lambda: 5.0

    for _ in range(3):
        _run(early, community, DUE + timedelta(days=7))

    told = Counter((event.kind, event.issue) for event in early.home.events)
    assert set(told.values()) == {1}
    assert len(told) == 2 * 5


@pytest.mark.parametrize("seed", range(3))
def test_faults_lose_nothing_and_double_nothing(early: Scene, seed: int) -> None:
    community = many_pairs(5)
    random = Random(seed)  # noqa: S311 (no secret)
    faults = [fault for fault in Fault if not fault.is_slow]

    for days in (0, 7, 14):
        early.github.faults = lambda _: random.choice(faults) if random.random() < 0.2 else None
        for _ in range(3):
            with suppress(ForgeError):
                _run(early, community, DUE + timedelta(days=days))
            early.hands.moment += timedelta(minutes=10)
        early.github.faults = lambda _: None
        _run(early, community, DUE + timedelta(days=days))

    found = board(early.run().reader.own_issues())
    told = Counter((event.kind, event.issue) for event in early.home.events)
    assert len(found.threads) == 5
    assert all(len(thread) == 1 for thread in found.threads.values())
    assert all(known.memory and known.memory.stage == "escalate" for known in found.issues)
    assert told["commented", 1] == 1


def test_command_line_plans_and_carries_out(
    early: Scene, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    early.github.now = lambda: datetime.now(UTC)
    early.github.repository("telemaco-mentoring/telemaco")
    monkeypatch.setenv("GITHUB_API_URL", early.github.url)
    monkeypatch.setenv("GITHUB_TOKEN", TOKEN)
    monkeypatch.setenv("LANGUAGE", "en")

    planned = run(["remind", "--root", EXAMPLE, "--forge", "--format", "markdown"])
    summary = capsys.readouterr().out
    applied = run(["remind", "--root", EXAMPLE, "--apply"])
    told = capsys.readouterr().out
    run(["remind", "--root", EXAMPLE, "--apply"])

    assert (planned, applied) == (0, 0)
    assert summary.startswith("### 1 change on the forge")
    assert told == "Done: coordinators' overview 1.\n"
    assert capsys.readouterr().out == "Nothing was to be done.\n"
