import re
import time
from io import StringIO

import pytest

from telemaco.render.waiting import waiting

_PATIENCE = 60.0
"""Seconds; a machine that tests much else at the same time is slow."""


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True

    def wait_for(self, words: str) -> None:
        """Until they have been shown."""
        end = time.monotonic() + _PATIENCE
        while words not in self.getvalue():
            assert time.monotonic() < end, words
            time.sleep(0.01)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    for name in ("NO_COLOR", "TTY_INTERACTIVE", "TTY_COMPATIBLE", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    return Terminal()


def test_nothing_is_written_where_there_is_no_terminal() -> None:
    stream = StringIO()

    with waiting("Matching ...", stream, 2, after=0) as done:
        done()
        time.sleep(0.2)

    assert not stream.getvalue()


def test_nothing_is_shown_of_what_is_short(terminal: Terminal) -> None:
    with waiting("Matching ...", terminal, after=60):
        pass

    assert "Matching" not in terminal.getvalue()


def test_text_is_shown_of_what_takes_longer_and_taken_away(terminal: Terminal) -> None:
    with waiting("Matching [bold] ...", terminal, after=0.01):
        terminal.wait_for("Matching [bold] ...")

    shown = terminal.getvalue()
    assert re.search(r"0:0\d:\d\d", shown)
    assert shown.rstrip("\n").endswith("\x1b[2K")


def test_bar_says_how_many_are_done(terminal: Terminal) -> None:
    with waiting("Writing ...", terminal, 3, after=0.01) as done:
        done()
        done()
        terminal.wait_for("2/3")


def test_sign_goes_when_the_block_fails(terminal: Terminal) -> None:
    def interrupted() -> None:
        with waiting("Matching ...", terminal, after=0.01):
            terminal.wait_for("Matching")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()

    assert "\x1b[?25h" in terminal.getvalue().rpartition("Matching")[2]
