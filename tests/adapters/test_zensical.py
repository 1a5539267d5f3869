"""With Zensical, which follows Material: the same project gives the same addresses and frames.

Material is maintained until May 2027. These tests say, at every change, that the way is open.
"""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from telemaco.adapters.site_builder import MkDocsBuilder
from telemaco.render.frames import frame, named
from tests.adapters.test_site_builder import ADDRESS, as_source, inputs
from tests.render.pages.made import other_pages
from tests.render.pages.workshop import edition

SPELLINGS = {"&#x27;": "&#39;", "&quot;": "&#34;", "&#x2f;": "/"}
"""How its templates write characters, and how those of Material do. A browser reads the same."""

BODY = "<h1>body of its own</h1>"
PAGES = [
    page
    for page in other_pages(edition(ADDRESS, "it"))
    if page.address.startswith(("pairs/", "progress/"))
]


def _zensical(folder: Path, files: Mapping[str, bytes]) -> dict[str, str]:
    """The pages that it makes of a project, by their path."""
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    done = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--strict", "--config-file", "mkdocs.yml"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    html = folder / "html"
    return {
        path.relative_to(html).as_posix(): path.read_text(encoding="utf-8")
        for path in html.rglob("*.html")
    }


@pytest.fixture(scope="module")
def project() -> dict[str, bytes]:
    """The builder's project in Italian, with some real pages in it."""
    own = {f"docs/{page.address.removesuffix('/')}.md": as_source(page) for page in PAGES}
    return inputs("it") | own


@pytest.fixture(scope="module")
def pages(project: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return _zensical(tmp_path_factory.mktemp("zensical"), project)


def test_both_builders_make_the_same_addresses(
    project: dict[str, bytes], pages: dict[str, str], tmp_path: Path
) -> None:
    mkdocs = MkDocsBuilder(tmp_path).build({"it": project})["it"]

    assert pages.keys() == {path for path in mkdocs if path.endswith(".html")}


def test_a_page_stamped_into_its_frame_is_what_it_would_have_written(pages: dict[str, str]) -> None:
    assert len(PAGES) == 3
    for page in PAGES:
        shell = frame(page.shell, pages[f"{page.shell}index.html"], "La bottega")
        real = named(pages[page.path], "La bottega")
        for theirs, ours in SPELLINGS.items():
            real = real.replace(theirs, ours)
        assert real.replace(BODY, page.body) == shell.stamp(page)
