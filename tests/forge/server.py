"""The HTTP of our own GitHub: loopback only, a thread a connection."""

import json
import socket
import sys
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TypeAlias

from tests.forge.call import Answer

Respond: TypeAlias = Callable[[str, str, Mapping[str, str], bytes], Answer | None]
"""Method, target, headers (names in small letters) and body to an answer, or to none at all."""


class Server:
    """Listens on a free port from the start."""

    def __init__(self, respond: Respond) -> None:
        self._http = _HTTPServer(("127.0.0.1", 0), _Handler)
        self._http.respond = respond
        self._thread = Thread(target=self._http.serve_forever, args=(0.05,), daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    def start(self) -> None:
        """Serve in the background."""
        self._thread.start()

    def stop(self) -> None:
        """Stop serving, and close the port."""
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()


class _HTTPServer(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64
    respond: Respond

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that has gone is what a time-out looks like from here."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1
    disable_nagle_algorithm = True

    def any(self) -> None:
        """Any request."""
        size = int(self.headers.get("content-length") or 0)
        raw = self.rfile.read(size) if size else b""
        headers = {name.lower(): value for name, value in self.headers.items()}
        assert isinstance(self.server, _HTTPServer)
        is_whole = len(raw) == size  # not when the client died while it was sending
        answer = self.server.respond(self.command, self.path, headers, raw) if is_whole else None
        if answer is None:
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        self._send(answer)

    def _send(self, answer: Answer) -> None:
        content = answer.body if isinstance(answer.body, bytes) else _written(answer)
        self.send_response_only(answer.status)
        headers = {"content-type": "application/json; charset=utf-8", **answer.headers}
        for name, value in {**headers, "content-length": str(len(content))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)


def _written(answer: Answer) -> bytes:
    return b"" if answer.body is None else json.dumps(answer.body).encode()


for _method in ("GET", "POST", "PUT", "PATCH", "DELETE"):
    setattr(_Handler, f"do_{_method}", _Handler.any)
