"""Ports for tests: as small as the ports themselves."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from textwrap import dedent
from zlib import crc32

from telemaco.loading.load import load
from telemaco.model.community import Community
from telemaco.ports import Arrival, Listing, Obstacle, SourceFile, Stamp
from telemaco.records.layout import may_be_overlooked

SETTINGS = """\
title: {en: The Workshop, it: La bottega}
languages: [en, it]
coordinators: [cosimo]
contact: workshop@example.org
code_of_conduct: CODE_OF_CONDUCT.md
"""

LATER = 2**62
"""A time when no file of a fake disk is young any more."""

COSIMO = """\
name: Cosimo
timezone: Europe/Rome
languages: {it: native, en: fluent}
enrolments: []
consent: {text: v1, on: 2026-01-01, publish: [name]}
"""


class FakeSources:
    """Files in memory; an Obstacle stands for itself."""

    def __init__(self, files: Mapping[str, str | bytes | Obstacle]) -> None:
        self._files = files

    def files(self) -> Iterator[SourceFile | Obstacle]:
        for path, content in sorted(self._files.items()):
            if isinstance(content, Obstacle):
                yield content
            elif not may_be_overlooked(path):
                yield SourceFile(path, _bytes(content))

    def beside(self) -> Iterator[SourceFile]:
        for path, content in sorted(self._files.items()):
            if may_be_overlooked(path) and isinstance(content, str | bytes):
                yield SourceFile(path, _bytes(content))

    def read(self, path: str) -> bytes | None:
        content = self._files.get(path)
        return _bytes(content) if isinstance(content, str | bytes) else None


class FakeDisk(FakeSources):
    """The same as files on a disk, whose stamps differ when what they say does."""

    def __init__(self, files: Mapping[str, str | bytes | Obstacle]) -> None:
        super().__init__(files)
        self.opened: list[str] = []

    def paths(self) -> Iterator[str | Obstacle]:
        for path, content in sorted(self._files.items()):
            yield content if isinstance(content, Obstacle) else path

    def stamp(self, path: str) -> Stamp | None:
        content = self.read(path)
        return None if content is None else Stamp(len(content), crc32(content), 0, 0)

    def listed(self, folder: str) -> Listing | None:
        inside = f"{folder}/" if folder else ""
        below = [path.removeprefix(inside) for path in self._files if path.startswith(inside)]
        folders = sorted({path.partition("/")[0] for path in below if "/" in path})
        names = sorted(path for path in below if "/" not in path)
        return Listing(Stamp(*self.stamp_of_folder(folder)), folders, names)

    def stamp_of_folder(self, folder: str) -> list[int]:
        inside = f"{folder}/" if folder else ""
        below = [path for path in sorted(self._files) if path.startswith(inside)]
        return [1, crc32("\n".join(below).encode()), 0, 0] if folder else [0, 0, 0, 0]

    def stamps(self, folder: str, names: Sequence[str]) -> list[int]:
        found = [self.stamp(f"{folder}/{name}" if folder else name) for name in names]
        return [*chain.from_iterable(one or (0, 0, 0, 0) for one in found)]

    def source(self, path: str) -> SourceFile | Obstacle | None:
        self.opened.append(path)
        content = self.read(path)
        return None if content is None else SourceFile(path, content, self.stamp(path))


class FakeWriter:
    """Remembers what was written and what was taken away."""

    def __init__(self) -> None:
        self.written: dict[str, bytes] = {}
        self.removed: list[str] = []

    def write(self, path: str, content: bytes) -> None:
        self.written[path] = content

    def remove(self, path: str) -> None:
        self.removed.append(path)


class FakeHistory:
    """Commits in memory: their files, and in which of them a file came in."""

    def __init__(
        self,
        commits: Mapping[str, Mapping[str, str]] | None = None,
        arrivals: Mapping[str, Arrival] | None = None,
    ) -> None:
        self._commits = commits or {}
        self._arrivals = arrivals or {}

    def arrival(self, path: str) -> Arrival | None:
        return self._arrivals.get(path)

    def sources(self, commit: str) -> FakeSources:
        return FakeSources(self._commits[commit])


def community(files: Mapping[str, str]) -> Community:
    """A community of the files given, a community.yaml and its coordinator; it must be readable."""
    whole = {
        "program/community.yaml": SETTINGS,
        "program/people/cosimo.yaml": COSIMO,
        **{path: dedent(text) for path, text in files.items()},
    }
    return _loaded(tuple(sorted(whole.items())))


@lru_cache(maxsize=256)
def _loaded(files: tuple[tuple[str, str], ...]) -> Community:
    """Nothing changes a community, so the next test may have the one that was read before."""
    loaded = load(FakeSources(dict(files)).files())
    assert not loaded.findings, loaded.findings
    return loaded.community


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content
