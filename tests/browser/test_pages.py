"""The example's pages of every kind, in every language, on a phone and on a desk.

Each is opened once, as on a first visit, and everything is asked of it then: opening a page and
judging it are what costs time here.
"""

import re
from collections.abc import Iterator
from itertools import product
from urllib.parse import urljoin

import pytest
from icalendar import Calendar
from playwright.sync_api import Page

from tests.browser.accessible import rules_broken_by_day_and_by_night
from tests.browser.site import (
    DESK_BY_NIGHT,
    HOST,
    LANGUAGES,
    PAGES,
    PHONE_BY_DAY,
    TABLET_BY_DAY,
    Site,
    kind_of,
)

MOST_REQUESTS = 10
MOST_BYTES = 300 * 1024


def test_every_kind_of_page_is_looked_at(site: Site) -> None:
    own = [address for address in site.addresses() if not address.startswith("it/")]

    assert {kind_of(address) for address in PAGES} >= {kind_of(address) for address in own}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_a_title_of_its_own_and_one_first_heading(site: Site, language: str) -> None:
    titles: dict[str, str] = {}

    for address in site.addresses():
        if address.startswith("it/") == bool(language):
            text = (site.file(address) or b"").decode()
            (title,) = re.findall(r"<title>(.+?)</title>", text.partition("<body")[0])
            assert titles.setdefault(title, address) == address
            assert text.count("<h1") == 1, address

    assert len(titles) > 200


@pytest.mark.parametrize(("language", "page"), list(product(LANGUAGES, PAGES)))
def test_page_is_light_and_quiet_and_for_everybody(site: Site, language: str, page: str) -> None:
    shown = site.open(language + page, PHONE_BY_DAY)

    assert shown.get_attribute("html", "lang") == (language[:2] or "en")
    assert list(_complaints(site, shown)) == []
    if page != "404.html":
        for code, folder in (("en", ""), ("it", "it/")):
            there = shown.get_attribute(f"a.md-select__link[hreflang={code}]", "href") or ""
            assert urljoin(shown.url, there) == f"{HOST}/{folder}{page}"


def test_menu_of_languages_widens_no_page_that_has_no_search(site: Site) -> None:
    page = site.open("it/", TABLET_BY_DAY)
    page.eval_on_selector_all(
        "[for=__search], .md-search", "(all) => all.forEach((e) => e.remove())"
    )
    page.hover(".md-select")
    menu = page.locator(".md-select__inner").bounding_box()

    assert page.evaluate("document.scrollingElement.scrollWidth") == TABLET_BY_DAY.width
    assert menu
    assert menu["x"] + menu["width"] <= TABLET_BY_DAY.width


def test_what_is_the_same_of_every_pair_stands_in_one_column(site: Site) -> None:
    page = site.open("it/pairs/atelier-2027/")

    for part in (".tm-chip", ".tm-row__fact:nth-child(3)", ".tm-row__fact:nth-child(4)"):
        lefts = page.eval_on_selector_all(
            f".tm-row > {part}", "(all) => all.map((one) => one.getBoundingClientRect().left)"
        )
        assert len(lefts) > 10
        assert len(set(lefts)) == 1, part


def test_what_is_wrong_with_a_page_is_seen(site: Site) -> None:
    site.made_up["assets/large.bin"] = bytes(MOST_BYTES)
    pictures = [f"<img src=assets/{number}.svg>" for number in range(MOST_REQUESTS)]
    site.made_up["probe.html"] = (
        "<link rel=icon href=assets/favicon.svg>"
        "<style>p { color: #999 }</style>"
        f"<p style='width: 900px'>Faint words</p><img src=assets/large.bin>{''.join(pictures)}"
        "<img src=https://elsewhere.example/dot.png><script>console.log('hear me')</script>"
    ).encode()

    said = " ".join(_complaints(site, site.open("probe.html", PHONE_BY_DAY)))

    for part in ("elsewhere.example", "requests", "bytes", "hear me", "908", "image-alt"):
        assert part in said
    assert "color-contrast" in said


def _complaints(site: Site, shown: Page) -> Iterator[str]:
    """What is wrong with the page that was just opened on a phone."""
    broken = rules_broken_by_day_and_by_night(shown)
    shown.wait_for_load_state("networkidle")
    asked = {url for url in site.asked if not url.startswith("data:")}
    asked.add(urljoin(shown.url, shown.get_attribute("link[rel=icon]", "href")))
    yield from (url for url in asked if not url.startswith(f"{HOST}/"))
    if len(asked) > MOST_REQUESTS:
        yield f"{len(asked)} requests"
    weight = sum(map(site.weight, asked))
    if weight > MOST_BYTES:
        yield f"{weight} bytes"
    yield from (f"{rule}" for rule in broken)
    for screen in (DESK_BY_NIGHT, TABLET_BY_DAY, PHONE_BY_DAY):
        shown.set_viewport_size({"width": screen.width, "height": 900})
        wide = shown.evaluate("document.documentElement.scrollWidth")
        if wide > screen.width:
            yield f"{wide} wide on a screen of {screen.width}"
    yield from site.said


@pytest.mark.parametrize("language", LANGUAGES)
def test_next_session_of_a_pair_comes_into_ones_own_calendar(site: Site, language: str) -> None:
    page = site.open(f"{language}pairs/atelier-2027/brahe-kepler/")
    shown = page.locator("dt:text-matches('Next session|Prossimo incontro') + dd time")

    with page.expect_download() as download:
        page.click("a[href$='calendar.ics']")

    first, *_ = Calendar.from_ical(download.value.path().read_bytes()).walk("VEVENT")
    assert shown.get_attribute("datetime") == first.decoded("dtstart").isoformat()
    assert "Kepler" in str(first["summary"])
