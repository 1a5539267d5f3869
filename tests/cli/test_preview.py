import json
from pathlib import Path

import pytest

from telemaco.cli.app import run
from tests.fakes import COSIMO, SETTINGS
from tests.repositories import begin_repository, git

MORE = COSIMO.replace("name: Cosimo", "name: Cosimo the Elder")
HANDBOOK = "site/en/handbook/index.md"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A community in a repository with one commit."""
    folder = tmp_path / "community"
    put(folder / "program/community.yaml", SETTINGS)
    put(folder / "program/people/cosimo.yaml", COSIMO)
    put(folder / HANDBOOK, "# Handbook\n")
    begin_repository(folder)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("LANGUAGE", "en")
    return folder


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def pages(root: Path) -> list[str]:
    found = sorted((root / "preview").rglob("*.html"))
    return [path.relative_to(root / "preview").as_posix() for path in found]


def test_exactly_the_pages_that_change_are_shown(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(root / "program/people/cosimo.yaml", MORE)
    put(root / HANDBOOK, "# Handbook\n\nMore.\n")

    assert run(["preview", "HEAD", "--list", "list/pages.json"]) == 0

    changed = [
        "handbook/index.html",
        "it/people/cosimo/index.html",
        "people/cosimo/index.html",
    ]
    printed = capsys.readouterr()
    assert "are new or different" in printed.out
    assert json.loads((root / "list/pages.json").read_text()) == {
        "form": 1,
        "changed": changed,
        "removed": [],
    }
    assert pages(root) == sorted(["changed.html", *changed])
    assert "preview/changed.html" in printed.err
    listing = (root / "preview/changed.html").read_text()
    assert '<a href="people/cosimo/index.html">people/cosimo/index.html</a>' in listing
    assert list((root / "preview/assets/stylesheets").glob("main.*.css"))


def test_page_that_goes_away_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hidden = COSIMO.replace("publish: [name]", "publish: []")
    put(root / "program/people/cosimo.yaml", hidden)

    assert run(["preview", "HEAD"]) == 0

    assert "  people/cosimo/index.html (goes away)\n" in capsys.readouterr().out


def test_nothing_changed_nothing_shown(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["preview", "main"]) == 0

    assert capsys.readouterr().out == "0 pages are new or different.\n"
    assert pages(root) == ["changed.html"]


def test_files_with_errors_have_no_preview(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(root / "program/people/cosimo.yaml", COSIMO + "ofers: []\n")

    assert run(["preview", "HEAD"]) == 0

    assert "Run telemaco check" in capsys.readouterr().err
    assert not (root / "preview").exists()


def test_site_that_must_not_be_published_is_not_shown(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hidden = COSIMO.replace("publish: [name]", "publish: []")
    put(root / "program/people/cosimo.yaml", hidden.replace("name: Cosimo", "name: Cosimo Vecchio"))
    put(root / HANDBOOK, "# Handbook\n\nAsk Cosimo Vecchio.\n")

    assert run(["preview", "HEAD"]) == 1

    assert "name" in capsys.readouterr().err
    assert not (root / "preview").exists()


def test_base_with_errors_counts_as_nothing(root: Path) -> None:
    put(root / "program/people/cosimo.yaml", COSIMO + "ofers: []\n")
    git(root, "commit", "-qam", "bad")
    put(root / "program/people/cosimo.yaml", COSIMO)

    assert run(["preview", "HEAD"]) == 0

    assert "index.html" in pages(root)
