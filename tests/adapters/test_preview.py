import json
import socket
import struct
from collections.abc import Iterator
from pathlib import Path
from threading import Timer
from threading import enumerate as threads
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from telemaco.adapters.preview import Preview
from telemaco.findings import TelemacoError


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    (tmp_path / "index.html").write_text("<body>home</body>")
    (tmp_path / "404.html").write_text("<body>lost</body>")
    (tmp_path / "style.css").write_text("a{}")
    shown = Preview(tmp_path, "127.0.0.1", 0)
    shown.start()
    yield shown
    shown.stop()


def _read(address: str) -> str:
    with urlopen(address, timeout=60) as answer:  # noqa: S310 (this machine)
        return str(answer.read().decode())


@pytest.mark.parametrize("page", ["", "index.html"])
def test_a_page_waits_for_its_next_edition(preview: Preview, page: str) -> None:
    script = '<script src="/.telemaco/reload.js" data-edition="0"></script>'
    assert script in _read(preview.address + page)
    assert "/.telemaco/changes?since=${edition}" in _read(f"{preview.address}.telemaco/reload.js")


def test_other_files_are_served_as_they_are(preview: Preview) -> None:
    assert _read(preview.address + "style.css") == "a{}"


def test_a_page_that_is_not_there_is_the_sites_own(preview: Preview) -> None:
    with pytest.raises(HTTPError) as error:
        _read(preview.address + "nowhere/")

    assert error.value.code == 404
    assert "lost" in error.value.read().decode()


def test_a_site_that_is_not_there_yet_is_an_ordinary_404(tmp_path: Path) -> None:
    empty = Preview(tmp_path / "public", "127.0.0.1", 0)
    empty.start()

    with pytest.raises(HTTPError, match="404"):
        _read(empty.address)

    empty.stop()


def test_whoever_waits_hears_of_the_next_edition(preview: Preview) -> None:
    Timer(0.1, preview.reload).start()

    answer = json.loads(_read(f"{preview.address}.telemaco/changes?since=0"))

    assert answer == {"edition": 1}


def test_who_asks_for_nonsense_is_told_the_edition(preview: Preview) -> None:
    preview.reload()

    assert '"edition": 1' in _read(f"{preview.address}.telemaco/changes?since=x")


def test_nothing_is_said_of_a_reader_who_went_away(
    preview: Preview, capfd: pytest.CaptureFixture[str]
) -> None:
    port = int(preview.address.rstrip("/").rpartition(":")[2])
    before = set(threads())
    reader = socket.create_connection(("127.0.0.1", port))
    reader.sendall(b"GET /.telemaco/changes?since=0 HTTP/1.0\r\n\r\n")
    reader.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    reader.close()

    preview.reload()
    _read(preview.address)  # Connections are taken in turn: by now the first one was.
    for answering in set(threads()) - before:
        answering.join()

    assert capfd.readouterr().err == ""


def test_a_port_in_use_is_an_error_with_a_way_out(preview: Preview, tmp_path: Path) -> None:
    port = int(preview.address.rstrip("/").rpartition(":")[2])

    with pytest.raises(TelemacoError) as error:
        Preview(tmp_path, "127.0.0.1", port)

    assert error.value.hint is not None
