"""A campaign against our own GitHub: many people sign up at once while everything goes wrong.

The forms come in any order and three runs are under way at any time, in processes of their own,
now and then two for the same issue; some are killed (SIGKILL) in the midst of their work, a share
of all requests meets a fault, and every list is up to five seconds behind. Then, an hour later,
one run for each issue follows without faults, as the clock starts it, and another one, which must
find nothing to do. In the end all pull requests are taken in, in any order.
"""

import signal
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from random import Random

from telemaco.intake.branch import branch_of
from telemaco.intake.marker import MARKER
from tests.forge.client import Client
from tests.forge.faults import Sometimes, no_faults
from tests.forge.github import FakeGitHub
from tests.forge.objects import GitError
from tests.forge.scene import NAME, START, TOKEN
from tests.forge.state import Issue
from tests.forge.timeline import Timeline
from tests.intake.taking_in import TakingIn, sign_up, take_in
from tests.submissions.workshop import FILES

_SPEED = 60.0
_AT_ONCE = 3
_KILLED = 0.15
_TWICE = 0.15
_LISTS_BEHIND = 5.0
_PATIENCE = 1.0
_CALM_PATIENCE = 60.0
_UNLIMITED = 1_000_000
"""Requests: what happens when GitHub takes no more is one of the faults."""

_PROCESSES = get_context("forkserver")
_PROCESSES.set_forkserver_preload(["tests.intake.taking_in"])


@dataclass
class Outcome:
    """What was counted.

    Lost is a form without a pull request or without an answer; `answers_twice` and `pulls_twice`
    have more than one; `conflicts` are pull requests that could not be taken in, `entries` the
    files of newcomers that are there in the end. `late` are changes of the last runs, which
    should have found nothing to do.
    """

    forms: int = 0
    runs: int = 0
    killed: int = 0
    faults: int = 0
    requests: int = 0
    lost: int = 0
    answers_twice: int = 0
    pulls_twice: int = 0
    conflicts: int = 0
    entries: int = 0
    late: int = 0
    seconds: float = 0.0
    complaints: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)


def campaign(folder: Path, forms: int, share: float, seed: int) -> Outcome:
    """Carry one out; the same seed makes the same plans, but not the same races."""
    began = time.monotonic()
    with FakeGitHub(folder / "github") as github:
        made = _Campaign(github, Random(seed), share)  # noqa: S311 (it is no secret)
        made.sign_up(forms)
        made.chaos()
        made.calm()
        outcome = made.outcome()
    outcome.seconds = time.monotonic() - began
    return outcome


class _Campaign:
    def __init__(self, github: FakeGitHub, random: Random, share: float) -> None:
        self._github = github
        self._random = random
        self._timeline = Timeline(time.time(), START.timestamp(), _SPEED)
        self._faults = Sometimes(random, share)
        self._counted = Outcome()
        self._numbers: list[int] = []
        github.now = self._now
        github.hang = lambda: time.sleep(1.2 * _PATIENCE)
        made = github.token(TOKEN, issues="write", contents="write", pull_requests="write")
        made.remaining = _UNLIMITED
        self._home = github.repository(NAME)
        self._base = self._begun()

    def _now(self) -> datetime:
        return self._timeline.now()

    def _begun(self) -> str:
        """The commit with the workshop's files."""
        objects = self._home.objects
        blobs = {path: ("100644", objects.blob(text.encode())) for path, text in FILES.items()}
        head = objects.ref("refs/heads/main")
        assert head is not None
        base = objects.commit("Begin the workshop", objects.grown_tree(None, blobs), [head])
        objects.move_ref("refs/heads/main", head, base)
        return base

    def sign_up(self, count: int) -> None:
        """So many people send a form."""
        for number in range(count):
            self._github.token(f"token-{number}", f"newcomer-{number}")
            client = Client(self._github, f"token-{number}", f"/repos/{NAME}")
            _, made = client.ask("POST", "/issues", {"title": "[Join]", "body": sign_up()})
            self._numbers.append(made["number"])
        self._counted.forms = count

    def chaos(self) -> None:
        """A run for each of them, three at a time."""
        self._github.lag = lambda: self._random.uniform(0.0, _LISTS_BEHIND)
        self._github.faults = self._faults
        again = [one for one in self._numbers if self._random.random() < _TWICE]
        waiting = [*self._numbers, *again]
        self._random.shuffle(waiting)
        running: list[ForkServerProcess] = []
        while waiting or running:
            while waiting and len(running) < _AT_ONCE:
                running.append(self._started(waiting.pop()))
            running[0].join(0.02)
            for run in [one for one in running if not one.is_alive()]:
                self._ended(run)
                running.remove(run)
            if running and self._random.random() < _KILLED / 10:
                self._kill(running[-1])

    def calm(self) -> None:
        """One run for each, an hour later and without faults, and then another one."""
        self._github.faults = no_faults
        self._github.lag = float
        for is_last in (False, True):
            self._timeline = self._timeline.later(timedelta(hours=1))
            before = len(self._github.writes)
            for number in self._numbers:
                self._run(number, _CALM_PATIENCE).carry_out()
                self._counted.runs += 1
            self._counted.late = len(self._github.writes) - before if is_last else 0

    def outcome(self) -> Outcome:
        """What is there, and what becomes of it when everything is taken in."""
        counted = self._counted
        counted.faults, counted.requests = self._faults.count, len(self._github.seen)
        pulls = {number: self._pulls(number) for number in self._numbers}
        answers = Counter(
            comment.issue for comment in self._home.comments.all() if MARKER in comment.body
        )
        counted.lost = sum(not pulls[one] or not answers[one] for one in self._numbers)
        counted.pulls_twice = sum(len(found) > 1 for found in pulls.values())
        counted.answers_twice = sum(count > 1 for count in answers.values())
        self._take_all_in([pull.number for found in pulls.values() for pull in found])
        main = self._home.objects.entries("refs/heads/main", deep=True)
        counted.entries = sum("program/people/newcomer-" in path for *_, path in main)
        counted.complaints = self._github.complaints
        return counted

    def _take_all_in(self, numbers: list[int]) -> None:
        self._random.shuffle(numbers)
        for number in numbers:
            try:
                self._home.merge(number)
            except GitError:
                self._counted.conflicts += 1

    def _pulls(self, number: int) -> list[Issue]:
        branch = branch_of(number)
        return [
            one for one in self._home.issues.all() if one.proposal and one.proposal.head == branch
        ]

    def _run(self, number: int, patience: float) -> TakingIn:
        return TakingIn(number, self._base, self._github.url, self._timeline, patience)

    def _started(self, number: int) -> ForkServerProcess:
        self._counted.runs += 1
        process = _PROCESSES.Process(target=take_in, args=(self._run(number, _PATIENCE),))
        process.start()
        return process

    def _kill(self, run: ForkServerProcess) -> None:
        if run.is_alive():
            run.kill()
            self._counted.killed += 1

    def _ended(self, run: ForkServerProcess) -> None:
        run.join()
        if run.exitcode not in {0, -signal.SIGKILL}:
            self._counted.broken.append(f"a run ended with {run.exitcode}; see above")
        run.close()
