"""News as an Atom feed (RFC 4287)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 does not know, not even escaped."""


@dataclass(frozen=True, slots=True)
class News:
    """Something new: `id` is 32 hexadecimal digits, `page` an address, `words` plain text."""

    id: str
    day: date
    title: str
    page: str
    words: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its id as of news, its title, the page it tells of and where itself lies."""

    id: str
    language: str
    title: str
    page: str
    address: str


def atom_feed(feed: Feed, news: Sequence[News]) -> bytes:
    """The news as XML. The days are those of the news, so the same news give the same bytes."""
    return "\n".join(_lines(feed, news)).encode()


def _lines(feed: Feed, news: Iterable[News]) -> Iterator[str]:
    last = max((one.day for one in news), default=_NOTHING_YET)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{_text(feed.language)}">'
    yield f"<id>{_urn(feed.id)}</id>"
    yield f"<title>{_text(feed.title)}</title>"
    yield f"<author><name>{_text(feed.title)}</name></author>"
    yield f"<updated>{_moment(last)}</updated>"
    yield f'<link rel="self" type="application/atom+xml" href="{_text(feed.address)}"/>'
    yield f'<link rel="alternate" type="text/html" href="{_text(feed.page)}"/>'
    for one in news:
        yield "<entry>"
        yield f"<id>{_urn(one.id)}</id>"
        yield f"<title>{_text(one.title)}</title>"
        yield f"<updated>{_moment(one.day)}</updated>"
        yield f'<link rel="alternate" type="text/html" href="{_text(one.page)}"/>'
        yield f"<summary>{_text(one.words)}</summary>"
        yield "</entry>"
    yield "</feed>"
    yield ""


_NOTHING_YET = date(1970, 1, 1)


def _text(words: str) -> str:
    return escape(_NO_XML.sub("", words))


def _urn(digits: str) -> str:
    """A UUID of 122 of the bits, as one made at random looks (RFC 9562, version 8)."""
    made = f"{digits[:12]}8{digits[13:16]}8{digits[17:]}"
    return f"urn:uuid:{made[:8]}-{made[8:12]}-{made[12:16]}-{made[16:20]}-{made[20:]}"


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
