"""Everything that was loaded, with look-ups."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from telemaco.records.agenda import Agenda
from telemaco.records.base import AgendaId, Language, PersonId, ProgramId, SkillId, SurveyId
from telemaco.records.community import Community as Settings
from telemaco.records.community import NoteVisibility
from telemaco.records.layout import Kind, NoteId, PairId, is_id, run_of
from telemaco.records.note import Note
from telemaco.records.pair import Pair
from telemaco.records.person import Person
from telemaco.records.program import Program
from telemaco.records.receipt import Receipt
from telemaco.records.skills import Skill
from telemaco.records.survey import Answer, Results, Survey


@dataclass(frozen=True, slots=True)
class Session:
    """A session note: the day and the number of its file, what it says, and its text."""

    id: NoteId
    day: date
    note: Note
    body: str


@dataclass(frozen=True, slots=True)
class Guide:
    """An agenda in one language: its front matter and its Markdown."""

    agenda: Agenda
    body: str


class AnswerId(NamedTuple):
    """An answer is a file in the folder of its survey."""

    program: ProgramId
    survey: SurveyId
    token: str


class ResultsId(NamedTuple):
    """The results of a survey in a program."""

    program: ProgramId
    survey: SurveyId


class ReceiptId(NamedTuple):
    """A receipt is named by its day; the second of a day by the day and `-2`, and so on."""

    program: ProgramId
    day: str

    @property
    def run(self) -> tuple[date, int]:
        """The day of the run, and which one of that day it was."""
        return run_of(self.day) or (date.min, 1)


@dataclass(frozen=True)
class Community:
    """A community's records by their ids; each mapping is in the order of the ids.

    `unread` names the files that are there but could not be read, so that nobody reports
    what refers to them as unknown; fewer names than a kind has stand for a folder. When
    community.yaml itself could not be read, `settings` is a stand-in with one language and
    nobody in it. `vocabulary` is skills.yaml as it is
    written, repeated ids included; `skills` is the same by id.
    """

    settings: Settings
    skills: Mapping[SkillId, Skill]
    programs: Mapping[ProgramId, Program]
    people: Mapping[PersonId, Person]
    pairs: Mapping[PairId, Pair]
    sessions: Mapping[PairId, tuple[Session, ...]]
    agendas: Mapping[AgendaId, Mapping[Language, Guide]]
    surveys: Mapping[SurveyId, Survey]
    answers: Mapping[AnswerId, Answer]
    receipts: Mapping[ReceiptId, Receipt]
    unread: Mapping[Kind, frozenset[tuple[str, ...]]]
    vocabulary: tuple[Skill, ...] = ()
    results: Mapping[ResultsId, Results] = field(default_factory=dict)

    def is_unread(self, kind: Kind, *names: str) -> bool:
        """Whether the file or its folder is there, in any letters, but could not be read."""
        folded = _folded(names)
        return any((kind, folded[:end]) in self._unread_folded for end in range(len(names) + 1))

    @property
    def ids_of_people(self) -> frozenset[str]:
        """Those of all people, also of people whose file has a fault."""
        return frozenset({*self.people, *self._ids_unread(Kind.PERSON)})

    @property
    def ids_of_programs(self) -> frozenset[str]:
        """Those of all programs, also of programs whose file has a fault."""
        return frozenset({*self.programs, *self._ids_unread(Kind.PROGRAM)})

    def _ids_unread(self, kind: Kind) -> Iterator[str]:
        return (names[0] for names in self.unread.get(kind, ()) if names and is_id(names[0]))

    def sessions_of(self, pair: PairId) -> tuple[Session, ...]:
        """The sessions of a pair by day, then by number."""
        return self.sessions.get(pair, ())

    def sessions_until(self, pair: PairId, day: date) -> tuple[Session, ...]:
        """Those that are not after the day."""
        sessions = self.sessions_of(pair)
        if not sessions or sessions[-1].day <= day:
            return sessions
        return sessions[: bisect_right(sessions, day, key=attrgetter("day"))]

    def visibility_of(self, session: Session) -> NoteVisibility:
        """What the site may show of a session."""
        return session.note.visibility or self.settings.privacy.note_visibility

    @cached_property
    def _unread_folded(self) -> frozenset[tuple[Kind, tuple[str, ...]]]:
        return frozenset(
            (kind, _folded(names)) for kind in self.unread for names in self.unread[kind]
        )

    @cached_property
    def pairs_of_person(self) -> Mapping[PersonId, tuple[PairId, ...]]:
        """The pairs in which a person is or was a member, in the order of the pairs' ids."""
        found: defaultdict[PersonId, list[PairId]] = defaultdict(list)
        for pair_id, pair in self.pairs.items():
            for member in pair.members:
                found[member.person].append(pair_id)
        return {person: tuple(pairs) for person, pairs in found.items()}

    @cached_property
    def pairs_of_program(self) -> Mapping[ProgramId, tuple[PairId, ...]]:
        """The pairs of a program, in the order of their ids."""
        found: defaultdict[ProgramId, list[PairId]] = defaultdict(list)
        for pair_id in self.pairs:
            found[pair_id.program].append(pair_id)
        return {program: tuple(pairs) for program, pairs in found.items()}


def _folded(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.casefold() for name in names)
