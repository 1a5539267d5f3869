"""With Zensical, which follows Material: the same project gives the same addresses and frames.

Material is maintained until May 2027. These tests say, at every change, that the way is open.
"""

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from telemaco.adapters.site_builder import MkDocsBuilder
from telemaco.render.frames import frame, named
from tests.adapters.test_site_builder import as_source, inputs, sampled

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "second_builder.py"
BODY = "<h1>body of its own</h1>"
PAGES = sampled()


class Compared(NamedTuple):
    """What the script said about a project, and what Zensical made of it."""

    status: int
    said: str
    target: Path

    def page(self, path: str) -> str:
        return (self.target / "it" / "html" / path).read_text(encoding="utf-8")


def _compare(projects: Path, target: Path) -> Compared:
    command = [sys.executable, str(SCRIPT), str(projects), str(target)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return Compared(done.returncode, done.stdout + done.stderr, target)


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Compared:
    """Of the project in Italian, with some real pages in it."""
    projects = tmp_path_factory.mktemp("projects")
    own = {f"docs/{page.address.removesuffix('/')}.md": as_source(page) for page in PAGES}
    MkDocsBuilder(projects).build({"it": inputs("it") | own})
    return _compare(projects, tmp_path_factory.mktemp("zensical"))


def test_both_builders_make_the_same_addresses(compared: Compared) -> None:
    assert compared.status == 0, compared.said
    assert compared.said == (
        "it: 24 pages by MkDocs, 24 by Zensical\nBoth builders make the same addresses.\n"
    )


def test_a_page_stamped_into_its_frame_is_what_it_would_have_written(compared: Compared) -> None:
    assert len(PAGES) == 4
    for page in PAGES:
        shell = frame(page.shell, compared.page(f"{page.shell}index.html"), "La bottega")
        real = named(compared.page(page.path), "La bottega")
        assert real.replace(BODY, page.body) == shell.stamp(page)


def test_a_page_that_only_one_of_them_makes_is_named(tmp_path: Path) -> None:
    project = tmp_path / "projects" / "en"
    (project / "docs").mkdir(parents=True)
    (project / "docs" / "index.md").write_text("# Home\n")
    (project / "html" / "mentors").mkdir(parents=True)
    (project / "html" / "mentors" / "index.html").touch()
    (project / "mkdocs.yml").write_text("site_name: W\nsite_dir: html\ntheme: {name: material}\n")

    compared = _compare(tmp_path / "projects", tmp_path / "target")

    assert compared.status == 1
    assert "en: 1 pages by MkDocs, 2 by Zensical\n" in compared.said
    assert "en: mentors/index.html is made by MkDocs only\n" in compared.said
    assert "en: index.html is made by Zensical only\n" in compared.said


def test_without_a_site_there_is_nothing_to_compare(tmp_path: Path) -> None:
    compared = _compare(tmp_path, tmp_path / "target")

    assert compared.status == 1
    assert "holds no project: run make site first" in compared.said
