"""Looks at what surrounds the issues of a repository on GitHub: settings, workflows, runs."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import TypeVar
from urllib.parse import quote

from telemaco.adapters.github.answers import Fields, fields
from telemaco.adapters.github.connection import Connection
from telemaco.adapters.github.transport import JSON
from telemaco.adapters.github.understanding import understood
from telemaco.ports.forge import ForgeRefusedError
from telemaco.ports.inspection import RepositoryFacts, WorkflowFacts, WorkflowState

_Value = TypeVar("_Value")

_STATES: dict[str, WorkflowState] = {
    "active": "active",
    "disabled_inactivity": "disabled-for-inactivity",
}


class GitHubInspector:
    """Implements ForgeInspector. Every method raises ForgeError."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def repository(self) -> RepositoryFacts:
        """The repository. The first answer also shows whether this machine's clock is right."""
        return _read("/", self._connection.get(""), _repository)

    def labels(self) -> frozenset[str]:
        """The names of the labels there are."""
        listed = self._connection.pages("/labels")
        return frozenset(_read("/labels", raw, lambda one: one.word("name")) for raw in listed)

    def may_open_pull_requests(self) -> bool | None:
        """Whether workflows may create and approve pull requests."""
        path = "/actions/permissions/workflow"
        return self._setting(path, lambda one: one.flag("can_approve_pull_request_reviews"))

    def has_pages_from_workflows(self) -> bool | None:
        """Whether the site is published by a workflow and not from a branch; False without one."""
        found = self._setting("/pages", lambda one: one.text("build_type") == "workflow")
        if found is None and not _read("/", self._connection.get(""), _has_pages):
            return False
        return found

    def workflows(self) -> Sequence[WorkflowFacts]:
        """The workflows, in the order of their files."""
        path = "/actions/workflows"
        found = _read(path, self._connection.get(path), _workflows)
        return sorted(found, key=lambda one: one.file)

    def last_success(self, file: str) -> datetime | None:
        """When the workflow of this file last ended well; None when it never did."""
        path = f"/actions/workflows/{quote(file, safe='')}/runs"
        raw = self._connection.find(f"{path}?status=success&per_page=1")
        return None if raw is None else _read(path, raw, _latest)

    def _setting(self, path: str, reading: Callable[[Fields], bool]) -> bool | None:
        """A setting, or None when the token may not see it."""
        try:
            raw = self._connection.find(path)
        except ForgeRefusedError:
            return None
        return None if raw is None else _read(path, raw, reading)


def _repository(known: Fields) -> RepositoryFacts:
    return RepositoryFacts(
        name=known.word("full_name"),
        default_branch=known.word("default_branch"),
        is_private=known.flag("private"),
        is_archived=known.flag("archived"),
        has_issues=known.flag("has_issues"),
    )


def _has_pages(known: Fields) -> bool:
    return known.flag("has_pages")


def _workflows(known: Fields) -> list[WorkflowFacts]:
    return [
        WorkflowFacts(
            one.word("path").rpartition("/")[2], _STATES.get(one.word("state"), "disabled")
        )
        for one in known.items("workflows")
    ]


def _latest(known: Fields) -> datetime | None:
    moments: Iterator[datetime] = (one.moment("updated_at") for one in known.items("workflow_runs"))
    return max(moments, default=None)


def _read(path: str, raw: JSON, reading: Callable[[Fields], _Value]) -> _Value:
    return understood(path, raw, lambda whole: reading(fields(whole)))
