"""The example's site in a real browser: Debian's chromium, driven by Playwright.

Every request of a page is answered here, from the folder of the site or not at all, so nothing
leaves the machine and we see what a page asks for. axe-core judges whether people who cannot see
the screen, see it badly or use no mouse can read it.
"""

import os
import re
import shutil
from collections.abc import Iterator
from itertools import product
from mimetypes import guess_type
from pathlib import Path
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # untyped
from icalendar import Calendar
from playwright.sync_api import Browser, Page, Route, sync_playwright

from telemaco.cli.app import run

ROOT = Path(__file__).resolve().parent.parent
HOST = "http://workshop.example"
CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
PAGES = (
    "",
    "programs/",
    "programs/atelier-2027/",
    "pairs/",
    "pairs/atelier-2027/",
    "pairs/atelier-2027/brahe-kepler/",
    "mentors/",
    "people/andrea-del-verrocchio/",
    "progress/",
    "progress/atelier-2027/",
    "calendar/",
    "data/",
    "about/",
    "coordinators/",
    "handbook/",
    "404.html",
)
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"], "resultTypes": ["violations"]}
"""axe-core's rules for WCAG 2.1, levels A and AA."""

if CHROMIUM is None and not os.environ.get("CI"):
    pytest.skip("no chromium on this machine", allow_module_level=True)


class Screen(NamedTuple):
    """How somebody looks at a page."""

    scheme: Literal["light", "dark"]
    width: int


PHONE_BY_DAY = Screen("light", 360)
DESK_BY_NIGHT = Screen("dark", 1440)


class Site:
    """The built site, and what its pages asked for and said since they were opened."""

    def __init__(self, folder: Path, browser: Browser) -> None:
        self.folder = folder
        self.asked: list[str] = []
        self.said: list[str] = []
        self._browser = browser
        self._pages: dict[Screen, Page] = {}

    def open(self, address: str, screen: Screen = DESK_BY_NIGHT) -> Page:
        """The page, once everything that it asks for has come."""
        page = self._pages.get(screen) or self._new(screen)
        self.asked.clear()
        self.said.clear()
        page.goto(f"{HOST}/{address}", wait_until="load")
        return page

    def _new(self, screen: Screen) -> Page:
        page = self._browser.new_page(
            color_scheme=screen.scheme, viewport={"width": screen.width, "height": 900}
        )
        page.route("**/*", self._answer)
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        self._pages[screen] = page
        return page

    def _answer(self, route: Route) -> None:
        self.asked.append(route.request.url)
        address = urlsplit(route.request.url)
        file = self.folder / address.path.lstrip("/")
        file = file / "index.html" if file.is_dir() else file
        if route.request.url.startswith(f"{HOST}/") and file.is_file():
            route.fulfill(body=file.read_bytes(), content_type=guess_type(file.name)[0])
        else:
            route.abort()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site") / "public"
    assert run(["build", "--root", str(ROOT), "--out", str(folder), "--lang", "en"]) == 0
    assert CHROMIUM, "install a browser: Debian's package chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        yield Site(folder, browser)
        browser.close()


@pytest.mark.parametrize(("language", "page"), list(product(("", "it/"), PAGES)))
def test_page_asks_no_other_host_complains_of_nothing_and_fits_the_screen(
    site: Site, language: str, page: str
) -> None:
    for screen in (PHONE_BY_DAY, DESK_BY_NIGHT):
        shown = site.open(language + page, screen)

        assert any(url.endswith(".css") for url in site.asked)
        assert [url for url in site.asked if not url.startswith(f"{HOST}/")] == []
        assert site.said == []
        assert shown.evaluate("document.documentElement.lang") == (language[:2] or "en")
        assert shown.evaluate("document.documentElement.scrollWidth") == screen.width


# Judging takes a second a page, so each is judged once by day and once by night: colours do not
# depend on the width, nor does anything but words on the language.
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("language", "screen"), [("", PHONE_BY_DAY), ("it/", DESK_BY_NIGHT)])
def test_page_is_accessible(site: Site, page: str, language: str, screen: Screen) -> None:
    found = Axe().run(site.open(language + page, screen), options=RULES)

    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("language", ["", "it/"])
def test_next_session_of_a_pair_comes_into_ones_own_calendar(site: Site, language: str) -> None:
    page = site.open(f"{language}pairs/atelier-2027/brahe-kepler/")
    target = page.get_attribute("a[href$='calendar.ics']", "href")

    file = site.folder / language / "pairs/atelier-2027/brahe-kepler" / (target or "")
    first, *_ = Calendar.from_ical(file.resolve().read_bytes()).walk("VEVENT")
    shown = page.locator("dt:text-matches('Next session|Prossimo incontro') + dd time")
    assert shown.get_attribute("datetime") == first.decoded("dtstart").isoformat()


def test_what_is_not_accessible_is_seen(site: Site) -> None:
    (site.folder / "probe.html").write_text("<img src=logo.svg><p style='color:#ccc'>Faint words")

    found = Axe().run(site.open("probe.html"), options=RULES)

    assert {"image-alt", "color-contrast"} <= {
        found["id"] for found in found.response["violations"]
    }


def test_a_request_to_another_host_is_seen(site: Site) -> None:
    (site.folder / "probe.html").write_text('<img src="http://elsewhere.example/dot.png">')

    site.open("probe.html")

    assert "http://elsewhere.example/dot.png" in site.asked


def test_mentors_are_all_listed_and_can_be_searched_where_scripts_run(site: Site) -> None:
    written = (site.folder / "mentors" / "index.html").read_text()
    form = re.search(r"<form[^>]*tm-filter[^>]*>", written)
    assert form
    assert "hidden" in form[0]

    page = site.open("mentors/")
    page.fill(".tm-filter input[type=search]", "Verrocchio")

    assert "Aristotle" in written
    assert page.is_visible("text=Andrea del Verrocchio")
    assert page.is_hidden("text=Aristotle")
