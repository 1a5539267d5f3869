"""Reads a built site as a browser would: does every link and anchor lead somewhere?

Usage: links.py FOLDER. Prints what leads nowhere, and what a page would load from another
host; leaves with 1 if there is any, or if there is no page at all.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

_HERE = "https://site.invalid/"
_LOADED = {("img", "src"), ("script", "src"), ("iframe", "src"), ("source", "src"), ("use", "href")}
_LOADED_RELATIONS = {"stylesheet", "icon", "preload", "modulepreload", "preconnect", "manifest"}


def main(folder: Path) -> int:
    """Judge all pages of the folder."""
    pages = sorted(folder.rglob("*.html"))
    complaints = [complaint for page in pages for complaint in _complaints(folder, page)]
    links = sum(len(_read(page).links) for page in pages)
    print("\n".join([*complaints, f"{len(pages)} pages, {links} links, {len(complaints)} bad"]))
    return int(bool(complaints) or not pages)


@dataclass(slots=True)
class _Page:
    links: list[str] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)


class _Reader(HTMLParser):
    """Collects the addresses and anchors of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.page = _Page()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the addresses of a tag."""
        values = {name: value for name, value in attrs if value is not None}
        self.page.anchors.update(values[name] for name in ("id", "name") if name in values)
        for name in {"href", "src"} & values.keys():
            self.page.links.append(values[name])
            loads = bool(_LOADED_RELATIONS & set(values.get("rel", "").split()))
            if (tag, name) in _LOADED or (tag == "link" and loads):
                self.page.loaded.append(values[name])


@cache
def _read(page: Path) -> _Page:
    reader = _Reader()
    reader.feed(page.read_text(encoding="utf-8"))
    return reader.page


def _complaints(folder: Path, page: Path) -> Iterator[str]:
    name = page.relative_to(folder).as_posix()
    for address in _read(page).loaded:
        if urlsplit(address).netloc:
            yield f"{name}: loads {address} from another host"
    for address in dict.fromkeys(_read(page).links):
        reason = _reason(folder, urljoin(_HERE + name, address))
        if reason:
            yield f"{name}: {address}: {reason}"


def _reason(folder: Path, address: str) -> str:
    """Why the address leads nowhere, or nothing."""
    if not address.startswith(_HERE):
        return ""
    parts = urlsplit(address)
    file = folder / unquote(parts.path).lstrip("/")
    if file.is_dir():
        file /= "index.html"
    if not file.is_file():
        return "no such page"
    anchor = unquote(parts.fragment)
    if anchor and file.suffix == ".html" and anchor not in _read(file).anchors:
        return "no such place on the page"
    return ""


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
