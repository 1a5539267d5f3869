import json
from pathlib import Path

import pytest

from telemaco.cli.app import run
from tests.fakes import COSIMO, SETTINGS
from tests.progress.outcomes.circle import DONE, LEFT, files

MANY = files([DONE] * 10 + [LEFT] * 5) | {
    "program/community.yaml": SETTINGS,
    "program/people/cosimo.yaml": COSIMO,
}
TODAY = ["--today", "2027-07-01"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path, text in MANY.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_report_is_printed_as_markdown(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = run(["report", "circle", "--root", str(folder), *TODAY])

    assert status == 0
    assert capsys.readouterr().out.startswith("# Report of Circle\n")


def test_the_whole_is_told_when_it_is_asked_for(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["report", "circle", "--root", str(folder), *TODAY, "--whole", "--format", "json"])

    assert json.loads(capsys.readouterr().out)["small_group"] == 1


def test_a_folder_gets_every_format_or_the_one_that_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["report", "circle", "--root", str(folder), *TODAY, "--out", str(folder / "out")]

    run(arguments)
    written = capsys.readouterr()
    run([*arguments, "--format", "csv"])

    assert written.out.splitlines() == ["circle.md", "circle.json", "circle.csv"]
    assert "Wrote 3 files." in written.err
    assert capsys.readouterr().out.splitlines() == ["circle.csv"]
    assert sorted(path.name for path in (folder / "out").iterdir()) == [
        "circle.csv",
        "circle.json",
        "circle.md",
    ]


def test_an_unknown_program_is_named_with_the_one_that_was_meant(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = run(["report", "cirle", "--root", str(folder)])

    assert status == 3
    assert "Did you mean circle?" in capsys.readouterr().err
