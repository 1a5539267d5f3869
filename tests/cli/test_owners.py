from pathlib import Path

import pytest

from telemaco.cli.app import run
from telemaco.review.code_owners import PATH
from tests.fakes import COSIMO, SETTINGS

WITH_ACCOUNT = COSIMO + "github: cosimo\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "program/people").mkdir(parents=True)
    (tmp_path / "program/community.yaml").write_text(SETTINGS)
    (tmp_path / "program/people/cosimo.yaml").write_text(WITH_ACCOUNT)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")
    return tmp_path


def test_plan_is_shown_and_nothing_written(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["owners"]) == 0

    printed = capsys.readouterr()
    assert "* @cosimo\n" in printed.out
    assert "Run telemaco owners --apply" in printed.err
    assert not (root / PATH).exists()


def test_written_file_is_up_to_date(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["owners", "--check"]) == 1
    assert run(["owners", "--apply"]) == 0
    assert run(["owners", "--check"]) == 0

    assert capsys.readouterr().err.splitlines()[1:] == [
        f"Wrote {PATH}.",
        f"{PATH} is up to date.",
    ]
    assert "* @cosimo\n" in (root / PATH).read_text()


def test_file_of_somebody_else_is_left_alone(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / PATH).parent.mkdir()
    (root / PATH).write_text("* @michelangelo\n")

    assert run(["owners", "--apply"]) == 3

    assert "was not written by Telemaco" in capsys.readouterr().err
    assert (root / PATH).read_text() == "* @michelangelo\n"


def test_without_an_account_the_next_step_is_said(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "program/people/cosimo.yaml").write_text(COSIMO)

    assert run(["owners"]) == 3

    assert "Write github: with the account" in capsys.readouterr().err
