"""A second build after one note changed against the first, and how soon `telemaco serve` shows it.

Each pair has 12 notes, of which one in ten is published. What the second build makes is compared
with a clean one, byte for byte. TELEMACO_BENCH_PAIRS says of how many pairs, 1,000 if left out. The
seconds of `serve` are from the saved file to the page that says it, over HTTP; the second change
comes while the site is still being made after the first.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

from bench.made_up import TODAY, files
from bench.process import run
from bench.table import Row

PAIRS = int(os.environ.get("TELEMACO_BENCH_PAIRS", "1000"))
_NOTES = 12
_PUBLISHED = "visibility: public\n"
_PAUSE = 0.01
_PATIENCE = 1800.0


def rows() -> Iterable[Row]:
    """The two builds, then the changes while the site is served."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "community"
        notes = _write(root)
        cold, cold_wall = _built(root)
        _say(notes[0], "Hammer")
        again, again_wall = _built(root)
        if not _is_clean(root):
            raise RuntimeError("the second build made other bytes than a clean one")
        yield Row(f"telemaco build, {PAIRS} pairs, nothing there", cold, "CPU s")
        yield Row("the same on the clock", cold_wall, "s")
        yield Row("a second build after one note changed", again, "CPU s")
        yield Row("the same on the clock", again_wall, "s")
        yield Row("a second build, of the first", 100 * again / cold, "%", at_most=5)
        with _served(root) as address:
            for number, note in enumerate(notes, 1):
                seconds = _seconds_until_shown(address, root, note)
                yield Row(f"a changed note over HTTP, change {number}", seconds, "s", at_most=1)


def _write(root: Path) -> list[Path]:
    """The community; the answer is the published notes that are changed, each of another pair."""
    published: dict[Path, Path] = {}
    for number, (path, text) in enumerate(files(2 * PAIRS, PAIRS, _NOTES * PAIRS)):
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        is_note = target.suffix == ".md"
        is_silent = is_note and number % 10
        target.write_text(f"{text.partition(_PUBLISHED)[0]}---\n" if is_silent else text)
        if is_note and not is_silent:
            published.setdefault(target.parent, target)
    return list(published.values())[:3]


def _say(note: Path, word: str) -> None:
    note.write_text(f"{note.read_text()}\n{word} and anvil.\n")


def _built(root: Path) -> tuple[float, float]:
    """CPU seconds, those of the builder included, and seconds on the clock."""
    start = time.perf_counter()
    cost = run([sys.executable, "-m", "telemaco", "build", "--today", str(TODAY)], root)
    return cost.seconds, time.perf_counter() - start


def _is_clean(root: Path) -> bool:
    made = _files(root / "public")
    shutil.rmtree(root / ".telemaco")
    shutil.rmtree(root / "public")
    _built(root)
    return _files(root / "public") == made


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@contextmanager
def _served(root: Path) -> Iterator[str]:
    """The address of the site once it is all there."""
    command = [sys.executable, "-m", "telemaco", "serve", "--port", "0", "--today", str(TODAY)]
    with subprocess.Popen(command, cwd=root, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None  # noqa: S101 (it was asked for)
        said = process.stderr.readline()
        found = re.search(r"http://\S+/", said)
        if not found:
            raise RuntimeError(said)
        process.stderr.readline()
        try:
            yield found[0]
        finally:
            process.send_signal(signal.SIGINT)


def _seconds_until_shown(address: str, root: Path, note: Path) -> float:
    page = f"{address}{note.parent.relative_to(root).as_posix()}/"
    word = f"Bellows {time.time_ns()}"
    start = time.perf_counter()
    _say(note, word)
    while word not in _page(page):
        if time.perf_counter() - start > _PATIENCE:
            raise RuntimeError(f"{page} does not show the change")
        time.sleep(_PAUSE)
    return time.perf_counter() - start


def _page(address: str) -> str:
    try:
        with urlopen(address) as answer:  # noqa: S310 (this machine)
            return str(answer.read().decode())
    except HTTPError:
        return ""
