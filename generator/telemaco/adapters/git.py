"""The files of a community as a commit has them, without checking it out, and their history."""

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from telemaco.adapters.reasons import reason_of
from telemaco.adapters.site_sources import SITE_SOURCES
from telemaco.findings import TelemacoError
from telemaco.messages import Message, msg
from telemaco.ports import Arrival, Obstacle, SourceFile
from telemaco.records.layout import (
    is_data_folder,
    is_too_large,
    may_be_overlooked,
    may_hold_overlooked,
)

_SYMBOLIC_LINK = "120000"
_SUBMODULE = "160000"


class GitSources:
    """The files of a community in a commit of the repository that its folder belongs to."""

    def __init__(self, root: Path, revision: str) -> None:
        """Raises TelemacoError when there is no Git, no repository or no such commit."""
        self._root = root
        self._commit = _commit(root, revision)

    def files(self) -> Iterator[SourceFile | Obstacle]:
        """Every file below `program/` and `pairs/`, in the order of their paths."""
        yield from self._files.values()

    def beside(self) -> Iterator[SourceFile]:
        """The files beside those folders that may be records; see the port."""
        names = [name for name in self._names() if may_hold_overlooked(name)]
        names += filter(may_be_overlooked, self._names())
        entries = _entries(self._root, self._commit, names) if names else ()
        found = [one for one in entries if may_be_overlooked(one.path) and not one.obstacle]
        for entry, content in zip(found, _contents(self._root, found), strict=True):
            yield SourceFile(entry.path, content)

    def read(self, path: str) -> bytes | None:
        """One file again; None when it is not there or cannot be read."""
        found = self._files.get(path)
        return found.content if isinstance(found, SourceFile) else None

    @cached_property
    def _files(self) -> dict[str, SourceFile | Obstacle]:
        entries = tuple(self._entries())
        wanted = [entry for entry in entries if entry.obstacle is None]
        contents = dict(zip(wanted, _contents(self._root, wanted), strict=True))
        return {
            entry.path: entry.obstacle or SourceFile(entry.path, contents[entry])
            for entry in entries
        }

    def _entries(self) -> Iterator["_Entry"]:
        """What the tree of the commit holds; names that begin with a dot are skipped."""
        folders = [name for name in self._names() if is_data_folder(name)]
        if not folders:
            return
        yield from _entries(self._root, self._commit, folders)

    def _names(self) -> list[str]:
        """What lies in the folder itself."""
        names = _git(self._root, "ls-tree", "-z", "--name-only", self._commit).split(b"\0")
        return [os.fsdecode(name) for name in names if name]


class GitSiteSources:
    """What is written by hand for the site, as a commit has it; links are left out."""

    def __init__(self, root: Path, revision: str) -> None:
        """Raises TelemacoError when there is no Git, no repository or no such commit."""
        self._root = root
        self._commit = _commit(root, revision)

    def files(self) -> Mapping[str, bytes]:
        """`mkdocs.yml` and every file below `site/`, by path. Raises TelemacoError."""
        found = _entries(self._root, self._commit, SITE_SOURCES)
        files = [entry for entry in found if entry.mode not in {_SYMBOLIC_LINK, _SUBMODULE}]
        paths = (entry.path for entry in files)
        return dict(zip(paths, _contents(self._root, files), strict=True))


