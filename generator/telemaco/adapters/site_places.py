"""Whether the folder of a site is as a build left it, and how this one leaves it."""

import os
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, starmap
from pathlib import Path

from telemaco.adapters.walking import Place, filled
from telemaco.ports import NO_STAMP, Stamp
from telemaco.render.tracing.facts import digest
from telemaco.render.tracing.inventory import WIDTH, Inventory, above, below_of

_Laid = tuple[str, Sequence[str], Sequence[int]]
"""A folder, the names of the files in it, its stamp and theirs."""


@dataclass(frozen=True)
class Glance:
    """A look at all files and folders of an inventory below `root`.

    Every build writes its `own` files anew, whatever they hold.
    """

    root: str
    left: Inventory
    own: Collection[str] = ()

    @cached_property
    def stamps(self) -> list[int]:
        """Those of now, in the order of the inventory; none at all where something is gone."""
        found: list[int] = []
        lstat = os.lstat
        try:
            for folder, names in zip(self.left.folders, self.left.files, strict=True):
                below = f"{self.root}/{below_of(folder)}"
                for name in ("", *names):
                    one = lstat(below + name)
                    found += (one.st_size, one.st_mtime_ns, one.st_ctime_ns, one.st_ino)
        except OSError:
            return []
        return found

    @cached_property
    def is_as_left(self) -> bool:
        """Whether all is as it was left, and nothing else lies there."""
        if not self.stamps:
            return False
        try:
            return all(starmap(self._is_same, self._doubtful))
        except OSError:
            return False

    @property
    def _doubtful(self) -> Iterator[tuple[str, Sequence[str], int]]:
        """The folders of which not all stamps are those that are known."""
        now, left = self.stamps, self.left.stamps
        for folder, names, start in self.left.places:
            end = start + WIDTH * (1 + len(names))
            if now[start:end] != left[start:end]:
                yield folder, names, start

    def _is_same(self, folder: str, names: Sequence[str], start: int) -> bool:
        if self._differs(start):
            here = listed(self.root, folder)
            if {*here.files} != {*names} or {*here.folders} != self._inside.get(folder, set()):
                return False
        below = below_of(folder)
        starts = range(start + WIDTH, start + WIDTH * (1 + len(names)), WIDTH)
        return all(
            self._is_vague(one) and self._has_its_word(below + name)
            for name, one in zip(names, starts, strict=True)
            if self._differs(one)
        )

    def _differs(self, start: int) -> bool:
        one = slice(start, start + WIDTH)
        return self.stamps[one] != self.left.stamps[one]

    def _is_vague(self, start: int) -> bool:
        return tuple(self.left.stamps[start : start + WIDTH]) == NO_STAMP

    def _has_its_word(self, path: str) -> bool:
        """Raises OSError."""
        if path in self.own:
            return True
        file = Path(self.root, path)
        return not file.is_symlink() and digest(file.read_bytes()) == self.left.words.get(path)

    @cached_property
    def _inside(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = {}
        for folder in self.left.folders[1:]:
            found.setdefault(above(folder), set()).add(folder.rstrip("/").rpartition("/")[2])
        return found

    def after(self, touched: Collection[str], words: Mapping[str, str], began: int) -> Inventory:
        """What lies there once files were put into the folders in `touched`, or taken away.

        `words` are the digests of those files. A stamp of now lasts where the file had been let
        alone for a while when this build `began`.
        """
        new = {*words, *self.own}
        places = chain(self._laid_again(touched, new, began), self._new(touched))
        return laid(places, {**self.left.words, **words})

    def _laid_again(
        self, touched: Collection[str], new: Container[str], began: int
    ) -> Iterator[_Laid]:
        for folder, names, start in self.left.places:
            now = self.stamps[start : start + WIDTH * (1 + len(names))]
            if now != self.left.stamps[start : start + len(now)]:
                now = [number for stamp in _lasting(now, began) for number in stamp]
            if folder not in touched:
                yield folder, names, now
            elif os.path.isdir(f"{self.root}/{folder}"):  # noqa: PTH112 (it may be gone)
                known = dict(zip(names, _stamps_in(now[WIDTH:]), strict=True))
                here = listed(self.root, folder).files
                stamps = (
                    NO_STAMP if below_of(folder) + name in new else known.get(name, NO_STAMP)
                    for name in here
                )
                yield folder, here, [*NO_STAMP, *chain.from_iterable(stamps)]

    def _new(self, touched: Collection[str]) -> Iterator[_Laid]:
        for folder in sorted({*touched}.difference(self.left.folders)):
            if os.path.isdir(f"{self.root}/{folder}"):  # noqa: PTH112 (as above)
                here = listed(self.root, folder).files
                yield folder, here, [*NO_STAMP * (1 + len(here))]


def laid(places: Iterable[_Laid], words: Mapping[str, str]) -> Inventory:
    """The inventory of folders, each with the names of its files and all stamps.

    `words` are the digests of files, at least of those without a stamp, as far as they are known.
    """
    folders: list[str] = []
    files: list[Sequence[str]] = []
    stamps: list[int] = []
    vague: dict[str, str] = {}
    for folder, names, some in places:
        folders.append(folder)
        files.append(names)
        stamps += some
        numbers = some[WIDTH - 1 :: WIDTH]
        if 0 in numbers:
            paths = (below_of(folder) + name for name in names)
            vague |= {
                path: words[path]
                for path, number in zip(paths, numbers[1:], strict=True)
                if not number and path in words
            }
    return Inventory(folders, files, stamps, vague)


def with_stamps(places: Iterable[Place], stamps: Mapping[str, Stamp]) -> Iterator[_Laid]:
    """Places, each with the stamps of all files in it, as far as they are known."""
    for place in places:
        paths = (place.path, *place.paths)
        yield place.path, place.files, [n for path in paths for n in stamps.get(path, NO_STAMP)]


def _lasting(now: Sequence[int], began: int) -> Iterator[Stamp]:
    for stamp in _stamps_in(now):
        yield stamp if stamp.is_older(began) else NO_STAMP


def _stamps_in(numbers: Sequence[int]) -> Iterator[Stamp]:
    for start in range(0, len(numbers), WIDTH):
        yield Stamp._make(numbers[start : start + WIDTH])


def listed(root: str, folder: str) -> Place:
    """What lies in the folder, without its stamp."""
    return filled(Place(folder, NO_STAMP), f"{root}/{below_of(folder)}")
