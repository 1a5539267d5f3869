"""The workflow files are run as they are: by act, on a GitHub of our own, without a network."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.forge.client import Client
from tests.forge.github import FakeGitHub
from tests.forge.scene import NAME, TOKEN, Hands, Scene, set_scene
from tests.workflows.needed import FAILING, FAILING_REVIEW
from tests.workflows.runner import Run, Runner, Step, jobs, needs_act, permissions
from tests.workflows.scratch import make_community, put_own_workflows, put_permission

WORKFLOWS = ("check.yml", "reminders.yml", "review.yml", "site.yml")
PUSH: dict[str, Any] = {"ref": "refs/heads/main"}

pytestmark = needs_act


class Stage:
    """A repository on our own GitHub, and what runs its workflows."""

    def __init__(self, scene: Scene, folder: Path) -> None:
        self.scene = scene
        self.source = folder / "repository"
        self._runner = Runner(self.source, folder / "machine", scene.github.url)

    def path(self, workflow: str) -> Path:
        return self.source / ".github/workflows" / workflow

    def run(self, workflow: str, event: str = "push", **about: Any) -> Run:  # noqa: ANN401 (JSON)
        """Let a workflow run with a token that may do what its first job asks for.

        act gives all jobs the same token; the jobs after the first use actions only, which
        look at what their own job asks for.
        """
        first = next(iter(permissions(self.path(workflow)).values()))
        known = {permission.replace("-", "_"): level for permission, level in first.items()}
        self.scene.github.token(TOKEN, **known)
        return self._runner.run(workflow, event, {**PUSH, **about})

    def all_steps(self, workflow: str) -> dict[Step, str]:
        """Every step of a file, as it is when all of them end well."""
        return {
            (job, step["name"]): "success"
            for job, what in jobs(self.path(workflow)).items()
            for step in what["steps"]
        }

    def open_issues(self) -> list[str]:
        return [issue.title for issue in self.scene.home.issues.all() if issue.state == "open"]


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
    assert run.calls[-1] == "telemaco check --format github"
    assert ("make check" in run.calls) is (stage.source / "Makefile").exists()


def test_site_is_built_handed_over_and_published(stage: Stage) -> None:
    run = stage.run("site.yml")

    assert run.status == 0, run.said
    assert run.steps == stage.all_steps("site.yml")
    assert run.calls[-1] == "telemaco build --strict"
    assert "The Workshop" in (run.records / "published/index.html").read_text()


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
            "repository": {"fork": True},
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

    assert asked == {*FAILING, *(("review.yml", permission) for permission in FAILING_REVIEW)}
