"""Every address within the site leads somewhere, and one gets about by clicking."""

import pytest

from telemaco.render.links import files_named_in
from tests.browser.site import HOST, LANGUAGES, PHONE_BY_DAY, Site

_STEPS = (
    "a[href$='programs/']",
    "a[href$='atelier-2027/']",
    "a[href*='progress/']",
    "a[href$='coordinators/']",
    "a[href$='mentors/']",
    "a[href*='people/']",
)


def test_every_address_within_the_site_leads_to_a_file(site: Site) -> None:
    missing = {
        (address, target)
        for address in site.addresses()
        for target in files_named_in(_file(address), (site.file(address) or b"").decode())
        if not (site.folder / target).is_file()
    }

    assert missing == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_gets_about_by_clicking(site: Site, language: str) -> None:
    shown = site.open(language)
    seen = [shown.url]
    for step in _STEPS:
        shown.locator(f"{step}:visible").first.click()
        shown.wait_for_url(lambda url: url not in seen)
        seen.append(shown.url)
        assert shown.locator("h1").count() == 1

    assert all(url.startswith(f"{HOST}/{language}") for url in seen)
    assert site.said == []


def test_language_is_switched_there_and_back(site: Site) -> None:
    shown = site.open("mentors/", PHONE_BY_DAY)

    for code, address in (("it", "it/mentors/"), ("en", "mentors/")):
        shown.click(".md-select button")
        shown.click(f"a.md-select__link[hreflang={code}]")
        shown.wait_for_url(f"{HOST}/{address}")
        assert shown.get_attribute("html", "lang") == code
    assert site.said == []


def _file(address: str) -> str:
    return address if address.endswith(".html") else f"{address}index.html"
