"""What a forge says of a repository's settings and of the workflows that run in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol, TypeAlias

WorkflowState: TypeAlias = Literal["active", "disabled", "disabled-for-inactivity"]


@dataclass(frozen=True, slots=True)
class RepositoryFacts:
    """A repository; `name` is what the forge calls it now."""

    name: str
    default_branch: str
    is_private: bool
    is_archived: bool
    has_issues: bool


@dataclass(frozen=True, slots=True)
class WorkflowFacts:
    """A workflow that the forge knows, by its file below `.github/workflows/`."""

    file: str
    state: WorkflowState


class ForgeInspector(Protocol):
    """Looks at what surrounds the issues of one repository.

    Every method raises a `ForgeError` when it could not look; None stands for what the token
    may not see.
    """

    def repository(self) -> RepositoryFacts:
        """The repository."""
        ...

    def labels(self) -> frozenset[str]:
        """The names of the labels there are."""
        ...

    def may_open_pull_requests(self) -> bool | None:
        """Whether workflows may create and approve pull requests."""
        ...

    def has_pages_from_workflows(self) -> bool | None:
        """Whether the site is published by a workflow and not from a branch; False without one."""
        ...

    def workflows(self) -> Sequence[WorkflowFacts]:
        """The workflows, in the order of their files."""
        ...

    def last_success(self, file: str) -> datetime | None:
        """When the workflow of this file last ended well; None when it never did."""
        ...
