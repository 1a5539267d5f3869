"""A program lived through by made-up people, day by day, in the texts of its files.

The texts are what counts: what the people do is written as a coordinator would write it, and
only changed files are read again. A ledger beside them keeps what was done, for comparison. The
same numbers give the same life.
"""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TypeVar

from telemaco.adapters.translations import Catalog
from telemaco.loading.load import load
from telemaco.model.community import Community, Session
from telemaco.model.standing import unconfirmed
from telemaco.ports import SourceFile
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.layout import NoteId, PairId, note_path, pair_path, person_path
from telemaco.records.note import NoteStatus
from telemaco.records.pair import PairRole, PairStatus
from telemaco.usecases.match import match
from telemaco.usecases.match_files import files_of

_Id = TypeVar("_Id")
_Record = TypeVar("_Record")

PROGRAM = ProgramId("nine-months")
OPENS, CLOSES = date(2027, 1, 4), date(2027, 1, 31)
MATCHES = (date(2027, 2, 5), *(date(2027, month, 1) for month in range(3, 10)))
"""The days of the matching, and of those that find partners for whoever was left alone."""
STARTS, MIDPOINT, ENDS = date(2027, 2, 15), date(2027, 6, 30), date(2027, 11, 12)
LAST = date(2027, 12, 6)
_STATUSES = {
    OPENS: "open",
    MATCHES[0]: "matching",
    STARTS: "running",
    ENDS: "closing",
    LAST: "completed",
}
_FORTNIGHT = 14
_SKILLS = tuple(f"skill-{number}" for number in range(12))


@dataclass
class Ledger:
    """What was done, told by those who did it: the other side of every comparison."""

    applied: set[PersonId] = field(default_factory=set)
    held: int = 0
    minutes: int = 0
    begun: set[PairId] = field(default_factory=set)
    completed: set[PairId] = field(default_factory=set)
    left: set[PairId] = field(default_factory=set)
    goals: int = 0
    reached: int = 0


@dataclass
class _Habit:
    weekday: int
    meets: float
    notes: float


