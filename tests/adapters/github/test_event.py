import json
from pathlib import Path
from typing import Any

import pytest

from telemaco.adapters.github.event import finished_run
from telemaco.findings import TelemacoError
from telemaco.ports.changes import FinishedRun

RUN = {
    "head_sha": "a" * 40,
    "head_repository": {"full_name": "leonardo/workshop"},
    "conclusion": "success",
    "html_url": "https://github.com/atelier/workshop/actions/runs/1",
}
EVENT = {"repository": {"default_branch": "main"}, "workflow_run": RUN}


def read(folder: Path, event: Any) -> FinishedRun:  # noqa: ANN401 (JSON)
    path = folder / "event.json"
    path.write_text(event if isinstance(event, str) else json.dumps(event))
    return finished_run({"GITHUB_EVENT_PATH": str(path)})


def test_run_that_ended_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, EVENT) == FinishedRun(
        head="a" * 40,
        source="leonardo/workshop",
        succeeded=True,
        trusted="main",
        url="https://github.com/atelier/workshop/actions/runs/1",
    )


@pytest.mark.parametrize("conclusion", ["failure", "cancelled", None])
def test_only_a_success_is_one(tmp_path: Path, conclusion: str | None) -> None:
    found = read(tmp_path, {**EVENT, "workflow_run": {**RUN, "conclusion": conclusion}})

    assert not found.succeeded


@pytest.mark.parametrize("event", ["", "no JSON", [], {}, {"workflow_run": {}}])
def test_other_event_is_refused_in_words(tmp_path: Path, event: object) -> None:
    with pytest.raises(TelemacoError, match="does not tell which run has ended"):
        read(tmp_path, event)


def test_outside_of_a_workflow_there_is_none() -> None:
    with pytest.raises(TelemacoError, match="GITHUB_EVENT_PATH"):
        finished_run({})
