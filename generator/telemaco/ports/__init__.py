"""What the core needs of the outside, as small Protocols; what reads is apart from what writes."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, Protocol, TypeVar

from telemaco.messages import Message

T = TypeVar("T")
R = TypeVar("R")


class Stamp(NamedTuple):
    """What a disk tells of a file without opening it; times in nanoseconds, by its own clock.

    `changed` is the time of the last change of any kind, which nobody can set.
    """

    size: int
    modified: int
    changed: int
    number: int

    def is_older(self, moment: int) -> bool:
        """Whether the file was let alone for so long that any change would be seen in its stamp.

        A disk may write down the time of a change in steps of up to two seconds. One that writes
        down less than a hundredth of a second has steps no longer than that.
        """
        step = _FINE_STEP if self.changed % _HUNDREDTH else _STEP
        return max(self.modified, self.changed) + step < moment


_STEP = 2_000_000_000
_HUNDREDTH = 10_000_000
_FINE_STEP = 10 * _HUNDREDTH
"""To be on the safe side."""

NO_STAMP = Stamp(0, 0, 0, 0)
"""In the place of a stamp, where there is nothing, or where it must be looked into again."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file as it is on disk; `path` is relative to the community's folder, with `/`.

    `stamp` is from before it was read, None where it is on no disk.
    """

    path: str
    content: bytes
    stamp: Stamp | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Something in the folders that cannot be read as a file, and why."""

    path: str
    reason: Literal["symbolic-link", "folder", "special-file", "unreadable", "too-large"]
    size: int = 0


class Listing(NamedTuple):
    """The names in a folder, sorted: of folders, and of all else; and its stamp from before."""

    stamp: Stamp
    folders: list[str]
    files: list[str]


class Folder(Protocol):
    """The files of a community on disk, to be read one by one."""

    def paths(self) -> Iterator[str | Obstacle]:
        """Every file below `program/` and `pairs/`, in a lasting order."""
        ...

    def stamp(self, path: str) -> Stamp | None:
        """The stamp of a file; None where there is none, or something else."""
        ...

    def source(self, path: str) -> SourceFile | Obstacle | None:
        """The file, or why it cannot be read; None when it is gone."""
        ...

    def listed(self, folder: str) -> Listing | None:
        """What lies in a folder, names with a dot left out; in "", all that there may be files in.

        None where it is no folder that can be looked into, or one that is called like a file.
        """
        ...

    def stamp_of_folder(self, folder: str) -> list[int]:
        """The stamp of a folder; one that no folder has where there is none."""
        ...

    def stamps(self, folder: str, names: Sequence[str]) -> list[int]:
        """The stamps of files in a folder, one behind the other; zeros where there is none."""
        ...


class Sources(Protocol):
    """The files of a community, on disk or in a commit."""

    def files(self) -> Iterator[SourceFile | Obstacle]:
        """Every file below `program/` and `pairs/`, in the order of their paths."""
        ...

    def beside(self) -> Iterator[SourceFile]:
        """The files beside those folders that may be records which somebody put there."""
        ...

    def read(self, path: str) -> bytes | None:
        """One file again; None when it is not there or cannot be read."""
        ...


@dataclass(frozen=True, slots=True)
class Arrival:
    """The commit in which a file came in, and the one before it, if there is one."""

    commit: str
    before: str | None


class History(Protocol):
    """The commits of the repository that a community's files are kept in."""

    def arrival(self, path: str) -> Arrival | None:
        """How the file came in; None when it is in no commit. Raises TelemacoError."""
        ...

    def sources(self, commit: str) -> Sources:
        """The files of the community as a commit, branch or tag has them. Raises TelemacoError."""
        ...


class Writer(Protocol):
    """Writes files of the community; each write is whole or not at all."""

    def write(self, path: str, content: bytes) -> None:
        """Put the content at the path, replacing what is there. Raises TelemacoError."""
        ...


class Remover(Protocol):
    """Takes files of the community away."""

    def remove(self, path: str) -> None:
        """Take the file away, and its folder when nothing is left in it. Raises TelemacoError."""
        ...


class Translator(Protocol):
    """Puts messages into words of one language."""

    @property
    def language(self) -> str:
        """The language's code, e.g. `it`."""
        ...

    def __hash__(self) -> int:
        """What is made with a translator may be kept for it."""
        ...

    def text(self, message: Message) -> str:
        """The message as a sentence."""
        ...

    def sentences(self) -> Iterable[str]:
        """All that Telemaco itself may say, with names in braces where facts go."""
        ...


class SiteSources(Protocol):
    """What is written by hand for the site."""

    def files(self) -> Mapping[str, bytes]:
        """`mkdocs.yml` and every file below `site/`, by path relative to the community."""
        ...


class SiteBuilder(Protocol):
    """Turns Markdown, templates and settings into HTML, one folder a language."""

    def begun(
        self, inputs: Mapping[str, Mapping[str, bytes]]
    ) -> AbstractContextManager[Callable[[], Mapping[str, Mapping[str, bytes]]]]:
        """For each language its files in; the answer waits for its site. Both raise TelemacoError.

        The builder works while whoever began it does something else, at the most to the end of the
        block.
        """
        ...


class SiteFolder(Protocol):
    """A new edition of the site, out of sight until it is whole."""

    def put(self, path: str, content: bytes) -> None:
        """One file of the new edition. Raises TelemacoError."""
        ...


def nothing() -> None:
    """What is done where there is nothing to do."""


class Crew(Protocol):
    """Does work of which no part needs another, side by side where that is possible."""

    def share(
        self,
        work: Callable[[Sequence[T]], R],
        items: Sequence[T],
    ) -> Iterator[R]:
        """Deal the items out into packs, do the work on each; the answers, pack by pack.

        The packs may be of any size; one after the other, they have all items in their order.
        Whoever asks for the next answer has its share in the work: what is done with an answer
        is done while others are at work still, and their work may see it or not. What the work
        changes in memory may be lost. Raises TelemacoError where the work did.
        """
        ...

    def begun(self, work: Callable[[], R], items: int) -> AbstractContextManager[Callable[[], R]]:
        """Begin some work on so many items; what is given waits once for what comes of it.

        What the work changes in memory may be lost. Left earlier, nobody waits for it. Raises
        TelemacoError where the work did.
        """
        ...


class FormerSite(Protocol):
    """The edition of the site that is there while a new one is made."""

    def holds(self, path: str, digest: str) -> bool:
        """Whether the file is there and its content has this digest."""
        ...

    def keep(self, path: str) -> None:
        """Take the file over into the new edition as it is."""
        ...

    def is_as_left(self) -> bool:
        """Whether every file is there as the former build left it, and nothing else."""
        ...

    def keep_others(self, gone: Collection[str]) -> Iterable[str]:
        """Take over all files that are not put down anew, but for those named; the answer is these.

        Only where the site is as it was left.
        """
        ...
