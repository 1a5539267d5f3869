import json
import pickle
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TypeVar

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.ports import Crew
from telemaco.progress.standing import standing_of
from telemaco.render.open_data.files import files_of
from telemaco.render.open_data.tables import open_tables
from telemaco.usecases.alone import ALONE
from telemaco.usecases.build import Built, Site, build
from tests.fakes import SETTINGS
from tests.render.pages.workshop import NOTE, PAIR, PUPIL, TODAY, edition, without

COMMUNITY = "program/community.yaml"


T = TypeVar("T")
R = TypeVar("R")


class FakeBuilder:
    """Puts every Markdown file between two tags and adds a search index and a sitemap."""

    def __init__(self) -> None:
        self.inputs: Mapping[str, Mapping[str, bytes]] = {}

    @contextmanager
    def begun(
        self, inputs: Mapping[str, Mapping[str, bytes]]
    ) -> Iterator[Callable[[], Mapping[str, Mapping[str, bytes]]]]:
        self.inputs = inputs
        yield lambda: {language: dict(_rendered(files)) for language, files in inputs.items()}


def _rendered(files: Mapping[str, bytes]) -> dict[str, bytes]:
    docs = {
        path.removeprefix("docs/"): content
        for path, content in files.items()
        if path.startswith("docs/")
    }
    pages = {
        (path if path.endswith("index.md") else path.removesuffix(".md") + "/index.md").replace(
            "index.md", "index.html"
        ): b"<html>" + content.replace(b"& < > \" '", b"&amp; &lt; &gt; &#34; &#39;") + b"</html>"
        for path, content in docs.items()
        if path.endswith(".md")
    }
    assets = {path: content for path, content in docs.items() if not path.endswith(".md")}
    return {
        **pages,
        **assets,
        "404.html": b"telemaco0site0name",
        "search/search_index.json": b'{"docs": []}',
        "sitemap.xml": b"",
        "sitemap.xml.gz": b"",
    }


class FakeFolder:
    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def put(self, path: str, content: bytes) -> None:
        assert path not in self.files, path
        self.files[path] = content


class Dealing:
    """A crew of three; what they answer goes from one process to another."""

    def share(
        self,
        work: Callable[[Sequence[T]], R],
        items: Sequence[T],
    ) -> Iterator[R]:
        many = -(-len(items) // 3)
        written = [pickle.dumps(work(items[many * hand :][:many])) for hand in range(3)]
        for answer in written:
            yield pickle.loads(answer)  # noqa: S301 (written above)

    @contextmanager
    def begun(self, work: Callable[[], R], items: int) -> Iterator[Callable[[], R]]:
        del items
        written = pickle.dumps(work())
        yield lambda: pickle.loads(written)  # noqa: S301 (written above)


class FakeSiteSources:
    def __init__(self, written: Mapping[str, bytes]) -> None:
        self._written = written

    def files(self) -> Mapping[str, bytes]:
        return self._written


HANDBOOK = {"site/en/handbook/index.md": b"# Handbook"}


def _build(
    changes: dict[str, str] | None = None, crew: Crew = ALONE
) -> tuple[Built, dict[str, bytes]]:
    folder = FakeFolder()
    site = Site(FakeSiteSources(HANDBOOK), FakeBuilder(), folder, Catalog, crew)
    built = build(edition(changes).community, TODAY, site)
    return built, folder.files


def test_every_language_has_every_page() -> None:
    _, files = _build()

    shared = ("it/", "sitemap", "data/people", "data/programs", "data/skills", "data/datap")
    english = {path for path in files if not path.startswith(shared)}
    assert {f"it/{path}" for path in english} == {path for path in files if path.startswith("it/")}
    assert "pairs/bottega/verrocchio-leonardo/index.html" in english


def test_open_data_is_what_the_export_writes() -> None:
    _, files = _build()

    tables = open_tables(edition().community, TODAY, standing_of(edition().community, TODAY))
    exported = files_of(tables, "json", Catalog("en")) | files_of(tables, "csv", Catalog("en"))
    assert {f"data/{name}": content for name, content in exported.items()} == {
        path: content
        for path, content in files.items()
        if path.startswith("data/") and not path.endswith(".html")
    }


def test_calendars_and_news_lie_beside_the_pages() -> None:
    _, files = _build()

    assert files["news.xml"].startswith(b"<?xml")
    assert files["it/pairs/bottega/verrocchio-leonardo/calendar.ics"].startswith(b"BEGIN")


def test_name_in_a_calendar_is_seen_by_the_scan_however_its_line_is_cut() -> None:
    title = "A bench for two of whom one, all say, comes from Anchiano near Vinci"
    changes = without(PUPIL, "Anchiano", "Anchiano near Vinci")

    built, _ = _build(changes | without(PAIR, "goals:", f"title: {title}\n        goals:"))

    assert any("calendar.ics shows location" in str(problem) for problem in built.problems)


def test_a_site_made_by_several_is_the_same_and_so_is_what_they_find() -> None:
    tells = without(PUPIL, "Anchiano", "Anchiano near Vinci") | without(
        NOTE, "*drapery*", "*drapery* at Anchiano near Vinci"
    )
    built, files = _build(tells)

    together, their_files = _build(tells, Dealing())

    assert built.problems
    assert (together.problems, their_files) == (built.problems, files)


def test_a_good_site_has_no_problems() -> None:
    built, files = _build()

    assert built.problems == ()
    assert built.pages == sum(path.endswith(".html") for path in files)


def test_frames_are_not_published() -> None:
    _, files = _build()

    assert not [path for path in files if "_shell_" in path]
    assert not [path for path, content in files.items() if b"telemaco0" in content]


def test_the_builder_sees_no_text_of_the_community() -> None:
    builder = FakeBuilder()

    build(
        edition().community, TODAY, Site(FakeSiteSources(HANDBOOK), builder, FakeFolder(), Catalog)
    )

    everything = b"".join(c for files in builder.inputs.values() for c in files.values())
    for words in (b"Verrocchio", b"The Workshop", b"drapery", b"The workshop year"):
        assert words not in everything


def test_the_search_finds_programs_but_no_people() -> None:
    _, files = _build()

    found = [doc["location"] for doc in json.loads(files["search/search_index.json"])["docs"]]
    assert "programs/bottega/" in found
    assert not [location for location in found if location.startswith("people/")]


def test_a_site_with_an_address_has_a_sitemap_of_all_languages() -> None:
    settings = SETTINGS + "url: https://w.example.org\n"

    _, files = _build({COMMUNITY: settings})

    assert b"https://w.example.org/people/leonardo/" in files["sitemap.xml"]
    assert b"https://w.example.org/it/handbook/" in files["sitemap.xml"]
    assert b"404" not in files["sitemap.xml"]
    assert "it/sitemap.xml" not in files


def test_building_twice_gives_the_same_bytes() -> None:
    assert _build()[1] == _build()[1]


@pytest.mark.parametrize("field", ["name", "bio"])
def test_a_text_that_is_not_published_stops_the_build(field: str) -> None:
    quoted = {
        NOTE: without(NOTE, "*drapery*", "what Leonardo da Vinci says: birds fly by wings")[NOTE],
        PUPIL: without(PUPIL, "publish: [name, seeks, pairs]", "publish: [seeks]")[PUPIL].replace(
            "location: Anchiano", "bio: birds fly by wings"
        ),
    }

    built, _ = _build(quoted)

    said = [Catalog("en").text(problem) for problem in built.problems]
    assert any(f"shows {field} of {PUPIL}" in problem for problem in said)
