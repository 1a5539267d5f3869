import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from telemaco.cli.app import run
from tests.cli.hearing import HEARING
from tests.small import small_community

_PATIENCE = 180.0
"""Seconds; a machine that tests much else at the same time is slow."""


class Served:
    """`telemaco serve` at work, and what it says."""

    def __init__(self, root: Path, log: Path) -> None:
        self.root = root
        self.log = log
        with log.open("wb") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-c", HEARING, "serve", "--root", str(root), "--port", "0"],
                env=os.environ | {"LANGUAGE": "en", "PYTHONUNBUFFERED": "1"},
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    def wait_for(self, pattern: str, times: int = 1) -> str:
        """What was said, once the pattern stands in it so many times."""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            said = self.log.read_text()
            if len(re.findall(pattern, said)) >= times:
                return said
            time.sleep(0.05)
        raise AssertionError(f"{pattern} was not said: {self.log.read_text()}")

    def wait_for_page(self, page: str, words: str) -> None:
        """Until the page says it; while a site takes the place of another it may be missing."""
        end = time.monotonic() + _PATIENCE
        while words not in self._page_if_there(page):
            assert time.monotonic() < end, words
            time.sleep(0.05)

    def _page_if_there(self, path: str) -> str:
        try:
            return self.page(path)
        except HTTPError:
            return ""

    def page(self, path: str = "") -> str:
        address = re.search(r"http://\S+/", self.log.read_text())
        assert address
        with urlopen(address[0] + path, timeout=60) as answer:  # noqa: S310 (this machine)
            return str(answer.read().decode())


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    running = Served(small_community(tmp_path / "small"), tmp_path / "log")
    yield running
    running.process.kill()
    running.process.wait()


@pytest.mark.parametrize("folder", ["nope", "."])
def test_folder_without_a_community_is_not_served(
    folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["serve", "--root", str(tmp_path / folder), "--port", "0"]) == 3

    assert "Traceback" not in capsys.readouterr().err


def test_the_site_follows_its_files_and_survives_mistakes(served: Served) -> None:
    settings = served.root / "program" / "community.yaml"
    good = settings.read_text()
    served.wait_for("pages in")
    time.sleep(0.5)

    settings.write_text(good.replace("Learning music", "Learning good music"))
    served.wait_for("pages in", 2)
    assert "Learning good music" in served.page()

    settings.write_text(good + "x: [\n")
    served.wait_for("error\\[")
    assert "Learning good music" in served.page()

    settings.write_text(good)
    served.wait_for("pages in", 3)
    page = "pairs/spring-2027/haydn-beethoven/"
    for words in ("We played it twice.", "We played it again."):
        note = served.root / page / "2027-03-22.md"
        note.write_text(f"---\nstatus: planned\nvisibility: public\n---\n{words}\n")
        served.wait_for_page(page, words)
    served.wait_for("pages in", 4)

    served.process.send_signal(signal.SIGINT)
    assert served.process.wait(timeout=_PATIENCE) == 130
    assert "Traceback" not in served.log.read_text()


def test_a_build_that_is_under_way_does_not_hold_up_the_end(served: Served) -> None:
    served.wait_for("Ctrl-C ends it")

    served.process.send_signal(signal.SIGTERM)
    begun = time.monotonic()

    assert served.process.wait(timeout=_PATIENCE) == 130
    assert time.monotonic() - begun < 10
    assert not [*served.root.glob("*public*")]
    assert "pages in" not in served.log.read_text()
