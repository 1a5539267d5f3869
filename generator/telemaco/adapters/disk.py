"""Files on disk."""

import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

from telemaco.messages import msg
from telemaco.findings import TelemacoError
from telemaco.ports import Obstacle, SourceFile
from telemaco.records.layout import FOLDERS

_MAXIMUM_SIZE = 64 * 1024


class DiskSources:
    """The files of a community in a folder; symbolic links are not followed."""

    def __init__(self, root: Path) -> None:
        if not (root / FOLDERS[1]).is_dir():
            raise TelemacoError(
                msg(
                    "{folder} has no folder program/, so there is no community here",
                    folder=str(root),
                ),
                msg("Go to the community's folder, or name it: telemaco --root FOLDER."),
            )
        self._root = root

    def files(self) -> Iterator[SourceFile | Obstacle]:
        """Every file below `program/` and `pairs/`, in the order of their paths."""
        for folder in FOLDERS:
            yield from self._below(folder)

    def read(self, path: str) -> bytes | None:
        """One file again; None when it is not there or cannot be read."""
        found = self._source(path)
        return found.content if isinstance(found, SourceFile) else None

    def _below(self, folder: str) -> Iterator[SourceFile | Obstacle]:
        try:
            entries = sorted(os.scandir(self._root / folder), key=lambda entry: entry.name)
        except FileNotFoundError:
            return
        except OSError:
            yield Obstacle(folder, "unreadable")
            return
        for entry in entries:
            path = f"{folder}/{entry.name}"
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                if entry.name.endswith((".yaml", ".md")):
                    yield Obstacle(path, "folder")
                else:
                    yield from self._below(path)
            else:
                yield self._source(path)

    def _source(self, path: str) -> SourceFile | Obstacle:
        try:
            # One byte more than allowed tells that a file is too large.
            handle = os.open(self._root / path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        except OSError:
            reason = "symbolic-link" if (self._root / path).is_symlink() else "unreadable"
            return Obstacle(path, reason)
        try:
            return _read(path, handle)
        finally:
            os.close(handle)


def _read(path: str, handle: int) -> SourceFile | Obstacle:
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode):
        return Obstacle(path, "special-file")
    if status.st_size > _MAXIMUM_SIZE:
        return Obstacle(path, "too-large", status.st_size)
    return SourceFile(path, os.read(handle, _MAXIMUM_SIZE))


class DiskWriter:
    """Writes files of a folder, each by putting a finished file in its place."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def write(self, path: str, content: bytes) -> None:
        """Put the content at the path; folders are made. Raises TelemacoError."""
        target = self._root / path
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            write_whole(target, content)
        except OSError as error:
            raise TelemacoError(
                msg("{path} cannot be written: {reason}", path=path, reason=error.strerror or "")
            ) from error


def require_vacant(folder: Path) -> None:
    """Raise TelemacoError unless the folder is missing or empty; a new `.git` is no content."""
    try:
        taken = [entry.name for entry in os.scandir(folder) if entry.name != ".git"]
    except FileNotFoundError:
        return
    except OSError as error:
        raise TelemacoError(
            msg("{path} cannot be read: {reason}", path=str(folder), reason=error.strerror or "")
        ) from error
    if taken:
        raise TelemacoError(
            msg("{folder} is not empty: it holds {name}", folder=str(folder), name=min(taken)),
            msg("Name a folder that is empty or not there yet."),
        )


def write_whole(target: Path, content: bytes) -> None:
    """Replace a file at once: a reader sees the old one or the new one. Raises OSError."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(name, 0o644)
        os.replace(name, target)
    except BaseException:
        os.unlink(name)
        raise
