"""The example's pages of every kind, in every language, on a phone and on a desk."""

import re
from itertools import product

import pytest
from icalendar import Calendar

from tests.browser.site import (
    DESK_BY_NIGHT,
    HOST,
    LANGUAGES,
    PAGES,
    PHONE_BY_DAY,
    Site,
    kind_of,
)


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


@pytest.mark.parametrize("language", LANGUAGES)
def test_next_session_of_a_pair_comes_into_ones_own_calendar(site: Site, language: str) -> None:
    page = site.open(f"{language}pairs/atelier-2027/brahe-kepler/")
    shown = page.locator("dt:text-matches('Next session|Prossimo incontro') + dd time")

    with page.expect_download() as download:
        page.click("a[href$='calendar.ics']")

    first, *_ = Calendar.from_ical(download.value.path().read_bytes()).walk("VEVENT")
    assert shown.get_attribute("datetime") == first.decoded("dtstart").isoformat()
    assert "Kepler" in str(first["summary"])


def test_a_request_to_another_host_is_seen(site: Site) -> None:
    site.made_up["probe.html"] = b'<img src="https://elsewhere.example/dot.png">'

    site.open("probe.html")

    assert "https://elsewhere.example/dot.png" in site.asked
