"""Pull requests as their reviewer sees them: anybody's, from any repository.

Every method raises `ForgeError`, or one of its kinds, when it could not be carried out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class ProposedChange:
    """A pull request.

    `head` is its last commit, `source` the repository that has it (empty when that is gone),
    `into` the branch that it is to be merged into, `files` how many files it touches. `is_ours`
    says that it was opened by the account that we act as.
    """

    number: int
    author: str
    is_open: bool
    is_ours: bool
    head: str
    source: str
    into: str
    labels: frozenset[str]
    files: int


@dataclass(frozen=True, slots=True)
class ChangedFile:
    """A file of a pull request; `former` is its path before, when it was moved."""

    path: str
    former: str | None = None
    is_removed: bool = False


@dataclass(frozen=True, slots=True)
class FinishedRun:
    """A run of a workflow for a pull request, as the forge tells of it.

    `head` and `source` are the commit that it was for and the repository that has it; `trusted`
    is the branch whose files are ours to believe; `url` is where people look at the run.
    """

    head: str
    source: str
    succeeded: bool
    trusted: str
    url: str


class ChangesReader(Protocol):
    """Looks at the pull requests of one repository."""

    def change(self, number: int) -> ProposedChange | None:
        """One as it is now; None when there is no pull request with this number."""
        ...

    def files(self, number: int) -> Sequence[ChangedFile]:
        """The files that it touches; the forge may tell of fewer than there are."""
        ...
