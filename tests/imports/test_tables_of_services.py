"""Tables as form services export them: the mapping that is proposed, and what comes of it as it is.

Each `*.csv` here is a case, `*.txt` beside it what is expected. `pytest --bless` writes it anew.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from telemaco.cli.app import run
from tests.fakes import COSIMO, SETTINGS

HERE = Path(__file__).parent
PROGRAM = """\
title: First
summary: Writing and programs.
status: open
style: informal
kind: one-to-one
dates: {start: 2027-02-01}
"""
SKILLS = """\
- {id: python, label: Python}
- {id: technical-writing, label: {en: Technical writing, it: Scrittura tecnica}}
- {id: feedback, label: Giving feedback}
"""
Printed = pytest.CaptureFixture[str]


@pytest.fixture
def community(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.chdir(HERE)
    for path, text in (
        ("community.yaml", SETTINGS),
        ("people/cosimo.yaml", COSIMO),
        ("programs/first.yaml", PROGRAM),
        ("skills.yaml", SKILLS),
    ):
        file = tmp_path / "program" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (tmp_path / "CODE_OF_CONDUCT.md").write_text("Be kind.\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("table", sorted(path.name for path in HERE.glob("*.csv")))
def test_table_of_a_service(table: str, community: Path, capsys: Printed, *, bless: bool) -> None:
    told = "".join(_told(table, community, capsys))

    expected = HERE / f"{table.removesuffix('.csv')}.txt"
    if bless:
        expected.write_text(told, encoding="utf-8")
    assert told == expected.read_text(encoding="utf-8")


def _told(table: str, community: Path, capsys: Printed) -> Iterator[str]:
    run(["import", table])
    mapping = capsys.readouterr().out
    (community / "mapping.yaml").write_text(mapping, encoding="utf-8")
    yield mapping

    options = ["--map", str(community / "mapping.yaml"), "--root", str(community)]
    program = ["--program", "first", "--role", "mentee", "--today", "2027-02-03"]
    run(["import", table, *options, *program, "--apply"])
    printed = capsys.readouterr()
    yield f"\n{printed.out}{printed.err}"
    for file in sorted(community.glob("program/people/*.yaml")):
        _, text = file.read_text(encoding="utf-8").split("\n", 1)
        if file.name != "cosimo.yaml":
            yield f"\n{file.name}\n{text}"

    assert run(["check", "--root", str(community), "--today", "2027-02-03"]) == 0
    capsys.readouterr()
    run(["import", table, *options, *program, "--apply"])
    assert "Wrote" not in capsys.readouterr().err
