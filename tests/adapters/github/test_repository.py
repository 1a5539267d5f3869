from datetime import UTC, datetime

import pytest

from telemaco.adapters.github.repository import github_repository
from telemaco.ports.forge import ForgeRefusedError
from tests.forge.scene import NAME, TOKEN, Scene

GOOD = {"GITHUB_TOKEN": "token", "GITHUB_REPOSITORY": "atelier/workshop"}


def test_repository_of_the_workflow_that_runs(scene: Scene) -> None:
    environment = {
        "GITHUB_API_URL": f"{scene.github.url}/",
        "GITHUB_TOKEN": TOKEN,
        "GITHUB_REPOSITORY": NAME,
        "GITHUB_RUN_ID": "77",
    }
    scene.github.now = lambda: datetime.now(UTC)

    assert github_repository(environment).reader.own_issues() == []


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"GITHUB_TOKEN": ""}, "GITHUB_TOKEN is not set"),
        ({"GITHUB_TOKEN": "to ken\n"}, "GITHUB_TOKEN holds no token"),
        ({"GITHUB_TOKEN": "tòken"}, "GITHUB_TOKEN holds no token"),
        ({"GITHUB_REPOSITORY": ""}, "it is not said which repository"),
        ({"GITHUB_REPOSITORY": "workshop"}, '"workshop" names no repository'),
        ({"GITHUB_REPOSITORY": "a/../b"}, '"a/../b" names no repository'),
        ({"GITHUB_API_URL": "http://api.example.org"}, "does not begin with https://"),
        ({"GITHUB_API_URL": "http://127.0.0.1.example.org"}, "does not begin with https://"),
        ({"GITHUB_API_URL": "api.example.org"}, "does not begin with https://"),
    ],
)
def test_environment_that_does_not_do_is_refused(change: dict[str, str], says: str) -> None:
    with pytest.raises(ForgeRefusedError, match=says) as caught:
        github_repository({**GOOD, **change})
    assert caught.value.hint
    assert "tòken" not in str(caught.value)


@pytest.mark.parametrize("url", ["http://localhost:8080", "http://[::1]:1", "https://git.example"])
def test_address_may_be_secure_or_here(url: str) -> None:
    assert github_repository({**GOOD, "GITHUB_API_URL": url})
