"""What a build leaves for the next one, in the folder where the builder works."""

import sys
import zoneinfo
from collections.abc import Iterator
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from telemaco.adapters.disk import unwritable, write_into
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
            raise unwritable(self._file, error) from error

    def keep(self, record: Record) -> None:
        """Put the record in the place of the former one. Raises TelemacoError."""
        write_into(self._file, as_bytes(record))


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