class GitHistory:
    """The commits of the repository that a community's folder belongs to."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def arrival(self, path: str) -> Arrival | None:
        """How the file came in; None when it is in no commit, in no repository, or without Git."""
        options = ("--no-show-signature", "--diff-filter=A", "--max-count=1", "--format=%H %P")
        try:
            found = _run(self._root, "log", *options, "--", path)
        except TelemacoError:
            return None
        commits = found.stdout.decode().split() if found.returncode == 0 else []
        return Arrival(commits[0], next(iter(commits[1:]), None)) if commits else None

    def sources(self, commit: str) -> GitSources:
        """The files of the community as a commit, branch or tag has them. Raises TelemacoError."""
        return GitSources(self._root, commit)


def commit_named(root: Path, revision: str) -> str:
    """The whole name of a commit, branch or tag. Raises TelemacoError when there is none."""
    return _commit(root, revision)


def branching_point(root: Path, revision: str) -> str:
    """The last commit that the folder's branch has in common with the revision.

    What happened to the revision since then is no part of what the branch changed. The revision
    itself where no commit is known to both, as in a shallow clone. Raises TelemacoError.
    """
    commit = _commit(root, revision)
    found = _run(root, "merge-base", commit, "HEAD")
    return commit if found.returncode else found.stdout.decode().strip()


class _Entry(NamedTuple):
    """A file of a tree: `mode` as Git writes it, `blob` names its content, `size` in bytes."""

    path: str
    mode: str
    blob: str
    size: int

    @property
    def obstacle(self) -> Obstacle | None:
        """Why it cannot be read as a file, if it cannot."""
        if self.mode == _SYMBOLIC_LINK:
            return Obstacle(self.path, "symbolic-link")
        if self.mode == _SUBMODULE:
            return Obstacle(self.path, "folder")
        if is_too_large(self.path, self.size):
            return Obstacle(self.path, "too-large", self.size)
        return None


def _entries(root: Path, commit: str, names: Sequence[str]) -> Iterator[_Entry]:
    """What a commit has at and below the names; what begins with a dot is skipped."""
    options = ("-r", "-z", "-l", commit, "--", *names)
    listing = _git(root, "ls-tree", *options)
    for line in listing.split(b"\0")[:-1]:
        facts, _, name = line.partition(b"\t")
        mode, _kind, blob, size = facts.decode().split()
        path = name.decode(errors="surrogateescape")
        if "/." not in path:
            yield _Entry(path, mode, blob, 0 if size == "-" else int(size))


def _contents(root: Path, entries: Sequence[_Entry]) -> Iterator[bytes]:
    """The bytes of each entry, in their order, from one run of Git."""
    asked = "".join(f"{entry.blob}\n" for entry in entries).encode()
    answer = _git(root, "cat-file", "--batch", said=asked)
    place = 0
    for entry in entries:
        place = answer.index(b"\n", place) + 1
        yield answer[place : place + entry.size]
        place += entry.size + 1


def _commit(root: Path, revision: str) -> str:
    """The name of the commit. Raises TelemacoError."""
    inside = _run(root, "rev-parse", "--is-inside-work-tree")
    if inside.returncode:
        raise _failure(
            msg("{folder} does not belong to a Git repository", folder=str(root)),
            inside,
            msg("Name no commit, or run it in a clone of the repository."),
        )
    wanted = f"{revision}^{{commit}}"
    found = _run(root, "rev-parse", "--verify", "--quiet", "--end-of-options", wanted)
    if found.returncode:
        raise TelemacoError(
            msg('there is no commit "{revision}" in this repository', revision=revision),
            msg(
                "Name a branch, a tag or a commit. A shallow clone lacks old ones: fetch them with "
                "git fetch --unshallow."
            ),
        )
    return found.stdout.decode().strip()


def _git(root: Path, *arguments: str, said: bytes = b"") -> bytes:
    """What Git answers. Raises TelemacoError."""
    ended = _run(root, *arguments, said=said)
    if ended.returncode:
        raise _failure(msg("Git could not read the commit"), ended, None)
    return ended.stdout


def _run(root: Path, *arguments: str, said: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = ("git", "-C", str(root), *arguments)
    try:
        # The words are ours but for the revision, which comes after --end-of-options.
        return subprocess.run(command, input=said, capture_output=True, check=False)  # noqa: S603 (see above)
    except OSError as error:
        raise TelemacoError(
            msg("Git cannot be run: {reason}", reason=reason_of(error)),
            msg("Install Git, or name no commit."),
        ) from error


def _failure(
    message: Message, ended: subprocess.CompletedProcess[bytes], hint: Message | None
) -> TelemacoError:
    said = ended.stderr.decode(errors="replace").strip()
    return TelemacoError(
        msg("{message} ({said})", message=message, said=said) if said else message, hint
    )
