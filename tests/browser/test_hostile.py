"""Payloads in every text of every record: no page of the site takes one for a part of itself.

The pages are looked at without their policy, so that nothing but how they are made stops a script.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from telemaco.adapters.disk import DiskSources
from telemaco.adapters.site_builder import MkDocsBuilder
from telemaco.adapters.site_folder import DiskSiteFolder
from telemaco.adapters.site_sources import DiskSiteSources
from telemaco.adapters.translations import Catalog
from telemaco.render.policy import without_policy
from telemaco.usecases.build import Site as Workshop
from telemaco.usecases.build import build
from telemaco.usecases.check import check
from tests.browser.hostile import Hand
from tests.browser.site import HOST, LANGUAGES, PHONE_BY_DAY, Once, Site, kind_of

ROOT = Path(__file__).resolve().parents[2]
_NUMBER = re.compile(rb"\bt\d+t\b")
PLACE = "'\"><script>owned='url'</script>&amp;{{x}}/"
"""Where the site lies, in `Community.url`; the page for what is not there looks there for files."""

_FACTS = """() => ({
  owned: window.owned,
  headings: document.querySelectorAll("h1").length,
  landmarks: ["header", "main", "footer", "nav"].every((one) => document.querySelector(one)),
  foreign: document.querySelectorAll(
    "article :is(script:not([src]), iframe, form[action], base, meta, link, style, img, [style])"
  ).length,
  width: document.documentElement.scrollWidth,
  links: [...document.querySelectorAll("a[href]")].map((link) => link.protocol),
})"""


@pytest.fixture(scope="module")
def written() -> Mapping[str, int]:
    hand = Hand()
    hand.community(check(DiskSources(ROOT)).community)
    return hand.written


@pytest.fixture(scope="module")
def hostile(browser: Browser, once: Once) -> Site:
    site = Site(once("hostile-site", _build), browser, PLACE)
    for path in site.folder.rglob("*.html"):
        address = path.relative_to(site.folder).as_posix().removesuffix("index.html")
        site.made_up[address] = without_policy(path.read_text()).encode()
    return site


def test_every_record_has_texts_that_are_tried(written: Mapping[str, int]) -> None:
    assert {where.partition(".")[0] for where in written} >= {
        "Community", "Program", "Person", "Pair", "Goal", "Skill", "Agenda", "Link", "Closing",
    }  # fmt: skip


def test_they_stand_on_the_pages(hostile: Site) -> None:
    shown = {number for page in hostile.made_up.values() for number in _NUMBER.findall(page)}

    assert len(shown) > 300


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_takes_a_text_for_a_part_of_itself(hostile: Site, language: str) -> None:
    for address in _one_of_every_kind(hostile, language):
        page = hostile.open(language + address, PHONE_BY_DAY)
        facts = page.evaluate(_FACTS)

        assert facts["owned"] is None, address
        assert facts["headings"] == 1, address
        assert facts["landmarks"], address
        assert facts["foreign"] == 0, address
        assert facts["width"] <= PHONE_BY_DAY.width, address
        assert {*facts["links"]} <= {"https:", "http:", "mailto:"}, address
        assert hostile.said == [], address
        assert all(url.startswith(f"{HOST}/") for url in hostile.asked), address


def _build(target: Path) -> None:
    community = check(DiskSources(ROOT)).community
    today = community.settings.today
    assert today
    with DiskSiteFolder(target) as folder:
        workshop = Workshop(
            DiskSiteSources(ROOT), MkDocsBuilder(ROOT / ".telemaco"), folder, Catalog
        )
        written = Hand().community(community)
        settings = written.settings.model_copy(update={"url": f"{HOST}/{PLACE}"})
        build(replace(written, settings=settings), today, workshop)
        folder.publish()


def _one_of_every_kind(site: Site, language: str) -> list[str]:
    """The largest page of each, where most of the texts stand."""
    largest: dict[str, str] = {}
    for address in site.addresses():
        own = address.removeprefix(language)
        if address.startswith("it/") == bool(language) and "handbook" not in address:
            kind = kind_of(own)
            if len(site.made_up[address]) > len(
                site.made_up.get(language + largest.get(kind, "-"), b"")
            ):
                largest[kind] = own
    return sorted(largest.values())
