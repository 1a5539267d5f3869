"""What a build leaves for the next one, in the folder where the builder works."""

import sys
import zoneinfo
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from telemaco.adapters.disk import DiskSources, write_whole
from telemaco.adapters.reasons import reason_of
from telemaco.findings import TelemacoError
from telemaco.messages import msg
from telemaco.ports import Obstacle, SourceFile
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
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._file, as_bytes(record))
        except OSError as error:
            raise _unwritable(self._file, error) from error


@dataclass(slots=True)
class DigestedSources:
    """Sources that keep a word for the content of every file that was read."""

    below: DiskSources
    digests: dict[str, str] = field(default_factory=dict)

    def files(self) -> Iterator[SourceFile | Obstacle]:
        """Every file, in the order of the paths."""
        self.digests.clear()
        for source in self.below.files():
            if isinstance(source, SourceFile):
                self.digests[source.path] = digest(source.content)
            yield source

    def read(self, path: str) -> bytes | None:
        """One file again."""
        return self.below.read(path)


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
