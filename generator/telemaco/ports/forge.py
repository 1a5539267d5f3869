"""What the reminders need of a forge: issues, comments, labels, and a ledger of claims.

What reads is apart from what writes, so that planning cannot write. Every method raises
`ForgeError`, or one of its kinds, when it could not be carried out; what can happen in good
order (a login that may not be assigned, a claim that another run holds) is a value.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol, TypeAlias

from telemaco.findings import TelemacoError

IssueState: TypeAlias = Literal["open", "closed"]
CloseReason: TypeAlias = Literal["completed", "not_planned"]
Permission: TypeAlias = Literal["none", "read", "write", "admin"]


class ForgeError(TelemacoError):
    """The forge did not do what was asked; nothing was changed by that request."""


class ForgeRefusedError(ForgeError):
    """It will not, until somebody changes something: token, permission, settings, name."""


class ForgeUnavailableError(ForgeError):
    """It cannot now, and did not after several tries: the next run finds it as it was."""


class ForgeUnclearError(ForgeError):
    """A write was sent and its outcome could not be found out: the next run has to look."""


@dataclass(frozen=True, slots=True)
class ForgeIssue:
    """An issue; a pull request is none.

    `body` is empty when there is none. `is_ours` says that it was written by the account that
    we act as: a marker in any other issue is not to be trusted. Times are aware.
    """

    number: int
    title: str
    body: str
    labels: tuple[str, ...]
    assignees: tuple[str, ...]
    state: IssueState
    state_reason: str | None
    created_at: datetime
    updated_at: datetime
    closed_at: datetime | None
    author: str
    is_ours: bool


@dataclass(frozen=True, slots=True)
class ForgeComment:
    """A comment on the issue with the number `issue`.

    `author_association` is the forge's own word: OWNER, MEMBER, COLLABORATOR, NONE ...
    """

    id: int
    issue: int
    body: str
    author: str
    author_association: str
    created_at: datetime
    updated_at: datetime
    is_ours: bool


@dataclass(frozen=True, slots=True)
class NewIssue:
    """An issue to be opened.

    `marker` is the hidden line in the body by which it is known again; no other issue of ours
    has the same.
    """

    marker: str
    title: str
    body: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """Who opens an issue, or answers one, since when, and the number of it once it is known.

    `revision` is the state of the ledger that was read; an advance holds only from there.
    """

    marker: str
    run: str
    at: datetime
    issue: int | None
    revision: str


class ForgeReader(Protocol):
    """Looks at the issues of one repository."""

    def own_issues(self) -> Sequence[ForgeIssue]:
        """Every issue of ours, open and closed, in the order of numbers.

        This is how check-ins are found again: a label that somebody takes off or deletes
        loses none of them, and an issue of a stranger is not among them.
        """
        ...

    def issues(self, label: str) -> Sequence[ForgeIssue]:
        """Every issue with the label, open and closed, in the order of numbers."""
        ...

    def open_issues(self) -> Sequence[ForgeIssue]:
        """Every open issue, whoever wrote it, in the order of numbers."""
        ...

    def issue(self, number: int) -> ForgeIssue | None:
        """One issue as it is now; None when there is none."""
        ...

    def comments(self, number: int) -> Sequence[ForgeComment]:
        """The comments on an issue, oldest first; none when there is no such issue."""
        ...

    def comments_since(self, moment: datetime) -> Sequence[ForgeComment]:
        """Comments on any issue that were written or changed since then, in one listing."""
        ...

    def permission(self, login: str) -> Permission:
        """What an account may do in the repository."""
        ...

    def labels(self) -> frozenset[str]:
        """The names of the labels there are."""
        ...


class ForgeWriter(Protocol):
    """Changes the issues of one repository; each change may be asked for twice."""

    def open_issue(self, issue: NewIssue) -> ForgeIssue | None:
        """Open it; None when another run holds the claim to it, and the next run will see."""
        ...

    def assign(self, number: int, logins: Sequence[str]) -> Sequence[str]:
        """Assign one after the other; the logins that the forge did not take."""
        ...

    def edit(self, number: int, *, title: str | None = None, body: str | None = None) -> None:
        """Change what is given, and nothing else."""
        ...

    def comment(self, number: int, body: str) -> ForgeComment:
        """Add a comment."""
        ...

    def edit_comment(self, comment: int, body: str) -> None:
        """Replace the text of the comment with this id."""
        ...

    def close(self, number: int, reason: CloseReason) -> None:
        """Close it; assignees and labels stay."""
        ...

    def reopen(self, number: int) -> None:
        """Open it again; assignees and labels stay."""
        ...

    def ensure_label(self, name: str, colour: str, description: str) -> None:
        """Make the label unless it is there; `colour` is six hexadecimal digits."""
        ...

    def add_labels(self, number: int, names: Sequence[str]) -> None:
        """Add labels to an issue."""
        ...

    def remove_label(self, number: int, name: str) -> None:
        """Take a label from an issue, if it has it."""
        ...


class Ledger(Protocol):
    """Claims that runs hold against each other, one a marker."""

    def read(self, marker: str) -> LedgerEntry | None:
        """What stands there; None when nobody ever claimed it."""
        ...

    def claim(self, marker: str, run: str, at: datetime) -> LedgerEntry | None:
        """Be the first; None when somebody else was."""
        ...

    def advance(
        self, entry: LedgerEntry, run: str, at: datetime, issue: int | None = None
    ) -> LedgerEntry | None:
        """Replace the entry; None when it is no longer what was read."""
        ...
