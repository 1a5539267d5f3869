from pathlib import Path

import pytest

from telemaco.cli.app import run

Printed = pytest.CaptureFixture[str]


def _files(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_plan_names_every_file_and_writes_none(tmp_path: Path, capsys: Printed) -> None:
    folder = tmp_path / "community"

    status = run(["new", str(folder), "--lang", "en"])

    printed = capsys.readouterr()
    assert status == 0
    assert "program/community.yaml" in printed.out.splitlines()
    assert printed.err.endswith("Nothing was written; --apply writes them.\n")
    assert not folder.exists()


def test_apply_writes_a_community_without_findings(tmp_path: Path, capsys: Printed) -> None:
    folder = tmp_path / "community"

    applied = run(["new", str(folder), "--apply", "--language", "it", "--language", "en"])
    listed = capsys.readouterr().out.splitlines()
    checked = run(["check", "--root", str(folder)])

    assert (applied, checked) == (0, 0)
    assert sorted(listed) == _files(folder)


def test_folder_with_content_is_refused(tmp_path: Path, capsys: Printed) -> None:
    (tmp_path / "notes.txt").write_text("mine")

    status = run(["new", str(tmp_path), "--apply", "--lang", "en"])

    assert status == 3
    assert "is not empty: it holds notes.txt\n" in capsys.readouterr().err
    assert _files(tmp_path) == ["notes.txt"]


def test_file_in_place_of_the_folder_is_refused(tmp_path: Path, capsys: Printed) -> None:
    file = tmp_path / "community"
    file.write_text("mine")

    status = run(["new", str(file), "--apply", "--lang", "en"])

    assert status == 3
    assert "cannot be read" in capsys.readouterr().err


def test_fresh_clone_of_an_empty_repository_is_taken(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()

    status = run(["new", str(tmp_path), "--apply"])

    assert status == 0
    assert (tmp_path / "program/community.yaml").is_file()


def test_name_is_put_on_one_line(tmp_path: Path) -> None:
    run(["new", str(tmp_path), "--apply", "--name", "La bottega\ndi Firenze"])

    assert "title: La bottega di Firenze" in (tmp_path / "program/community.yaml").read_text()


def test_new_community_builds_in_every_language(tmp_path: Path, capsys: Printed) -> None:
    run(["new", str(tmp_path), "--apply", "--language", "it", "--language", "en"])

    status = run(["build", "--root", str(tmp_path), "--strict"])

    assert status == 0, capsys.readouterr().err
    home = (tmp_path / "public/index.html").read_text()
    assert '<html lang="it"' in home
    assert (tmp_path / "public/en/handbook/index.html").is_file()
