"""The files of a community to a community."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, MutableMapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias, TypeVar, cast

from telemaco.findings import Finding, Location
from telemaco.loading import collisions, paths, suspicious
from telemaco.loading.file import Entry, Plain, entry_of, plain_file
from telemaco.loading.meant import file_meant, right_folder
from telemaco.loading.text import decode
from telemaco.messages import msg
from telemaco.model.community import AnswerId, Community, Guide, ReceiptId, ResultsId, Session
from telemaco.model.late import Late
from telemaco.ports import Obstacle, SourceFile
from telemaco.records.agenda import Agenda
from telemaco.records.base import AgendaId, Language, PairName, ProgramId
from telemaco.records.community import Community as Settings
from telemaco.records.layout import (
    COMMUNITY,
    Address,
    Kind,
    NoteId,
    PairId,
    address_of,
    contents_of,
    is_too_large,
)
from telemaco.records.note import Note
from telemaco.records.skills import Skill, Skills

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What could be read, what was wrong, and how many files there were."""

    community: Community
    findings: tuple[Finding, ...]
    files: int


@dataclass(frozen=True, slots=True)
class Read:
    """What a file said, and what was noticed in its text; no findings where it does not count."""

    outcome: Entry | tuple[Finding, ...]
    noticed: tuple[Finding, ...] = ()
    address: Address | None = None
    """What the file is; None where it is not worth knowing."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a file said of which the record is not made yet, and what was noticed in its text."""

    address: Address
    plain: Plain
    noticed: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Later:
    """A file in which nothing is wrong, of which `make` gives the record."""

    address: Address
    make: Callable[[], Entry]


Known: TypeAlias = MutableMapping[SourceFile, Read | Obstacle]
"""What files said; it grows with every file that is read."""


def load(sources: Iterable[SourceFile | Obstacle], known: Known | None = None) -> Loaded:
    """Read every file; one that cannot be read becomes findings, and the rest is read.

    A file that is known already, with the same bytes, is not read again.
    """
    readings = {} if known is None else known
    return gathered((one.path, _read_once(one, readings)) for one in sources)


def _read_once(source: SourceFile | Obstacle, known: Known) -> Read | Obstacle:
    if isinstance(source, Obstacle):
        return source
    if source not in known:
        known[source] = read_source(source)
    return known[source]


def read_source(source: SourceFile) -> Read | Obstacle:
    """What a file says, with its record."""
    said = said_by(source)
    return record_of(source.path, said) if isinstance(said, Said) else said


def said_by(source: SourceFile) -> Said | Read | Obstacle:
    """What a file says, as far as YAML knows, or why that does not count."""
    path = source.path
    if is_too_large(path, len(source.content)):
        return Obstacle(path, "too-large", len(source.content))
    address = address_of(path)
    if address is None:
        return Read((paths.unexpected(path),))
    badly_named = paths.badly_named(path, address)
    if badly_named or address.kind is Kind.SEALED_NOTE:
        return Read((badly_named,) if badly_named else ())
    text = decode(path, source.content)
    if not isinstance(text, str):
        return Read(text)
    noticed = tuple(suspicious.passages(path, text))
    plain = plain_file(path, address, text)
    return Said(address, plain, noticed) if isinstance(plain, Plain) else Read(plain, noticed)


def record_of(path: str, said: Said) -> Read:
    """The record of what a file said."""
    return Read(entry_of(path, said.address, said.plain), said.noticed, said.address)


def gathered(found: Iterable[tuple[str, Read | Later | Obstacle]]) -> Loaded:
    """A community of what its files said, by their paths, in a lasting order."""
    shelf = _Shelf()
    for path, read in found:
        shelf.paths.append(path)
        _take(shelf, path, read)
    community = _community(shelf)
    findings = collisions.told_once(shelf.findings, shelf.paths)
    return Loaded(community, tuple(findings), len(shelf.paths))


@dataclass(slots=True)
class _Shelf:
    """What was read so far: records by kind, then by the names in their path."""

    entries: defaultdict[Kind, dict[tuple[str, ...], Entry | Later]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    unread: defaultdict[Kind, set[tuple[str, ...]]] = field(
        default_factory=lambda: defaultdict(set)
    )
    findings: list[Finding] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)


def _take(shelf: _Shelf, path: str, read: Read | Later | Obstacle) -> None:
    if isinstance(read, Later):
        shelf.entries[read.address.kind][read.address.names] = read
        return
    if isinstance(read, Obstacle):
        shelf.findings.append(paths.obstacle(read))
        _set_aside(shelf, path)
        return
    address, outcome = read.address, read.outcome
    shelf.findings += read.noticed
    if address and isinstance(outcome, Entry):
        shelf.entries[address.kind][address.names] = outcome
        shelf.findings += outcome.findings
    elif isinstance(outcome, tuple) and outcome:
        if not _was_just_told(shelf, outcome):
            shelf.findings += outcome
        _set_aside(shelf, path)


