"""A campaign against our own GitHub: runs of reminders while everything goes wrong.

Check-ins fall due round after round. In each round the reminders run alone, twice at once
after another, or three at the same time, in processes of their own, some of which are killed
(SIGKILL) at a random moment; a share of all requests meets a fault, and every list is up to
five seconds behind. Between rounds some hours pass. In the end two runs without faults follow,
and then it is counted what is there.
"""

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from tests.forge.faults import Fault, Sometimes, no_faults
from tests.forge.github import FakeGitHub
from tests.forge.reconcile import LABEL, wanted
from tests.forge.scene import NAME, START, TOKEN
from tests.forge.state import Issue, Repository
from tests.forge.timeline import Timeline

_PEOPLE = ("verrocchio", "leonardo", "ghirlandaio", "michelangelo")
_LISTS_BEHIND = 5.0
_HANG = 25.0
"""Seconds until a request that nobody waits for any more is let go."""


@dataclass(frozen=True)
class Size:
    """How large a campaign is at least; `share` of the requests meet a fault.

    `a_round`: check-ins that fall due in each round. `kill`: share of the runs that are killed.
    """

    check_ins: int
    faults: int
    share: float
    a_round: int
    speed: float = 60.0
    kill: float = 0.5


@dataclass
class Outcome:
    """What was counted. Lost is a check-in without an issue; double one with several."""

    check_ins: int = 0
    runs: int = 0
    killed: int = 0
    rounds: int = 0
    faults: dict[Fault, int] = field(default_factory=dict)
    requests: int = 0
    lost: int = 0
    double: int = 0
    double_open: int = 0
    without_assignee: int = 0
    without_label: int = 0
    wrong_state: int = 0
    seconds: float = 0.0
    complaints: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    @property
    def fault_count(self) -> int:
        return sum(self.faults.values())


def campaign(folder: Path, size: Size, seed: int, *, with_ledger: bool) -> Outcome:
    """Carry one out; the same seed makes the same plans, but not the same races."""
    began = time.monotonic()
    with FakeGitHub(folder / "github") as github:
        random = Random(seed)  # noqa: S311 (it is no secret)
        made = _Campaign(folder, size, random, github, with_ledger=with_ledger)
        made.chaos()
        made.calm()
        made.judge()
    made.outcome.seconds = time.monotonic() - began
    return made.outcome


class _Campaign:
    def __init__(
        self, folder: Path, size: Size, random: Random, github: FakeGitHub, *, with_ledger: bool
    ) -> None:
        self.outcome = Outcome()
        self._folder = folder
        self._size = size
        self._random = random
        self._github = github
        self._with_ledger = with_ledger
        self._timeline = Timeline(time.time(), START.timestamp(), size.speed)
        self._faults = Sometimes(random, size.share)
        self._due: dict[str, tuple[str, str]] = {}
        self._done: set[str] = set()
        self._home = self._set_up()

    def _set_up(self) -> Repository:
        github = self._github
        github.now = self._now
        github.hang = lambda: self._timeline.sleep(_HANG)
        github.lag = lambda: self._random.uniform(0.0, _LISTS_BEHIND)
        github.faults = self._faults
        github.token(TOKEN, issues="write", contents="write")
        home = github.repository(NAME)
        home.collaborators.update((login, "read") for login in _PEOPLE)
        return home

    def _now(self) -> datetime:
        return self._timeline.now()

    def chaos(self) -> None:
        """Rounds until everything is due and enough has gone wrong."""
        size, outcome = self._size, self.outcome
        while len(self._due) < size.check_ins or sum(self._faults.counts.values()) < size.faults:
            self._new_round()
            self._runs()
            outcome.rounds += 1
        outcome.faults = dict(self._faults.counts)
        outcome.check_ins = len(self._due)

    def _new_round(self) -> None:
        """Some hours later: more is due, and some of what was due is done."""
        first = len(self._due)
        for number in range(first, first + self._size.a_round):
            pair = self._random.sample(_PEOPLE, 2)
            self._due[f"spring/pair-{number}/2027-03-01/session"] = (pair[0], pair[1])
        self._done.update(key for key in self._due if self._random.random() < 0.1)
        self._timeline = self._timeline.later(timedelta(hours=self._random.choice((1, 6, 12))))

    def _runs(self) -> None:
        kind = self._random.choice(("alone", "again", "three"))
        if kind == "three":
            self._wait([self._start() for _ in range(3)])
            return
        for _ in range(2 if kind == "again" else 1):
            self._wait([self._start()])

    def calm(self) -> None:
        """Two runs, one after the other, after which nothing may be missing."""
        self._github.faults = no_faults
        for _ in range(2):
            self._timeline = self._timeline.later(timedelta(hours=1))
            self._ended(self._start())

    def _start(self) -> "subprocess.Popen[str]":
        self.outcome.runs += 1
        situation = self._folder / f"run-{self.outcome.runs}.json"
        situation.write_text(
            json.dumps(
                {
                    "repository": NAME,
                    "ledger": self._with_ledger,
                    "timeline": self._timeline.words(),
                    "check_ins": [
                        (key, people, key in self._done) for key, people in self._due.items()
                    ],
                }
            )
        )
        return subprocess.Popen(
            [sys.executable, "-m", "tests.forge.reconcile", str(situation)],
            env={**os.environ, "GITHUB_API_URL": self._github.url, "GITHUB_TOKEN": TOKEN},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def _wait(self, running: list["subprocess.Popen[str]"]) -> None:
        """Until all have ended, each by itself or killed."""
        for run in running:
            if self._random.random() < self._size.kill:
                self._kill(run)
        for run in running:
            self._ended(run)

    def _kill(self, run: "subprocess.Popen[str]") -> None:
        """In the midst of its work, unless it ends before: after some more requests."""
        seen = self._github.seen
        last = len(seen) + self._random.randint(1, 5 * self._size.a_round)
        while run.poll() is None and len(seen) < last:
            time.sleep(0.002)
        if run.poll() is None:
            run.kill()
            self.outcome.killed += 1

    def _ended(self, run: "subprocess.Popen[str]") -> None:
        _, said = run.communicate()
        if run.returncode not in {0, -signal.SIGKILL}:
            self.outcome.broken.append(said[-2000:])

    def judge(self) -> None:
        """Count what is there."""
        outcome = self.outcome
        outcome.requests = len(self._github.seen)
        outcome.complaints = self._github.complaints
        issues = list(self._home.issues.all())
        for key, people in self._due.items():
            marker = wanted(key, people, is_done=False).issue.marker
            found = [issue for issue in issues if marker in (issue.body or "").splitlines()]
            outcome.double += len(found) > 1
            outcome.double_open += sum(issue.state == "open" for issue in found) > 1
            if found:
                self._judge_issue(min(found, key=lambda issue: issue.number), key)
            else:
                outcome.lost += key not in self._done

    def _judge_issue(self, issue: Issue, key: str) -> None:
        self.outcome.without_assignee += set(issue.assignees) != set(self._due[key])
        self.outcome.without_label += LABEL not in issue.labels
        self.outcome.wrong_state += (issue.state == "closed") != (key in self._done)
