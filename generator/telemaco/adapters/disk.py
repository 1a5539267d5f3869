"""Files on disk."""

import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from secrets import token_hex

from telemaco.adapters.reasons import reason_of
from telemaco.findings import TelemacoError
from telemaco.messages import msg
from telemaco.ports import NO_STAMP, Listing, Obstacle, SourceFile, Stamp
from telemaco.records.layout import (
    is_data_folder,
    is_too_large,
    may_be_overlooked,
    may_hold_overlooked,
)

_NOT_FOLLOWING = getattr(os, "O_NOFOLLOW", 0)
"""A link is found out when it is opened; 0 on systems that cannot, where we look first."""
_OPENING = os.O_RDONLY | _NOT_FOLLOWING | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_PROGRAM = "program"


class DiskSources:
    """The files of a community in a folder; links are not followed, names with a dot skipped."""

    def __init__(self, root: Path) -> None:
        """Raises TelemacoError when there is no community in the folder."""
        require_community(root)
        self._root = os.fspath(root)

    def files(self) -> Iterator[SourceFile | Obstacle]:
        """Every file below `program/` and `pairs/`, in whatever letters, by folder and name."""
        for path in self.paths():
            found = self.source(path) if isinstance(path, str) else path
            if found is not None:
                yield found

    def beside(self) -> Iterator[SourceFile]:
        """The files beside those folders that may be records; see the port."""
        for folder, folders, names in os.walk(self._root):
            is_root = folder == self._root
            folders[:] = sorted(
                name for name in folders if not is_root or may_hold_overlooked(name)
            )
            for name in sorted(names):
                path = Path(folder, name).relative_to(self._root).as_posix()
                found = self.source(path) if may_be_overlooked(path) else None
                if isinstance(found, SourceFile):
                    yield found

    def paths(self) -> Iterator[str | Obstacle]:
        """Where they lie; an obstacle for what must be a file and is a folder."""
        names = [path.name for path in Path(self._root).iterdir() if is_data_folder(path.name)]
        waiting = [(name, self._is_folder(name)) for name in sorted(names, reverse=True)]
        while waiting:
            path, is_folder = waiting.pop()
            found = self._below(path) if is_folder else path
            if isinstance(found, list):
                waiting += found
            else:
                yield found

    def stamp(self, path: str) -> Stamp | None:
        """The stamp of a file; None where there is none, or something else."""
        try:
            return stamp_of(os.lstat(f"{self._root}/{path}"))
        except OSError:
            return None

    def listed(self, folder: str) -> Listing | None:
        """What lies in a folder; see the port."""
        try:
            return self._top() if not folder else self._listed(folder)
        except OSError:
            return None

    def stamp_of_folder(self, folder: str) -> list[int]:
        """Its stamp, zeros where there is nothing."""
        above, _, name = folder.rpartition("/")
        return self.stamps(above, (name,))

    def stamps(self, folder: str, names: Sequence[str]) -> list[int]:
        """Those of files, zeros where there is nothing."""
        found: list[int] = []
        lstat, base = os.lstat, f"{self._root}/{folder}/"
        for name in names:
            try:
                one = lstat(base + name)
            except OSError:
                found += NO_STAMP
            else:
                found += (one.st_size, one.st_mtime_ns, one.st_ctime_ns, one.st_ino)
        return found

    def _top(self) -> Listing:
        names = sorted(one.name for one in Path(self._root).iterdir() if is_data_folder(one.name))
        folders = [name for name in names if self._is_folder(name)]
        others = [name for name in names if name not in folders]
        return Listing(NO_STAMP, folders, others)

    def _listed(self, folder: str) -> Listing | None:
        stamp = Stamp(*self.stamp_of_folder(folder))
        found = self._below(folder)
        if isinstance(found, Obstacle):
            return None
        names = [(path.rpartition("/")[2], is_folder) for path, is_folder in reversed(found)]
        folders = [name for name, is_folder in names if is_folder]
        return Listing(stamp, folders, [name for name, is_folder in names if not is_folder])

    def read(self, path: str) -> bytes | None:
        """One file again; None when it is not there or cannot be read."""
        found = self.source(path)
        return found.content if isinstance(found, SourceFile) else None

    def _is_folder(self, path: str) -> bool:
        full = Path(self._root, path)
        return full.is_dir() and not full.is_symlink()

    def _below(self, folder: str) -> list[tuple[str, bool]] | Obstacle:
        """What lies in a folder, last name first, and whether it is a folder itself."""
        if folder.endswith((".yaml", ".md")):
            return Obstacle(folder, "folder")
        try:
            with os.scandir(f"{self._root}/{folder}") as entries:
                found = [
                    (f"{folder}/{entry.name}", entry.is_dir(follow_symlinks=False))
                    for entry in entries
                    if not entry.name.startswith(".")
                ]
        except FileNotFoundError:
            return []
        except OSError:
            return Obstacle(folder, "unreadable")
        return sorted(found, reverse=True)

    def source(self, path: str) -> SourceFile | Obstacle | None:
        """The file, or why it cannot be read; None when it is gone."""
        full = f"{self._root}/{path}"
        if not _NOT_FOLLOWING and Path(full).is_symlink():
            return Obstacle(path, "symbolic-link")
        try:
            handle = os.open(full, _OPENING)
        except FileNotFoundError:
            return None
        except OSError:
            return Obstacle(path, "symbolic-link" if Path(full).is_symlink() else "unreadable")
        try:
            return _read(path, handle)
        except OSError:
            return Obstacle(path, "unreadable")
        finally:
            os.close(handle)


