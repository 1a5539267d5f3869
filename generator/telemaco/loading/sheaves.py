"""What is remembered of a folder, to see at one glance whether it is as it was."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from telemaco.ports import NO_STAMP

_WIDTH = len(NO_STAMP)


class Sheaf(NamedTuple):
    """A folder, the names in it, and the stamps of its files, four numbers for each.

    `starts` say where the lines of the files begin. `text` and `rest` are words for what the
    files say, as `told`. The folder of all folders is called with an empty text.
    """

    folder: str
    stamp: list[int]
    folders: Sequence[str]
    files: Sequence[str]
    stamps: Sequence[int]
    starts: Sequence[int]
    text: str
    rest: str

    @property
    def paths(self) -> Iterator[str]:
        """The files by their paths."""
        return (path_in(self.folder, name) for name in self.files)

    def others(self, stamps: Sequence[int]) -> Iterator[int]:
        """The places of the files whose stamps are not these."""
        for place in range(len(self.files)):
            one = slice(place * _WIDTH, (place + 1) * _WIDTH)
            if stamps[one] != self.stamps[one]:
                yield place

    def with_stamps(self, stamps: dict[int, Sequence[int]]) -> "Sheaf":
        """With other stamps of the files at these places."""
        found = list(self.stamps)
        for place, stamp in stamps.items():
            found[place * _WIDTH : (place + 1) * _WIDTH] = stamp
        return self._replace(stamps=found)


@dataclass(frozen=True, slots=True)
class Bundle:
    """All folders, and the line of a file by its path and by where it begins."""

    sheaves: Sequence[Sheaf]
    line: Callable[[str, int], str]


def path_in(folder: str, name: str) -> str:
    """The path of what lies in a folder."""
    return f"{folder}/{name}" if folder else name
