import os
import pty
import subprocess
import sys
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


@pytest.mark.parametrize("options", [[], ["--apply"]])
def test_says_who_can_read_a_public_repository_and_how_it_becomes_private(
    options: list[str], tmp_path: Path, capsys: Printed
) -> None:
    run(["new", str(tmp_path / "c"), *options, "--lang", "en"])

    said = capsys.readouterr().err
    assert "program/community.yaml says repository: public. Everybody can read all files" in said
    assert "write repository: private in program/community.yaml.\n" in said


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


def test_second_run_writes_what_is_missing_and_leaves_what_was_changed(
    tmp_path: Path, capsys: Printed
) -> None:
    options = ["--apply", "--lang", "en", "--today", "2027-02-03"]
    run(["new", str(tmp_path), "--language", "it", "--name", "Bottega", *options])
    (tmp_path / "program/people/coordinator.yaml").rename(tmp_path / "program/people/cosimo.yaml")
    (tmp_path / "README.md").write_text("mine")
    (tmp_path / ".gitignore").unlink()
    (tmp_path / ".github/ISSUE_TEMPLATE/session-note.yml").unlink()
    before = {path: (tmp_path / path).read_bytes() for path in _files(tmp_path)}
    capsys.readouterr()

    first = run(["new", str(tmp_path), *options])
    printed = capsys.readouterr()
    run(["new", str(tmp_path), *options])

    assert (first, printed.out) == (0, ".gitignore\n")
    assert "README.md stays as it is.\n" in printed.err
    assert "Wrote 1 file." in printed.err
    assert {path: (tmp_path / path).read_bytes() for path in before} == before
    assert _files(tmp_path) == sorted([*before, ".gitignore"])
    assert capsys.readouterr().err.endswith("has all files. Nothing was written.\n")
    assert "repository: public" not in printed.err


def test_community_that_cannot_be_read_is_left_as_it_is(tmp_path: Path, capsys: Printed) -> None:
    run(["new", str(tmp_path), "--apply"])
    (tmp_path / "program/community.yaml").write_text("title: a\ntitle: b\n")

    status = run(["new", str(tmp_path), "--apply", "--lang", "en"])

    assert status == 0
    assert "program/community.yaml stays as it is.\n" in capsys.readouterr().err


def test_italian_community_has_an_italian_readme_and_code_of_conduct(tmp_path: Path) -> None:
    run(["new", str(tmp_path), "--language", "it", "--apply"])

    assert "Una comunità di mentoring" in (tmp_path / "README.md").read_text()
    assert (tmp_path / "CODE_OF_CONDUCT.md").read_text().startswith("# Codice di condotta\n")
    assert not list(tmp_path.glob("*.it.md"))


def test_informal_program_has_no_rhythm_and_community_builds_its_forms(
    tmp_path: Path, capsys: Printed
) -> None:
    run(["new", str(tmp_path), "--style", "informal", "--apply"])

    assert run(["check", "--root", str(tmp_path)]) == 0
    assert run(["forms", "--check", "--root", str(tmp_path)]) == 0
    assert run(["fmt", "--root", str(tmp_path), "--lang", "en"]) == 0
    program = (tmp_path / "program/programs/first.yaml").read_text()
    assert "style: informal" in program
    assert "cadence" not in program
    assert capsys.readouterr().err.endswith("No file needs another form.\n")


def test_terminal_is_asked_what_no_option_says(tmp_path: Path) -> None:
    folder = tmp_path / "community"

    shown = _in_terminal(
        ["new", str(folder), "--apply", "--contact", "a@example.org", "--lang", "en"],
        ["La bottega", "fr", "it, en", "n"],
    )

    assert "What is the community called?" in shown
    assert '"fr" is none of them.' in shown
    assert "An address for private matters" not in shown
    settings = (folder / "program/community.yaml").read_text()
    assert "title: La bottega\n" in settings
    assert "languages: [it, en]" in settings
    assert "contact: a@example.org\n" in settings
    assert "style: informal" in (folder / "program/programs/first.yaml").read_text()


