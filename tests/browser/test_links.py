"""Every address within the site leads somewhere, and each page to itself in the other language."""

import gzip
from itertools import product
from urllib.parse import urljoin, urlsplit

import pytest

from telemaco.render.links import files_named_in
from tests.browser.site import HOST, LANGUAGES, PAGES, PHONE_BY_DAY, Site

MOST_BYTES = 300 * 1024
MOST_REQUESTS = 10
COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml", "/")
"""What GitHub Pages sends as gzip; pictures and the rest go as they are."""


def test_every_address_within_the_site_leads_to_a_file(site: Site) -> None:
    missing = {
        (address, target)
        for address in site.addresses()
        for target in files_named_in(_file(address), (site.file(address) or b"").decode())
        if not (site.folder / target).is_file()
    }

    assert missing == set()


@pytest.mark.parametrize("page", [page for page in PAGES if page != "404.html"])
def test_language_switch_leads_to_the_same_page_and_back(site: Site, page: str) -> None:
    shown = site.open(page)
    there = shown.get_attribute("a.md-select__link[hreflang=it]", "href") or ""

    assert urljoin(shown.url, there) == f"{HOST}/it/{page}"
    shown.hover(".md-select button")
    shown.click("a.md-select__link[hreflang=it]")
    shown.wait_for_url(f"{HOST}/it/{page}")
    back = shown.get_attribute("a.md-select__link[hreflang=en]", "href") or ""
    assert urljoin(shown.url, back) == f"{HOST}/{page}"
    assert site.said == []


@pytest.mark.parametrize(("language", "page"), list(product(LANGUAGES, PAGES)))
def test_first_visit_of_a_page_is_light(site: Site, language: str, page: str) -> None:
    shown = site.open(language + page, PHONE_BY_DAY)
    shown.wait_for_load_state("networkidle")
    asked = {url for url in site.asked if not url.startswith("data:")}
    asked.add(urljoin(shown.url, shown.get_attribute("link[rel=icon]", "href")))

    assert all(url.startswith(f"{HOST}/") for url in asked)
    assert len(asked) <= MOST_REQUESTS, asked
    assert sum(_weight(site, url) for url in asked) <= MOST_BYTES


def _weight(site: Site, url: str) -> int:
    """Bytes of the answer's body as they are sent."""
    content = site.file(url) or b""
    return len(gzip.compress(content, 6) if urlsplit(url).path.endswith(COMPRESSED) else content)


def _file(address: str) -> str:
    return address if address.endswith(".html") else f"{address}index.html"
