"""Counts what is there after a campaign, and what should be."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from telemaco.adapters.disk import DiskSources
from telemaco.loading.load import load
from telemaco.reminders.marker import key_in, marks_in
from telemaco.reminders.plan import plan
from telemaco.reminders.values import CheckInKey
from tests.forge.faults import Fault
from tests.forge.state import Issue, Repository


@dataclass
class Outcome:
    """What was counted.

    `check_ins` were opened. Lost is one that is due and has no open issue; double one that has
    ever had two; `twice` a comment that was made twice. `left` are the steps that a plan would
    still have. `complaints` are of the description of GitHub, `broken` runs that failed.
    """

    check_ins: int = 0
    runs: int = 0
    killed: int = 0
    rounds: int = 0
    faults: Mapping[Fault, int] = field(default_factory=dict)
    requests: int = 0
    lost: int = 0
    double: int = 0
    double_open: int = 0
    twice: int = 0
    without_assignee: int = 0
    without_label: int = 0
    left: int = 0
    seconds: float = 0.0
    complaints: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    @property
    def fault_count(self) -> int:
        return sum(self.faults.values())


def judge(
    outcome: Outcome, home: Repository, assigned: Mapping[int, set[str]], folder: Path, today: date
) -> None:
    """Count what is in the repository, against the files of the community."""
    issues = list(home.issues.all())
    keys = [(key, issue) for issue in issues if (key := _key(issue)) is not None]
    ever = Counter(key for key, _ in keys)
    open_threads = Counter(key.thread for key, issue in keys if issue.state == "open")
    due = plan(load(DiskSources(folder).files()).community, today).check_ins
    outcome.check_ins = len(ever)
    outcome.lost = sum(open_threads[check_in.key.thread] == 0 for check_in in due)
    outcome.double = sum(number > 1 for number in ever.values())
    outcome.double_open = sum(number > 1 for number in open_threads.values())
    outcome.twice = _twice(home)
    outcome.without_assignee = _without_assignee(issues, assigned)
    outcome.without_label = sum(not issue.labels for issue in issues)


def _key(issue: Issue) -> CheckInKey | None:
    return key_in(marks_in(issue.body or ""))


def _twice(home: Repository) -> int:
    said = Counter((comment.issue, comment.body) for comment in home.comments.all())
    return sum(number > 1 for number in said.values())


def _without_assignee(issues: Sequence[Issue], assigned: Mapping[int, set[str]]) -> int:
    return sum(assigned.get(issue.number, set()) != set(issue.assignees) for issue in issues)
