"""What our own GitHub keeps: accounts, repositories, issues, and how they were before."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Generic, Literal, TypeVar

from tests.forge.objects import Objects

EventKind = Literal["opened", "commented", "closed", "reopened", "assigned"]
Level = Literal["none", "read", "write", "admin"]


@dataclass(frozen=True)
class Label:
    name: str
    colour: str = "ededed"
    description: str | None = None


@dataclass(frozen=True)
class Proposal:
    """What makes an issue a pull request; `source` is the fork that it comes from."""

    head: str
    base: str
    merged: bool = False
    source: str | None = None

    def ref(self, number: int) -> str:
        """Where the repository has its commits: a fork's only below `refs/pull/`."""
        return f"refs/pull/{number}/head" if self.source else f"refs/heads/{self.head}"


@dataclass(frozen=True)
class Issue:
    number: int
    id: int
    author: str
    title: str
    body: str | None
    created: datetime
    updated: datetime
    labels: tuple[str, ...] = ()
    assignees: tuple[str, ...] = ()
    state: Literal["open", "closed"] = "open"
    reason: str | None = None
    closed: datetime | None = None
    proposal: Proposal | None = None


@dataclass(frozen=True)
class Comment:
    id: int
    issue: int
    author: str
    body: str
    created: datetime
    updated: datetime


@dataclass(frozen=True)
class Event:
    """Something that GitHub writes mail about."""

    kind: EventKind
    issue: int
    at: datetime
    actor: str


@dataclass
class Account:
    """An account and what its token may do; without `permissions` all that its owner may."""

    login: str
    permissions: dict[str, str] | None = None
    remaining: int = 5000
    reset: datetime | None = None


Version = TypeVar("Version", Issue, Comment)


class Versions(Generic[Version]):
    """Things by number, each with all its states, so that a list can be behind."""

    def __init__(self) -> None:
        self._versions: dict[int, list[tuple[datetime, Version]]] = {}

    def put(self, key: int, at: datetime, one: Version) -> None:
        self._versions.setdefault(key, []).append((at, one))

    def drop(self, key: int) -> None:
        del self._versions[key]

    def now(self, key: int) -> Version | None:
        versions = self._versions.get(key)
        return versions[-1][1] if versions else None

    def all(self, as_of: datetime | None = None) -> Iterator[Version]:
        """As they are, or as they were at a moment."""
        for versions in self._versions.values():
            known = [one for at, one in versions if as_of is None or at <= as_of]
            yield from known[-1:]


@dataclass
class Repository:
    """One repository; `refuses_loudly` says what happens to who cannot be assigned."""

    id: int
    full_name: str
    objects: Objects
    now: Callable[[], datetime]
    collaborators: dict[str, Level] = field(default_factory=dict)
    labels: dict[str, Label] = field(default_factory=dict)
    issues: Versions[Issue] = field(default_factory=Versions)
    comments: Versions[Comment] = field(default_factory=Versions)
    events: list[Event] = field(default_factory=list)
    settings: dict[str, Any] = field(default_factory=dict)
    workflows: list[dict[str, Any]] = field(default_factory=list)
    runs: list[dict[str, Any]] = field(default_factory=list)
    is_private: bool = False
    is_archived: bool = False
    has_issues: bool = True
    refuses_loudly: bool = True
    last: int = 0

    def level(self, login: str) -> Level:
        """What an account may do."""
        return self.collaborators.get(login, "none" if self.is_private else "read")

    def assignable(self, issue: int) -> set[str]:
        """In small letters, the logins that may be assigned to an issue."""
        commenters = {one.author for one in self.comments.all() if one.issue == issue}
        return {login.lower() for login in {*self.collaborators, *commenters}}

    def change(self, issue: Issue, **what: Any) -> Issue:  # noqa: ANN401 (fields of an issue)
        """Put a new version of an issue in place of the old."""
        now = self.now()
        changed = replace(issue, updated=now, **what)
        self.issues.put(issue.number, now, changed)
        return changed

    def merge(self, number: int) -> None:
        """Take a pull request in, and close the issue that it names. Raises GitError."""
        pull = self.issues.now(number)
        assert pull is not None
        assert pull.proposal is not None
        base, head = (f"refs/heads/{one}" for one in (pull.proposal.base, pull.proposal.head))
        objects, before = self.objects, self.objects.ref(base)
        assert before is not None
        objects.move_ref(base, before, objects.merge(before, head, f"Merge #{number}"))
        self.change(
            pull, state="closed", closed=self.now(), proposal=replace(pull.proposal, merged=True)
        )
        closes = re.match(r"Closes #(\d+)\n", f"{pull.body}\n")
        issue = self.issues.now(int(closes[1])) if closes else None
        if issue is not None:
            self.change(issue, state="closed", reason="completed", closed=self.now())

    def delete_label(self, name: str) -> None:
        """Delete a label, from the issues too."""
        del self.labels[name]
        for issue in list(self.issues.all()):
            if name in issue.labels:
                self.change(issue, labels=tuple(one for one in issue.labels if one != name))

    def as_of(self, lag: float) -> datetime | None:
        """The moment that a list shows when it is so many seconds behind."""
        return self.now() - timedelta(seconds=lag) if lag else None
