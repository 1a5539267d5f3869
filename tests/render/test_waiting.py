import time
from io import StringIO

import pytest

from telemaco.render.waiting import waiting


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


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
        time.sleep(0.4)

    shown = terminal.getvalue()
    assert "Matching [bold] ..." in shown
    assert "0:00:00" in shown
    assert shown.rstrip("\n").endswith("\x1b[2K")


def test_bar_says_how_many_are_done(terminal: Terminal) -> None:
    with waiting("Writing ...", terminal, 3, after=0.01) as done:
        done()
        done()
        time.sleep(0.4)

    assert "2/3" in terminal.getvalue()


def test_sign_goes_when_the_block_fails(terminal: Terminal) -> None:
    def interrupted() -> None:
        with waiting("Matching ...", terminal, after=0.01):
            time.sleep(0.2)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()

    assert "\x1b[?25h" in terminal.getvalue().rpartition("Matching")[2]
