import json
import socket
import struct
from collections.abc import Iterator
from pathlib import Path
from threading import Timer
from threading import enumerate as threads
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from telemaco.adapters.preview import Preview
from telemaco.findings import TelemacoError

UNBUILT = {"en": "<body>soon</body>", "it": "<body>tra poco</body>"}


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    (tmp_path / "index.html").write_text("<body>home</body>")
    (tmp_path / "404.html").write_text("<body>lost</body>")
    (tmp_path / "style.css").write_text("a{}")
    shown = Preview(tmp_path, "127.0.0.1", 0, UNBUILT)
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


@pytest.mark.parametrize(
    ("accepted", "words"),
    [
        (None, "soon"),
        ("it-IT,it;q=0.9,en;q=0.8", "tra poco"),
        ("en-GB, it;q=0.5", "soon"),
        ("fr, IT;q=0.5", "tra poco"),
        ("fr", "soon"),
        ("*", "soon"),
    ],
)
@pytest.mark.parametrize("page", ["", "people/leonardo/", "style.css"])
@pytest.mark.parametrize("is_empty", [True, False])
def test_a_site_that_is_not_there_yet_has_a_page_of_its_own(
    tmp_path: Path, accepted: str | None, words: str, page: str, *, is_empty: bool
) -> None:
    folder = tmp_path if is_empty else tmp_path / "public"
    empty = Preview(folder, "127.0.0.1", 0, UNBUILT)
    empty.start()
    headers = {"Accept-Language": accepted} if accepted else {}

    with pytest.raises(HTTPError) as error:
        urlopen(Request(empty.address + page, headers=headers), timeout=60)  # noqa: S310

    empty.stop()
    body = error.value.read().decode()
    assert (error.value.code, error.value.headers["Retry-After"]) == (503, "2")
    assert f'{words}<script src="/.telemaco/reload.js" data-edition="0"></script>' in body


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
        Preview(tmp_path, "127.0.0.1", port, UNBUILT)

    assert error.value.hint is not None
