"""Whether people who cannot see the screen, see it badly or use no mouse can read the pages.

axe-core judges. What it finds by day it finds by night, too, but for colours, so each page is
judged whole by day, and its colours again by night.
"""

from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # untyped
from playwright.sync_api import Page

from tests.browser.site import LANGUAGES, PAGES, PHONE_BY_DAY, Site

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
"""axe-core's rules for WCAG 2.2, levels A and AA."""

COLOURS = ["color-contrast", "link-in-text-block"]
AXE = Axe()


@pytest.mark.parametrize(("language", "page"), list(product(LANGUAGES, PAGES)))
def test_page_is_accessible_by_day_and_by_night(site: Site, language: str, page: str) -> None:
    shown = site.open(language + page, PHONE_BY_DAY)
    by_day = rules_broken(shown, "tag", RULES)
    shown.emulate_media(color_scheme="dark")
    assert shown.get_attribute("body", "data-md-color-scheme") == "slate"
    by_night = rules_broken(shown, "rule", COLOURS)
    shown.emulate_media(color_scheme="light")

    assert (by_day, by_night) == ([], [])


def test_what_is_not_accessible_is_seen(site: Site) -> None:
    site.made_up["probe.html"] = (
        b"<style>p { color: #ccc } @media (prefers-color-scheme: dark) { p { color: #bbb } }"
        b"</style><img src=assets/logo.svg><p>Faint words"
    )
    shown = site.open("probe.html", PHONE_BY_DAY)

    assert {"image-alt", "color-contrast"} <= {
        rule for rule, *_ in rules_broken(shown, "tag", RULES)
    }
    assert rules_broken(shown, "rule", COLOURS) != []


def rules_broken(page: Page, kind: str, rules: list[str]) -> list[tuple[str, ...]]:
    """Each broken rule with the elements that break it."""
    options = {"runOnly": {"type": kind, "values": rules}, "resultTypes": ["violations"]}
    violations = AXE.run(page, options=options).response["violations"]
    return [
        (violation["id"], *(node["html"][:200] for node in violation["nodes"]))
        for violation in violations
    ]
