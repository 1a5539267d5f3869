"""What the intake needs of a forge beside its issues: commits, branches and pull requests.

Every method raises `ForgeError`, or one of its kinds, when it could not be carried out. Nothing
here moves a branch backwards or sideways: what somebody else put on it is never lost.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from telemaco.ports.forge import IssueState


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit: its name, the name of its tree, those of its parents, and what it says."""

    name: str
    tree: str
    parents: tuple[str, ...]
    message: str


@dataclass(frozen=True, slots=True)
class NewCommit:
    """A commit to be made of a tree."""

    tree: str
    parents: tuple[str, ...]
    message: str


@dataclass(frozen=True, slots=True)
class PullRequest:
    """A pull request from a branch of the same repository.

    `is_ours` says that it was opened by the account that we act as.
    """

    number: int
    title: str
    body: str
    state: IssueState
    is_merged: bool
    is_ours: bool


@dataclass(frozen=True, slots=True)
class NewPullRequest:
    """A pull request to be opened, from a branch into another one."""

    branch: str
    into: str
    title: str
    body: str


class ContentsReader(Protocol):
    """Looks at the commits, branches and pull requests of one repository."""

    def default_branch(self) -> str:
        """The branch that everything is merged into."""
        ...

    def head(self, branch: str) -> Commit | None:
        """The last commit of a branch; None when there is no such branch."""
        ...

    def commit(self, name: str) -> Commit | None:
        """A commit; None when the forge does not know it."""
        ...

    def file(self, commit: str, path: str) -> bytes | None:
        """A file as a commit has it; None when it is not in it."""
        ...

    def pull_requests(self, branch: str) -> Sequence[PullRequest]:
        """Those from a branch, open and closed, in the order of numbers."""
        ...


class ContentsWriter(Protocol):
    """Adds commits, branches and pull requests; each change may be asked for twice."""

    def tree(self, base: str, files: Mapping[str, bytes | None]) -> str:
        """The tree `base` with files by path laid over it, without those that are None."""
        ...

    def commit(self, new: NewCommit) -> str:
        """Make a commit that no branch leads to yet; the answer is its name."""
        ...

    def make_branch(self, branch: str, commit: str) -> bool:
        """Make it; False when somebody else made it first."""
        ...

    def advance_branch(self, branch: str, commit: str) -> bool:
        """Move it forwards; False when the commit does not come after what is there now."""
        ...

    def open_pull_request(self, new: NewPullRequest) -> PullRequest:
        """Open it, unless there is an open one from that branch: then this one."""
        ...

    def edit_pull_request(self, number: int, title: str, body: str) -> None:
        """Change what it says."""
        ...
