"""Whatever `status` suggests on any day of a program's life can be run as it is printed."""

import json
import shlex
import shutil
from contextlib import chdir
from pathlib import Path

import pytest

from telemaco.cli.app import run
from telemaco.cli.exit_status import DEFECT, USAGE
from tests.lives.living import Life, lead
from tests.lives.test_lives import LIVES


@pytest.mark.parametrize("name", LIVES)
def test_every_command_that_is_suggested_is_one(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    life: Life = LIVES[name]
    root, seen = tmp_path / "community", set[tuple[str, ...]]()
    root.mkdir()
    for step in life.steps:
        lead(root, step)
        for words in _suggested(root, step.day, capsys):
            if words[:2] not in seen:
                seen.add(words[:2])
                copy = tmp_path / f"copy-{len(seen)}"
                shutil.copytree(root, copy)
                status = _outcome(copy, words, step.day)
                assert status not in {USAGE, DEFECT}, (step.name, words, capsys.readouterr().err)

    assert seen


def _suggested(root: Path, day: str, capsys: pytest.CaptureFixture[str]) -> list[tuple[str, ...]]:
    capsys.readouterr()
    with chdir(root):
        run(["status", "--all", "--format", "json", "--today", day, "--lang", "en"])
    actions = json.loads(capsys.readouterr().out)["actions"]
    found = [shlex.split(one["command"]) for one in actions if one["command"]]
    assert all(name == "telemaco" for name, *_ in found)
    return [tuple(words) for _, *words in found]


def _outcome(root: Path, words: tuple[str, ...], day: str) -> int:
    """The exit status; tables that a form service is to export are there, and empty."""
    with chdir(root):
        for word in words:
            if word.endswith(".csv"):
                Path(word).touch()
        takes_a_day = words[0] not in {"survey", "check"}
        return run([*words, *(("--today", day) if takes_a_day else ()), "--lang", "en"])
