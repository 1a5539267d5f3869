from datetime import date
from uuid import UUID

from telemaco.render.news_feed import Feed, News, atom_feed
from tests.render.atom import ATOM, read

FEED = Feed("a" * 32, "en", "Masters & pupils", "https://w.example/", "https://w.example/news.xml")
NEWS = News("b" * 32, date(2027, 3, 1), "<b>Drapery", "https://w.example/p/?a&b", "It\x00 hangs")


def test_a_feed_has_what_atom_requires() -> None:
    feed = read(atom_feed(FEED, [NEWS]))

    assert {child.tag.removeprefix(ATOM) for child in feed} == {
        "id", "title", "author", "updated", "link", "entry",
    }  # fmt: skip
    entry = feed.find(f"{ATOM}entry")
    assert entry is not None
    assert [entry.findtext(f"{ATOM}{name}") for name in ("title", "updated", "summary")] == [
        "<b>Drapery",
        "2027-03-01T00:00:00Z",
        "It hangs",
    ]
    assert [link.get("href") for link in entry.iter(f"{ATOM}link")] == ["https://w.example/p/?a&b"]


def test_ids_are_uuids() -> None:
    entry = read(atom_feed(FEED, [NEWS])).find(f"{ATOM}entry")

    assert entry is not None
    urn = entry.findtext(f"{ATOM}id")
    assert urn is not None
    assert UUID(urn).version == 8


def test_a_feed_is_as_new_as_its_latest_news() -> None:
    older = News("c" * 32, date(2026, 3, 1), "Older", "", "")

    assert b"<updated>2027-03-01T" in atom_feed(FEED, [older, NEWS]).split(b"<entry>")[0]
    assert b"<updated>1970-01-01T" in atom_feed(FEED, [])
