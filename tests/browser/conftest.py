"""One browser and one built example for all tests in a browser.

`site` is the example; `built` makes another community's site, once a session for each folder.
Debian's chromium is driven; where there is none, these tests are passed over, but not in CI.
"""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from telemaco.cli.app import run
from tests.browser.site import PATIENCE, Once, Site

ROOT = Path(__file__).resolve().parents[2]
_WITHOUT_A_SCREEN = ["--disable-gpu", "--disable-software-rasterizer"]
"""Nobody looks: drawing took a third of the browser's time."""

_NAMES = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None and not os.environ.get("CI"):
        pytest.skip("no chromium on this machine")
    assert found, "install a browser: Debian's package chromium"
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found, args=_WITHOUT_A_SCREEN, timeout=3 * PATIENCE
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Once:
    """Makes a folder of a name that is not there yet; several workers share what one has made."""
    shared = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        shared = shared.parent

    def made(name: str, make: Callable[[Path], None]) -> Path:
        target = shared / name
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not target.exists():
                make(target)
        return target

    return made


@pytest.fixture(scope="session")
def built(browser: Browser, once: Once) -> Callable[[Path], Site]:
    """Makes the site of the community in a folder."""

    def build(root: Path) -> Site:
        def make(target: Path) -> None:
            assert run(["build", "--root", str(root), "--out", str(target), "--lang", "en"]) == 0

        return Site(once(f"site-of-{root.name}", make), browser)

    return build


@pytest.fixture(scope="session")
def site(built: Callable[[Path], Site]) -> Site:
    return built(ROOT)
