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

UNMEASURED = frozenset(
    {"adapters", "bench", "browser", "forge", "lives", "test_action.py", "test_build.py"}
    | {"test_build_again.py", "test_glance.py", "test_hooks.py", "test_intake_after_a_merge.py"}
    | {"test_intake_faults.py", "test_intake_run.py", "test_interrupted.py", "test_mkdocs_plugin.py"}
    | {"test_mutations.py", "test_new.py", "test_preview.py", "test_pull_requests_run.py"}
    | {"test_serve.py", "test_workflows_run.py"}
)
"""The tests of much at once, by their folder or file: coverage is not measured of them.

It doubles the time of a test, and what is run only on the way to something else is not tested.
"""

_TESTS = Path(__file__).parent


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, bool | None, bool | None]:
    coverage = Coverage.current()
    if coverage is None or UNMEASURED.isdisjoint(item.path.relative_to(_TESTS).parts):
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
