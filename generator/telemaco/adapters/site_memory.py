"""What a build leaves for the next one, in the folder where the builder works."""

import os
import sys
import zoneinfo
from collections.abc import Iterator
from dataclasses import replace
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from telemaco.adapters.disk import stamp_of, unwritable, write_into
from telemaco.records.packing import packed
from telemaco.render.tracing.facts import digest
from telemaco.render.tracing.filing import filed, read
from telemaco.render.tracing.lines import Origin
from telemaco.render.tracing.record import Record

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
    """Keeps a record beside the builder's files; it may be thrown away at any time.

    The record's head names the stamp of the file with its lines, and counts for nothing without it.
    """

    def __init__(self, folder: Path, target: Path) -> None:
        """`target` is the folder of the site that the record is about."""
        name = f"pages-{digest(str(target.resolve()))[:12]}"
        self._head = folder / name
        self._lines = folder / f"{name}-lines"

    def recall(self) -> Record | None:
        """What the last build left; None where there is nothing, or nothing whole."""
        try:
            stamp, _, head = self._head.read_bytes().partition(b"\n")
            with self._lines.open("rb") as file:
                is_whole = stamp == _told(os.fstat(file.fileno()))
                return read(head, file.read()) if is_whole else None
        except OSError:
            return None

    def forget(self) -> None:
        """Leave nothing: what is done next may be interrupted. Raises TelemacoError."""
        try:
            self._head.unlink(missing_ok=True)
        except OSError as error:
            raise unwritable(self._head, error) from error

    def keep(self, record: Record) -> None:
        """Put the record in the place of the former one. Raises TelemacoError."""
        self.forget()
        if not self._is_there(record.origin):
            record = replace(record, origin=None)
        head, lines, is_more = filed(record)
        if is_more:
            self._add(lines)
        else:
            write_into(self._lines, lines)
        write_into(self._head, _told(self._lines.lstat()) + b"\n" + head)

    def _is_there(self, origin: Origin | None) -> bool:
        """Whether the lines are those: another run may have written some."""
        try:
            return origin is not None and self._lines.stat().st_size == origin.size
        except OSError:
            return False

    def _add(self, lines: bytes) -> None:
        try:
            with self._lines.open("ab") as file:
                file.write(lines)
        except OSError as error:
            raise unwritable(self._lines, error) from error


def _told(status: os.stat_result) -> bytes:
    return packed([*(stamp_of(status) or ())]).encode()


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
