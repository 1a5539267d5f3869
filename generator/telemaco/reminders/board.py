"""The check-ins that are on the forge, read from its issues and comments."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import lru_cache

from telemaco.ports.forge import ForgeComment, ForgeIssue
from telemaco.reminders.digest import DigestMemory, digest_memory_in, is_digest
from telemaco.reminders.marker import VERSION, key_in, marks_in, memory_in
from telemaco.reminders.memory import End, Memory
from telemaco.reminders.of_sessions import Settled
from telemaco.reminders.values import CheckInKey

LABEL = "check-in"
"""The label of every check-in, for people to find them by."""
DIGEST_LABEL = "check-in-digest"
"""The label of the coordinators' overview."""


@dataclass(frozen=True, slots=True)
class KnownIssue:
    """An issue of ours; `memory` is None when its line was damaged by somebody's edit."""

    issue: ForgeIssue
    key: CheckInKey
    memory: Memory | None

    @property
    def is_open(self) -> bool:
        """Whether it is open."""
        return self.issue.state == "open"

    @property
    def end(self) -> End | None:
        """Why we closed it, as far as it remembers."""
        return self.memory.end if self.memory else None


@dataclass(frozen=True, slots=True)
class KnownDigest:
    """The coordinators' overview as it is; one that was closed is kept up but not opened."""

    issue: ForgeIssue
    memory: DigestMemory

    @property
    def is_open(self) -> bool:
        """Whether it is open."""
        return self.issue.state == "open"


@dataclass(frozen=True, slots=True)
class Board:
    """What is there: check-ins by thread in the order of numbers, the overview, comments.

    There is one overview; further ones come of runs that overlapped. `newer` are issues that
    a later edition of Telemaco wrote: nothing may be done then.
    """

    threads: Mapping[str, tuple[KnownIssue, ...]]
    digests: tuple[KnownDigest, ...]
    newer: tuple[int, ...]
    comments: Mapping[int, tuple[ForgeComment, ...]]

    @property
    def digest(self) -> KnownDigest | None:
        """The coordinators' overview."""
        return self.digests[0] if self.digests else None

    @property
    def issues(self) -> tuple[KnownIssue, ...]:
        """Every check-in, thread by thread."""
        return tuple(known for thread in self.threads.values() for known in thread)

    @property
    def open_count(self) -> int:
        """How many check-ins are open."""
        return sum(known.is_open for known in self.issues)

    def read_since(self) -> datetime | None:
        """The moment from which comments have to be read; None when there can be none."""
        moments = [known.issue.created_at for known in self.issues if known.is_open]
        if self.digest is not None:
            memory = self.digest.memory
            if memory.read is not None:
                return memory.read
            moments += [datetime.combine(memory.told, time(), UTC)] if memory.told else []
        return min(moments, default=None)

    def comments_on(self, number: int) -> tuple[ForgeComment, ...]:
        """The comments on an issue that were read, in the order of their ids."""
        return self.comments.get(number, ())


def board(issues: Iterable[ForgeIssue]) -> Board:
    """What the issues say; those that we did not write ourselves say nothing."""
    ours = sorted((issue for issue in issues if issue.is_ours), key=lambda issue: issue.number)
    threads: defaultdict[str, list[KnownIssue]] = defaultdict(list)
    digests: list[KnownDigest] = []
    newer: list[int] = []
    for issue in ours:
        said = _said(issue.body)
        if said.key is not None:
            threads[said.key.thread].append(KnownIssue(issue, said.key, said.memory))
        if said.digest is not None:
            digests.append(KnownDigest(issue, said.digest))
        if said.version > VERSION:
            newer.append(issue.number)
    return Board(
        threads={thread: tuple(known) for thread, known in threads.items()},
        digests=tuple(digests),
        newer=tuple(newer),
        comments={},
    )


@dataclass(frozen=True, slots=True)
class _Said:
    """What the hidden lines of an issue say."""

    key: CheckInKey | None
    memory: Memory | None
    digest: DigestMemory | None
    version: int


@lru_cache(maxsize=20_000)
def _said(body: str) -> _Said:
    """Kept, since most issues say the same from one run to the next."""
    marks = marks_in(body)
    return _Said(
        key=key_in(marks),
        memory=memory_in(marks),
        digest=digest_memory_in(marks) if is_digest(marks) else None,
        version=max((mark.version for mark in marks), default=0),
    )


def with_comments(found: Board, comments: Iterable[ForgeComment]) -> Board:
    """The same with the comments that were read."""
    by_issue: defaultdict[int, list[ForgeComment]] = defaultdict(list)
    for comment in sorted(comments, key=lambda comment: comment.id):
        by_issue[comment.issue].append(comment)
    return Board(
        found.threads,
        found.digests,
        found.newer,
        {number: tuple(listed) for number, listed in by_issue.items()},
    )


def settled_in(thread: Sequence[KnownIssue]) -> Settled:
    """What of a thread is closed for good: no issue about it is open, none may come back."""
    open_matters = {known.key.matter for known in thread if known.is_open}
    first = {known.key.matter: known for known in reversed(thread)}
    return frozenset(
        matter
        for matter, known in first.items()
        if matter not in open_matters and known.end not in {End.ASIDE, End.GAVE_WAY}
    )
