"""Read a folder in which little changed since it was read: the rest is left where it lies."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from itertools import chain

from telemaco.loading.assemble import Later, LateSession, community_of
from telemaco.loading.file import Entry
from telemaco.loading.load import Loaded
from telemaco.loading.remembered import FileWords, entry_of_line, stamp_of, words_of
from telemaco.loading.sheaves import Bundle, Sheaf, path_in
from telemaco.model.community import Session
from telemaco.model.late import Late, LateWhole
from telemaco.ports import NO_STAMP
from telemaco.records.base import PairName, ProgramId
from telemaco.records.layout import Address, Kind, PairId, address_of
from telemaco.render.tracing.facts import told_of, told_together
from telemaco.usecases.check import collector_paused
from telemaco.usecases.reading import Changed, Reader, Reading, is_faultless, look_at

_MANY = 16
"""The share of all files from which on it is as good to read all of them."""


@dataclass(frozen=True, slots=True)
class Again:
    """What was read, and what is to be remembered: all folders, and lines of files that changed."""

    reading: Reading
    sheaves: Sequence[Sheaf]
    lines: Mapping[str, str]


def read_again(reader: Reader, bundle: Bundle) -> Again | None:
    """The same as to read the folder, where nothing changed but what few files say.

    None where a file came or went, where something is wrong with one, or where many changed.
    """
    with collector_paused():
        glance = _Glance(reader, bundle)
        sheaves: list[Sheaf] = []
        for sheaf in bundle.sheaves:
            now = glance.of(sheaf)
            if now is None:
                return None
            sheaves.append(now)
        told = told_together((one.folder, one.text, one.rest) for one in sheaves)
        loaded = _loaded(sheaves, glance.line)
        words = LateWhole(cache(lambda: _words(sheaves, glance.line)))
    if loaded is None:
        return None
    reading = Reading(loaded, words, told, is_news=glance.is_news)
    return Again(reading, sheaves, glance.lasting)


def bundled(reader: Reader, reading: Reading, lines: Mapping[str, str]) -> list[Sheaf] | None:
    """What is to be remembered of all folders; None where there is more than lines tell of."""
    found: list[Sheaf] = []
    waiting = [] if reading.loaded.findings else [""]
    while waiting:
        folder = waiting.pop()
        listing = reader.folder.listed(folder)
        if listing is None or not all(map(str.isascii, listing.folders)):
            return None
        paths = [path_in(folder, name) for name in listing.files]
        if not all(path in reading.words for path in paths):
            return None
        stamps = (stamp_of(lines[path]) if path in lines else NO_STAMP for path in paths)
        told = reading.folders.get(folder, ("", ""))
        stamp = [*(listing.stamp if listing.stamp.is_older(reader.began) else NO_STAMP)]
        flat = [*chain.from_iterable(stamps)]
        starts = [0] * len(paths)
        found.append(Sheaf(folder, stamp, listing.folders, listing.files, flat, starts, *told))
        waiting += (path_in(folder, name) for name in listing.folders)
    return found if sum(len(one.files) for one in found) == len(reading.words) else None


@dataclass(slots=True)
class _Glance:
    """Looks at folders one by one."""

    reader: Reader
    bundle: Bundle
    lines: dict[str, str] = field(default_factory=dict)
    lasting: dict[str, str] = field(default_factory=dict)
    is_news: bool = False
    left: int = field(init=False)

    def __post_init__(self) -> None:
        self.left = sum(len(one.files) for one in self.bundle.sheaves) // _MANY

    def line(self, path: str, start: int) -> str:
        """The line of a file, as it is now."""
        return self.lines.get(path) or self.bundle.line(path, start)

    def of(self, sheaf: Sheaf) -> Sheaf | None:
        """The folder as it is now; None where that takes more than a glance."""
        folder = self.reader.folder
        now = sheaf
        if tuple(sheaf.stamp) == NO_STAMP or folder.stamp_of_folder(sheaf.folder) != sheaf.stamp:
            listing = folder.listed(sheaf.folder)
            if listing is None or [listing.folders, listing.files] != [sheaf.folders, sheaf.files]:
                return None
            if listing.stamp.is_older(self.reader.began) and [*listing.stamp] != sheaf.stamp:
                self.is_news = True
                now = sheaf._replace(stamp=[*listing.stamp])
        stamps = folder.stamps(sheaf.folder, sheaf.files)
        return now if stamps == sheaf.stamps else self._changed(now, stamps)

    def _changed(self, sheaf: Sheaf, stamps: Sequence[int]) -> Sheaf | None:
        self.is_news = True
        remembered: dict[int, Sequence[int]] = {}
        for place in sheaf.others(stamps):
            path = path_in(sheaf.folder, sheaf.files[place])
            look = look_at(self.reader, path)
            self.left -= 1
            if self.left < 0 or not isinstance(look, Changed) or not is_faultless(path, look.line):
                return None
            self.lines[path] = look.line
            remembered[place] = NO_STAMP
            if look.lasts:
                self.lasting[path] = look.line
                remembered[place] = stamp_of(look.line)
        text, rest = told_of(sheaf.folder, dict(_words_in(sheaf, self.line)))
        return sheaf.with_stamps(remembered)._replace(text=text, rest=rest)


_Line = Callable[[str, int], str]


def _loaded(sheaves: Sequence[Sheaf], line: _Line) -> Loaded | None:
    """The community; what a file says is looked up when somebody asks for it."""
    entries: dict[Kind, dict[tuple[str, ...], Later]] = {}
    noted: dict[PairId, Sheaf] = {}
    for sheaf in sheaves:
        if sheaf.text:
            _, program, pair = sheaf.folder.split("/")
            noted[PairId(ProgramId(program), PairName(pair))] = sheaf
        for address, later in _laters(sheaf, line, is_of_notes=False):
            entries.setdefault(address.kind, {})[address.names] = later
    if () not in entries.get(Kind.COMMUNITY, {}):
        return None

    def sessions(pair: PairId) -> tuple[Session, ...]:
        laters = _laters(noted[pair], line, is_of_notes=True)
        found = sorted((address.names[2:], later) for address, later in laters)
        return tuple(LateSession(day, number, later.make) for (day, number), later in found)

    @cache
    def notes() -> Mapping[tuple[str, ...], Later]:
        every = (_laters(sheaf, line, is_of_notes=True) for sheaf in noted.values())
        return {address.names: later for address, later in chain.from_iterable(every)}

    community = community_of(entries, {})
    whole = replace(community, sessions=Late(dict(sorted(noted.items())), sessions))
    files = sum(len(one.files) for one in sheaves)
    return Loaded(whole, (), files, {**entries, Kind.NOTE: LateWhole(notes)})


def _laters(sheaf: Sheaf, line: _Line, *, is_of_notes: bool) -> Iterator[tuple[Address, Later]]:
    for place, name in enumerate(sheaf.files):
        if (bool(sheaf.text) and name.endswith(".md")) is is_of_notes:
            path = path_in(sheaf.folder, name)
            address = address_of(path)
            assert address is not None  # noqa: S101 (for the types: what has none has no line)
            yield address, Later(address, partial(_entry, path, sheaf.starts[place], line))


def _entry(path: str, start: int, line: _Line) -> Entry:
    return entry_of_line(path, line(path, start))


def _words(sheaves: Sequence[Sheaf], line: _Line) -> dict[str, FileWords]:
    return {
        path_in(sheaf.folder, name): words
        for sheaf in sheaves
        for name, words in _words_in(sheaf, line)
    }


def _words_in(sheaf: Sheaf, line: _Line) -> Iterator[tuple[str, FileWords]]:
    for name, start in zip(sheaf.files, sheaf.starts, strict=True):
        yield name, words_of(line(path_in(sheaf.folder, name), start))
