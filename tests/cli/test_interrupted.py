"""A run that somebody stops with Ctrl-C, in a real process."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from telemaco.cli.app import run
from tests.cli.hearing import HEARING
from tests.fakes import COSIMO, SETTINGS
from tests.matching.texts import person, program

PEOPLE = 150
COMMAND = ["match", "spring", "--today", "2027-02-01", "--apply"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A community in which as many mentees as mentors wait."""
    people = tmp_path / "program/people"
    people.mkdir(parents=True)
    for number in range(PEOPLE):
        (people / f"e{number:03}.yaml").write_text(person("mentee"))
        (people / f"m{number:03}.yaml").write_text(person("mentor"))
    programs = tmp_path / "program/programs"
    programs.mkdir()
    (programs / "spring.yaml").write_text(program())
    (people / "cosimo.yaml").write_text(COSIMO)
    (tmp_path / "program/community.yaml").write_text(SETTINGS)
    return tmp_path


def _receipts(root: Path) -> int:
    return len([*root.glob("pairs/spring/matches/*.yaml")])


def _pairs(root: Path) -> int:
    return len([*root.glob("pairs/spring/*/pair.yaml")])


def _has_loaded(process: int, library: str) -> bool:
    """Whether a running process has come so far; where /proc is missing it is taken to have."""
    maps = Path(f"/proc/{process}/maps")
    return not maps.exists() or library in maps.read_text()


@pytest.mark.parametrize(
    "is_time",
    [
        pytest.param(lambda _, run: _has_loaded(run, "scipy"), id="while it works"),
        pytest.param(lambda root, _: _receipts(root) > 0, id="when the receipt is there"),
        pytest.param(lambda root, _: _pairs(root) >= PEOPLE // 3, id="between the pairs"),
    ],
)
def test_nothing_is_lost_and_the_next_run_does_the_rest(
    root: Path, is_time: Callable[[Path, int], bool]
) -> None:
    status, said = _stopped(root, is_time)

    assert status in {130, 0}
    assert "Traceback" not in said
    assert not [*root.rglob("*.tmp"), *root.rglob(".*.yaml*")]
    for command in (["check", "--today", "2027-02-01"], COMMAND):
        assert run([*command, "--root", str(root)]) == 0
    assert _pairs(root) == PEOPLE
    members = [path.parent.name for path in root.glob("pairs/spring/*/pair.yaml")]
    assert len({name.split("-")[0] for name in members}) == PEOPLE


def _stopped(root: Path, is_time: Callable[[Path, int], bool]) -> tuple[int, str]:
    """The exit status of a run that gets SIGINT once it is time, and what it said."""
    command = [sys.executable, "-c", HEARING, *COMMAND, "--root", str(root)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as running:
        while running.poll() is None and not is_time(root, running.pid):
            time.sleep(0.002)
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=180)
    return running.returncode, said