@dataclass
class Town:
    """The community as it lives. `live` lets a day pass, `community` is what the files say."""

    pairs: int
    seed: int = 2027
    texts: dict[str, str] = field(default_factory=dict)
    ledger: Ledger = field(default_factory=Ledger)

    def __post_init__(self) -> None:
        self._chance = random.Random(self.seed)
        self._changed: set[str] = set()
        self._habits: dict[PairId, _Habit] = {}
        self._back_on: dict[PairId, date] = {}
        self._days = self._days_of_applications()
        for path, text in _first_files():
            self._write(path, text)
        self.community = load(_sources(self.texts.items())).community
        self._changed.clear()

    def live(self, day: date) -> None:
        """What people and coordinators do on a day, written into the files."""
        if day in _STATUSES:
            self._write(f"program/programs/{PROGRAM}.yaml", _program(_STATUSES[day]))
        self._applications(day)
        for pair in list(self.community.pairs):
            self._live_as(pair, day)
        self._settle()
        if day in MATCHES:
            self._match(day)

    def _days_of_applications(self) -> dict[date, list[tuple[PersonId, str]]]:
        """Who applies on which day: a few more mentees than there are mentors."""
        found: dict[date, list[tuple[PersonId, str]]] = {}
        mentees = self.pairs + self.pairs // 12
        for number in range(max(self.pairs, mentees)):
            for role, most in (("mentor", self.pairs), ("mentee", mentees)):
                if number < most:
                    day = OPENS + timedelta(days=self._chance.randrange((CLOSES - OPENS).days))
                    person = PersonId(f"{role}-{number}")
                    found.setdefault(day, []).append((person, role))
        return found

    def _applications(self, day: date) -> None:
        for person, role in self._days.get(day, ()):
            self._write(person_path(person), _person(person, role, day, self._chance))
            self.ledger.applied.add(person)
        for person, _role in self._days.get(day - timedelta(days=4), ()):
            answer = "declined" if self._happens(0.03) else "accepted"
            self._enrol(person, answer)

    def _live_as(self, pair_id: PairId, day: date) -> None:
        match self.community.pairs[pair_id].status:
            case PairStatus.PROPOSED:
                self._agree(pair_id, day)
            case PairStatus.CONFIRMED if day >= self.community.pairs[pair_id].start:
                self._begin(pair_id, day)
            case PairStatus.PAUSED if day > self._back_on[pair_id] and self._happens(0.4):
                self._set(pair_id, "status: paused", "status: active")
            case PairStatus.ACTIVE if day > ENDS:
                self._finish(pair_id, day, "completed") if self._happens(0.3) else None
            case PairStatus.ACTIVE:
                self._carry_on(pair_id, day)
            case _:
                pass

    def _agree(self, pair_id: PairId, day: date) -> None:
        """Each says yes some day; one in a hundred proposals is refused."""
        left = unconfirmed(self.community.pairs[pair_id])
        if left and self._happens(0.002):
            self._set(pair_id, "status: proposed", "status: cancelled")
            self._release(pair_id)
            return
        for person in left:
            if self._happens(0.4):
                line = f"person: {person}\n"
                self._set(pair_id, line, f"{line}    confirmed: {day}\n")
        if not left:
            self._set(pair_id, "status: proposed", "status: confirmed")
            for person in self._members(pair_id):
                self._enrol(person, "matched")

    def _begin(self, pair_id: PairId, day: date) -> None:
        self._set(pair_id, "status: confirmed", "status: active")
        accepted = ", ".join(f"{one}: {day}" for one in self._members(pair_id))
        self._add(pair_id, f"agreement: {{version: '1', accepted: {{{accepted}}}}}\n")
        self._add(pair_id, _GOAL.format(owner=self._mentee(pair_id)))
        self.ledger.begun.add(pair_id)
        self.ledger.goals += 1
        self._habits[pair_id] = _Habit(
            self._chance.randrange(_FORTNIGHT),
            self._chance.choice((0.95, 0.9, 0.6)),
            self._chance.choice((1, 1, 0.8)),
        )

    def _carry_on(self, pair_id: PairId, day: date) -> None:
        habit = self._habits[pair_id]
        if (day - STARTS).days % _FORTNIGHT == habit.weekday and self._happens(habit.notes):
            self._note(pair_id, day, is_held=self._happens(habit.meets))
        if self._happens(0.0008):
            self._rest(pair_id, day)
        elif self._happens(0.0006):
            self._drop_out(pair_id, day)
        elif day > MIDPOINT and self._happens(0.0015):
            self._finish(pair_id, day, "ended-early\nreason: goals-reached")

    def _rest(self, pair_id: PairId, day: date) -> None:
        back = day + timedelta(days=self._chance.randrange(14, 40))
        self._back_on[pair_id] = back
        text = self.texts[pair_path(pair_id)]
        kept = "".join(
            line for line in text.splitlines(keepends=True) if not line.startswith("paused_until:")
        )
        paused = kept.replace("status: active", f"status: paused\npaused_until: {back}")
        self._write(pair_path(pair_id), paused)

    def _drop_out(self, pair_id: PairId, day: date) -> None:
        """One of them leaves the program, the other waits for somebody else."""
        self._end(pair_id, day, "ended-early\nreason: no-time")
        self.ledger.left.add(pair_id)
        gone = self._chance.choice(self._members(pair_id))
        self._release(pair_id)
        self._enrol(gone, "withdrawn")

    def _finish(self, pair_id: PairId, day: date, how: str) -> None:
        is_reached = "goals-reached" in how or self._happens(0.7)
        self._set(pair_id, "status: open", f"status: {'achieved' if is_reached else 'partly'}")
        self._add(pair_id, f"closing: {{on: {day}}}\n")
        self._end(pair_id, day, how)
        self.ledger.reached += is_reached
        self.ledger.completed.add(pair_id)
        for person in self._members(pair_id):
            self._enrol(person, "completed")

    def _end(self, pair_id: PairId, day: date, how: str) -> None:
        self._set(pair_id, "\nstatus: active", f"\nstatus: {how}\nend: {day}")

    def _release(self, pair_id: PairId) -> None:
        for member in self.community.pairs[pair_id].members:
            free = "accepted" if member.role is PairRole.MENTOR else "waiting"
            self._enrol(member.person, free)

    def _note(self, pair_id: PairId, day: date, *, is_held: bool) -> None:
        path = note_path(pair_id, NoteId(day.isoformat()))
        if not is_held:
            self._write(path, "---\nstatus: missed\n---\n")
            return
        there = ", ".join(f"{one}: present" for one in self._members(pair_id))
        level = self._chance.randrange(-2, 3)
        self._write(
            path,
            f"---\nstatus: held\nminutes: 60\nattendance: {{{there}}}\ngoals: {{work: {level}}}\n"
            "---\n",
        )
        self.ledger.held += 1
        self.ledger.minutes += 60

    def _match(self, day: date) -> None:
        found = match(self.community, PROGRAM, day, None)
        files = files_of(found, self.community, Catalog("en"))
        if files is not None:
            for file in (files.receipt, *files.pairs):
                self._write(file.path, file.content.decode())
        self._settle()

    def _members(self, pair_id: PairId) -> Sequence[PersonId]:
        return [member.person for member in self.community.pairs[pair_id].members]

    def _mentee(self, pair_id: PairId) -> PersonId:
        members = self.community.pairs[pair_id].members
        return next(one.person for one in members if one.role is PairRole.MENTEE)

    def _enrol(self, person: PersonId, status: str) -> None:
        path = person_path(person)
        before, _, rest = self.texts[path].partition(", status: ")
        _, _, after = rest.partition(",")
        self._write(path, f"{before}, status: {status},{after}")

    def _set(self, pair_id: PairId, old: str, new: str) -> None:
        path = pair_path(pair_id)
        if self.texts[path].count(old) != 1:
            raise RuntimeError(f"{path} has {old!r} not once")
        self._write(path, self.texts[path].replace(old, new))

    def _add(self, pair_id: PairId, text: str) -> None:
        self._write(pair_path(pair_id), self.texts[pair_path(pair_id)] + text)

    def _write(self, path: str, text: str) -> None:
        self.texts[path] = text
        self._changed.add(path)

    def _settle(self) -> None:
        """Read the changed files, and put their records in the place of the old ones."""
        if not self._changed:
            return
        paths = {*self._changed, "program/community.yaml", f"program/programs/{PROGRAM}.yaml"}
        loaded = load(_sources((path, self.texts[path]) for path in sorted(paths)))
        if loaded.findings:
            raise RuntimeError(str(loaded.findings[0]))
        self.community = _with(self.community, loaded.community)
        self._changed.clear()

    def _happens(self, likelihood: float) -> bool:
        return self._chance.random() < likelihood


