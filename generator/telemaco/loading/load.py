"""The files of a community to a community."""

import codecs
from collections import defaultdict
from collections.abc import Iterable, Mapping, MutableMapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from telemaco.findings import Finding, Location
from telemaco.loading import collisions, misplaced, paths, stray_notes, suspicious, taken_names
from telemaco.loading.assemble import Entries, Later, community_of
from telemaco.loading.file import Entry, Plain, entry_of, plain_file
from telemaco.loading.ids_meant import with_ids_meant
from telemaco.loading.meant import certainly_meant, file_meant, right_folder
from telemaco.loading.text import decode
from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.ports import Obstacle, SourceFile
from telemaco.records.layout import COMMUNITY, Address, Kind, address_of, contents_of, is_too_large


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A file that is no part of the community, and yet says something: `plain`.

    `path` is where it lies, or would if it were called as it should be.
    """

    path: str
    plain: Plain


@dataclass(frozen=True, slots=True)
class Loaded:
    """What could be read, what was wrong, and how many files there were.

    `entries` are what the community is made of, `doubtful` the files that are no part of it and
    yet say something, by their paths.
    """

    community: Community
    findings: tuple[Finding, ...]
    files: int
    entries: Entries = field(default_factory=dict)
    doubtful: Mapping[str, Doubtful] = field(default_factory=dict)
    paths: frozenset[str] = field(default=frozenset(), compare=False)


@dataclass(frozen=True, slots=True)
class Read:
    """What a file said, and what was noticed in its text; no findings where it does not count."""

    outcome: Entry | tuple[Finding, ...]
    noticed: tuple[Finding, ...] = ()
    address: Address | None = None
    """What the file is; None where it is not worth knowing."""
    doubtful: Doubtful | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What a file said of which the record is not made yet, and what was noticed in its text."""

    address: Address
    plain: Plain
    noticed: tuple[Finding, ...] = ()


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
        return _unexpected(source)
    badly_named = paths.badly_named(path, address)
    if badly_named:
        return _read_as(source, path, badly_named)
    if address.kind is Kind.SEALED_NOTE:
        return Read(())
    return _said_as(source, address)


def _unexpected(source: SourceFile) -> Read:
    path = source.path
    wrong = stray_notes.with_advice(paths.unexpected(path), source)
    looks = misplaced.meant_by_text(path, source.content)
    if looks and wrong.code == misplaced.CODE:
        return _read_as(source, looks.path or path, replace(wrong, hint=looks.advice))
    return _read_as(source, certainly_meant(path), wrong)


def record_of(path: str, said: Said) -> Read:
    """The record of what a file said."""
    return read_of(path, said.address, said.plain, said.noticed)


def read_of(path: str, address: Address, plain: Plain, noticed: tuple[Finding, ...] = ()) -> Read:
    """The record of plain values, beside what was noticed in the text."""
    outcome = entry_of(path, address, plain)
    if isinstance(outcome, Entry):
        return Read(outcome, noticed, address)
    looks = misplaced.meant_by_value(path, address.kind, plain.value)
    if looks is None:
        return Read(outcome, noticed, address, Doubtful(path, plain))
    return _read_at(path, looks, plain, noticed)


def _read_at(path: str, looks: misplaced.Meant, plain: Plain, noticed: tuple[Finding, ...]) -> Read:
    """What a file says that lies where another kind of file belongs."""
    wrong = misplaced.wrong_kind(path, looks)
    address = address_of(looks.path)
    if address is None:
        return Read((wrong,), noticed)
    others = _findings(entry_of(path, address, plain))
    return Read((wrong, *others), noticed, doubtful=Doubtful(looks.path, plain))


def _said_as(source: SourceFile, address: Address) -> Said | Read:
    text = decode(source.path, source.content)
    if not isinstance(text, str):
        return Read(text)
    noticed = tuple(suspicious.passages(source.path, text))
    plain = plain_file(source.path, address, text)
    return Said(address, plain, noticed) if isinstance(plain, Plain) else Read(plain, noticed)


def _read_as(source: SourceFile, meant: str, wrong: Finding) -> Read:
    """What a file says that is called wrongly: it does not count, and is looked through."""
    address = address_of(meant)
    if address is None or address.kind is Kind.SEALED_NOTE or _is_no_note(source, address):
        return Read((wrong,))
    said = _said_as(source, address)
    read = record_of(source.path, said) if isinstance(said, Said) else said
    others = _findings(read.outcome)
    named = paths.well_named(meant, address)
    doubtful = Doubtful(named, said.plain) if named and isinstance(said, Said) else None
    return Read((wrong, *others), read.noticed, doubtful=doubtful)


def _findings(outcome: Entry | tuple[Finding, ...]) -> tuple[Finding, ...]:
    return outcome.findings if isinstance(outcome, Entry) else outcome


def _is_no_note(source: SourceFile, address: Address) -> bool:
    """Whether a file that is called nearly as a note does not begin as one."""
    begins = source.content.removeprefix(codecs.BOM_UTF8).startswith(b"---")
    return address.kind is Kind.NOTE and address_of(source.path) is None and not begins


def gathered(found: Iterable[tuple[str, Read | Later | Obstacle]]) -> Loaded:
    """A community of what its files said, by their paths, in a lasting order."""
    shelf = _Shelf()
    for path, read in found:
        shelf.paths.append(path)
        _take(shelf, path, read)
    if () not in shelf.entries[Kind.COMMUNITY] and not shelf.unread[Kind.COMMUNITY]:
        shelf.findings.append(_no_settings())
        shelf.unread[Kind.COMMUNITY].add(())
    unread = {kind: frozenset(names) for kind, names in shelf.unread.items() if names}
    community = community_of(shelf.entries, unread)
    findings = with_ids_meant(collisions.told_once(shelf.findings, shelf.paths), community)
    findings = stray_notes.with_pairs_meant(findings, community)
    findings = taken_names.with_names_taken(findings, frozenset(shelf.paths))
    return Loaded(
        community,
        tuple(findings),
        len(shelf.paths),
        shelf.entries,
        shelf.doubtful,
        frozenset(shelf.paths),
    )


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
    doubtful: dict[str, Doubtful] = field(default_factory=dict)


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
        if read.doubtful:
            shelf.doubtful[path] = read.doubtful
            _set_aside(shelf, read.doubtful.path)


def _was_just_told(shelf: _Shelf, findings: tuple[Finding, ...]) -> bool:
    """Whether it is about a folder, of which each file tells."""
    return shelf.findings[-len(findings) :] == [*findings]


def _set_aside(shelf: _Shelf, path: str) -> None:
    """Remember what is not read: the file, or everything that a folder may hold."""
    address = address_of(file_meant(path))
    for kind, names in [address] if address else contents_of(right_folder(path)):
        shelf.unread[kind].add(names)


def _no_settings() -> Finding:
    return Finding(
        "community-missing",
        Location(COMMUNITY, 1),
        msg("the file is not there"),
        msg("Write it: title, languages, coordinators, contact and code_of_conduct."),
    )
