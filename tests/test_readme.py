"""What README.md shows is what the commands print. `pytest --bless` takes it over anew.

A block whose last line is `...` shows the beginning of the output only.
"""

import re
import shlex
from pathlib import Path

import pytest

from telemaco.cli.app import run

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(r"^```console\n\$ telemaco (.*)\n([^`]*)^```$", re.MULTILINE)
CUT = "...\n"
FIRST_LINES = 12
"""How many lines a new block shows, one that has nothing but `...` yet."""


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader's terminal: the repository's folder, English, no colour."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setenv("COLUMNS", "112")
    monkeypatch.setenv("NO_COLOR", "1")


def _shown(output: str, before: str) -> str:
    """The output as the block shows it: whole, or as many lines as it showed before."""
    lines = [line.rstrip() + "\n" for line in output.splitlines()]
    if before.endswith(CUT):
        lines = [*lines[: before.count("\n") - 1 or FIRST_LINES], CUT]
    return "".join(lines)


@pytest.mark.parametrize("block", BLOCK.findall(README.read_text()), ids=lambda block: block[0])
def test_output_is_what_the_command_prints(
    block: tuple[str, str], capsys: pytest.CaptureFixture[str], *, bless: bool
) -> None:
    arguments, before = block

    run(shlex.split(arguments))

    shown = _shown(capsys.readouterr().out, before)
    if bless:
        head = f"$ telemaco {arguments}\n"
        README.write_text(README.read_text().replace(head + before, head + shown))
    else:
        assert shown == before


def test_the_main_commands_are_shown() -> None:
    shown = {arguments.split()[0] for arguments, _output in BLOCK.findall(README.read_text())}

    assert shown == {"check", "match", "status", "remind"}


def test_picture_is_there() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README.read_text())

    assert pictures
    assert all((ROOT / picture).is_file() for picture in pictures)
