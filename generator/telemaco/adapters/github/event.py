"""What GitHub tells a workflow of the event that started it."""

import json
from collections.abc import Mapping
from pathlib import Path

from telemaco.adapters.disk import read_file
from telemaco.adapters.github.answers import UnreadableError, fields
from telemaco.findings import TelemacoError
from telemaco.messages import msg
from telemaco.ports.changes import FinishedRun

VARIABLE = "GITHUB_EVENT_PATH"


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
