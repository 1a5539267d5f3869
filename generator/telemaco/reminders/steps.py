"""What is to be done on the forge, as values: nothing is done by making them."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256
from typing import TypeAlias

from telemaco.ports.forge import CloseReason, NewIssue
from telemaco.reminders.values import CheckInKey


@dataclass(frozen=True, slots=True)
class OpenIssue:
    """Open an issue: the forge writes to those who are named in it, and to who watches."""

    issue: NewIssue


@dataclass(frozen=True, slots=True)
class EditIssue:
    """Change what is given; the forge writes to nobody."""

    number: int
    title: str | None
    body: str | None


@dataclass(frozen=True, slots=True)
class Comment:
    """Add a comment: the forge writes to everybody who takes part."""

    number: int
    body: str


@dataclass(frozen=True, slots=True)
class CloseIssue:
    """Close it, without a word."""

    number: int
    reason: CloseReason


@dataclass(frozen=True, slots=True)
class ReopenIssue:
    """Open it again."""

    number: int


@dataclass(frozen=True, slots=True)
class LabelIssue:
    """Give back a label that somebody took away."""

    number: int
    label: str


Change: TypeAlias = OpenIssue | EditIssue | Comment | CloseIssue | ReopenIssue | LabelIssue


class StepKind(StrEnum):
    """What a step is for; of several those come first that stand first here."""

    COMMAND = "command"
    MERGE = "merge"
    COMPLETE = "complete"
    CLOSE = "close"
    OPEN = "open"
    REOPEN = "reopen"
    ASK_AGAIN = "ask-again"
    REPORT = "report"
    UPDATE = "update"
    RELABEL = "relabel"
    DIGEST = "digest"


@dataclass(frozen=True, slots=True)
class Step:
    """Changes that belong together, in their order; carried out again they do no harm.

    `key` is None for the coordinators' overview, `number` the issue unless it is yet to be
    opened, `due` the day since which it waits. `seen_at` is when the issue had last changed
    when the plan was made: if it changed since, the plan may be wrong about it.
    """

    kind: StepKind
    key: CheckInKey | None
    number: int | None
    due: date
    changes: tuple[Change, ...]
    seen_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ForgePlan:
    """What a run does, and how much of it has to wait for the next one.

    `open_count` is how many check-ins are open now, `dropped` how many of them the plan as a
    whole closes without a note, `waiting` the steps that the budget leaves to later runs.
    """

    today: date
    steps: tuple[Step, ...]
    waiting: tuple[Step, ...]
    open_count: int
    dropped: int

    @property
    def digest(self) -> str:
        """What stands for the plan, texts and all: the same plan has the same."""
        steps = [(step.kind, step.key, step.number, step.due, step.changes) for step in self.steps]
        return sha256(repr(steps).encode()).hexdigest()[:12]

    @property
    def writes(self) -> int:
        """Changes on the forge that this run makes."""
        return sum(len(step.changes) for step in self.steps)