@pytest.mark.parametrize("contact", ["it", "ask us", "ada@", "https://"])
def test_contact_to_which_nobody_can_write_is_refused(
    contact: str, tmp_path: Path, capsys: Printed
) -> None:
    folder = tmp_path / "community"

    status = run(["new", str(folder), "--apply", "--contact", contact, "--lang", "en"])

    assert status == 2
    assert f'"{contact}" is no address: write one for mail' in capsys.readouterr().err
    assert not folder.exists()


@pytest.mark.parametrize(
    "contact", ["a+b@example.org", "https://example.org/c?a=b", "example.org/contatti", "@a:b.org"]
)
def test_contact_is_a_mail_address_or_that_of_a_page(contact: str, tmp_path: Path) -> None:
    assert run(["new", str(tmp_path), "--apply", "--contact", contact]) == 0


def test_terminal_asks_again_for_a_contact(tmp_path: Path) -> None:
    ways = ["--name", "B", "--language", "en", "--style", "formal", "--lang", "en"]

    shown = _in_terminal(["new", str(tmp_path / "c"), *ways, "--apply"], ["it", "a@example.org"])

    assert '"it" is no address' in shown
    assert "contact: a@example.org\n" in (tmp_path / "c/program/community.yaml").read_text()


@pytest.mark.parametrize(
    ("language", "answers", "style"),
    [
        ("en", ["informale", "none", "n"], "informal"),
        ("it", ["forse", "s\u00ec"], "formal"),
        ("it", [""], "formal"),
    ],
)
def test_terminal_takes_yes_or_no_and_asks_again_for_anything_else(
    language: str, answers: list[str], style: str, tmp_path: Path
) -> None:
    ways = ["--name", "B", "--language", "it", "--contact", "a@example.org", "--lang", language]

    shown = _in_terminal(["new", str(tmp_path / "c"), *ways, "--apply"], answers)

    assert f"style: {style}" in (tmp_path / "c/program/programs/first.yaml").read_text()
    assert shown.count("(y/n) [y]" if language == "en" else "(s/n) [s]") == len(answers)
    no_words = " is neither yes nor no." if language == "en" else " non è né sì né no."
    assert shown.count(no_words) == len(answers) - 1


def test_terminal_is_not_asked_with_no_input(tmp_path: Path) -> None:
    folder = tmp_path / "community"

    shown = _in_terminal(["new", str(folder), "--no-input", "--apply", "--lang", "en"], [])

    assert "?" not in shown
    assert (folder / "README.md").read_text().startswith("# Our mentoring community\n")


@pytest.mark.parametrize(
    ("language", "written"), [("it_IT.UTF-8", "[it]"), ("en_GB", "[en]"), ("de_DE", "[en]")]
)
def test_language_of_the_terminal_is_proposed(
    language: str, written: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", language)
    folder = tmp_path / "community"

    shown = _in_terminal(["new", str(folder), "--apply"], ["Bottega", "", "", "n"])

    assert f" {written} " in shown
    assert f"languages: {written}" in (folder / "program/community.yaml").read_text()


def _in_terminal(arguments: list[str], answers: list[str]) -> str:
    """What a terminal shows of a run whose questions get these answers."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "telemaco", *arguments], stdin=slave, stdout=slave, stderr=slave
    )
    os.close(slave)
    os.write(master, "".join(f"{answer}\n" for answer in answers).encode())
    shown = b""
    try:
        while piece := os.read(master, 1024):
            shown += piece
    except OSError:  # what Linux says when the other side is closed
        pass
    os.close(master)
    assert process.wait(60) == 0, shown.decode()
    return shown.decode()


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

    status = run(["build", "--root", str(tmp_path)])

    assert status == 0, capsys.readouterr().err
    assert run(["build", "--root", str(tmp_path), "--strict"]) == 1
    home = (tmp_path / "public/index.html").read_text()
    assert '<html lang="it"' in home
    assert (tmp_path / "public/en/handbook/index.html").is_file()
