import json
from pathlib import Path
from typing import Any

import pytest

from telemaco.adapters.github.event import IssueEvent, finished_run, issue_event
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


def read_issue(folder: Path, text: str) -> IssueEvent | None:
    path = folder / "event.json"
    path.write_text(text)
    return issue_event({"GITHUB_EVENT_PATH": str(path)})


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ('{"issue": {"number": 7, "title": "x"}}', IssueEvent(7, None)),
        ('{"issue": {"number": 7}, "comment": {"id": 70, "body": "/x"}}', IssueEvent(7, 70)),
        ('{"schedule": "23 7 * * *"}', None),
        ('{"issue": null}', None),
    ],
)
def test_event_is_about_an_issue_or_not(
    tmp_path: Path, text: str, event: IssueEvent | None
) -> None:
    assert read_issue(tmp_path, text) == event


def test_outside_of_a_workflow_no_issue_is_meant() -> None:
    assert issue_event({}) is None


@pytest.mark.parametrize(
    "text",
    ["", "[]", '{"issue": 7}', '{"issue": {"number": "7; id"}}', '{"issue": {}}', "\xff"],
)
def test_issue_that_cannot_be_read_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(TelemacoError, match="does not tell which issue"):
        read_issue(tmp_path, text)


def test_event_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TelemacoError, match="does not tell which issue"):
        issue_event({"GITHUB_EVENT_PATH": str(tmp_path / "event.json")})
