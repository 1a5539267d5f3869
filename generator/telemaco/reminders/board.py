"""The check-ins that are on the forge, read from its issues and comments."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time

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
    marked = [(issue, marks_in(issue.body)) for issue in ours]
    threads: defaultdict[str, list[KnownIssue]] = defaultdict(list)
    for issue, marks in marked:
        key = key_in(marks)
        if key is not None:
            threads[key.thread].append(KnownIssue(issue, key, memory_in(marks)))
    return Board(
        threads={thread: tuple(known) for thread, known in threads.items()},
        digests=tuple(
            KnownDigest(issue, digest_memory_in(marks))
            for issue, marks in marked
            if is_digest(marks)
        ),
        newer=tuple(
            issue.number for issue, marks in marked if any(one.version > VERSION for one in marks)
        ),
        comments={},
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
    """What of a thread is closed for good: no issue about it is open, none was set aside."""
    open_matters = {known.key.matter for known in thread if known.is_open}
    first = {known.key.matter: known for known in reversed(thread)}
    return frozenset(
        matter
        for matter, known in first.items()
        if matter not in open_matters and not _is_aside(known)
    )


def _is_aside(known: KnownIssue) -> bool:
    return known.memory is not None and known.memory.end is End.ASIDE
