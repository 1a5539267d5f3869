import json
from pathlib import Path
from textwrap import dedent

import pytest

from telemaco.cli.app import run
from tests.fakes import COSIMO, SETTINGS
from tests.matching.texts import person, program

Printed = pytest.CaptureFixture[str]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = {
        "program/community.yaml": SETTINGS,
        "program/people/cosimo.yaml": COSIMO,
        "program/programs/spring.yaml": program(),
        "program/people/bach.yaml": person("mentee"),
        "program/people/haydn.yaml": person("mentee", languages="{de: native}"),
        "program/people/reincken.yaml": person("mentor"),
    }
    for path, text in files.items():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(dedent(text))
    return tmp_path


def _run(root: Path, *arguments: str) -> int:
    return run(["match", *arguments, "--root", str(root), "--today", "2027-02-03", "--lang", "en"])


def _files(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("pairs/**/*.yaml"))


def test_pairs_are_printed_and_nothing_is_written(
    root: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")

    status = _run(root, "spring")

    printed = capsys.readouterr()
    assert status == 0
    assert printed.out.startswith("spring, 2027-02-03: 1 pair proposed, for 1 of 2 mentees")
    assert all(len(line) <= 80 for line in printed.out.splitlines())
    assert printed.err == "Nothing was written. Add --apply to write.\n"
    assert not _files(root)


def test_apply_writes_what_the_check_finds_right(root: Path, capsys: Printed) -> None:
    applied = _run(root, "spring", "--apply")
    printed = capsys.readouterr()
    checked = run(["check", "--root", str(root), "--lang", "en"])

    assert (applied, checked) == (0, 0)
    assert "Wrote 2 files; the receipt is pairs/spring/matches/2027-02-03.yaml." in printed.err
    assert _files(root) == [
        "pairs/spring/matches/2027-02-03.yaml",
        "pairs/spring/reincken-bach/pair.yaml",
    ]


def test_json_says_everything(root: Path, capsys: Printed) -> None:
    status = _run(root, "spring", "--format", "json", "--seed", "another")

    value = json.loads(capsys.readouterr().out)
    assert status == 0
    assert value["seed"] == "another"
    (proposal,) = value["proposals"]
    assert [one["person"] for one in proposal["members"]] == ["reincken", "bach"]
    assert sum(one["points"] for one in proposal["links"][0]["shares"]) == proposal["score"]
    assert [one["limit"] for one in value["unmatched"]] == ["languages"]


def test_pages_are_written_beside_the_site_and_never_into_it(
    root: Path, capsys: Printed, tmp_path: Path
) -> None:
    pages = tmp_path / "elsewhere" / "pages"

    written = _run(root, "spring", "--pages", str(pages))
    printed = capsys.readouterr()
    refused = [
        _run(root, "spring", "--apply", "--pages", str(root / folder))
        for folder in ("public", "site/en/match", "pairs/spring", "program")
    ]

    assert written == 0
    assert "4 pages for coordinators in" in printed.err
    assert (pages / "pairs" / "reincken--bach.html").is_file()
    assert refused == [3] * 4
    assert "these pages are not for the public" in capsys.readouterr().err
    assert not _files(root)


def test_pages_are_not_part_of_what_is_built(root: Path, tmp_path: Path) -> None:
    built = tmp_path / "built"
    build = ["build", "--root", str(root), "--out", str(built), "--today", "2027-02-03"]
    assert run([*build, "--lang", "en"]) == 0

    into_the_site = _run(root, "spring", "--pages", str(built))
    below_it = _run(root, "spring", "--pages", str(built / "match"))
    _run(root, "spring", "--pages", str(root / "match"))

    assert (into_the_site, below_it) == (3, 3)
    assert run([*build, "--lang", "en"]) == 0
    texts = [path.read_text() for path in built.rglob("*.html")]
    assert texts
    assert not any("noindex" in text or "coordinators only" in text for text in texts)


def test_errors_in_the_files_are_told_instead(root: Path, capsys: Printed) -> None:
    (root / "program/people/bach.yaml").write_text("name: Bach\n")

    status = _run(root, "spring")

    assert status == 1
    assert "program/people/bach.yaml" in capsys.readouterr().out


def test_unknown_program_is_explained(root: Path, capsys: Printed) -> None:
    status = _run(root, "sprng")

    assert status == 3
    assert "Did you mean spring?" in capsys.readouterr().err
