import json
import subprocess
import sys
from pathlib import Path

import pytest

from telemaco.cli.app import run
from tests.fakes import COSIMO, SETTINGS
from tests.repositories import begin_repository

WRONG = COSIMO + '"ofers\\n::notice::forged": []\n'


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clean community in the current folder."""
    (tmp_path / "program/people").mkdir(parents=True)
    (tmp_path / "program/community.yaml").write_text(SETTINGS)
    (tmp_path / "program/people/cosimo.yaml").write_text(COSIMO)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")
    return tmp_path


def break_it(root: Path) -> None:
    (root / "program/people/ada.yaml").write_text(WRONG)


@pytest.mark.usefixtures("root")
def test_clean_community_says_so_and_ends_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check"]) == 0

    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == "Checked 2 files: all is right.\n"


def test_findings_go_to_standard_output_and_end_with_1(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    break_it(root)

    assert run(["check"]) == 1

    printed = capsys.readouterr()
    assert printed.out.startswith(
        'program/people/ada.yaml:6:1: error[unknown-key] "ofers\\n::notice'
    )
    assert '\n  6 | "ofers\\n::notice::forged": []\n    | ^\n' in printed.out
    assert printed.err == "Checked 3 files: 1 error, 0 warnings.\n"


@pytest.mark.parametrize("form", ["text", "github", "markdown", "json", "sarif"])
def test_every_format_ends_with_1_and_forges_nothing(
    root: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    break_it(root)

    assert run(["check", "--format", form]) == 1

    lines = capsys.readouterr().out.splitlines()
    assert not [line for line in lines if line.lstrip().startswith("::notice")]


def test_annotations_name_files_from_the_current_folder(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    break_it(root)
    monkeypatch.chdir(root.parent)

    run(["check", "--root", root.name, "--format", "github"])

    assert f"file={root.name}/program/people/ada.yaml" in capsys.readouterr().out


def test_community_elsewhere_is_named_from_its_own_folder(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    break_it(root)
    monkeypatch.chdir("/")
    (root / "sub").mkdir()
    monkeypatch.chdir(root / "sub")

    run(["check", "--root", "..", "--format", "github"])

    assert "file=program/people/ada.yaml" in capsys.readouterr().out


def test_italian_is_spoken(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    break_it(root)

    run(["check", "--lang", "it", "--format", "json"])

    assert json.loads(capsys.readouterr().out)["language"] == "it"


def test_only_what_a_change_brought_is_an_error(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    break_it(root)
    begin_repository(root)

    assert run(["check", "--only-changed", "HEAD"]) == 0

    printed = capsys.readouterr()
    assert printed.out == ""
    assert "1 more was there before this change." in printed.err


@pytest.mark.usefixtures("root")
def test_base_that_is_not_there_ends_with_3(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))

    assert run(["check", "--only-changed", "main"]) == 3
    assert "does not belong to a Git repository" in capsys.readouterr().err


def test_no_community_ends_with_3_and_a_hint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")

    assert run(["check"]) == 3

    assert capsys.readouterr().err == (
        "there is no folder program/ in ., so there is no community\n"
        "  Go to the community's folder, name it with --root, or start one: telemaco new DIR.\n"
    )


def telemaco(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "telemaco", *arguments]
    return subprocess.run(
        command, check=False, capture_output=True, text=True, env={"LANGUAGE": "en", **variables}
    )


def test_whole_process_checks_and_uses_no_colour_without_a_terminal(root: Path) -> None:
    break_it(root)

    ended = telemaco("check", "--root", str(root))

    assert ended.returncode == 1
    assert "\x1b" not in ended.stdout
    assert "error[unknown-key]" in ended.stdout


def test_closed_pipe_is_no_defect(root: Path) -> None:
    for number in range(400):
        (root / f"program/people/p{number}.yaml").write_text(WRONG)
    command = [sys.executable, "-m", "telemaco", "check", "--root", str(root)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        complaints = process.stderr.read()

    assert "Traceback" not in complaints
    assert "Exception" not in complaints


def test_today_goes_before_the_day_frozen_in_the_settings(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "program/community.yaml").write_text(SETTINGS + "today: 2026-01-15\n")
    (root / "program/people/cosimo.yaml").write_text(COSIMO.replace("2026-01-01", "2026-01-20"))

    assert run(["check", "--today", "2026-01-25"]) == 0
    assert run(["check"]) == 1
    assert "it is 2026-01-15 at the latest" in capsys.readouterr().out


def test_who_looks_at_another_day_is_told_of_nothing_that_happened_by_then(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def errors(frozen: str, day: str) -> str:
        (root / "program/community.yaml").write_text(SETTINGS + frozen)
        (root / "program/people/cosimo.yaml").write_text(COSIMO.replace("2026-01-01", "2026-01-20"))
        assert run(["status", "--today", day]) == 0
        printed = capsys.readouterr()
        return printed.out + printed.err

    assert "Mend" not in errors("today: 2026-01-15\n", "2026-01-25")
    assert "Mend" not in errors("today: 2026-01-25\n", "2026-01-15")
    assert "Mend" not in errors("", "2026-01-15")
    assert "Mend" in errors("today: 2026-01-15\n", "2026-01-16")
