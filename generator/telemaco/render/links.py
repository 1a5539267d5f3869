"""Where the addresses in a page lead to."""

import re
from collections.abc import Iterator
from html import unescape
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

_TAG = re.compile(r"""<[a-zA-Z][^>"']*(?:(?:"[^"]*"|'[^']*')[^>"']*)*>""")
_ATTRIBUTED = re.compile(
    r"""<[a-zA-Z][^\s>"']*+(?=[\s"'])[^>"']*+(?:"[^"]*+"[^>"']*+|'[^']*+'[^>"']*+)*+>"""
)
"""The same but for those that are a name alone, which most are, in half the time."""
_NAME = re.compile(r"<([a-zA-Z][^\s/>]*)")
_ATTRIBUTE = re.compile(r"""\s([a-zA-Z-]+)=("[^"]*"|'[^']*'|[^\s>"']+)""")
_UP = "../"
_PLAIN = re.compile(r"(?:\.\./)*(?:\w[\w-]*/)*(?:\w[\w.-]*)?", re.ASCII)
"""An address that goes up, then down; whatever else an address may be takes longer to read."""


def files_named_in(path: str, html: str) -> Iterator[str]:
    """The files of the site that the page's addresses name, relative to the site's root.

    `path` is the page's own file. Other sites, places within the page, and addresses from
    the server's root are passed over.
    """
    for address in sorted(set(_addresses(html))):
        target = _target(path, unescape(address))
        if target is not None:
            yield target


def attributes_in(html: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Every tag in small letters, with its attributes as they are written."""
    for tag in _TAG.findall(html):
        name = _NAME.match(tag)
        attributes = {key.lower(): value.strip("\"'") for key, value in _ATTRIBUTE.findall(tag)}
        yield (name[1].lower() if name else ""), attributes


def _addresses(html: str) -> Iterator[str]:
    for tag in _ATTRIBUTED.findall(html):
        # Most of these have no address either, and need no closer look.
        if "href=" not in tag and "src=" not in tag:
            continue
        for name, value in _ATTRIBUTE.findall(tag):
            if name in {"href", "src"}:
                yield value.strip("\"'")


def _target(path: str, address: str) -> str | None:
    if address and _PLAIN.fullmatch(address):
        names = address.count(_UP)
        above = path.split("/")[: -1 - names]
        if path.count("/") >= names:
            below = address[len(_UP) * names :]
            ending = "" if below and not below.endswith("/") else "index.html"
            return "/".join([*above, below + ending])
    return _target_of_any(path, address)


def _target_of_any(path: str, address: str) -> str | None:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return None
    target = normpath(join(dirname(path), unquote(parts.path)))
    if parts.path.endswith("/") or parts.path.rpartition("/")[2] in {".", ".."}:
        return normpath(join(target, "index.html"))
    return target
