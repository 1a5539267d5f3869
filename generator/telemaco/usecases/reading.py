"""Read the files of a folder: several at a time, and only those that changed."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from telemaco.loading.assemble import Later
from telemaco.loading.file import Entry
from telemaco.loading.load import Loaded, Read, Said, gathered, record_of, said_by
from telemaco.loading.remembered import FileWords, as_line, is_of, is_plain, later_of_line, of_line
from telemaco.ports import Crew, Folder, Obstacle
from telemaco.render.tracing.facts import Told, told_by_folder, told_together
from telemaco.usecases.alone import ALONE
from telemaco.usecases.check import collector_paused


@dataclass(slots=True)
class Recollection:
    """What files said when they were last read, by path.

    `lines` outlive this process; `records` are what came of them, None where nobody asks again.
    """

    lines: dict[str, str] = field(default_factory=dict)
    records: dict[str, tuple[FileWords, Read]] | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What could be read, words for every file, and what they come to.

    `is_news` says that something else is to be remembered than before. `folders` has what is told
    of each folder, where all files were read.
    """

    loaded: Loaded
    words: Mapping[str, FileWords]
    told: Told
    is_news: bool
    folders: Mapping[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads files of a folder one by one.

    `began` is the time by the clock of the disk before the first is read, 0 where nothing is to
    be remembered; `digest` gives a word for bytes.
    """

    folder: Folder
    digest: Callable[[bytes], str]
    began: int = 0


def read_folder(reader: Reader, recollection: Recollection, crew: Crew = ALONE) -> Reading:
    """Read all files; one that has the same stamp says what it said.

    The crew shares what needs no record: what it answers is little more than the bytes of the
    files, of which records are made here as they come. Afterwards the recollection is of this
    reading.
    """
    with collector_paused():
        listed = list(reader.folder.paths())
        paths = [one for one in listed if isinstance(one, str)]
        # Looking at a stamp takes less time than handing the work over.
        changed = [path for path in paths if not _is_as_it_was(reader, recollection.lines, path)]
        shelf = _Shelf(recollection)
        for looks in crew.share(partial(_look, reader), changed):
            shelf.look_at(looks)
        loaded = gathered(shelf.taken(listed))
        folders = told_by_folder(shelf.words)
        told = told_together((folder, *words) for folder, words in folders.items())
    return Reading(loaded, shelf.words, told, shelf.remember(), folders)


class Changed(NamedTuple):
    """A file that was read: its line, and whether that may be remembered."""

    line: str
    lasts: bool


class Odd(NamedTuple):
    """A file that no line can tell of, and a word for its bytes."""

    word: str
    read: Read


Look = Changed | Odd | Obstacle


def _look(reader: Reader, paths: Sequence[str]) -> dict[str, Look | None]:
    """What there is at the paths; None stands for a file that went away."""
    return {path: look_at(reader, path) for path in paths}


def _is_as_it_was(reader: Reader, lines: Mapping[str, str], path: str) -> bool:
    line = lines.get(path)
    stamp = reader.folder.stamp(path) if line else None
    return line is not None and stamp is not None and is_of(line, stamp)


def look_at(reader: Reader, path: str) -> Look | None:
    """What there is at the path; None when it is gone."""
    source = reader.folder.source(path)
    if source is None or isinstance(source, Obstacle):
        return source
    said = said_by(source)
    if isinstance(said, Obstacle):
        return said
    word = reader.digest(source.content)
    stamp = source.stamp
    if stamp and isinstance(said, Said) and is_plain(said):
        words = FileWords(
            word, reader.digest(said.plain.yaml.encode()) if said.plain.body else word
        )
        return Changed(as_line(stamp, words, said.plain), stamp.is_older(reader.began))
    return Odd(word, record_of(path, said) if isinstance(said, Said) else said)


class _Found(NamedTuple):
    """What a file says that was read; an empty line where nothing is to be remembered of it."""

    words: FileWords
    read: Read
    line: str = ""


@dataclass(slots=True)
class _Shelf:
    """Takes down what was found, and what is to be remembered of it."""

    former: Recollection
    found: dict[str, _Found | Obstacle | None] = field(default_factory=dict)
    words: dict[str, FileWords] = field(default_factory=dict)
    lines: dict[str, str] = field(default_factory=dict)
    records: dict[str, tuple[FileWords, Read]] = field(default_factory=dict)
    is_news: bool = False

    def look_at(self, looks: Mapping[str, Look | None]) -> None:
        """Make records of what there is at some paths."""
        for path, look in looks.items():
            self.found[path] = _found(path, look)

    def taken(
        self, listed: Iterable[str | Obstacle]
    ) -> Iterator[tuple[str, Read | Later | Obstacle]]:
        """What each file says, in the order of the list."""
        for one in listed:
            if isinstance(one, Obstacle):
                yield one.path, one
            elif one not in self.found:
                yield one, self._as_it_was(one)
            elif found := self.found[one]:
                yield one, found if isinstance(found, Obstacle) else self._read(one, found)

    def remember(self) -> bool:
        """Keep it for the next time; the answer is whether any line differs."""
        is_news = self.is_news or self.lines.keys() != self.former.lines.keys()
        self.former.lines = self.lines
        if self.former.records is not None:
            self.former.records = self.records
        return is_news

    def _as_it_was(self, path: str) -> Read | Later:
        line = self.former.lines[path]
        if self.former.records is None:
            self.words[path], later = later_of_line(path, line)
            self.lines[path] = line
            return later
        known = self.former.records.get(path)
        return self._kept(path, line, known or of_line(path, line))

    def _read(self, path: str, found: _Found) -> Read:
        if found.line:
            self.is_news = True
            return self._kept(path, found.line, found[:2])
        self.words[path] = found.words
        return found.read

    def _kept(self, path: str, line: str, found: tuple[FileWords, Read]) -> Read:
        self.words[path], read = found
        self.lines[path] = line
        if self.former.records is not None:
            self.records[path] = found
        return read


def _found(path: str, look: Look | None) -> _Found | Obstacle | None:
    if isinstance(look, Odd):
        return _Found(FileWords(look.word, look.word), look.read)
    if isinstance(look, Changed):
        words, read = of_line(path, look.line)
        return _Found(words, read, look.line if look.lasts and _says_a_record(read) else "")
    return look


def is_faultless(path: str, line: str) -> bool:
    """Whether nothing is wrong in the file of the line."""
    return _says_a_record(of_line(path, line)[1])


def _says_a_record(read: Read) -> bool:
    return isinstance(read.outcome, Entry) and not read.outcome.findings
