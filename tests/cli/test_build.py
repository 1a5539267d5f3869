import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import get_args

import pytest

from telemaco.cli.app import run
from telemaco.records.person import PersonField
from tests.small import small_community

HOSTILE = "</title><script>alert(1)</script><img src=x onerror=alert(1)>\"'{{ 7*7 }}{% raw %}"


class _Reader(HTMLParser):
    """Reads a page as a browser does, and remembers what would run or be fetched."""

    def __init__(self) -> None:
        super().__init__()
        self.harm: list[str] = []
        self._in_script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_script = tag == "script"
        self.harm += [
            f"{tag} {name}={value}"
            for name, value in attrs
            if name.startswith("on") or (name == "src" and value == "x")
        ]

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 (HTMLParser's signature)
        self._in_script = False

    def handle_data(self, data: str) -> None:
        if self._in_script and "alert(1)" in data:
            self.harm.append(data)


@pytest.fixture
def community(tmp_path: Path) -> Path:
    return small_community(tmp_path / "small")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What has been built of the community, and is looked at only."""
    root = small_community(tmp_path_factory.mktemp("built") / "small")
    assert _build(root) == 0
    return root / "public"


def _build(root: Path, *more: str) -> int:
    return run(["build", "--root", str(root), "--lang", "en", *more])


def test_a_good_community_becomes_a_site(site: Path) -> None:
    assert "The Vienna Workshop" in (site / "index.html").read_text()
    assert "La bottega di Vienna" in (site / "it" / "index.html").read_text()


def test_building_again_elsewhere_gives_the_same_bytes(
    site: Path, community: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _build(community) == 0

    assert "pages in" in capsys.readouterr().err
    first = {p.relative_to(site): p for p in site.rglob("*") if p.is_file()}
    assert first
    for path, file in first.items():
        assert file.read_bytes() == (community / "public" / path).read_bytes(), path


def test_findings_stop_the_build_and_are_printed(
    community: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (community / "program" / "people" / "haydn.yaml").write_text("name: [\n")

    assert _build(community) == 1

    assert "program/people/haydn.yaml:" in capsys.readouterr().out
    assert not (community / "public").exists()


def test_an_unpublished_text_stops_the_build_and_keeps_the_old_site(
    community: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _build(community)
    before = (community / "public" / "index.html").stat().st_ino
    program = community / "program" / "programs" / "circle.yaml"
    haydn = community / "program" / "people" / "haydn.yaml"
    program.write_text(re.sub(r"summary:.*", "summary: Led by Joseph Haydn.", program.read_text()))
    haydn.write_text(re.sub(r"publish: \[[^\]]*\]", "publish: []", haydn.read_text()))

    assert _build(community) == 1

    assert "shows name of program/people/haydn.yaml" in capsys.readouterr().err
    assert (community / "public" / "index.html").stat().st_ino == before


def test_hostile_texts_are_inert_on_every_page(community: Path) -> None:
    settings = community / "program" / "community.yaml"
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    settings.write_text(
        re.sub(
            r"^(name|tagline|contact):.*$",
            rf"\1: {quoted}",
            settings.read_text(),
            flags=re.MULTILINE,
        )
    )
    everything = f"publish: [{', '.join(get_args(PersonField))}]"
    for path in (*community.glob("program/p*/*.yaml"), *community.glob("pairs/*/*/pair.yaml")):
        text = re.sub(r"publish: \[[^\]]*\]", everything, path.read_text())
        path.write_text(
            re.sub(
                r"\b(title|summary|name|headline|location|bio|statement): (?!\{)[^,}\]\n]+",
                lambda found: f"{found[1]}: {quoted}",
                text,
            )
        )

    assert _build(community) == 0

    pages = [page.read_text() for page in (community / "public").rglob("*.html")]
    assert any("alert(1)" in unescape(page) for page in pages)
    for page in pages:
        reader = _Reader()
        reader.feed(page)
        assert reader.harm == []


def test_no_page_loads_anything_from_another_host(site: Path) -> None:
    pages = list(site.rglob("*.html"))

    assert pages
    for page in pages:
        for tag in re.findall(
            r"<(?:script|link|img|iframe|source|object)\b[^>]*>", page.read_text()
        ):
            if "canonical" not in tag:
                assert not re.search(r"(?:src|href)=[\"']?(?:https?:)?//", tag), (page, tag)


def test_a_folder_of_somebody_elses_is_not_replaced(
    community: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (community / "thesis").mkdir()
    (community / "thesis" / "chapter.txt").write_text("years")

    assert _build(community, "--out", str(community / "thesis")) == 3

    assert (community / "thesis" / "chapter.txt").exists()
    assert "did not write" in capsys.readouterr().err
