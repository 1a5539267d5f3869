import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from telemaco.cli import app, exit_status
from telemaco.cli.app import run, telemaco
from telemaco.cli.paint import coloured
from telemaco.findings import TelemacoError
from telemaco.messages import msg


def test_help_lists_every_command_and_the_exit_statuses(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == exit_status.CLEAN

    shown = capsys.readouterr().out
    assert all(f"\n  {name} " in shown for name in telemaco.list_commands(click.Context(telemaco)))
    assert "130" in shown


def test_help_imports_no_command() -> None:
    code = "import sys; from telemaco.cli.app import run; run(['--help']); print(*sys.modules)"
    ended = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    loaded = ended.stdout.split()
    assert not {"pydantic", "yaml", "scipy", "mkdocs", "telemaco.cli.check"} & set(loaded)


def test_check_imports_nothing_that_only_other_commands_need() -> None:
    bare = Path(__file__).parent.parent / "communities" / "bare"
    code = (
        "import sys; from telemaco.cli.app import run; "
        f"run(['check', '--root', {str(bare)!r}]); print(*sys.modules)"
    )
    ended = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    loaded = ended.stdout.split()
    assert not {"numpy", "scipy", "mkdocs", "jinja2", "markdown_it", "rich", "watchdog"} & set(
        loaded
    )


def test_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == exit_status.CLEAN
    assert capsys.readouterr().out.startswith("telemaco, version ")


@pytest.mark.parametrize(
    "arguments", [["chek"], ["check", "--formt", "x"], ["check", "--format", "x"]]
)
def test_wrong_use_ends_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == exit_status.USAGE
    assert capsys.readouterr().err


def fail_with(error: BaseException) -> click.Command:
    @click.command("fails")
    def command() -> None:
        raise error

    return command


@pytest.fixture
def ending(monkeypatch: pytest.MonkeyPatch) -> object:
    """Runs a command that ends in an error."""

    def end(error: BaseException) -> int:
        monkeypatch.setattr(telemaco, "get_command", lambda _ctx, _name: fail_with(error))
        return run(["fails"])

    return end


def test_run_that_cannot_go_on_ends_with_3(
    ending: object, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    assert callable(ending)

    assert ending(TelemacoError(msg("no {x}", x="\x1b[2J"), msg("Do it."))) == 3
    assert ending(TelemacoError(msg("alone"))) == 3

    assert capsys.readouterr().err == "no \\x1b[2J\n  Do it.\nalone\n"


def test_run_that_cannot_go_on_is_explained_in_the_language_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", "--root", str(tmp_path), "--lang", "it"]) == exit_status.COULD_NOT_RUN

    assert "quindi non c'è una comunità" in capsys.readouterr().err


@pytest.mark.parametrize("error", [KeyboardInterrupt(), click.Abort()])
def test_interrupted_run_ends_with_130(ending: object, error: BaseException) -> None:
    assert callable(ending)
    assert ending(error) == 130


def test_defect_of_ours_ends_with_4_and_how_to_report_it(
    ending: object, capsys: pytest.CaptureFixture[str]
) -> None:
    assert callable(ending)

    assert ending(RuntimeError("oops")) == 4

    shown = capsys.readouterr().err
    assert "RuntimeError: oops" in shown
    assert "Report it" in shown


def test_colours_are_for_terminals(monkeypatch: pytest.MonkeyPatch) -> None:
    assert coloured("error", "x") == "\x1b[31m\x1b[1mx\x1b[0m"
    monkeypatch.setenv("NO_COLOR", "1")
    assert run(["--version"]) == 0


def test_package_runs_as_a_module(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "telemaco", "--version"],
        check=True,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=os.environ,
    )

    assert ended.stdout.startswith("telemaco, version ")
    assert app.__doc__


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["status", "--lang", "it", "--help"], "Uso: telemaco status"),
        (["status", "--lang=it", "--wrong"], "Errore: "),
        (["status", "--lang", "en", "--help"], "Usage: telemaco status"),
    ],
)
def test_language_that_is_asked_for_is_that_of_the_help_too(
    arguments: list[str], told: str
) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "telemaco", *arguments],
        check=False,
        capture_output=True,
        text=True,
        env=os.environ | {"LANGUAGE": "it" if "en" in arguments else "en"},
    )

    assert told in ended.stdout + ended.stderr
