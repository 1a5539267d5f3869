from pathlib import Path

import pytest

from telemaco.cli.app import run

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")


def test_committed_schemas_are_current(capsys: pytest.CaptureFixture[str]) -> None:
    status = run(["schema", "--check", "--root", str(ROOT)])

    assert capsys.readouterr().err == "The schemas in docs/schema are up to date.\n"
    assert status == 0


def test_nothing_is_written_without_apply(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["schema", "--root", str(tmp_path)]) == 0

    printed = capsys.readouterr()
    assert "docs/schema/person.json" in printed.out.splitlines()
    assert "telemaco schema --apply" in printed.err
    assert list(tmp_path.iterdir()) == []


def test_check_fails_until_they_are_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["schema", "--check", "--root", str(tmp_path)]) == 1
    assert run(["schema", "--apply", "--root", str(tmp_path)]) == 0
    assert run(["schema", "--check", "--root", str(tmp_path)]) == 0

    assert "Wrote 11 files.\n" in capsys.readouterr().err


def test_one_that_was_changed_is_written_anew(tmp_path: Path) -> None:
    run(["schema", "--apply", "--root", str(tmp_path)])
    target = tmp_path / "docs/schema/person.json"
    whole = target.read_bytes()
    target.write_text("{}")

    run(["schema", "--apply", "--root", str(tmp_path)])

    assert target.read_bytes() == whole
