"""The records of files, by the names in their paths, to a community."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, TypeAlias, TypeVar, cast

from telemaco.loading.file import Entry
from telemaco.model.community import AnswerId, Community, Guide, ReceiptId, ResultsId, Session
from telemaco.model.late import Late
from telemaco.records.agenda import Agenda
from telemaco.records.base import AgendaId, Language, PairName, ProgramId
from telemaco.records.community import Community as Settings
from telemaco.records.layout import Address, Kind, NoteId, PairId
from telemaco.records.note import Note
from telemaco.records.skills import Skill, Skills

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Later:
    """A file in which nothing is wrong, of which `make` gives the record."""

    address: Address
    make: Callable[[], Entry]


Entries: TypeAlias = Mapping[Kind, Mapping[tuple[str, ...], Entry | Later]]
"""What files said: by their kind, then by the names in their path."""


def community_of(entries: Entries, unread: Mapping[Kind, frozenset[tuple[str, ...]]]) -> Community:
    """The community of what its files said, in a lasting order."""
    return Community(
        settings=_settings(entries),
        skills={skill.id: skill for skill in _vocabulary(entries)},
        vocabulary=_vocabulary(entries),
        programs=_records(entries, Kind.PROGRAM, _first),
        people=_records(entries, Kind.PERSON, _first),
        pairs=_records(entries, Kind.PAIR, PairId._make),
        sessions=_sessions(entries),
        agendas=_agendas(entries),
        surveys=_records(entries, Kind.SURVEY, _first),
        answers=_records(entries, Kind.ANSWER, AnswerId._make),
        results=_records(entries, Kind.RESULTS, ResultsId._make),
        receipts=_records(entries, Kind.RECEIPT, ReceiptId._make),
        unread=unread,
    )


def session_of(day: str, number: str, entry: Entry) -> Session:
    """A session, from its file: the day and the number in the name, empty for the first."""
    return Session(
        NoteId(day, int(number or 1)),
        date.fromisoformat(day),
        cast(Note, entry.record),
        entry.body,
    )


class LateSession(Session):  # noqa: PLW1641 (no session has a hash: its note has none)
    """A session as it is; its file is asked what it says when somebody wants to know."""

    __slots__ = ("_entry",)

    _entry: Callable[[], Entry]

    def __init__(self, day: str, number: str, entry: Callable[[], Entry]) -> None:
        """The day and the number as for `session_of`."""
        # The class is frozen, its fields are set as its own constructor does it.
        _ID.__set__(self, NoteId(day, int(number or 1)))
        _DAY.__set__(self, date.fromisoformat(day))
        object.__setattr__(self, "_entry", cache(entry))

    @property
    def note(self) -> Note:  # pyright: ignore[reportIncompatibleVariableOverride] (read only, as it is)
        """What it says above the text."""
        return cast(Note, self._entry().record)

    @property
    def body(self) -> str:  # pyright: ignore[reportIncompatibleVariableOverride] (as above)
        """The text."""
        return self._entry().body

    def __eq__(self, other: object) -> bool:
        return _plain(self) == (_plain(other) if isinstance(other, LateSession) else other)

    def __repr__(self) -> str:
        return repr(_plain(self))


def _plain(late: LateSession) -> Session:
    return Session(late.id, late.day, late.note, late.body)


_ID, _DAY = (vars(Session)[name] for name in ("id", "day"))


# The entries have records of all kinds; which one lies where was decided by the path.
def _records(
    entries: Entries, kind: Kind, key: Callable[[tuple[str, ...]], Any]
) -> Mapping[Any, Any]:
    found = {key(names): entry for names, entry in sorted(entries.get(kind, {}).items())}
    return _mapping(found, lambda name: _made(found[name]).record, entries, kind)


def _mapping(
    keys: Mapping[K, object], make: Callable[[K], V], entries: Entries, kind: Kind
) -> Mapping[K, V]:
    """The values when they are asked for, where that saves anything."""
    is_late = any(isinstance(entry, Later) for entry in entries.get(kind, {}).values())
    return Late(keys, make) if is_late else {key: make(key) for key in keys}


def _made(entry: Entry | Later) -> Entry:
    return entry if isinstance(entry, Entry) else entry.make()


def _first(names: tuple[str, ...]) -> str:
    return names[0]


def _settings(entries: Entries) -> Settings:
    entry = entries.get(Kind.COMMUNITY, {}).get(())
    if entry is not None:
        return cast(Settings, _made(entry).record)
    return Settings.model_construct(
        title="", languages=("en",), coordinators=(), contact="", code_of_conduct=""
    )


def _vocabulary(entries: Entries) -> tuple[Skill, ...]:
    entry = entries.get(Kind.SKILLS, {}).get(())
    return () if entry is None else cast(Skills, _made(entry).record).root


def _sessions(entries: Entries) -> Mapping[PairId, tuple[Session, ...]]:
    found: defaultdict[PairId, list[tuple[str, str, Entry | Later]]] = defaultdict(list)
    for (program, pair, day, number), entry in sorted(entries.get(Kind.NOTE, {}).items()):
        found[PairId(ProgramId(program), PairName(pair))].append((day, number, entry))

    def make(pair: PairId) -> tuple[Session, ...]:
        return tuple(session_of(day, number, _made(entry)) for day, number, entry in found[pair])

    return _mapping(found, make, entries, Kind.NOTE)


def _agendas(entries: Entries) -> Mapping[AgendaId, Mapping[Language, Guide]]:
    found: defaultdict[AgendaId, dict[Language, Guide]] = defaultdict(dict)
    for (agenda, language), entry in sorted(entries.get(Kind.AGENDA, {}).items()):
        made = _made(entry)
        guide = Guide(cast(Agenda, made.record), made.body)
        found[AgendaId(agenda)][Language(language)] = guide
    return dict(found)
