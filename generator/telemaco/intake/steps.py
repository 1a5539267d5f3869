"""What the intake does about an issue, as values: planned first, then carried out."""

from dataclasses import dataclass
from typing import TypeAlias

from telemaco.intake.branch import Brought
from telemaco.intake.values import Standing
from telemaco.ports.contents import Commit, NewPullRequest


@dataclass(frozen=True, slots=True)
class PutFiles:
    """Let the branch say what is brought, on top of `base` and of what it has: `before`."""

    issue: int
    branch: str
    base: Commit
    before: Commit | None
    brought: Brought
    text: str


@dataclass(frozen=True, slots=True)
class OpenPull:
    """Open the pull request."""

    new: NewPullRequest


@dataclass(frozen=True, slots=True)
class EditPull:
    """Change what the pull request says."""

    number: int
    title: str
    body: str


@dataclass(frozen=True, slots=True)
class Answer:
    """Answer the issue with our one comment."""

    issue: int
    body: str


@dataclass(frozen=True, slots=True)
class EditAnswer:
    """Change our comment."""

    comment: int
    body: str


@dataclass(frozen=True, slots=True)
class PutLabel:
    """Put a label on the issue."""

    issue: int
    label: str


@dataclass(frozen=True, slots=True)
class TakeLabel:
    """Take a label from the issue."""

    issue: int
    label: str


Step: TypeAlias = PutFiles | OpenPull | EditPull | Answer | EditAnswer | PutLabel | TakeLabel
"""One change on the forge."""


@dataclass(frozen=True, slots=True)
class IntakePlan:
    """What is to be done about an issue, in this order, and how it stands with it.

    `standing` is None where there is nothing for us to do: it is no form of ours, or it is over.
    `is_behind` says that there is something to do, but not for a run with files as old as ours.
    """

    issue: int
    standing: Standing | None
    steps: tuple[Step, ...]
    is_behind: bool = False
