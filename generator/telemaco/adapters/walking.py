"""What lies in a folder; one that is as it was is not looked into again."""

import os
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from telemaco.ports import Stamp

TOP = "/"

Known = Mapping[str, Stamp]
"""Stamps by path; that of a folder, with `/` at its end, holds where all in it is known, too."""


@dataclass(frozen=True, slots=True)
class Place:
    """A folder by its path, with `/` at the end, and the names of the files and folders in it.

    The folder where the walk begins is `/`. A link is a file, whatever it leads to. `stamp` is
    from before the folder was looked into.
    """

    path: str
    stamp: Stamp
    files: list[str] = field(default_factory=list)
    folders: list[str] = field(default_factory=list)

    @property
    def paths(self) -> Iterator[str]:
        """The files by their paths."""
        return (f"{self._below}{name}" for name in self.files)

    @property
    def places(self) -> Iterator[str]:
        """The folders by their paths."""
        return (f"{self._below}{name}/" for name in self.folders)

    @property
    def _below(self) -> str:
        return "" if self.path == TOP else self.path


def walk(root: str, known: Known) -> Iterator[Place]:
    """All folders from the root on, each before those in it. Raises OSError.

    What is put into a folder or taken out of it shows in the folder's own stamp.
    """
    inside = _inside(known)
    waiting = [TOP]
    while waiting:
        path = waiting.pop()
        place = _place(root, path, inside)
        yield place
        waiting += place.places


def walked_again(root: str, before: Sequence[Place], touched: Container[str]) -> list[Place]:
    """What there is after the folders in `touched` changed, or appeared. Raises OSError."""
    same = {place.path: place for place in before if place.path not in touched}
    found: list[Place] = []
    waiting = [TOP]
    while waiting:
        path = waiting.pop()
        found.append(same.get(path) or _place(root, path, {}))
        waiting += found[-1].places
    return found


def laid_out(root: str, files: Iterable[str]) -> list[Place]:
    """The same as a walk, where it is known which files there are. Raises OSError."""
    found: dict[str, Place] = {}

    def place(path: str) -> Place:
        if path not in found:
            above, _, name = path.rstrip("/").rpartition("/")
            if path != TOP:
                place(f"{above}/").folders.append(name)
            found[path] = Place(path, _stamp(root, path))
        return found[path]

    for file in files:
        above, _, name = file.rpartition("/")
        place(f"{above}/").files.append(name)
    return list(found.values())


def folders_above(paths: Iterable[str]) -> frozenset[str]:
    """Every folder that one of the paths lies in, nearer or farther."""
    found = {TOP}
    for path in paths:
        above = path.rstrip("/").rpartition("/")[0]
        while above and f"{above}/" not in found:
            found.add(f"{above}/")
            above = above.rpartition("/")[0]
    return frozenset(found)


def _place(root: str, path: str, inside: Mapping[str, Place]) -> Place:
    stamp = _stamp(root, path)
    known = inside.get(path)
    if known and known.stamp == stamp:
        return known
    return filled(Place(path, stamp), f"{root}/{path}")


def filled(place: Place, where: str) -> Place:
    """The place with the names of what lies in its folder, which is there."""
    with os.scandir(where) as entries:
        for entry in entries:
            is_folder = entry.is_dir(follow_symlinks=False)
            (place.folders if is_folder else place.files).append(entry.name)
    return place


def _stamp(root: str, path: str) -> Stamp:
    status = os.lstat(f"{root}/{path}")
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def _inside(known: Known) -> dict[str, Place]:
    """What lies in the folders whose stamps are known."""
    found = {path: Place(path, stamp) for path, stamp in known.items() if path.endswith("/")}
    for path in known:
        above, _, name = path.rstrip("/").rpartition("/")
        place = found.get(f"{above}/")
        if place and path != TOP:
            (place.folders if path.endswith("/") else place.files).append(name)
    return found
