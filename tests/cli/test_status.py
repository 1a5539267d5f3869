import json
from pathlib import Path

import pytest

from telemaco.cli.app import run

EXAMPLE = str(Path(__file__).parents[2])


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setenv("LANGUAGE", "en")


def test_status_names_every_pair_that_asks_for_action_whole(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status = run(["status", "--root", EXAMPLE])

    assert status == 0
    assert "atelier-2027/plato-aristotle " in capsys.readouterr().out


def test_status_of_one_program_leaves_the_others_out(capsys: pytest.CaptureFixture[str]) -> None:
    run(["status", "atelier-2027", "--root", EXAMPLE, "--format", "json"])

    programs = json.loads(capsys.readouterr().out)["programs"]
    assert [program["id"] for program in programs] == ["atelier-2027"]


def test_unknown_program_is_refused_with_the_one_meant(capsys: pytest.CaptureFixture[str]) -> None:
    status = run(["status", "atelier-2072", "--root", EXAMPLE])

    assert status == 3
    assert "Did you mean atelier-2027?" in capsys.readouterr().err


def test_all_shows_every_row(capsys: pytest.CaptureFixture[str]) -> None:
    run(["status", "--root", EXAMPLE, "--all"])

    assert "--all" not in capsys.readouterr().out


def test_files_with_errors_are_counted_and_the_rest_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "program").mkdir()
    (tmp_path / "program" / "community.yaml").write_text("nonsense: 1\n")

    status = run(["status", "--root", str(tmp_path)])

    said = capsys.readouterr()
    assert status == 0
    assert "There is no program yet" in said.out
    assert "telemaco check" in said.err
