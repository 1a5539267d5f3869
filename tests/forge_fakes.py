"""A forge in memory: numbers, times, states, mail, and a count of what was asked of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Literal, TypeAlias

from telemaco.messages import msg
from telemaco.ports.forge import (
    CloseReason,
    ForgeComment,
    ForgeIssue,
    ForgeUnavailableError,
    NewIssue,
    Permission,
)

BOT = "telemaco-bot"
PAGE = 100
START = datetime(2027, 1, 1, 8, tzinfo=UTC)

MailKind: TypeAlias = Literal["opened", "commented", "closed", "reopened"]


@dataclass(frozen=True, slots=True)
class Mail:
    """Something that the forge writes to people about, because of us; `text` is a comment's."""

    at: datetime
    issue: int
    kind: MailKind
    text: str = ""


@dataclass(slots=True)
class MemoryForge:
    """Implements ForgeReader and ForgeWriter; `now` is its clock.

    `fails_after` is the number of writes after which it is out of reach.
    """

    now: datetime = START
    issues_by_number: dict[int, ForgeIssue] = field(default_factory=dict)
    all_comments: list[ForgeComment] = field(default_factory=list)
    permissions: dict[str, Permission] = field(default_factory=dict)
    known_labels: set[str] = field(default_factory=set)
    reads: int = 0
    writes: int = 0
    mails: list[Mail] = field(default_factory=list)
    fails_after: int | None = None
    is_claimed_by_another: bool = False

    def own_issues(self) -> Sequence[ForgeIssue]:
        return self._paged([one for one in self.issues_by_number.values() if one.is_ours])

    def issues(self, label: str) -> Sequence[ForgeIssue]:
        return self._paged([one for one in self.issues_by_number.values() if label in one.labels])

    def open_issues(self) -> Sequence[ForgeIssue]:
        return self._paged([one for one in self.issues_by_number.values() if one.state == "open"])

    def issue(self, number: int) -> ForgeIssue | None:
        self.reads += 1
        return self.issues_by_number.get(number)

    def comments(self, number: int) -> Sequence[ForgeComment]:
        found = [comment for comment in self.all_comments if comment.issue == number]
        self.reads += _pages(len(found))
        return found

    def comments_since(self, moment: datetime) -> Sequence[ForgeComment]:
        found = [comment for comment in self.all_comments if comment.created_at >= moment]
        self.reads += _pages(len(found))
        return found

    def permission(self, login: str) -> Permission:
        self.reads += 1
        return self.permissions.get(login, "read")

    def labels(self) -> frozenset[str]:
        self.reads += 1
        return frozenset(self.known_labels)

    def open_issue(self, issue: NewIssue) -> ForgeIssue | None:
        if self.is_claimed_by_another:
            return None
        self._write()
        number = len(self.issues_by_number) + 1
        opened = ForgeIssue(
            number=number,
            title=issue.title,
            body=issue.body,
            labels=issue.labels,
            assignees=(),
            state="open",
            state_reason=None,
            created_at=self.now,
            updated_at=self.now,
            closed_at=None,
            author=BOT,
            is_ours=True,
        )
        self.issues_by_number[number] = opened
        self.known_labels |= set(issue.labels)
        self._mail(number, "opened")
        return opened

    def assign(self, number: int, logins: Sequence[str]) -> Sequence[str]:
        self._write()
        able = tuple(login for login in logins if login in self.permissions)
        self._change(number, assignees=able)
        return [login for login in logins if login not in able]

    def edit(self, number: int, *, title: str | None = None, body: str | None = None) -> None:
        self._write()
        issue = self.issues_by_number[number]
        self._change(
            number,
            title=issue.title if title is None else title,
            body=issue.body if body is None else body,
        )

    def comment(self, number: int, body: str) -> ForgeComment:
        self._write()
        self._mail(number, "commented", body)
        return self.say(number, body, BOT)

    def edit_comment(self, comment: int, body: str) -> None:
        self._write()
        self.all_comments = [
            replace(one, body=body) if one.id == comment else one for one in self.all_comments
        ]

    def close(self, number: int, reason: CloseReason) -> None:
        self._write()
        self._mail(number, "closed")
        self._change(number, state="closed", state_reason=reason, closed_at=self.now)

    def reopen(self, number: int) -> None:
        self._write()
        self._mail(number, "reopened")
        self._change(number, state="open", state_reason="reopened", closed_at=None)

    def ensure_label(self, name: str, colour: str, description: str) -> None:  # noqa: ARG002 (the port's)
        if name not in self.known_labels:
            self._write()
            self.known_labels.add(name)

    def add_labels(self, number: int, names: Sequence[str]) -> None:
        self._write()
        self._change(number, labels=(*self.issues_by_number[number].labels, *names))

    def remove_label(self, number: int, name: str) -> None:
        self._write()
        left = tuple(one for one in self.issues_by_number[number].labels if one != name)
        self._change(number, labels=left)

    # What people do.

    def say(self, number: int, body: str, author: str, association: str = "NONE") -> ForgeComment:
        """Somebody's comment."""
        self.now += timedelta(seconds=1)
        said = ForgeComment(
            id=len(self.all_comments) + 1,
            issue=number,
            body=body,
            author=author,
            author_association=association,
            created_at=self.now,
            updated_at=self.now,
            is_ours=author == BOT,
        )
        self.all_comments.append(said)
        if number in self.issues_by_number:
            self._change(number)
        return said

    def change(self, number: int, **fields: object) -> None:
        """Somebody changes an issue in the browser."""
        self._change(number, **fields)

    def delete_label(self, name: str) -> None:
        """A maintainer deletes a label, and every issue loses it."""
        self.known_labels.discard(name)
        for number, issue in self.issues_by_number.items():
            self._change(number, labels=tuple(one for one in issue.labels if one != name))

    def _change(self, number: int, **fields: object) -> None:
        issue = self.issues_by_number[number]
        self.issues_by_number[number] = replace(issue, updated_at=self.now, **fields)  # type: ignore[arg-type] # the caller names fields

    def _mail(self, number: int, kind: MailKind, text: str = "") -> None:
        self.mails.append(Mail(self.now, number, kind, text))

    def _write(self) -> None:
        if self.fails_after is not None and self.writes >= self.fails_after:
            raise ForgeUnavailableError(msg("The forge is out of reach."), msg("Wait for it."))
        self.now += timedelta(seconds=1)
        self.writes += 1

    def _paged(self, found: list[ForgeIssue]) -> list[ForgeIssue]:
        self.reads += _pages(len(found))
        return sorted(found, key=lambda issue: issue.number)


def _pages(count: int) -> int:
    return max(1, -(-count // PAGE))
