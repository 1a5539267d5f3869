"""A campaign against our own GitHub: the reminders run while everything goes wrong.

More pairs begin round after round, some of those that were asked meet, and people assign each
other to issues. In each round the reminders run alone, twice at once after another, or three
at the same time, in processes of their own, some of which are killed (SIGKILL) in the midst of
their work; a share of all requests meets a fault, and every list is up to five seconds behind.
Between rounds some hours pass. In the end some runs without faults follow, and it is counted
what is there (judgement.py).
"""

import signal
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from random import Random

from tests.forge.faults import Sometimes, no_faults
from tests.forge.github import FakeGitHub
from tests.forge.judgement import Outcome, judge
from tests.forge.reminding import Run, remind
from tests.forge.scene import START, TOKEN
from tests.forge.state import Repository
from tests.forge.timeline import Timeline
from tests.forge.workshop import NAME, Workshop

_LISTS_BEHIND = 5.0
_PATIENCE = 1.0
"""Seconds of this machine that a run waits for an answer: a busy machine is not a fault."""

_HANG = 1.2
"""And after which a request that nobody waits for any more is let go."""

_CALM_PATIENCE = 60.0

_CALM_RUNS = 4

_PROCESSES = get_context("forkserver")
_PROCESSES.set_forkserver_preload(["tests.forge.reminding"])


@dataclass(frozen=True)
class Size:
    """How large a campaign is at least; `share` of the requests meet a fault.

    `a_round`: pairs that begin in each round. `kill`: share of the runs that are killed.
    """

    check_ins: int
    faults: int
    share: float
    a_round: int
    speed: float = 60.0
    kill: float = 0.5


def campaign(folder: Path, size: Size, seed: int, *, with_ledger: bool) -> Outcome:
    """Carry one out; the same seed makes the same plans, but not the same races."""
    began = time.monotonic()
    with FakeGitHub(folder / "github") as github:
        random = Random(seed)  # noqa: S311 (it is no secret)
        made = _Campaign(Workshop(folder / "workshop"), size, random, github)
        made.with_ledger = with_ledger
        made.chaos()
        made.calm()
        outcome = made.outcome()
    outcome.seconds = time.monotonic() - began
    return outcome


class _Campaign:
    def __init__(self, workshop: Workshop, size: Size, random: Random, github: FakeGitHub) -> None:
        self.with_ledger = False
        self._workshop = workshop
        self._size = size
        self._random = random
        self._github = github
        self._timeline = Timeline(time.time(), START.timestamp(), size.speed)
        self._faults = Sometimes(random, size.share)
        self._patience = _PATIENCE
        self._pairs = 0
        self._assigned: dict[int, set[str]] = {}
        self._counted = Outcome()
        self._home = self._set_up()

    def _set_up(self) -> Repository:
        github = self._github
        github.now = self._now
        github.hang = lambda: time.sleep(_HANG)
        github.lag = lambda: self._random.uniform(0.0, _LISTS_BEHIND)
        github.faults = self._faults
        github.token(TOKEN, issues="write", contents="write")
        home = github.repository(NAME)
        home.collaborators.update((login, "read") for login in self._workshop.logins)
        return home

    def _now(self) -> datetime:
        return self._timeline.now()

    def chaos(self) -> None:
        """Rounds until enough pairs have begun and enough has gone wrong."""
        while not self._counted.broken and self._is_too_small():
            self._new_round()
            self._runs()
            self._assign_somebody()
            self._counted.rounds += 1

    def _is_too_small(self) -> bool:
        return self._pairs < self._size.check_ins or self._faults.count < self._size.faults

    def _new_round(self) -> None:
        """Some hours later: more pairs have begun, and some have met."""
        self._timeline = self._timeline.later(timedelta(hours=self._random.choice((1, 6, 12, 24))))
        today = self._now().date()
        for number in range(self._pairs):
            if self._random.random() < 0.05:
                self._workshop.meet(number, today)
        for number in range(self._pairs, self._pairs + self._size.a_round):
            self._workshop.begin(number, today)
        self._pairs += self._size.a_round

    def _assign_somebody(self) -> None:
        """People assign two of them to some of the issues."""
        with self._github.quiet():
            for issue in list(self._home.issues.all()):
                if issue.state == "open" and not issue.assignees and self._random.random() < 0.3:
                    two = tuple(self._random.sample(self._workshop.logins, 2))
                    self._home.change(issue, assignees=two)
                    self._assigned[issue.number] = set(two)

    def _runs(self) -> None:
        kind = self._random.choice(("alone", "again", "three"))
        if kind == "three":
            self._wait([self._start() for _ in range(3)])
            return
        for _ in range(2 if kind == "again" else 1):
            self._wait([self._start()])

    def calm(self) -> None:
        """Runs one after the other without faults, after which nothing may be missing."""
        self._github.faults = no_faults
        self._patience = _CALM_PATIENCE
        for _ in range(_CALM_RUNS):
            self._timeline = self._timeline.later(timedelta(hours=1))
            self._ended(self._start())

    def _start(self) -> ForkServerProcess:
        """A run in a process of its own, which has everything imported already."""
        self._counted.runs += 1
        process = _PROCESSES.Process(target=remind, args=(self._run,))
        process.start()
        return process

    @property
    def _run(self) -> Run:
        return Run(
            self._workshop.folder,
            self._github.url,
            self._timeline,
            self.with_ledger,
            self._patience,
        )

    def _wait(self, running: list[ForkServerProcess]) -> None:
        """Until all have ended, each by itself or killed."""
        for run in running:
            if self._random.random() < self._size.kill:
                self._kill(run)
        for run in running:
            self._ended(run)

    def _kill(self, run: ForkServerProcess) -> None:
        """In the midst of its work, unless it ends before: after some more requests."""
        seen = self._github.seen
        last = len(seen) + self._random.randint(1, 5 * self._size.a_round)
        while run.is_alive() and len(seen) < last:
            time.sleep(0.002)
        if run.is_alive():
            run.kill()
            self._counted.killed += 1

    def _ended(self, run: ForkServerProcess) -> None:
        run.join()
        if run.exitcode not in {0, -signal.SIGKILL}:
            self._counted.broken.append(f"a run ended with {run.exitcode}; see above")
        run.close()

    def outcome(self) -> Outcome:
        """What is there in the end, when every list shows it."""
        counted, folder = self._counted, self._workshop.folder
        counted.faults = self._faults.counts
        counted.requests = len(self._github.seen)
        self._github.lag = float
        plan = self._run.plan()
        counted.left = len(plan.steps) + len(plan.waiting)
        counted.complaints = self._github.complaints
        judge(counted, self._home, self._assigned, folder, self._now().date())
        return counted
