"""The folder of the finished site, or of other pages, replaced as a whole."""

import os
import shutil
import tempfile
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self

from telemaco.adapters.clearing import remove_empty, remove_others
from telemaco.adapters.disk import lasting, stamp_of, unwritable
from telemaco.adapters.site_places import Glance, laid, with_stamps
from telemaco.adapters.walking import (
    Known,
    Place,
    folders_above,
    laid_out,
    walk,
    walked_again,
)
from telemaco.findings import TelemacoError
from telemaco.messages import msg
from telemaco.ports import Stamp
from telemaco.render.tracing.facts import digest as digest_of
from telemaco.render.tracing.inventory import Inventory

MARK = ".telemaco-site"

_NOBODY_ELSE = nullcontext()


@dataclass(frozen=True, slots=True)
class Kind:
    """Who writes a folder and marks it as theirs to replace; `option` names another one."""

    mark: str
    command: str
    option: str


SITE = Kind(MARK, "telemaco build", "--out")
PROPOSAL = Kind(".telemaco-proposal", "telemaco match", "--pages")
PREVIEW = Kind(".telemaco-preview", "telemaco preview", "--out")

_PUBLISHED = ("public", "site", "program", "pairs")
"""Folders of a community whose files are published, or read as its data."""


class DiskSiteFolder:
    """A new edition beside the old one; `publish` puts it in the old one's place.

    Left without `publish`, by an error or an interruption, the old edition stays as it was. Where
    files of the old edition are kept, `publish` moves the new ones in among them, one by one, and
    takes away what is neither: an interruption then leaves both, so whoever keeps files must
    know that the former build came to its end. Whoever does may also say what stamps its files had.
    """

    def __init__(
        self,
        target: Path,
        kind: Kind = SITE,
        turn: AbstractContextManager[object] = _NOBODY_ELSE,
    ) -> None:
        """During our `turn`, in which the folder is exchanged, nobody else writes into it."""
        self._target = Path(os.path.abspath(target))  # noqa: PTH100 (links in the path stay)
        self._kind = kind
        self._turn = turn
        self._folders: set[str] = {""}
        self._kept: set[str] = set()
        self._left = Inventory()
        self._gone: set[str] | None = None
        self._seen: dict[str, Stamp] = {}
        self._own: Sequence[str] = ()
        self._places: Sequence[Place] = ()
        self._touched: Collection[str] = ()

    def __enter__(self) -> Self:
        _bring_back(self._target)
        _refuse_foreign(self._target, self._kind)
        try:
            self._target.parent.mkdir(parents=True, exist_ok=True)
            self._new = Path(
                tempfile.mkdtemp(dir=self._target.parent, prefix=f".{self._target.name}.")
            )
        except OSError as error:
            raise unwritable(self._target, error) from error
        self._new.chmod(0o755)
        written = f"{self._kind.command} wrote this folder and replaces it as a whole.\n"
        self._own = (self._kind.mark, ".nojekyll") if self._kind is SITE else (self._kind.mark,)
        self.put(self._kind.mark, written.encode())
        self._began = os.lstat(f"{self._new}/{self._kind.mark}").st_ctime_ns
        if self._kind is SITE:
            self.put(".nojekyll", b"")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        shutil.rmtree(self._new, ignore_errors=True)

    def put(self, path: str, content: bytes) -> None:
        """One file of the new edition. Raises TelemacoError."""
        folder, _, _name = path.rpartition("/")
        target = f"{self._new}/{path}"
        try:
            if folder not in self._folders:
                self._make(folder)
            # A file of its own that nobody reads yet: no need to write it beside and move it.
            with open(target, "wb") as file:  # noqa: PTH123 (a third of the time)
                file.write(content)
        except OSError as error:
            raise unwritable(Path(target), error) from error

    def _make(self, folder: str) -> None:
        """Make the folder and those above it, which another process may do at the same time."""
        above = folder.rpartition("/")[0]
        if above and above not in self._folders:
            self._make(above)
        with suppress(FileExistsError):
            os.mkdir(f"{self._new}/{folder}")  # noqa: PTH102 (half the time)
        self._folders.add(folder)

    def recall(self, left: Inventory) -> None:
        """This was the old edition when it was published."""
        self._left = left

    @cached_property
    def _known(self) -> Known:
        return self._left.known()

    @cached_property
    def glance(self) -> Glance:
        """The old edition against what was recalled of it."""
        return Glance(str(self._target), self._left, self._own)

    def inventory(self, files: Iterable[str], words: Mapping[str, str]) -> Inventory:
        """What is published; only stamps that last, which the youngest files have not.

        `files` are all that were put down or kept since the folder was entered, `words` the
        digests of those that were put down, as far as they are known.
        """
        if self._gone is not None:
            return self.glance.after(self._touched, words, self._began)
        places = self._places_now(files)
        found = {place.path: place.stamp for place in places}
        for place in places:
            for path in place.paths:
                stamp = self._seen.get(path) or self._stamp(path)
                if stamp:
                    found[path] = stamp
        return laid(with_stamps(places, lasting(found)), words)

    def _places_now(self, files: Iterable[str]) -> list[Place]:
        if self._kept:
            return walked_again(str(self._target), self._places, self._touched)
        return laid_out(str(self._target), (*self._own, *files))

    def _stamp(self, path: str) -> Stamp | None:
        return stamp_of(os.lstat(f"{self._target}/{path}"))

    def is_as_left(self) -> bool:
        """Whether every file is there as the former build left it, and nothing else."""
        return self.glance.is_as_left

    def keep_others(self, gone: Collection[str]) -> Iterable[str]:
        """Leave all files where they are that are not put anew, but for those named."""
        self._gone = {*gone}
        return (path for path in self._left.paths if path not in self._gone)

    def holds(self, path: str, digest: str) -> bool:
        """Whether the file is in the old edition and its content has this digest."""
        try:
            stamp = self._stamp(path)
            is_held = stamp is not None and (
                stamp == self._known.get(path)
                or digest_of((self._target / path).read_bytes()) == digest
            )
        except OSError:
            return False
        if stamp and is_held:
            self._seen[path] = stamp
        return is_held

    def keep(self, path: str) -> None:
        """Leave the file of the old edition where it is."""
        self._kept.add(path)

    def publish(self) -> None:
        """Put the new edition in the old one's place. Raises TelemacoError."""
        try:
            if self._gone is not None:
                self._move_among(self._gone)
            elif self._kept:
                self._move_in()
            else:
                self._replace()
        except OSError as error:
            raise unwritable(self._target, error) from error

    def _replace(self) -> None:
        former = self._new.with_name(f"{self._new.name}.former")
        with self._turn:
            self._exchange(former)
        shutil.rmtree(former, ignore_errors=True)

    def _exchange(self, former: Path) -> None:
        if self._target.exists():
            self._target.rename(former)
        try:
            self._new.rename(self._target)
        except BaseException:
            if former.exists():
                former.rename(self._target)
            raise

    def _move_in(self) -> None:
        new = self._put_down()
        there = list(walk(str(self._target), self._known))
        gone = remove_others(self._target, there, self._kept.union(new))
        self._places, self._touched = there, folders_above((*new, *gone))
        self._move(new)

    def _move_among(self, gone: Collection[str]) -> None:
        """The same where it is known what lies there, and what of it goes."""
        new = self._put_down()
        for path in sorted({*gone}.difference(new)):
            (self._target / path).unlink()
            remove_empty((self._target / path).parent, self._target)
        self._touched = folders_above((*new, *gone))
        self._move(new)

    def _put_down(self) -> list[str]:
        return sorted(path for place in walk(str(self._new), {}) for path in place.paths)

    def _move(self, paths: Iterable[str]) -> None:
        for path in paths:
            (self._target / path).parent.mkdir(parents=True, exist_ok=True)
            (self._new / path).replace(self._target / path)
            self._seen.pop(path, None)


