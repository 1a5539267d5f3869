"""What a page makes a browser ask of other hosts, without anybody following a link."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urlsplit

from telemaco.render.links import attributes_in

_LOADING = frozenset({"src", "srcset", "poster", "data"})
_ONLY_NAMING = frozenset({"canonical", "alternate", "next", "prev", "author", "license", "me"})
_SCRIPT = re.compile(r"<script\b[^>]*>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_STYLE = re.compile(r"<style\b[^>]*>(.*?)</style>", re.DOTALL | re.IGNORECASE)
_IN_SCRIPT = re.compile(r"https?://[^\s\"'`<>]+")
_IN_STYLE = re.compile(r"(?:url\(\s*|@import\s+)[\"']?((?:https?:)?//[^\s\"')]+)", re.IGNORECASE)


def hosts_asked(path: str, text: str, own: str = "") -> Iterator[str]:
    """The hosts that a page or a style sheet asks, but for `own`; each once, in their order."""
    addresses = _of_page(text) if path.endswith(".html") else _IN_STYLE.findall(text)
    hosts = {urlsplit(unescape(address)).netloc for address in addresses}
    yield from sorted(hosts - {"", own})


def _of_page(html: str) -> Iterator[str]:
    for tag, attributes in attributes_in(html):
        for name, value in attributes.items():
            if name in _LOADING:
                yield from (part.split()[0] for part in value.split(",") if part.strip())
            elif name == "style":
                yield from _IN_STYLE.findall(unescape(value))
        if tag == "link" and not _ONLY_NAMING & set(attributes.get("rel", "").split()):
            yield attributes.get("href", "")
    for style in _STYLE.findall(html):
        yield from _IN_STYLE.findall(style)
    for script in _SCRIPT.findall(html):
        yield from _IN_SCRIPT.findall(script)
