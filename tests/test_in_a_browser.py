"""The example's site in a real browser: Debian's chromium, whose every request we see.

The browser uses a proxy on loopback for everything, so nothing leaves the machine. Its own log
of requests names who began each of them, which tells a page's from those the browser makes for
itself.
"""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest

from telemaco.cli.app import run

ROOT = Path(__file__).resolve().parent.parent
HOST = "workshop.example"
CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
QUIET = (
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--virtual-time-budget=3000",
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
    "handbook/",
    "404.html",
)
_SAID_IN_THE_CONSOLE = re.compile(r"CONSOLE[:(].*")

if CHROMIUM is None and not os.environ.get("CI"):
    pytest.skip("no chromium on this machine", allow_module_level=True)


class _Proxy(SimpleHTTPRequestHandler):
    """Serves the site under its own host's name, and nothing else."""

    def do_GET(self) -> None:
        asked = urlsplit(self.path)
        if asked.hostname == HOST:
            self.path = asked.path
            super().do_GET()
        else:
            self.send_error(403)

    def do_CONNECT(self) -> None:
        self.send_error(403)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the server's name)
        pass


class Browser:
    """Opens pages and tells what they asked for, said in the console, and became."""

    def __init__(self, site: Path, profile: Path) -> None:
        handler = partial(_Proxy, directory=str(site))
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.site = site
        self._profile = profile
        self._log = profile / "requests.json"
        Thread(target=self._server.serve_forever, daemon=True).start()

    def open(self, page: str, *flags: str) -> tuple[str, list[str]]:
        """The page's document once its scripts have run, and what it said in the console."""
        assert CHROMIUM, "install a browser: Debian's package chromium"
        root = ["--no-sandbox"] if os.geteuid() == 0 else []
        done = subprocess.run(
            [
                CHROMIUM,
                *QUIET,
                *root,
                *flags,
                f"--user-data-dir={self._profile}",
                f"--proxy-server=127.0.0.1:{self._server.server_port}",
                f"--log-net-log={self._log}",
                "--enable-logging=stderr",
                "--dump-dom",
                f"http://{HOST}/{page}",
            ],
            capture_output=True,
            text=True,
            timeout=120,
            check=True,
        )
        return done.stdout, _SAID_IN_THE_CONSOLE.findall(done.stderr)

    def requests(self) -> list[str]:
        """What the page that was opened last asked for."""
        log = json.loads(self._log.read_text())
        begun = [event.get("params", {}) for event in log["events"]]
        return [
            params["url"]
            for params in begun
            if "url" in params and params.get("initiator") == f"http://{HOST}"
        ]

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    site = tmp_path_factory.mktemp("site") / "public"
    assert run(["build", "--root", str(ROOT), "--out", str(site), "--lang", "en"]) == 0
    opened = Browser(site, tmp_path_factory.mktemp("profile"))
    yield opened
    opened.close()


@pytest.mark.parametrize("language", ["", "it/"])
@pytest.mark.parametrize("page", PAGES)
def test_page_asks_no_other_host_and_complains_of_nothing(
    browser: Browser, page: str, language: str
) -> None:
    document, said = browser.open(language + page)

    asked = browser.requests()
    assert any(url.endswith(".css") for url in asked), "the log of requests can be read"
    assert [url for url in asked if urlsplit(url).hostname not in {HOST, None}] == []
    assert not said
    assert f'<html lang="{language[:2] or "en"}"' in document


def test_a_request_to_another_host_is_seen(browser: Browser) -> None:
    (browser.site / "probe.html").write_text('<img src="http://elsewhere.example/dot.png">')

    browser.open("probe.html")

    assert "http://elsewhere.example/dot.png" in browser.requests()


def test_mentors_are_all_listed_and_can_be_searched_where_scripts_run(browser: Browser) -> None:
    written = (browser.site / "mentors" / "index.html").read_text()

    seen, _ = browser.open("mentors/")

    assert "Andrea del Verrocchio" in written
    assert "Andrea del Verrocchio" in seen
    assert _form_is_hidden(written)
    assert not _form_is_hidden(seen)


def _form_is_hidden(document: str) -> bool:
    form = re.search(r"<form[^>]*tm-filter[^>]*>", document)
    assert form, "the page has a form to search with"
    return "hidden" in form[0]