def everything(town: Town) -> Community:
    """What the files say, when all of them are read at once."""
    return load(_sources(sorted(town.texts.items()))).community


def held_in(texts: Iterable[str]) -> int:
    """The notes that say that a session took place, counted without reading YAML."""
    return sum(f"\nstatus: {NoteStatus.HELD}\n" in text for text in texts)


def _with(old: Community, new: Community) -> Community:
    sessions = {pair: _together(old, new, pair) for pair in new.sessions}
    return replace(
        old,
        programs=new.programs,
        people=_sorted(old.people, new.people),
        pairs=_sorted(old.pairs, new.pairs),
        sessions=_sorted(old.sessions, sessions),
        receipts=_sorted(old.receipts, new.receipts),
    )


def _together(old: Community, new: Community, pair: PairId) -> tuple[Session, ...]:
    found = {one.id: one for one in (*old.sessions_of(pair), *new.sessions_of(pair))}
    return tuple(found[note] for note in sorted(found))


def _sorted(old: Mapping[_Id, _Record], new: Mapping[_Id, _Record]) -> dict[_Id, _Record]:
    together = {**old, **new}
    if len(together) == len(old):
        return together
    return dict(sorted(together.items(), key=lambda item: str(item[0])))


def _sources(texts: Iterable[tuple[str, str]]) -> list[SourceFile]:
    return [SourceFile(path, text.encode()) for path, text in texts]


def _first_files() -> Iterable[tuple[str, str]]:
    yield "program/community.yaml", _SETTINGS
    yield "program/skills.yaml", "".join(f"- {{id: {one}, label: {one}}}\n" for one in _SKILLS)
    yield f"program/programs/{PROGRAM}.yaml", _program("draft")
    for who in ("coordinator", "deputy"):
        yield f"program/people/{who}.yaml", _PERSON.format(name=who, enrolments="[]", rest="")


def _program(status: str) -> str:
    return _PROGRAM.format(status=status)


def _person(person: PersonId, role: str, day: date, chance: random.Random) -> str:
    wanted = ", ".join(f"{{skill: {skill}}}" for skill in chance.sample(_SKILLS, 2))
    field_of = "offers" if role == "mentor" else "seeks"
    return _PERSON.format(
        name=person,
        enrolments=f"[{{program: {PROGRAM}, role: {role}, status: applied, since: {day}}}]",
        rest=f"{field_of}: [{wanted}]\nconfirmed: {day}\n",
    )


_SETTINGS = """\
title: A made-up workshop
languages: [en, it]
coordinators: [coordinator, deputy]
contact: workshop@example.org
code_of_conduct: https://example.org/conduct
reminders: {quiet: [sat, sun, 2027-08-09..2027-08-20], writes_per_run: 50}
"""
_PROGRAM = """\
title: Nine months
summary: Every other week for nine months.
status: {status}
style: formal
kind: one-to-one
objectives: [{{id: craft, statement: Learn the craft, indicator: Goals reached, target: Half}}]
eligibility: {{mentor: [I keep an hour free.], mentee: [I come prepared.]}}
dates:
  applications_open: 2027-01-04
  applications_close: 2027-01-31
  match_by: 2027-02-07
  start: 2027-02-15
  midpoint: 2027-06-30
  end: 2027-11-12
cadence: {{every: 2, unit: week, minutes: 60, minimum_sessions: 10}}
"""
_PERSON = """\
name: {name}
github: {name}
timezone: Europe/Rome
languages: {{en: fluent}}
availability: [{{days: [mon, tue, wed, thu], from: '17:00', to: '20:00'}}]
enrolments: {enrolments}
consent: {{text: v1, on: 2027-01-01, publish: [name, pairs]}}
{rest}"""
_GOAL = """\
goals:
  - {{id: work, statement: Finish a work, owner: {owner}, due: 2027-10-31, success: It is shown,
     objective: craft, baseline: -2, status: open}}
"""
