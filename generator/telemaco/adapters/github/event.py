"""What GitHub tells a workflow of the event that started it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from telemaco.adapters.disk import read_file
from telemaco.adapters.github.answers import UnreadableError, fields
from telemaco.findings import TelemacoError
from telemaco.messages import msg
from telemaco.ports.changes import FinishedRun

VARIABLE = "GITHUB_EVENT_PATH"


@dataclass(frozen=True, slots=True)
class IssueEvent:
    """The number of the issue that an event is about, and the id of the comment, if it is one.

    Nothing else is believed: what they say is read again from GitHub itself.
    """

    issue: int
    comment: int | None


def issue_event(environment: Mapping[str, str]) -> IssueEvent | None:
    """The event, or None when it is about no issue, or there is none. Raises TelemacoError."""
    content = read_file(Path(environment[VARIABLE])) if environment.get(VARIABLE) else b"{}"
    try:
        return _issue_event(content or b"")
    except (ValueError, UnreadableError) as error:
        raise TelemacoError(
            msg("{variable} does not tell which issue is meant", variable=VARIABLE),
            msg("Name the issue with --issue."),
        ) from error


def finished_run(environment: Mapping[str, str]) -> FinishedRun:
    """The run that this one follows; for workflows on `workflow_run`. Raises TelemacoError."""
    content = read_file(Path(environment[VARIABLE])) if environment.get(VARIABLE) else None
    try:
        return _finished_run(content or b"")
    except (ValueError, UnreadableError) as error:
        raise TelemacoError(
            msg("{variable} does not tell which run has ended", variable=VARIABLE),
            msg("This command is for a workflow that GitHub starts after another one."),
        ) from error


def _finished_run(content: bytes) -> FinishedRun:
    """Raises ValueError or UnreadableError."""
    event = fields(json.loads(content))
    run = event.inner("workflow_run")
    return FinishedRun(
        head=run.word("head_sha"),
        source=run.inner("head_repository").word("full_name"),
        succeeded=run.text("conclusion") == "success",
        trusted=event.inner("repository").word("default_branch"),
        url=run.word("html_url"),
    )


def _issue_event(content: bytes) -> IssueEvent | None:
    """Raises ValueError or UnreadableError."""
    event = fields(json.loads(content))
    if event.known.get("issue") is None:
        return None
    is_comment = event.known.get("comment") is not None
    comment = event.inner("comment").number("id") if is_comment else None
    return IssueEvent(event.inner("issue").number("number"), comment)
