import json
from pathlib import Path

import pytest

from telemaco.cli.app import run


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "program").mkdir()
    return tmp_path


def test_nothing_is_written_without_apply(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = root / "words.txt"
    words.write_text("Law\nlaw\nOptics\n")

    status = run(["skills", "suggest", str(words), "--root", str(root), "--lang", "en"])

    assert status == 0
    assert "Nothing was written. Add --apply" in capsys.readouterr().out
    assert not (root / "program" / "skills.yaml").exists()


def test_apply_writes_the_vocabulary_once(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = root / "words.csv"
    words.write_text("name,skills\na,Law; Optics\n")
    command = ["skills", "suggest", str(words), "--column", "skills", "--root", str(root)]
    run([*command, "--apply", "--lang", "en"])
    first = capsys.readouterr().out

    run([*command, "--apply", "--lang", "en"])

    assert "Wrote program/skills.yaml" in first
    assert "program/skills.yaml stays as it is." in capsys.readouterr().out


def test_skills_come_from_every_column_that_is_named(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = root / "words.csv"
    words.write_text("teach,learn\nLaw,Optics\n")
    columns = ["--column", "teach", "--column", "learn"]

    run(["skills", "suggest", str(words), *columns, "--root", str(root), "--format", "yaml"])

    assert capsys.readouterr().out == "- id: law\n  label: Law\n- id: optics\n  label: Optics\n"


def test_yaml_is_the_file_and_json_is_everything(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = root / "words.txt"
    words.write_text("Law\n")
    command = ["skills", "suggest", str(words), "--root", str(root)]
    run([*command, "--format", "yaml"])
    as_yaml = capsys.readouterr().out

    run([*command, "--format", "json"])

    assert as_yaml == "- id: law\n  label: Law\n"
    assert json.loads(capsys.readouterr().out)["strings"] == 1


def test_without_a_file_people_s_own_words_are_looked_at(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "program" / "people").mkdir()
    (root / "program" / "people" / "ada.yaml").write_text("offers: [{skill: Machine Learning}]\n")

    status = run(["skills", "suggest", "--root", str(root), "--lang", "en"])

    assert status == 0
    assert (
        "program/people/ada.yaml: Machine Learning -> machine-learning" in capsys.readouterr().out
    )


def test_a_list_needs_no_community_until_it_is_applied(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = tmp_path / "words.txt"
    words.write_text("Law\n")
    command = ["skills", "suggest", str(words), "--root", str(tmp_path)]
    looked_at = run(command)

    applied = run([*command, "--apply"])

    assert (looked_at, applied) == (0, 3)
    assert "program/" in capsys.readouterr().err


def test_a_file_in_another_encoding_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = tmp_path / "words.txt"
    words.write_bytes(b"Pr\xe9sentation\n")

    status = run(["skills", "suggest", str(words)])

    assert status == 3
    assert "words.txt" in capsys.readouterr().err
