"""The workflow files are run as they are: by act, on a GitHub of our own, without a network."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.forge.client import Client
from tests.forge.github import FakeGitHub
from tests.forge.scene import NAME, Hands, set_scene
from tests.workflows.needed import FAILING, FAILING_INTAKE, FAILING_REVIEW
from tests.workflows.runner import needs_act, permissions
from tests.workflows.scratch import make_community, put_own_workflows, put_permission
from tests.workflows.stage import Stage

WORKFLOWS = ("check.yml", "intake.yml", "reminders.yml", "review.yml", "site.yml")

pytestmark = needs_act


@pytest.fixture(params=["community", "own"])
def stage(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stage]:
    """With the workflows of a new community, and with those of this project."""
    with FakeGitHub(tmp_path / "github") as github:
        made = Stage(set_scene(github, Hands(datetime.now(UTC))), tmp_path)
        make_community(made.source)
        if request.param == "own":
            put_own_workflows(made.source)
        yield made
    assert github.complaints == []
    assert sorted(path.name for path in made.path("").iterdir()) == sorted(WORKFLOWS)


def test_check_looks_at_all_files_after_a_push(stage: Stage) -> None:
    run = stage.run("check.yml")

    assert run.status == 0, run.said
    assert {name for _, name in run.steps} >= {"Set up Python", "Check all files"}
    assert not {name for _, name in run.steps} & {"Check the change", "Write the result"}
    assert "setup-python 3.11" in run.calls
    assert "telemaco check --format github" in run.calls
    own = [f"make {target}" for target in ("check", "second-builder", "lighthouse")]
    assert {*run.calls} & {*own} == ({*own} if (stage.source / "Makefile").exists() else set())


def test_site_is_built_handed_over_and_published(stage: Stage) -> None:
    run = stage.run("site.yml")

    assert run.status == 0, run.said
    assert run.steps == stage.all_steps("site.yml")
    assert [call for call in run.calls if call.startswith("telemaco")] == [
        "telemaco doctor --heartbeat",
        "telemaco build --strict" if (stage.source / "Makefile").exists() else "telemaco build",
    ]
    assert "The Workshop" in (run.records / "published/index.html").read_text()


def test_site_says_when_the_reminders_last_ran(stage: Stage) -> None:
    reminders = ".github/workflows/reminders.yml"
    ended = {"status": "completed", "conclusion": "success", "updated_at": "2026-03-01T07:23:00Z"}
    stage.scene.home.workflows.append({"id": 7, "path": reminders})
    stage.scene.home.runs.append({"id": 8, "path": reminders, "event": "schedule", **ended})

    run = stage.run("site.yml")

    progress = (run.records / "published/progress/index.html").read_text()
    assert "The reminders have not run since 1 March 2026." in progress


def test_check_in_is_opened_once_and_listens_to_a_member(stage: Stage) -> None:
    comment = {"body": "/snooze 2w"}
    stage.scene.github.token("token", "leonardo")
    leonardo = Client(stage.scene.github, "token", f"/repos/{NAME}")

    opening = stage.run("reminders.yml", "workflow_dispatch", inputs={"apply": "true"})
    opened, writes = stage.open_issues(), list(stage.scene.github.writes)
    again = stage.run("reminders.yml", "schedule")
    rewritten = stage.scene.github.writes[len(writes) :]
    leonardo.ask("POST", "/issues/1/comments", comment)
    answer = stage.run("reminders.yml", "issue_comment", issue={"number": 1}, comment=comment)

    for run in (opening, again, answer):
        assert run.status == 0, run.said
        assert run.steps == stage.all_steps("reminders.yml")
        assert run.calls[-2:] == (
            "telemaco remind --forge --format markdown",
            "telemaco remind --apply",
        )
    assert opened == ["First meeting: verrocchio and leonardo"]
    assert rewritten == []
    assert "Done: follow a command 1." in answer.said
    assert "Put off until" in str(leonardo.ask("GET", "/issues/1")[1]["body"])
    assert stage.open_issues() == opened


def test_dry_run_shows_the_plan_and_writes_nothing(stage: Stage) -> None:
    run = stage.run("reminders.yml", "workflow_dispatch", inputs={"apply": "false"})

    assert run.status == 0, run.said
    assert "| open | 1 |" in run.summary
    assert run.calls[-1] == "telemaco remind --forge --format markdown"
    assert stage.scene.github.writes == []


@pytest.mark.parametrize(
    "about",
    [
        {"issue": {"number": 1}, "comment": {"body": "Thank you"}},
        {"issue": {"number": 1, "pull_request": {}}, "comment": {"body": "/snooze 2w"}},
        {
            "repository": {"fork": True, "default_branch": "main"},
            "issue": {"number": 1},
            "comment": {"body": "/snooze 2w"},
        },
    ],
    ids=["no command", "on a pull request", "in a fork"],
)
def test_other_comment_starts_no_job(stage: Stage, about: dict[str, Any]) -> None:
    run = stage.run("reminders.yml", "issue_comment", **about)

    assert run.status == 0, run.said
    assert run.steps == {}
    assert stage.scene.github.seen == []


@pytest.mark.parametrize(("workflow", "permission"), FAILING)
def test_job_fails_without_any_of_its_permissions(
    stage: Stage, workflow: str, permission: str
) -> None:
    put_permission(stage.path(workflow), permission, "none")
    # Of a public repository everybody may read how its workflows run.
    stage.scene.home.is_private = permission == "actions"

    run = stage.run(workflow)

    assert run.status == 1
    assert set(run.failed) == {FAILING[workflow, permission]}, run.said
    assert stage.open_issues() == []


def test_ledger_needs_more_than_to_read(stage: Stage) -> None:
    put_permission(stage.path("reminders.yml"), "contents", "read")

    run = stage.run("reminders.yml")

    assert run.failed == ["Carry it out"], run.said
    assert 403 in {seen.status for seen in stage.scene.github.writes}
    assert stage.open_issues() == []


def test_no_job_has_a_permission_that_is_not_tried(stage: Stage) -> None:
    asked = {
        (workflow, permission)
        for workflow in WORKFLOWS
        for allowed in permissions(stage.path(workflow)).values()
        for permission in allowed
    }

    others = {"intake.yml": FAILING_INTAKE, "review.yml": FAILING_REVIEW}
    assert asked == {
        *FAILING,
        *((file, permission) for file, needed in others.items() for permission in needed),
    }
