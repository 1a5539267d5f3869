from pathlib import Path

import pytest

from telemaco.cli.app import run

ROOT = Path(__file__).parents[2]
Printed = pytest.CaptureFixture[str]

ADA = """\
timezone: "Europe/London"
# who she is
name:   Ada Lovelace

languages: { en: native } # and French
enrolments: []
consent: {on: 2027-01-01, text: v1, publish: []}
"""
CANONICAL = """\
# who she is
name: Ada Lovelace
timezone: Europe/London

languages: {en: native} # and French
enrolments: []
consent: {text: v1, on: 2027-01-01, publish: []}
"""
NOTE = "---\nminutes: 30\nstatus: held\n---\n\n*  as   it was\n"


@pytest.fixture
def community(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LANGUAGE", "en")
    write(tmp_path / "program/people/ada.yaml", ADA)
    write(tmp_path / "pairs/circle/ada-mary/2027-01-01.md", NOTE)
    return tmp_path


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")


def test_files_are_named_and_not_written_without_apply(community: Path, capsys: Printed) -> None:
    status = run(["fmt", "--root", str(community)])

    printed = capsys.readouterr()
    assert status == 0
    assert printed.out == "pairs/circle/ada-mary/2027-01-01.md\nprogram/people/ada.yaml\n"
    assert printed.err == (
        "2 files would get another form. Nothing was written; --apply writes them.\n"
    )
    assert (community / "program/people/ada.yaml").read_text() == ADA


def test_apply_writes_the_form_and_a_second_run_finds_nothing(
    community: Path, capsys: Printed
) -> None:
    run(["fmt", "--root", str(community), "--apply"])
    run(["fmt", "--root", str(community), "--apply"])

    assert (community / "program/people/ada.yaml").read_text() == CANONICAL
    assert (community / "pairs/circle/ada-mary/2027-01-01.md").read_text() == (
        "---\nstatus: held\nminutes: 30\n---\n\n*  as   it was\n"
    )
    assert capsys.readouterr().err == (
        "2 files have another form now. They say the same as before.\nNo file needs another form.\n"
    )


def test_diff_shows_the_lines(community: Path, capsys: Printed) -> None:
    run(["fmt", "program/people/ada.yaml", "--diff", "--root", str(community)])

    printed = capsys.readouterr()
    assert printed.out.startswith("--- a/program/people/ada.yaml\n+++ b/program/people/ada.yaml\n")
    assert '-timezone: "Europe/London"\n' in printed.out
    assert "2027-01-01.md" not in printed.out
    assert printed.err.startswith("1 file would get another form.")


def test_folder_stands_for_its_files(community: Path, capsys: Printed) -> None:
    run(["fmt", "pairs", "--root", str(community)])

    assert capsys.readouterr().out == "pairs/circle/ada-mary/2027-01-01.md\n"


def test_what_cannot_be_read_is_named_and_left_alone(community: Path, capsys: Printed) -> None:
    write(community / "program/people/ada.yaml", CANONICAL)
    write(community / "program/people/bob.yaml", "name: x\nname: y\n")
    (community / "program/people/cat.yaml").write_bytes(b"name: \xff\n")
    (community / "program/people/dan.yaml").symlink_to("ada.yaml")
    write(community / "program/people/eve.yaml", f"? {'x' * 1100}\n: x\n")
    write(community / "program/people/readme.txt", "no record")
    write(community / "pairs/circle/ada-mary/2027-01-01.md", "no facts\n")

    status = run(["fmt", "--root", str(community), "--apply"])

    printed = capsys.readouterr()
    assert (status, printed.out) == (0, "")
    unreadable = "is left as it is: it cannot be read. Run telemaco check, which says why."
    assert printed.err.splitlines() == [
        f"pairs/circle/ada-mary/2027-01-01.md {unreadable}",
        f"program/people/bob.yaml {unreadable}",
        f"program/people/cat.yaml {unreadable}",
        f"program/people/dan.yaml {unreadable}",
        "program/people/eve.yaml is left as it is: its form cannot be changed safely.",
        "No file needs another form.",
    ]


def test_receipts_are_left_as_they_were_written(community: Path, capsys: Printed) -> None:
    write(community / "program/people/ada.yaml", CANONICAL)
    write(community / "pairs/circle/matches/2027-01-01.yaml", 'on:    "2027-01-01"\n')

    run(["fmt", "pairs/circle/matches/", "--root", str(community)])

    assert capsys.readouterr().err == "No file needs another form.\n"


def test_example_is_in_the_form(capsys: Printed) -> None:
    run(["fmt", "--root", str(ROOT), "--lang", "en"])

    assert capsys.readouterr().err == "No file needs another form.\n"


def test_new_community_is_in_the_form(tmp_path: Path, capsys: Printed) -> None:
    name = 'Bottega: "quotes" # and more'
    run(["new", str(tmp_path), "--name", name, "--language", "it", "--language", "en", "--apply"])
    capsys.readouterr()

    run(["fmt", "--root", str(tmp_path), "--lang", "en"])

    assert capsys.readouterr().err == "No file needs another form.\n"
