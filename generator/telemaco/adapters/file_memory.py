"""What the community's files said, kept where the builder works for the next build."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from telemaco.adapters.disk import stamp_of, write_into
from telemaco.loading.sheaves import Bundle, Sheaf
from telemaco.records.packing import packed, unpacked
from telemaco.render.tracing.facts import digest


class FileMemory:
    """Keeps what the community's files said, where the builder works, too.

    Lines that changed since are kept beside the others until they are many. What is known of
    folders lies in a file of its own, so that the next build need not read all lines; what is known
    of those that changed since lies beside it.
    """

    def __init__(self, folder: Path, maker: str) -> None:
        """What another maker wrote is not understood: it may have read other things in it."""
        self._file = folder / "files"
        self._since = folder / "files-since"
        self._bundle = folder / "folders"
        self._bundle_since = folder / "folders-since"
        self._clock = folder / "clock"
        self._maker = maker
        self._word = ""
        self._lines: dict[str, str] = {}
        self._changed: dict[str, str] = {}
        self._bundle_word = ""
        self._sheaves: list[Sheaf] = []
        self._few: dict[int, Sheaf] = {}

    def recall(self) -> dict[str, str]:
        """What the last run left, a line by path; nothing where that is damaged."""
        self._word, self._lines = _recalled(self._file, self._maker)
        if self._word:
            _, since = _recalled(self._since, self._word)
            now = self._lines | since
            return {path: line for path, line in now.items() if line} if since else now
        return {}

    def keep(self, lines: Mapping[str, str]) -> None:
        """Put the lines in the place of the former ones. Raises TelemacoError."""
        before = self._lines
        since = {path: line for path, line in lines.items() if before.get(path) != line}
        since |= dict.fromkeys(before.keys() - lines.keys(), "")
        if self._word and len(since) <= len(lines) // _MANY:
            _keep(self._since, self._word, since)
        else:
            self._word = ""
            self._lines = dict(lines)
            _keep(self._file, self._maker, lines)

    def bundle(self) -> Bundle | None:
        """What is known of folders; None where that is not of the lines that are there."""
        stamps = self._recall_sheaves()
        if not stamps or not self._file.exists() or stamps != self._stamps():
            return None
        with self._file.open("rb") as file:
            self._word = file.readline().decode().rstrip("\n")
        self._changed = _recalled(self._since, self._word)[1]

        @cache
        def whole() -> bytes:
            return self._file.read_bytes()

        def line(path: str, start: int) -> str:
            known = self._changed.get(path)
            return known or _line_at(whole(), start).decode()

        return Bundle(self._sheaves, line)

    def _recall_sheaves(self) -> list[list[int]]:
        """Take in what is known of folders; the stamps of the files with the lines they are of."""
        told = _told(self._bundle, self._maker)
        if told is None:
            return []
        self._bundle_word = told[0]
        stamps: list[list[int]]
        stamps, *found = unpacked(told[1])
        self._sheaves = [Sheaf._make(one) for one in found]
        since = _told(self._bundle_since, self._bundle_word)
        if since:
            stamps, *few = unpacked(since[1])
            self._few = {place: Sheaf._make(one) for place, one in few}
            for place, sheaf in self._few.items():
                self._sheaves[place] = sheaf
        return stamps

    def keep_bundle(self, sheaves: Sequence[Sheaf]) -> None:
        """Keep what is known of folders, after the lines were kept. Raises TelemacoError."""
        starts = _starts(self._maker, self._lines)
        self._put([one._replace(starts=[starts.get(p, 0) for p in one.paths]) for one in sheaves])

    def keep_few(self, sheaves: Sequence[Sheaf], lines: Mapping[str, str]) -> None:
        """Keep some lines beside those of the bundle. Raises TelemacoError."""
        if lines:
            _keep(self._since, self._word, {**self._changed, **lines})
        both = enumerate(zip(sheaves, self._sheaves, strict=True))
        self._few |= {place: now for place, (now, before) in both if now is not before}
        if len(self._few) > len(sheaves) // _MANY:
            self._put(sheaves)
        else:
            told = packed([self._stamps(), *self._few.items()])
            _put_down(self._bundle_since, self._bundle_word, told)

    def _put(self, sheaves: Sequence[Sheaf]) -> None:
        _put_down(self._bundle, self._maker, packed([self._stamps(), *sheaves]))

    def _stamps(self) -> list[list[int]]:
        """Those of the files with the lines, of which there may be one."""
        there = [one for one in (self._file, self._since) if one.exists()]
        return [[*(stamp_of(one.lstat()) or ())] for one in there]

    def now(self) -> int:
        """The time by the clock of the disk, in nanoseconds. Raises TelemacoError."""
        write_into(self._clock, b"")
        return self._clock.stat().st_mtime_ns


_MANY = 16
"""The share of all lines from which on they are written anew."""


def _recalled(file: Path, maker: str) -> tuple[str, dict[str, str]]:
    """The word for what the file holds, and its lines; neither where it cannot be understood."""
    found = _told(file, maker)
    if found is None:
        return "", {}
    # Not splitlines: a text may have other ends of lines in it, U+2028 for one.
    parts = found[1].decode().split("\n") if found[1] else []
    return found[0], dict(zip(parts[::2], parts[1::2], strict=True))


def _told(file: Path, maker: str) -> tuple[str, bytes] | None:
    """The word for what the file holds, and that; None where it cannot be understood."""
    try:
        content = file.read_bytes()
    except OSError:
        return None
    word, _, written = content.partition(b"\n")
    by, _, told = written.partition(b"\n")
    if word.decode(errors="replace") != digest(written) or by != maker.encode():
        return None
    return word.decode(), told


def _line_at(content: bytes, start: int) -> bytes:
    end = content.find(b"\n", start)
    return content[start:] if end < 0 else content[start:end]


def _keep(file: Path, maker: str, lines: Mapping[str, str]) -> None:
    # One by one: joined, and joined again with the word before them, they were there three times.
    told = bytearray(maker.encode())
    for path, line in lines.items():
        told += f"\n{path}\n{line}".encode()
    write_into(file, digest(told).encode() + b"\n", told)


def _put_down(file: Path, maker: str, told: str) -> None:
    written = f"{maker}\n{told}".encode()
    write_into(file, digest(written).encode() + b"\n", written)


def _starts(maker: str, lines: Mapping[str, str]) -> dict[str, int]:
    """Where each line begins in the file that keeps them."""
    found: dict[str, int] = {}
    here = len(digest("")) + len(maker) + 2
    for path, line in lines.items():
        here += len(path.encode()) + 1
        found[path] = here
        here += len(line.encode()) + 1
    return found
