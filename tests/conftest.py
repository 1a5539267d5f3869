"""What all tests share."""

from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from coverage import Coverage
from hypothesis import settings

from tests.forge.github import FakeGitHub
from tests.forge.scene import Hands, Scene, set_scene

settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")
"""What chance finds would come and go: a change is judged by the same examples every time, however
slow the machine is.

`pytest --hypothesis-profile default` looks for other examples.
"""

UNMEASURED = tuple(
    Path(__file__).parent / place
    for place in (
        "adapters",
        "bench",
        "browser",
        "cli/test_build.py",
        "cli/test_interrupted.py",
        "cli/test_new.py",
        "cli/test_preview.py",
        "cli/test_serve.py",
        "forge",
        "lives",
        "test_action.py",
        "test_hooks.py",
        "test_intake_run.py",
        "test_mkdocs_plugin.py",
        "test_mutations.py",
        "test_pull_requests_run.py",
        "test_workflows_run.py",
    )
)
"""The tests of much at once, by their folder or file: coverage is not measured of them.

It doubles the time of a test, and what is run only on the way to something else is not tested.
"""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, bool | None, bool | None]:
    coverage = Coverage.current()
    if coverage is None or not any(map(item.path.is_relative_to, UNMEASURED)):
        return (yield)
    coverage.stop()
    try:
        return (yield)
    finally:
        coverage.start()


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
