from pathlib import Path

import pytest

from telemaco.cli.app import run
from tests.fakes import COSIMO, SETTINGS
from tests.matching.texts import person, program


def test_one_person_or_two_are_explained(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {
        "community.yaml": SETTINGS,
        "people/cosimo.yaml": COSIMO,
        "programs/spring.yaml": program(),
        "people/bach.yaml": person("mentee"),
        "people/reincken.yaml": person("mentor"),
    }
    for path, text in files.items():
        target = tmp_path / "program" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)
    explain = ["match", "explain", "bach", "--root", str(tmp_path), "--lang", "en"]
    explain += ["--today", "2027-02-03"]

    statuses = run(explain), run([*explain, "--why-not", "reincken"])

    printed = capsys.readouterr().out
    assert statuses == (0, 0)
    assert "Person (reincken) - Person (bach): 100\n" in printed
    assert printed.endswith("Person (bach) and Person (reincken) are paired in this matching.\n")


def test_who_is_in_a_pair_is_explained_by_its_receipt(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {
        "community.yaml": SETTINGS,
        "people/cosimo.yaml": COSIMO,
        "programs/spring.yaml": program(),
        "people/bach.yaml": person("mentee"),
        "people/handel.yaml": person("mentee"),
        "people/reincken.yaml": person("mentor", capacity=1),
        "people/sala.yaml": person("mentor", capacity=2),
    }
    for path, text in files.items():
        target = tmp_path / "program" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)
    common = ["--root", str(tmp_path), "--lang", "en", "--today", "2027-02-03"]
    assert run(["match", "spring", "--apply", "--pin", "reincken=bach", *common]) == 0
    capsys.readouterr()

    statuses = [run(["match", "explain", name, *common]) for name in ("bach", "reincken", "sala")]

    told = capsys.readouterr().out
    assert statuses == [0, 0, 0]
    assert told.count("(reincken) - Person (bach): 100, by the matching of 3 February 2027\n") == 2
    assert "languages  100 / 100" in told
    assert "telemaco match spring --verify 2027-02-03" in " ".join(told.split())
    assert "not considered" not in told
    assert "Person (sala): nobody waits" in told or "(sala) - Person (handel): 100" in told
