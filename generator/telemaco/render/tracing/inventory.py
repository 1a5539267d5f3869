"""What lay in the folder of a site when a build ended."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from telemaco.ports import NO_STAMP, Stamp

WIDTH = len(NO_STAMP)
"""Numbers of a stamp."""


class Inventory(NamedTuple):
    """All folders, each before those in it, and the names of the files in each.

    A folder is told by its path with `/` at its end, the outermost is `/`. `stamps` are those of
    each folder and then of its files, one behind the other; zeros where a change might not be seen
    in it. Of such a file `words` has the digest, but where it is written by every build.
    """

    folders: Sequence[str] = ()
    files: Sequence[Sequence[str]] = ()
    stamps: Sequence[int] = ()
    words: Mapping[str, str] = {}

    @property
    def places(self) -> Iterator[tuple[str, Sequence[str], int]]:
        """Each folder, the names in it, and where its stamps begin."""
        start = 0
        for folder, names in zip(self.folders, self.files, strict=True):
            yield folder, names, start
            start += WIDTH * (1 + len(names))

    @property
    def paths(self) -> Iterator[str]:
        """All files."""
        for folder, names in zip(self.folders, self.files, strict=True):
            below = below_of(folder)
            for name in names:
                yield below + name

    def known(self) -> dict[str, Stamp]:
        """The stamps by path; that of a folder only where all in it are known."""
        found: dict[str, Stamp] = {}
        vague: set[str] = set()
        for folder, names, start in reversed([*self.places]):
            below = below_of(folder)
            for place, path in enumerate((folder, *(below + name for name in names))):
                one = start + WIDTH * place
                stamp = Stamp._make(self.stamps[one : one + WIDTH])
                if stamp == NO_STAMP:
                    vague.add(folder)
                else:
                    found[path] = stamp
            if folder in vague:
                found.pop(folder, None)
                vague.add(above(folder))
        return found


def below_of(folder: str) -> str:
    """What the paths of all files in the folder begin with."""
    return "" if folder == "/" else folder


def above(path: str) -> str:
    """The folder in which a file or a folder lies."""
    return f"{path.rstrip('/').rpartition('/')[0]}/"