def _was_just_told(shelf: _Shelf, findings: tuple[Finding, ...]) -> bool:
    """Whether it is about a folder, of which each file tells."""
    return shelf.findings[-len(findings) :] == [*findings]


def _set_aside(shelf: _Shelf, path: str) -> None:
    """Remember what is not read: the file, or everything that a folder may hold."""
    address = address_of(file_meant(path))
    for kind, names in [address] if address else contents_of(right_folder(path)):
        shelf.unread[kind].add(names)


def _community(shelf: _Shelf) -> Community:
    return Community(
        settings=_settings(shelf),
        skills={skill.id: skill for skill in _vocabulary(shelf)},
        vocabulary=_vocabulary(shelf),
        programs=_records(shelf, Kind.PROGRAM, _first),
        people=_records(shelf, Kind.PERSON, _first),
        pairs=_records(shelf, Kind.PAIR, PairId._make),
        sessions=_sessions(shelf),
        agendas=_agendas(shelf),
        surveys=_records(shelf, Kind.SURVEY, _first),
        answers=_records(shelf, Kind.ANSWER, AnswerId._make),
        results=_records(shelf, Kind.RESULTS, ResultsId._make),
        receipts=_records(shelf, Kind.RECEIPT, ReceiptId._make),
        unread={kind: frozenset(names) for kind, names in shelf.unread.items()},
    )


# The shelf keeps records of all kinds; which one lies where was decided by the path.
def _records(shelf: _Shelf, kind: Kind, key: Callable[[tuple[str, ...]], Any]) -> Mapping[Any, Any]:
    entries = {key(names): entry for names, entry in sorted(shelf.entries[kind].items())}
    return _mapping(
        entries, lambda name: _entry(entries[name]).record, is_late=_is_late(shelf, kind)
    )


def _mapping(keys: Mapping[K, object], make: Callable[[K], V], *, is_late: bool) -> Mapping[K, V]:
    """The values when they are asked for, where that saves anything."""
    return Late(keys, make) if is_late else {key: make(key) for key in keys}


def _is_late(shelf: _Shelf, kind: Kind) -> bool:
    return any(isinstance(entry, Later) for entry in shelf.entries[kind].values())


def _entry(entry: Entry | Later) -> Entry:
    return entry if isinstance(entry, Entry) else entry.make()


def _first(names: tuple[str, ...]) -> str:
    return names[0]


def _settings(shelf: _Shelf) -> Settings:
    entry = shelf.entries[Kind.COMMUNITY].get(())
    if entry is not None:
        return cast(Settings, _entry(entry).record)
    if not shelf.unread[Kind.COMMUNITY]:
        shelf.findings.append(_no_settings())
        shelf.unread[Kind.COMMUNITY].add(())
    return Settings.model_construct(
        title="", languages=("en",), coordinators=(), contact="", code_of_conduct=""
    )


def _no_settings() -> Finding:
    return Finding(
        "community-missing",
        Location(COMMUNITY, 1),
        msg("the file is not there"),
        msg("Write it: title, languages, coordinators, contact and code_of_conduct."),
    )


def _vocabulary(shelf: _Shelf) -> tuple[Skill, ...]:
    entry = shelf.entries[Kind.SKILLS].get(())
    return () if entry is None else cast(Skills, _entry(entry).record).root


def _sessions(shelf: _Shelf) -> Mapping[PairId, tuple[Session, ...]]:
    found: defaultdict[PairId, list[tuple[str, str, Entry | Later]]] = defaultdict(list)
    for (program, pair, day, number), entry in sorted(shelf.entries[Kind.NOTE].items()):
        found[PairId(ProgramId(program), PairName(pair))].append((day, number, entry))

    def make(pair: PairId) -> tuple[Session, ...]:
        return tuple(session_of(day, number, _entry(entry)) for day, number, entry in found[pair])

    return _mapping(found, make, is_late=_is_late(shelf, Kind.NOTE))


def session_of(day: str, number: str, entry: Entry) -> Session:
    """A session, from its file: the day and the number in the name, empty for the first."""
    return Session(
        NoteId(day, int(number or 1)),
        date.fromisoformat(day),
        cast(Note, entry.record),
        entry.body,
    )


def _agendas(shelf: _Shelf) -> Mapping[AgendaId, Mapping[Language, Guide]]:
    found: defaultdict[AgendaId, dict[Language, Guide]] = defaultdict(dict)
    for (agenda, language), entry in sorted(shelf.entries[Kind.AGENDA].items()):
        made = _entry(entry)
        guide = Guide(cast(Agenda, made.record), made.body)
        found[AgendaId(agenda)][Language(language)] = guide
    return dict(found)
