"""What all tests share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.forge.github import FakeGitHub
from tests.forge.scene import Hands, Scene, set_scene

settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")
"""What chance finds would come and go: a change is judged by the same examples every time, however
slow the machine is.

`pytest --hypothesis-profile default` looks for other examples.
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--bless",
        action="store_true",
        help="Write what the program puts out as what is expected; read the diff afterwards.",
    )


@pytest.fixture
def bless(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--bless"))


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    """A GitHub of our own, which at the end has nothing to complain of."""
    with FakeGitHub(tmp_path / "github") as github:
        yield set_scene(github, Hands())
    assert github.complaints == []