def refuse_published(target: Path, root: Path) -> None:
    """What is not for the public must not lie where the site is made from or put.

    `root` is the community's folder. Raises TelemacoError.
    """
    place = target.resolve()
    kept = [root.resolve() / name for name in _PUBLISHED]
    is_site = any((above / MARK).is_file() for above in (place, *place.parents))
    if is_site or any(place.is_relative_to(folder) for folder in kept):
        raise TelemacoError(
            msg("{folder} belongs to the site, or to what it is made from", folder=str(target)),
            msg("Name a folder elsewhere: these pages are not for the public."),
        )


def _bring_back(target: Path) -> None:
    """Undo what an earlier run left half-done when it was killed between its two moves."""
    if not target.exists():
        for former in sorted(target.parent.glob(f".{target.name}.*.former"))[-1:]:
            former.rename(target)


def _refuse_foreign(target: Path, kind: Kind) -> None:
    """A folder with somebody's files in it is not ours to replace."""
    if target.is_dir() and not (target / kind.mark).is_file() and any(target.iterdir()):
        raise TelemacoError(
            msg(
                "{folder} holds files that {command} did not write",
                folder=str(target),
                command=kind.command,
            ),
            msg(
                "Name another folder with {option}, or empty this one: it is replaced whole.",
                option=kind.option,
            ),
        )
    if target.exists() and not target.is_dir():
        raise TelemacoError(
            msg("{folder} is a file", folder=str(target)),
            msg("Name a folder with {option}.", option=kind.option),
        )
