"""Pictures of the built site: `python docs/screenshots.py [--all FOLDER]`.

Serves public/ on this machine, opens pages in headless Chromium and keeps small pictures
under docs/screenshots/. With --all every page kind is taken whole at three widths, light and
dark, in every language, into FOLDER, to be looked at. The browser stands in Rome, in the morning
of the example's own day, so that the same site gives the same pictures.
"""

import argparse
import shutil
from collections.abc import Iterator
from datetime import date, datetime, time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import product
from pathlib import Path
from threading import Thread
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

import yaml
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent
KEPT = ROOT / "docs" / "screenshots"
_WIDTHS = (360, 768, 1440)
_ZONE = "Europe/Rome"
_MORNING = time(9, 30)
_STEADY = (
    "--num-raster-threads=1",
    "--disable-partial-raster",
    "--disable-skia-runtime-opts",
)
_AT_REST = "*, *::before, *::after { transition: none !important; }"
"""Colours on their way from the one scheme to the other would differ from run to run."""

Scheme = Literal["light", "dark"]


class Shot(NamedTuple):
    """A page of the site, how wide, in which scheme, and how much of it: all without a height."""

    page: str
    width: int
    height: int | None
    scheme: Scheme
    target: Path


def main() -> None:
    """Take the pictures that are kept, or all there are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=ROOT / "public")
    parser.add_argument("--all", type=Path, metavar="FOLDER")
    options = parser.parse_args()
    if not (options.site / "index.html").is_file():
        parser.error(f"{options.site} holds no site: build it first, or run make screenshots")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(options.site)))
    Thread(target=server.serve_forever, daemon=True).start()
    shots = _all_shots(options.site, options.all) if options.all else _kept_shots(options.site)
    moment = _moment()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=_STEADY)
        for shot in shots:
            _take(browser, f"http://127.0.0.1:{server.server_port}/{shot.page}", shot, moment)
        browser.close()
    server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the signature)
        """Say nothing."""


def _kept_shots(site: Path) -> Iterator[Shot]:
    pages = _page_kinds(site)
    yield Shot("", 1280, 860, "light", KEPT / "home.png")
    yield Shot("it/", 390, 800, "dark", KEPT / "home-phone-it-dark.png")
    yield Shot(pages.get("program", ""), 1280, 860, "light", KEPT / "program.png")
    yield Shot(pages["mentors"], 390, 800, "light", KEPT / "mentors-phone.png")
    yield Shot(f"it/{pages.get('person', '')}", 1280, 860, "light", KEPT / "person-it.png")
    yield Shot(pages.get("pair", ""), 1280, 860, "dark", KEPT / "pair-dark.png")
    yield Shot("it/progress/", 1280, 860, "light", KEPT / "progress-it.png")
    yield Shot("it/calendar/", 390, 800, "dark", KEPT / "calendar-phone-it-dark.png")


def _all_shots(site: Path, folder: Path) -> Iterator[Shot]:
    languages = ("", "it/") if (site / "it").is_dir() else ("",)
    schemes: tuple[Scheme, ...] = ("light", "dark")
    for (kind, page), prefix, width, scheme in product(
        _page_kinds(site).items(), languages, _WIDTHS, schemes
    ):
        name = f"{kind}-{prefix.strip('/') or 'en'}-{width}-{scheme}.png"
        yield Shot(prefix + page, width, None, scheme, folder / name)


def _page_kinds(site: Path) -> dict[str, str]:
    """A page of each kind; of records the one with the most to show."""
    records = {
        "program": "programs/*/index.html",
        "pair": "pairs/*/*/index.html",
        "program-pairs": "pairs/*/index.html",
        "person": "people/*/index.html",
        "program-progress": "progress/*/index.html",
        "report": "programs/*/report/index.html",
        "audit": "programs/*/audit/index.html",
        "skill": "mentors/skills/*/index.html",
        "certificate": "certificates/*/index.html",
    }
    found = {
        kind: max(paths, key=lambda path: path.stat().st_size)
        for kind, pattern in records.items()
        if (paths := list(site.glob(pattern)))
    }
    hubs = {"home": "", "handbook": "handbook/", "404": "404.html"} | {
        name.replace("/", "-"): f"{name}/"
        for name in (
            "programs",
            "mentors",
            "pairs",
            "progress",
            "calendar",
            "data",
            "about",
            "coordinators",
            "thanks",
            "mentors/skills",
        )
    }
    return hubs | {
        kind: f"{path.parent.relative_to(site).as_posix()}/" for kind, path in found.items()
    }


def _moment() -> datetime:
    """The morning of the day that the example lives on."""
    settings = yaml.safe_load((ROOT / "program" / "community.yaml").read_text(encoding="utf-8"))
    today: date = settings["today"]
    return datetime.combine(today, _MORNING, ZoneInfo(_ZONE))


def _take(browser: Browser, address: str, shot: Shot, moment: datetime) -> None:
    page = browser.new_page(
        viewport={"width": shot.width, "height": shot.height or 900},
        color_scheme=shot.scheme,
        timezone_id=_ZONE,
        locale="it-IT" if "/it/" in address else "en-GB",
    )
    page.clock.set_fixed_time(moment)
    page.goto(address, wait_until="networkidle")
    page.screenshot(
        path=shot.target, full_page=shot.height is None, animations="disabled", style=_AT_REST
    )
    page.close()


if __name__ == "__main__":
    main()
