"""What a build leaves for the next one, in the folder where the builder works."""

import sys
import zoneinfo
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from telemaco.adapters.disk import write_whole
from telemaco.adapters.reasons import reason_of
from telemaco.findings import TelemacoError
from telemaco.messages import msg
from telemaco.render.tracing.facts import digest
from telemaco.render.tracing.record import Record, as_bytes, of_bytes

_LIBRARIES = (
    "babel",
    "icalendar",
    "jinja2",
    "markdown-it-py",
    "markupsafe",
    "nh3",
    "pydantic",
    "pyyaml",
    "tzdata",
)
"""Those of which words of a page hang on: another version might write another page."""


class SiteMemory:
    """Keeps a record beside the builder's files; it may be thrown away at any time."""

    def __init__(self, folder: Path, target: Path) -> None:
        """`target` is the folder of the site that the record is about."""
        self._file = folder / f"pages-{digest(str(target.resolve()))[:12]}"

    def recall(self) -> Record | None:
        """What the last build left; None where there is nothing, or nothing whole."""
        try:
            return of_bytes(self._file.read_bytes())
        except OSError:
            return None

    def forget(self) -> None:
        """Leave nothing: what is done next may be interrupted. Raises TelemacoError."""
        try:
            self._file.unlink(missing_ok=True)
        except OSError as error:
            raise _unwritable(self._file, error) from error

    def keep(self, record: Record) -> None:
        """Put the record in the place of the former one. Raises TelemacoError."""
        _write(self._file, as_bytes(record))


class FileMemory:
    """Keeps what the community's files said, where the builder works, too.

    Lines that changed since are kept beside the others until they are many.
    """

    def __init__(self, folder: Path, maker: str) -> None:
        """What another maker wrote is not understood: it may have read other things in it."""
        self._file = folder / "files"
        self._since = folder / "files-since"
        self._clock = folder / "clock"
        self._maker = maker
        self._word = ""
        self._lines: dict[str, str] = {}

    def recall(self) -> dict[str, str]:
        """What the last run left, a line by path; nothing where that is damaged."""
        self._word, self._lines = _recalled(self._file, self._maker)
        if self._word:
            _, since = _recalled(self._since, self._word)
            now = self._lines | since
            return {path: line for path, line in now.items() if line} if since else now
        return {}

    def keep(self, lines: Mapping[str, str]) -> None:
        """Put the lines in the place of the former ones. Raises TelemacoError."""
        before = self._lines
        since = {path: line for path, line in lines.items() if before.get(path) != line}
        since |= dict.fromkeys(before.keys() - lines.keys(), "")
        if self._word and len(since) <= len(lines) // _MANY:
            _keep(self._since, self._word, since)
        else:
            self._word = ""
            _keep(self._file, self._maker, lines)

    def now(self) -> int:
        """The time by the clock of the disk, in nanoseconds. Raises TelemacoError."""
        _write(self._clock, b"")
        return self._clock.stat().st_mtime_ns


_MANY = 16
"""The share of all lines from which on they are written anew."""


def _recalled(file: Path, maker: str) -> tuple[str, dict[str, str]]:
    """The word for what the file holds, and its lines; neither where it cannot be understood."""
    try:
        word, _, written = file.read_bytes().partition(b"\n")
    except OSError:
        return "", {}
    by, _, told = written.partition(b"\n")
    if word.decode(errors="replace") != digest(written) or by != maker.encode():
        return "", {}
    # Not splitlines: a text may have other ends of lines in it, U+2028 for one.
    parts = told.decode().split("\n") if told else []
    return word.decode(), dict(zip(parts[::2], parts[1::2], strict=True))


def _keep(file: Path, maker: str, lines: Mapping[str, str]) -> None:
    told = "\n".join([maker, *(part for line in lines.items() for part in line)]).encode()
    _write(file, digest(told).encode() + b"\n" + told)


def _write(file: Path, content: bytes) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, content)
    except OSError as error:
        raise _unwritable(file, error) from error


def maker() -> str:
    """One word for Telemaco's own files, the libraries it writes with, and the time zones."""
    package = (f"{path} {digest(content)}" for path, content in _own_files(files("telemaco"), ""))
    libraries = (f"{name} {version(name)}" for name in _LIBRARIES)
    return digest("\n".join([sys.version, *libraries, *_zones(), *package]))


def _own_files(folder: Traversable, above: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        path = f"{above}{entry.name}"
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _own_files(entry, f"{path}/")
        elif entry.is_file():
            yield path, entry.read_bytes()


def _zones() -> Iterator[str]:
    """The first line of the system's time zones, which says of which edition they are."""
    for folder in zoneinfo.TZPATH:
        listed = Path(folder, "tzdata.zi")
        if listed.is_file():
            with listed.open(encoding="utf-8") as file:
                yield file.readline()


def _unwritable(path: Path, error: OSError) -> TelemacoError:
    return TelemacoError(
        msg("{path} cannot be written: {reason}", path=str(path), reason=reason_of(error))
    )
