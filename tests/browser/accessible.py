"""What axe-core says of a page: whether those can read it who see little or use no mouse."""

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # untyped
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
"""axe-core's rules for WCAG 2.2, levels A and AA."""

COLOURS = ["color-contrast", "link-in-text-block"]
"""What may be broken by night that is not by day."""

_AXE = Axe()
_COLOURS_AT_ONCE = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("*, ::before, ::after { transition: none !important }");
  document.adoptedStyleSheets.push(sheet);
}"""
"""The theme lets a link's colour change slowly, and axe-core would judge one on its way."""

_HAS_SCHEME = "(scheme) => (document.body.dataset.mdColorScheme ?? scheme) === scheme"
"""The theme's script changes the colours some time after the system's mode has changed."""


def rules_broken(page: Page, kind: str, rules: list[str]) -> list[tuple[str, ...]]:
    """Each broken rule with the elements that break it."""
    options = {"runOnly": {"type": kind, "values": rules}, "resultTypes": ["violations"]}
    violations = _AXE.run(page, options=options).response["violations"]
    return [
        (violation["id"], *(node["html"][:200] for node in violation["nodes"]))
        for violation in violations
    ]


def rules_broken_by_day_and_by_night(page: Page) -> list[tuple[str, ...]]:
    """The page judged whole by day, and its colours again by night."""
    page.evaluate(_COLOURS_AT_ONCE)
    by_day = rules_broken(page, "tag", RULES)
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(_HAS_SCHEME, arg="slate")
    by_night = rules_broken(page, "rule", COLOURS)
    page.emulate_media(color_scheme="light")
    page.wait_for_function(_HAS_SCHEME, arg="default")
    return by_day + by_night
