import json
from pathlib import Path

import pytest

from telemaco.cli.app import run

ROOT = Path(__file__).parents[2]
Printed = pytest.CaptureFixture[str]


def test_files_are_only_named_without_a_folder(capsys: Printed) -> None:
    status = run(["export", "--root", str(ROOT), "--lang", "en"])

    printed = capsys.readouterr()
    assert (status, printed.out) == (0, "people.csv\nprograms.csv\nskills.csv\ndatapackage.json\n")
    assert printed.err == "Nothing was written. Name a folder with --out.\n"


def test_tables_are_written_into_the_folder(tmp_path: Path, capsys: Printed) -> None:
    output = tmp_path / "data"

    run(["export", "--format", "json", "--out", str(output), "--root", str(ROOT), "--lang", "en"])

    people = json.loads((output / "people.json").read_text())
    assert [person["name"] for person in people if person["id"] == "ada-lovelace"] == [
        "Ada Lovelace"
    ]
    assert capsys.readouterr().err == "Wrote 4 files.\n"


def test_data_of_a_person_is_printed_or_written(tmp_path: Path, capsys: Printed) -> None:
    run(["export", "--person", "ada-lovelace", "--root", str(ROOT)])
    printed = capsys.readouterr().out
    run(["export", "--person", "ada-lovelace", "--out", str(tmp_path), "--root", str(ROOT)])

    assert json.loads(printed)["file"]["name"] == "Ada Lovelace"
    assert (tmp_path / "ada-lovelace.json").read_text() == printed
