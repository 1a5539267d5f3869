"""A built site as a browser sees it, and which of the example's pages stand for all of them.

Every request of a page is answered here, from the folder of the site or not at all, so nothing
leaves the machine and a test sees what a page asks for.
"""

import gzip
from collections.abc import Callable, Iterator
from mimetypes import guess_type
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias
from urllib.parse import quote, unquote, urlsplit

from playwright.sync_api import Browser, Page, Route

from telemaco.render.pages.addresses import HUBS, OUTSIDE, shell_of

HOST = "https://workshop.example"
LANGUAGES = ("", "it/")
"""Where each language of the example lies in its site."""

PAGES = (
    "",
    "programs/",
    "programs/atelier-2027/",
    "programs/atelier-2026/report/",
    "programs/atelier-2027/audit/",
    "pairs/",
    "pairs/atelier-2027/",
    "pairs/atelier-2027/brahe-kepler/",
    "mentors/",
    "mentors/skills/",
    "mentors/skills/drawing/",
    "people/andrea-del-verrocchio/",
    "progress/",
    "progress/atelier-2027/",
    "calendar/",
    "data/",
    "thanks/",
    "certificates/aedb876b44624e25aaaed818a4e9c86d/",
    "about/",
    "coordinators/",
    "handbook/",
    "handbook/session/",
    "404.html",
)
"""One of the example's pages of every kind; `test_every_kind_of_page_is_looked_at` holds it."""

_COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml", "/")
PATIENCE = 60_000
"""Milliseconds after which what a test waits for will not come, on a machine that is busy, too."""

_LISTEN = """
addEventListener("securitypolicyviolation", (event) =>
  console.error(`refused: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
"""


Once: TypeAlias = Callable[[str, Callable[[Path], None]], Path]
"""What makes a folder, named and made as it is told, unless it is there; see `conftest.py`."""


class Screen(NamedTuple):
    """How somebody looks at a page."""

    scheme: Literal["light", "dark"]
    width: int


PHONE_BY_DAY = Screen("light", 360)
TABLET_BY_DAY = Screen("light", 768)
DESK_BY_NIGHT = Screen("dark", 1440)


class Site:
    """A site in a folder, and what its pages asked for and said since one was opened.

    `made_up` are files that a test adds to those in the folder. What a page said is whatever
    stands in the browser's console: its own words, errors, and what its policy refused. `place` is
    the folder of the host that it lies in, empty or with a slash at its end.
    """

    def __init__(self, folder: Path, browser: Browser, place: str = "") -> None:
        self.folder = folder
        self._place = place
        self.asked: list[str] = []
        self.said: list[str] = []
        self.made_up: dict[str, bytes] = {}
        self._browser = browser
        self._pages: dict[Screen, Page] = {}

    def open(self, address: str, screen: Screen = DESK_BY_NIGHT) -> Page:
        """The page, once everything that it asks for has come."""
        page = self._pages.get(screen)
        if page is None:
            page = self._pages[screen] = self.new_page(screen)
        self.asked.clear()
        self.said.clear()
        page.goto(f"{HOST}/{quote(self._place)}{address}", wait_until="load")
        return page

    def new_page(self, screen: Screen = DESK_BY_NIGHT, *, scripts: bool = True) -> Page:
        """A page of its own, for a test that leaves something behind or wants no scripts."""
        page = self._browser.new_page(
            base_url=f"{HOST}/",
            color_scheme=screen.scheme,
            viewport={"width": screen.width, "height": 900},
            java_script_enabled=scripts,
        )
        page.set_default_timeout(PATIENCE)
        page.add_init_script(_LISTEN)
        page.route("**/*", self._answer)
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        return page

    def hear(self, page: Page, words: str) -> None:
        """Wait until the page has said it, if it did not say it before."""
        if not any(words in said for said in self.said):
            page.wait_for_event("console", lambda message: words in message.text)

    def file(self, address: str) -> bytes | None:
        """What lies at an address of the site; None if nothing does."""
        path = unquote(urlsplit(address).path).lstrip("/").removeprefix(self._place)
        if path in self.made_up:
            return self.made_up[path]
        file = self.folder / path
        file = file / "index.html" if file.is_dir() else file
        return file.read_bytes() if file.is_file() else None

    def weight(self, url: str) -> int:
        """Bytes of the answer's body as GitHub Pages sends them."""
        content = self.file(url) or b""
        is_compressed = urlsplit(url).path.endswith(_COMPRESSED)
        return len(gzip.compress(content, 6) if is_compressed else content)

    def addresses(self) -> Iterator[str]:
        """The addresses of all pages, from the root of the site."""
        for path in sorted(self.folder.rglob("*.html")):
            yield path.relative_to(self.folder).as_posix().removesuffix("index.html")

    def _answer(self, route: Route) -> None:
        url = route.request.url
        self.asked.append(url)
        body = self.file(url) if url.startswith(f"{HOST}/") else None
        if body is None:
            route.abort()
        else:
            route.fulfill(body=body, content_type=_kind(urlsplit(url).path))


_ABOUT_A_PROGRAM = ("report/", "audit/")


def kind_of(address: str) -> str:
    """What kind of page lies at an address of a language's part of the site."""
    if address in (*HUBS, *OUTSIDE) or "." in address:
        return address
    own = next(filter(address.endswith, _ABOUT_A_PROGRAM), "")
    return shell_of(address) + own


def _kind(path: str) -> str:
    return guess_type(path)[0] or "text/html"
