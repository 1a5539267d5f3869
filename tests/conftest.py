"""What all tests share, and by which of them the coverage of the pure layers is measured.

By all but those of much at once (`UNMEASURED`, and the mark `no_cover`), and by the first examples
of every property (`MEASURED_EXAMPLES`).
"""

from collections.abc import Generator, Iterator
from functools import wraps
from itertools import count
from pathlib import Path

import pytest
from coverage import Coverage
from hypothesis import is_hypothesis_test, settings

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
        "intake/test_campaign.py",
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

MEASURED_EXAMPLES = 25
"""Of a property so many examples are measured; those that follow are tried unmeasured.

A branch that only later ones take needs an example of its own.
"""


@pytest.hookimpl(trylast=True)
def pytest_sessionstart() -> None:
    """One measures in each process; in those of xdist, pytest-cov begins twice.

    When the second is stopped, the first would wake and go on, for nobody and at full price.
    """
    _measure_with(*_stopped()[:1])


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, bool | None, bool | None]:
    if not any(map(item.path.is_relative_to, UNMEASURED)):
        return (yield)
    running = _stopped()
    try:
        return (yield)
    finally:
        _measure_with(*running)


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, object, object]:
    if Coverage.current() is None or not is_hypothesis_test(pyfuncitem.obj):
        return (yield)
    handle = pyfuncitem.obj.hypothesis
    test, examples, running = handle.inner_test, count(), []

    @wraps(test)
    def measured_at_first(*arguments: object, **named: object) -> object:
        if next(examples) == MEASURED_EXAMPLES:
            running.extend(_stopped())
        return test(*arguments, **named)

    handle.inner_test = measured_at_first
    try:
        return (yield)
    finally:
        handle.inner_test = test
        _measure_with(*running)


def _stopped() -> list[Coverage]:
    """What measured until now, the one that began last first."""
    running = []
    while (coverage := Coverage.current()) is not None:
        coverage.stop()
        running.append(coverage)
    return running


def _measure_with(*stopped: Coverage) -> None:
    for coverage in reversed(stopped):
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
