"""The site on this machine: a small server whose pages load themselves anew."""

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Condition, Thread
from types import MappingProxyType
from typing import Any
from urllib.parse import parse_qs, urlsplit

from telemaco.adapters.reasons import reason_of
from telemaco.findings import TelemacoError
from telemaco.messages import msg

_CHANGES = "/.telemaco/changes"
_WAIT = 20.0
"""Seconds after which an unanswered question is asked again; proxies give up at 30."""

_RELOAD = "/.telemaco/reload.js"
_SCRIPT = f"""\
(async () => {{
  const edition = Number(document.currentScript.dataset.edition);
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  for (;;) {{
    try {{
      const answer = await fetch(`{_CHANGES}?since=${{edition}}`);
      if ((await answer.json()).edition !== edition) return location.reload();
    }} catch {{
      await pause(1000);
    }}
  }}
}})();
"""
"""A file of its own: a page's policy runs no script that the builder did not write into it."""


class Preview:
    """Serves a folder; whoever looks at a page sees the new one after `reload`.

    `unbuilt` has a page by language that stands in place of all others until the folder has a
    home page; who reads none of these languages gets the first.
    """

    def __init__(self, folder: Path, host: str, port: int, unbuilt: Mapping[str, str]) -> None:
        self._editions = _Editions()
        handler = partial(_Pages, self._editions, unbuilt, directory=str(folder))
        try:
            self._server = _Server((host, port), handler)
        except OSError as error:
            raise TelemacoError(
                msg(
                    "{host}:{port} cannot be served: {reason}",
                    host=host,
                    port=port,
                    reason=reason_of(error),
                ),
                msg("Another program may use the port; name another one with --port."),
            ) from error

    @property
    def address(self) -> str:
        """Where the site is to be seen."""
        host, port = self._server.server_address[:2]
        return f"http://{host!s}:{port}/"

    def start(self) -> None:
        """Serve in the background until the program ends."""
        Thread(target=self._server.serve_forever, daemon=True).start()

    def reload(self) -> None:
        """Tell every open page to load itself anew."""
        self._editions.advance()

    def stop(self) -> None:
        """Stop serving."""
        self._server.shutdown()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    """A server that says nothing of readers who went away before their answer came."""

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 (as declared)
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Editions:
    """The number of the edition on show, and who waits for the next."""

    def __init__(self) -> None:
        self._condition = Condition()
        self.current = 0

    def advance(self) -> None:
        with self._condition:
            self.current += 1
            self._condition.notify_all()

    def wait_for_other_than(self, edition: int, seconds: float) -> int:
        with self._condition:
            self._condition.wait_for(lambda: self.current != edition, seconds)
            return self.current


class _Pages(SimpleHTTPRequestHandler):
    """Files as they are, but for pages, which get a script that waits for the next edition."""

    def __init__(
        self, editions: _Editions, unbuilt: Mapping[str, str], *request: object, directory: str
    ) -> None:
        self._editions = editions
        self._unbuilt = unbuilt
        start: Callable[..., None] = super().__init__
        start(*request, directory=directory)

    def do_GET(self) -> None:
        """Answer with a page, a file, or the number of the next edition."""
        asked = urlsplit(self.path)
        if asked.path == _CHANGES:
            self._answer_changes(parse_qs(asked.query).get("since", ["0"])[0])
            return
        if asked.path == _RELOAD:
            self._answer(HTTPStatus.OK, "text/javascript; charset=utf-8", _SCRIPT.encode())
            return
        if not (Path(self.directory) / "index.html").is_file():
            self._answer_unbuilt()
            return
        page = self._page(asked.path)
        if page is None:
            super().do_GET()
            return
        try:
            self._answer(HTTPStatus.OK, "text/html; charset=utf-8", self._alive(page.read_bytes()))
        except OSError:
            super().do_GET()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page for what is not there, as a forge's pages would show it."""
        lost = Path(self.directory) / "404.html"
        if code == HTTPStatus.NOT_FOUND and lost.is_file():
            self._answer(
                HTTPStatus.NOT_FOUND, "text/html; charset=utf-8", self._alive(lost.read_bytes())
            )
        else:
            super().send_error(code, message, explain)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 (the signature)
        """Say nothing: the terminal is for findings."""

    def _page(self, path: str) -> Path | None:
        """The HTML file that the path means; None for anything else."""
        if path.endswith("/"):
            return Path(self.translate_path(path)) / "index.html"
        return Path(self.translate_path(path)) if path.endswith(".html") else None

    def _alive(self, page: bytes) -> bytes:
        script = f'<script src="{_RELOAD}" data-edition="{self._editions.current}"></script>\n'
        return page.replace(b"</body>", script.encode() + b"</body>")

    def _answer_unbuilt(self) -> None:
        language = _preferred(self.headers.get("Accept-Language", ""), tuple(self._unbuilt))
        self._answer(
            HTTPStatus.SERVICE_UNAVAILABLE,
            "text/html; charset=utf-8",
            self._alive(self._unbuilt[language].encode()),
            {"Retry-After": "2", "Content-Language": language, "Vary": "Accept-Language"},
        )

    def _answer_changes(self, since: str) -> None:
        known = int(since) if since.isdecimal() else 0
        edition = self._editions.wait_for_other_than(known, _WAIT)
        self._answer(HTTPStatus.OK, "application/json", json.dumps({"edition": edition}).encode())

    def _answer(
        self,
        status: HTTPStatus,
        kind: str,
        content: bytes,
        headers: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)


def _preferred(accepted: str, known: Sequence[str]) -> str:
    """The language that a browser likes best of those there are (RFC 9110, 12.5.4), or the first.

    A browser names its languages in their order; that their weights say the same is taken for
    granted.
    """
    for asked in accepted.split(","):
        language = asked.partition(";")[0].strip().partition("-")[0].lower()
        if language in known:
            return language
    return known[0]
