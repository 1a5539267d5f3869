"""The Git side of our own GitHub: a real bare repository."""

import os
import shutil
import subprocess
import zlib
from collections.abc import Mapping
from functools import cache
from hashlib import sha1
from pathlib import Path
from tempfile import TemporaryDirectory

_NOBODY = {
    "GIT_AUTHOR_NAME": "Somebody",
    "GIT_AUTHOR_EMAIL": "somebody@example.org",
    "GIT_COMMITTER_NAME": "Somebody",
    "GIT_COMMITTER_EMAIL": "somebody@example.org",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
}
_ABSENT = "0" * 40


class GitError(Exception):
    """Git refused."""


class Objects:
    """Objects and references of a bare repository; names of objects are hexadecimal.

    It is made when it is first asked for anything, with one empty commit on main.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def _begin(self) -> None:
        shutil.copytree(_begun().name, self.folder)

    def blob(self, content: bytes) -> str:
        """Keep a content: written as Git writes it, since a process for each takes long."""
        if not self.folder.exists():
            self._begin()
        whole = b"blob %d\0" % len(content) + content
        name = sha1(whole, usedforsecurity=False).hexdigest()
        path = self.folder / "objects" / name[:2] / name[2:]
        if not path.exists():
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(zlib.compress(whole))
        return name

    def tree(self, entries: Mapping[str, tuple[str, str, str]]) -> str:
        """A tree of one level: name to mode, kind and object."""
        lines = (f"{mode} {kind} {sha}\t{name}\0" for name, (mode, kind, sha) in entries.items())
        return self._git("mktree", "-z", said="".join(lines).encode())

    def grown_tree(self, base: str | None, paths: Mapping[str, tuple[str, str | None]]) -> str:
        """A tree with files at paths (mode and blob; None removes one) laid over another."""
        index = self.folder / f"index-{os.getpid()}-{id(paths)}"
        try:
            self._git("read-tree", base or "--empty", index=index)
            lines = (
                f"{mode if sha else 0} {sha or _ABSENT}\t{path}\0"
                for path, (mode, sha) in paths.items()
            )
            self._git(
                "update-index", "-z", "--index-info", said="".join(lines).encode(), index=index
            )
            return self._git("write-tree", index=index)
        finally:
            index.unlink(missing_ok=True)

    def commit(
        self, message: str, tree: str, parents: list[str], author: Mapping[str, str] | None = None
    ) -> str:
        """A commit; `author` may have name, email and date."""
        who = {
            f"GIT_{role}_{word.upper()}": text
            for role in ("AUTHOR", "COMMITTER")
            for word, text in (author or {}).items()
        }
        options = [word for parent in parents for word in ("-p", parent)]
        return self._git("commit-tree", tree, *options, said=message.encode(), extra=who)

    def entries(self, tree: str, *, deep: bool = False) -> list[tuple[str, str, str, str]]:
        """Mode, kind, object and path of what a tree holds."""
        listing = self._git("ls-tree", "-z", *(["-r", "-t"] if deep else []), tree)
        facts = (entry.partition("\t") for entry in listing.split("\0") if entry)
        return [(*_three(words), path) for words, _, path in facts]

    def facts(self, commit: str) -> tuple[str, list[str], str]:
        """Tree, parents and message of a commit."""
        head, _, message = self._git("cat-file", "commit", commit).partition("\n\n")
        lines = [line.split(" ") for line in head.split("\n")]
        parents = [words[1] for words in lines if words[0] == "parent"]
        return next(words[1] for words in lines if words[0] == "tree"), parents, message

    def kind(self, sha: str) -> str | None:
        """Which kind of object it is; None when there is none."""
        try:
            return self._git("cat-file", "-t", sha)
        except GitError:
            return None

    def content(self, blob: str) -> bytes:
        """What a blob holds."""
        return self._raw("cat-file", "blob", blob)

    def ref(self, name: str) -> str | None:
        """What a reference, with its whole name, points to."""
        try:
            return self._git("rev-parse", "--verify", "--quiet", "--end-of-options", name)
        except GitError:
            return None

    def refs(self, prefix: str) -> list[tuple[str, str]]:
        """Name and object of the references whose whole name begins so."""
        listing = self._git("for-each-ref", "--format=%(refname) %(objectname)")
        pairs = [line.split(" ") for line in listing.splitlines()]
        return [(name, sha) for name, sha in pairs if name.startswith(prefix)]

    def create_ref(self, name: str, sha: str) -> None:
        """Make a reference. Raises GitError when there is one, or the name is not one."""
        self._git("check-ref-format", name)
        self._git("update-ref", name, sha, _ABSENT)

    def move_ref(self, name: str, old: str, new: str, *, force: bool = False) -> None:
        """Let it point elsewhere, forwards only unless forced. Raises GitError."""
        if not force:
            self._git("merge-base", "--is-ancestor", old, new)
        self._git("update-ref", name, new, old)

    def delete_ref(self, name: str) -> None:
        """Remove a reference."""
        self._git("update-ref", "-d", name)

    def merge(self, base: str, head: str, message: str) -> str:
        """A commit that brings two together. Raises GitError where they contradict each other."""
        tree = self._git("merge-tree", "--write-tree", base, head)
        return self.commit(message, tree, [base, head])

    def changes(self, base: str, head: str) -> list[list[str]]:
        """Letter and path of what differs from where two commits parted; of a move both paths."""
        listing = self._git("diff", "--name-status", "--find-renames", f"{base}...{head}")
        return [line.split("\t") for line in listing.splitlines()]

    def _git(
        self,
        *arguments: str,
        said: bytes = b"",
        index: Path | None = None,
        extra: Mapping[str, str] | None = None,
    ) -> str:
        place = {"GIT_INDEX_FILE": str(index)} if index else {}
        return (
            self._raw(*arguments, said=said, extra={**place, **(extra or {})}).decode().rstrip("\n")
        )

    def _raw(
        self, *arguments: str, said: bytes = b"", extra: Mapping[str, str] | None = None
    ) -> bytes:
        if not self.folder.exists():
            self._begin()
        ended = subprocess.run(
            ["git", "-C", str(self.folder), *arguments],
            input=said,
            capture_output=True,
            check=False,
            env={**os.environ, **_NOBODY, **(extra or {})},
        )
        if ended.returncode:
            raise GitError(ended.stderr.decode(errors="replace").strip())
        return ended.stdout


@cache
def _begun() -> TemporaryDirectory[str]:
    """A repository with one empty commit on main, made once a process."""
    made = TemporaryDirectory(prefix="telemaco-repository-")
    objects = Objects(Path(made.name))
    words = ["git", "init", "--quiet", "--bare", "--template=", "--initial-branch=main", made.name]
    subprocess.run(words, check=True)
    objects.create_ref("refs/heads/main", objects.commit("Begin", objects.tree({}), []))
    return made


def _three(words: str) -> tuple[str, str, str]:
    mode, kind, sha = words.split(" ")
    return mode, kind, sha
