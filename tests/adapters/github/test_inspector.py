from datetime import timedelta

import pytest

from telemaco.ports.forge import ForgeRefusedError, ForgeUnavailableError
from telemaco.ports.inspection import RepositoryFacts, WorkflowFacts
from tests.forge.scene import NAME, START, TOKEN, Scene
from tests.forge.state import Label

EVERYTHING = {"actions": "read", "administration": "read", "pages": "read", "issues": "read"}


def _see_everything(scene: Scene) -> None:
    scene.github.token(TOKEN, **EVERYTHING)


def test_repository_is_read_as_it_is(scene: Scene) -> None:
    scene.home.is_archived = True
    scene.home.has_issues = False
    scene.home.is_private = True

    facts = scene.run().inspector.repository()

    assert facts == RepositoryFacts(
        NAME, "main", is_private=True, is_archived=True, has_issues=False
    )


def test_labels_are_read(scene: Scene) -> None:
    scene.home.labels["check-in"] = Label("check-in")

    assert "check-in" in scene.run().inspector.labels()


@pytest.mark.parametrize("may", [True, False])
def test_setting_for_pull_requests_is_read(scene: Scene, *, may: bool) -> None:
    _see_everything(scene)
    scene.home.settings["can_approve_pull_request_reviews"] = may

    assert scene.run().inspector.may_open_pull_requests() is may


@pytest.mark.parametrize(
    ("pages", "expected"),
    [(None, False), ({"build_type": "legacy"}, False), ({"build_type": "workflow"}, True)],
)
def test_where_the_site_comes_from_is_read(
    scene: Scene, pages: dict[str, str] | None, *, expected: bool
) -> None:
    _see_everything(scene)
    scene.home.settings["pages"] = pages

    assert scene.run().inspector.has_pages_from_workflows() is expected


def test_what_the_token_may_not_see_is_not_known(scene: Scene) -> None:
    scene.home.is_private = True
    scene.home.settings["pages"] = {"build_type": "workflow"}
    inspector = scene.run().inspector

    assert inspector.may_open_pull_requests() is None
    assert inspector.has_pages_from_workflows() is None
    with pytest.raises(ForgeRefusedError):
        inspector.workflows()


def test_workflows_are_read_with_their_states(scene: Scene) -> None:
    _see_everything(scene)
    scene.home.workflows += [
        {"id": 2, "path": ".github/workflows/site.yml", "state": "disabled_manually"},
        {"id": 1, "path": ".github/workflows/check.yml", "state": "active"},
        {"id": 3, "path": ".github/workflows/reminders.yml", "state": "disabled_inactivity"},
    ]

    assert scene.run().inspector.workflows() == [
        WorkflowFacts("check.yml", "active"),
        WorkflowFacts("reminders.yml", "disabled-for-inactivity"),
        WorkflowFacts("site.yml", "disabled"),
    ]


def test_last_run_that_ended_well_is_found(scene: Scene) -> None:
    _see_everything(scene)
    path = ".github/workflows/reminders.yml"
    scene.home.workflows.append({"id": 3, "path": path})
    for number, conclusion in enumerate(("success", "success", "failure")):
        scene.home.runs.append(
            {
                "id": number,
                "path": path,
                "event": "schedule",
                "status": "completed",
                "conclusion": conclusion,
                "updated_at": (START + timedelta(days=number)).isoformat().replace("+00:00", "Z"),
            }
        )

    inspector = scene.run().inspector

    assert inspector.last_success("reminders.yml") == START + timedelta(days=1)
    assert inspector.last_success("other.yml") is None


def test_answer_that_cannot_be_understood_is_an_error(scene: Scene) -> None:
    scene.github.spoil = lambda body: {**body, "archived": "no"}

    with pytest.raises(ForgeUnavailableError):
        scene.run().inspector.repository()
    scene.github.complaints.clear()
