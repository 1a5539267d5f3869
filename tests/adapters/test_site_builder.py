"""With the real builder: its pages are what stamped pages are compared with, byte for byte."""

import json
import re
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from markupsafe import escape

from telemaco.adapters.site_builder import MkDocsBuilder, at_work
from telemaco.adapters.translations import Catalog
from telemaco.findings import TelemacoError
from telemaco.render.frames import frame, named
from telemaco.render.pages.page import Page
from telemaco.render.site_inputs import builder_inputs
from tests.fakes import SETTINGS
from tests.render.pages.made import other_pages, searched_pages
from tests.render.pages.workshop import edition

ADDRESS = {"program/community.yaml": SETTINGS + "url: https://w.example.org/x/\n"}
HANDBOOK = {"site/en/handbook/index.md": b"# Handbook\n\n[Mentors](../mentors/index.md)\n"}


def inputs(language: str, written: dict[str, bytes] | None = None) -> dict[str, bytes]:
    return builder_inputs(
        edition(ADDRESS).community.settings, written or HANDBOOK, Catalog(language)
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("builder")


@pytest.fixture(scope="module")
def rendered(folder: Path) -> dict[str, dict[str, bytes]]:
    built = MkDocsBuilder(folder).build({one: inputs(one) for one in ("en", "it")})
    return {language: dict(files) for language, files in built.items()}


def as_source(page: Page) -> bytes:
    """A page as a Markdown file of its own, its body a block of HTML."""
    head = {
        "title": str(escape(page.title)),
        "description": page.description,
        "parent": page.address.partition("/")[0] + "/",
        "hide": ["navigation", "toc"],
        "search": {"exclude": True},
    }
    return f"---\n{json.dumps(head)}\n---\n\n<h1>body of its own</h1>\n".encode()


def sampled() -> list[Page]:
    """Pages in Italian, with their many apostrophes, and one whose words are hard to write."""
    pages = [
        page
        for page in other_pages(edition(ADDRESS, "it"))
        if page.address.startswith(("pairs/", "progress/"))
    ]
    words = """& &amp; <b>"L'anno" 1/2</b> `x` {{ y }} = \u00e8 \u201c"""
    return [*pages, replace(pages[0], address="progress/words/", title=words, description=words)]


def test_a_stamped_page_is_what_the_builder_would_have_written(
    rendered: dict[str, dict[str, bytes]], tmp_path: Path
) -> None:
    pages = sampled()
    own = {f"docs/{page.address.removesuffix('/')}.md": as_source(page) for page in pages}

    real = MkDocsBuilder(tmp_path).build({"it": inputs("it") | own})["it"]

    assert len(pages) == 4
    for page in pages:
        shell = frame(page.shell, rendered["it"][f"{page.shell}index.html"].decode(), "La bottega")
        builders = named(real[page.path].decode(), "La bottega")
        assert builders.replace("<h1>body of its own</h1>", page.body) == shell.stamp(page)


def test_the_language_switch_leads_to_the_same_page(
    rendered: dict[str, dict[str, bytes]],
) -> None:
    english = rendered["en"]["pairs/_shell_/_shell_/index.html"].decode()
    italian = rendered["it"]["pairs/_shell_/_shell_/index.html"].decode()

    assert 'href="../../../it/pairs/_shell_/_shell_/" hreflang="it"' in english
    assert 'href="../../../../pairs/_shell_/_shell_/" hreflang="en"' in italian


def test_no_page_names_another_host_to_load_from(rendered: dict[str, dict[str, bytes]]) -> None:
    loaded = re.compile(r"<(?:script|link|img|iframe|source)[^>]*(?:src|href)=.?(?:https?:)?//")

    for files in rendered.values():
        for path, content in files.items():
            if path.endswith(".html"):
                found = [tag for tag in loaded.findall(content.decode()) if "canonical" not in tag]
                assert found == [], path


def test_no_page_asks_the_forge_for_facts(tmp_path: Path) -> None:
    forge = {
        "program/community.yaml": SETTINGS + "forge: {kind: github, repository: a/b}\n"
        "url: https://w.example.org/\n"
    }
    files = builder_inputs(edition(forge).community.settings, HANDBOOK, Catalog("en"))

    rendered = MkDocsBuilder(tmp_path).build({"en": files})["en"]
    page = rendered["index.html"].decode()

    edit = '<a href="https://github.com/a/b/edit/main/site/en/handbook/index.md"'
    assert edit in rendered["handbook/index.html"].decode()
    assert edit not in page
    assert "https://github.com/a/b" in page
    assert 'data-md-component="source"' not in page


def test_the_search_knows_the_handbook_and_no_frame(rendered: dict[str, dict[str, bytes]]) -> None:
    index = json.loads(rendered["en"]["search/search_index.json"])

    assert {doc["location"] for doc in index["docs"]} == {"handbook/"}


def test_every_page_that_is_searched_has_its_frame(rendered: dict[str, dict[str, bytes]]) -> None:
    for page in searched_pages(edition(ADDRESS)):
        assert f"{page.shell}index.html" in rendered["en"]


def test_nothing_is_built_when_nothing_changed(
    rendered: dict[str, dict[str, bytes]], folder: Path
) -> None:
    index = folder / "en" / "html" / "index.html"
    before = index.stat().st_mtime_ns

    again = MkDocsBuilder(folder).build({"en": inputs("en")})

    assert index.stat().st_mtime_ns == before
    assert again["en"] == rendered["en"]


def test_a_page_that_the_builder_leaves_out_stops_the_build(tmp_path: Path) -> None:
    excluded = HANDBOOK | {
        "site/en/handbook/lost.md": b"# Lost",
        "mkdocs.yml": b"exclude_docs: lost.md\n",
    }

    with pytest.raises(TelemacoError, match=r"handbook/lost/index\.html is missing"):
        MkDocsBuilder(tmp_path).build({"en": inputs("en", excluded)})


def test_a_broken_link_stops_the_build_with_the_builders_words(tmp_path: Path) -> None:
    builder = MkDocsBuilder(tmp_path)
    broken = {"site/en/handbook/index.md": b"# Handbook\n\n[x](nowhere.md)\n"}

    with pytest.raises(
        TelemacoError, match=r"site/en/handbook/index\.md, line 3, leads to nowhere"
    ):
        builder.build({"en": inputs("en", broken)})

    assert not (tmp_path / "en" / "digest").exists()
    assert "docs/handbook/index.md" in inputs("en")
    assert "index.html" in builder.build({"en": inputs("en")})["en"]


def test_what_else_the_builder_says_is_one_sentence(tmp_path: Path) -> None:
    files = inputs("en", {**HANDBOOK, "mkdocs.yml": b"plugins: [nonsense]\n"})

    with pytest.raises(TelemacoError, match=r'built in en: .*"nonsense"') as raised:
        MkDocsBuilder(tmp_path).build({"en": files})

    assert "\n" not in str(raised.value)


def test_a_page_that_went_away_is_not_built_again(tmp_path: Path) -> None:
    builder = MkDocsBuilder(tmp_path)
    builder.build({"en": inputs("en")})

    without_handbook = builder.build({"en": inputs("en", {"mkdocs.yml": b""})})["en"]

    assert "handbook/index.html" not in without_handbook


def test_a_place_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(TelemacoError, match="cannot be written"):
        MkDocsBuilder(tmp_path / "file").build({"en": inputs("en")})


def test_nothing_goes_on_when_a_build_is_interrupted(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "import time; time.sleep(60)"]
    begun = time.monotonic()

    with pytest.raises(KeyboardInterrupt), at_work(command, [tmp_path, tmp_path]) as running:
        raise KeyboardInterrupt

    assert all(run.returncode for run in running)
    assert time.monotonic() - begun < 10