def _read(path: str, handle: int) -> SourceFile | Obstacle:
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode):
        return Obstacle(path, "special-file")
    if is_too_large(path, status.st_size):
        return Obstacle(path, "too-large", status.st_size)
    return SourceFile(path, os.read(handle, status.st_size), stamp_of(status))


def stamp_of(status: os.stat_result) -> Stamp | None:
    """The stamp of a file; None for something else."""
    if not stat.S_ISREG(status.st_mode):
        return None
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def lasting(stamps: Mapping[str, Stamp]) -> dict[str, Stamp]:
    """Those of files that had been let alone for a while when the last of them was written."""
    now = max((stamp.changed for stamp in stamps.values()), default=0)
    return {path: stamp for path, stamp in stamps.items() if stamp.is_older(now)}


def read_file(path: Path) -> bytes | None:
    """What a file of ours holds; None when there is none. Raises TelemacoError."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise TelemacoError(
            msg("{path} cannot be read: {reason}", path=str(path), reason=reason_of(error))
        ) from error


def write_into(file: Path, *parts: bytes | bytearray) -> None:
    """Put the parts into a file of ours; its folder is made. Raises TelemacoError."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, *parts)
    except OSError as error:
        raise unwritable(file, error) from error


def unwritable(path: Path, error: OSError) -> TelemacoError:
    """What is said where a file cannot be written."""
    return TelemacoError(
        msg("{path} cannot be written: {reason}", path=str(path), reason=reason_of(error))
    )


def read_folder(root: Path, folder: str) -> Mapping[str, bytes]:
    """The files of a folder, not those below it, by path; nothing when there is none.

    A link is there without content: nobody follows it. Raises TelemacoError.
    """
    found: dict[str, bytes] = {}
    if not (root / folder).is_dir():
        return found
    for path in sorted((root / folder).iterdir()):
        if path.is_symlink():
            found[f"{folder}/{path.name}"] = b""
        elif path.is_file():
            found[f"{folder}/{path.name}"] = read_file(path) or b""
    return found


class DiskWriter:
    """Writes files of a folder, each by putting a finished file in its place, and removes them."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def write(self, path: str, content: bytes) -> None:
        """Put the content at the path; folders are made. Raises TelemacoError."""
        target = self._root / path
        try:
            self._require_inside(target.parent)
            target.parent.mkdir(parents=True, exist_ok=True)
            write_whole(target, content)
        except OSError as error:
            raise TelemacoError(
                msg("{path} cannot be written: {reason}", path=path, reason=reason_of(error))
            ) from error

    def remove(self, path: str) -> None:
        """Take the file away, and its folder when nothing is left in it. Raises TelemacoError."""
        target = self._root / path
        try:
            self._require_inside(target.parent)
            target.unlink(missing_ok=True)
            if target.parent.is_dir() and not any(target.parent.iterdir()):
                target.parent.rmdir()
        except OSError as error:
            raise TelemacoError(
                msg("{path} cannot be removed: {reason}", path=path, reason=reason_of(error))
            ) from error

    def _require_inside(self, folder: Path) -> None:
        if not folder.resolve().is_relative_to(self._root.resolve()):
            raise TelemacoError(
                msg("{folder} leads out of the community by a link", folder=str(folder)),
                msg("Replace the link by a folder."),
            )


def require_community(root: Path) -> None:
    """Raise TelemacoError unless there is a community in the folder."""
    try:
        names = sorted(entry.name for entry in os.scandir(root))
    except OSError as error:
        raise TelemacoError(
            msg("{folder} cannot be read: {reason}", folder=str(root), reason=reason_of(error)),
            msg("Name the community's folder with --root."),
        ) from error
    if (root / _PROGRAM).is_dir():
        return
    alike = next((name for name in names if name.lower() == _PROGRAM and name != _PROGRAM), None)
    raise TelemacoError(
        msg("there is no folder program/ in {folder}, so there is no community", folder=str(root)),
        msg("Rename {name} to program.", name=alike)
        if alike
        else msg(
            "Go to the community's folder, name it with --root, or start one: telemaco new DIR."
        ),
    )


def require_vacant(folder: Path) -> None:
    """Raise TelemacoError unless the folder is missing or empty; a new `.git` is no content."""
    try:
        taken = [entry.name for entry in os.scandir(folder) if entry.name != ".git"]
    except FileNotFoundError:
        return
    except OSError as error:
        raise TelemacoError(
            msg("{path} cannot be read: {reason}", path=str(folder), reason=reason_of(error))
        ) from error
    if taken:
        raise TelemacoError(
            msg("{folder} is not empty: it holds {name}", folder=str(folder), name=min(taken)),
            msg("Name a folder that is empty or not there yet."),
        )


def write_whole(target: Path, *parts: bytes | bytearray) -> None:
    """Replace a file at once: a reader sees the old one or the new one. Raises OSError."""
    # A name that begins with a dot is no data, should the run end before it is replaced.
    # It is known before the file is there: whenever the run is stopped, it is taken away.
    unfinished = target.with_name(f".{target.name}.{token_hex(4)}")
    try:
        with unfinished.open("xb") as file:
            file.writelines(parts)
        unfinished.chmod(0o644)
        unfinished.replace(target)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
