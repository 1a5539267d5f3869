"""A year of daily runs of the reminders over a forge in memory, with people who answer or not.

Nothing depends on the day on which it is run: the same numbers give the same year.
"""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from tests.forge_fakes import MemoryForge

from bench.noise import PERIOD, Year
from telemaco.adapters.translations import Catalog
from telemaco.loading.load import load
from telemaco.model.community import Community, Session
from telemaco.model.schedule import next_open_day
from telemaco.ports import SourceFile
from telemaco.records.base import PersonId
from telemaco.records.layout import NoteId, PairId
from telemaco.records.note import Note, NoteStatus
from telemaco.records.pair import MilestoneDone, PairStatus
from telemaco.records.reminders import CommunityReminders
from telemaco.reminders.board import KnownIssue, board
from telemaco.reminders.outcome import pair_of
from telemaco.reminders.steps import StepKind
from telemaco.reminders.values import OF_PEOPLE, CheckInKind
from telemaco.render.check_ins.letters import GithubLetters
from telemaco.render.check_ins.places import Place
from telemaco.usecases.remind import carry_out, plan_reminders

START = date(2027, 1, 11)
OUTAGE = (date(2027, 5, 10), date(2027, 6, 9))
"""Thirty days without a run."""
_CAUGHT_UP = OUTAGE[1] + timedelta(days=30)
REST = timedelta(days=30)
"""How long a pair rests that asked for a break."""
CONFIRMS = 0.2
"""How likely a mentor who is asked confirms their entry on a day."""
COMMANDS = ("/snooze 1w", "/snooze 2w", "/skip", "/done", "/pause", "/resume", "/hepl", "Sorry!")

_HELD = Note.model_construct(status=NoteStatus.HELD, minutes=60)
_LOOKED_BACK = Note.model_construct(status=NoteStatus.HELD, minutes=60, agenda="midpoint")


@dataclass(frozen=True, slots=True)
class Habit:
    """How a pair lives: how likely it meets and notes it, and how likely it answers in a day."""

    weekday: int
    meets: float
    answers: float
    commands: float
    silent_from: date


def simulate(pairs: int, days: int = 365, budget: int = 20, seed: int = 2027) -> Year:
    """Live through the days, with a run of the reminders each morning but for the outage."""
    town = _Town(_community(pairs, budget), random.Random(seed))
    for number in range(days):
        day = START + timedelta(days=number)
        town.live(day)
        if not OUTAGE[0] <= day < OUTAGE[1]:
            town.remind(day)
    return town.year(days)


@dataclass
class _Town:
    """The community as it lives: its files, its people's habits, the forge."""

    community: Community
    chance: random.Random
    forge: MemoryForge = field(default_factory=MemoryForge)
    commands: Counter[int] = field(default_factory=Counter)
    back_on: dict[PairId, date] = field(default_factory=dict)
    longest_wait: int = 0
    runs: int = 0

    def __post_init__(self) -> None:
        self.habits = {pair: self._habit() for pair in self.community.pairs}

    def live(self, day: date) -> None:
        """What people do on a day before the reminders run."""
        morning = datetime(day.year, day.month, day.day, 8, tzinfo=UTC)
        self.forge.now = max(self.forge.now, morning)
        for pair, habit in self.habits.items():
            is_their_day = (day - START).days % PERIOD == habit.weekday
            if is_their_day and day < habit.silent_from and self._happens(habit.meets):
                self._note(pair, day, _HELD)
        for pair in [pair for pair, back in self.back_on.items() if back == day]:
            self._change(pair, status=PairStatus.ACTIVE)
        for known in board(self.forge.open_issues()).issues:
            if known.key.kind not in OF_PEOPLE:
                self._react(known, self.habits[pair_of(known.key)], day)
            elif self._happens(CONFIRMS):
                self._confirm(PersonId(known.key.subject), day)

    def remind(self, day: date) -> None:
        """A run of the reminders, and what the coordinators write down after it."""
        letters = GithubLetters(self.community, Place("example/mentoring"), day, Catalog)
        plan = plan_reminders(self.community, self.forge, letters, day)
        carry_out(plan, self.forge, self.forge)
        self.runs += 1
        openings = [step for step in plan.waiting if step.kind is StepKind.OPEN]
        waits = [(day - step.due).days for step in openings if not OUTAGE[0] <= day < _CAUGHT_UP]
        self.longest_wait = max([self.longest_wait, *waits])
        for known in board(self.forge.open_issues()).issues:
            if known.memory and known.memory.wish:
                self._change(pair_of(known.key), status=PairStatus.PAUSED)
                self.back_on[pair_of(known.key)] = day + REST

    def year(self, days: int) -> Year:
        """What happened."""
        quiet = (self.community.settings.reminders or CommunityReminders()).quiet
        every_day = [START + timedelta(days=number) for number in range(days)]
        return Year(
            mails=self.forge.mails,
            threads={
                known.issue.number: known.key.thread
                for known in board(self.forge.own_issues()).issues
            },
            commands=self.commands,
            quiet=frozenset(day for day in every_day if next_open_day(day, quiet) != day),
            outage=OUTAGE,
            longest_wait=self.longest_wait,
            runs=self.runs,
            writes=self.forge.writes,
        )

    def _habit(self) -> Habit:
        """One pair in five falls silent some day, the others meet nine times in ten or five."""
        silent = self._happens(0.2)
        return Habit(
            weekday=self.chance.randrange(2, 12),
            meets=self.chance.choice((0.9, 0.9, 0.5)),
            answers=self.chance.choice((0.3, 0.1)),
            commands=self.chance.choice((0.0, 0.0, 0.05)),
            silent_from=START + timedelta(days=self.chance.randrange(365) if silent else 400),
        )

    def _react(self, known: KnownIssue, habit: Habit, day: date) -> None:
        """Answer a check-in in the files, or by a command, or not."""
        if self._happens(habit.commands):
            login = f"{known.key.subject.replace('pair', 'mentee')}"
            self.forge.say(known.issue.number, self.chance.choice(COMMANDS), login)
            self.commands[known.issue.number] += 1
        elif day < habit.silent_from and self._happens(habit.answers):
            self._answer(known, day)

    def _answer(self, known: KnownIssue, day: date) -> None:
        pair_id = pair_of(known.key)
        pair = self.community.pairs[pair_id]
        match known.key.kind:
            case CheckInKind.MIDPOINT_FEEDBACK:
                self._note(pair_id, day, _LOOKED_BACK)
            case CheckInKind.MILESTONE:
                milestones = self.community.programs[pair_id.program].milestones
                done = [MilestoneDone.model_construct(id=one.id, done_on=day) for one in milestones]
                reached = [
                    one
                    for one, milestone in zip(done, milestones, strict=True)
                    if pair.start + timedelta(days=milestone.after_days) <= day
                ]
                self._change(pair_id, milestones=tuple(reached))
            case CheckInKind.FINAL_FEEDBACK:
                self._change(pair_id, status=PairStatus.COMPLETED, end=day)
            case CheckInKind.AGREEMENT:
                later = known.key.period + timedelta(days=120)
                agreement = pair.agreement and pair.agreement.model_copy(
                    update={"review_on": later}
                )
                self._change(pair_id, agreement=agreement)
            case _:
                self._note(pair_id, min(day, known.key.period + timedelta(days=6)), _HELD)

    def _note(self, pair: PairId, day: date, note: Note) -> None:
        session = Session(NoteId(day.isoformat()), day, note, "")
        before = [one for one in self.community.sessions_of(pair) if one.day != day]
        notes = tuple(sorted([*before, session], key=lambda one: one.day))
        sessions = {**self.community.sessions, pair: notes}
        self.community = replace(self.community, sessions=sessions)

    def _confirm(self, person: PersonId, day: date) -> None:
        changed = self.community.people[person].model_copy(update={"confirmed": day})
        self.community = replace(self.community, people={**self.community.people, person: changed})

    def _change(self, pair: PairId, **fields: object) -> None:
        changed = self.community.pairs[pair].model_copy(update=fields)
        self.community = replace(self.community, pairs={**self.community.pairs, pair: changed})

    def _happens(self, likelihood: float) -> bool:
        return self.chance.random() < likelihood


def _community(pairs: int, budget: int) -> Community:
    loaded = load(SourceFile(path, text.encode()) for path, text in _files(pairs))
    if loaded.findings:
        raise SystemExit(str(loaded.findings[0]))
    settings = loaded.community.settings
    reminders = settings.reminders and settings.reminders.model_copy(
        update={"writes_per_run": budget}
    )
    return replace(loaded.community, settings=settings.model_copy(update={"reminders": reminders}))


def _files(pairs: int) -> Iterator[tuple[str, str]]:
    yield "program/community.yaml", _SETTINGS
    yield "program/programs/year.yaml", _PROGRAM
    yield "program/agendas/workbench.en.md", _GUIDE
    yield "program/people/coordinator.yaml", _PERSON.format(name="coordinator", enrolments="[]")
    for number in range(pairs):
        for role in ("mentor", "mentee"):
            enrolment = f"[{{program: year, role: {role}, status: matched}}]"
            name = f"{role}-{number}"
            text = _PERSON.format(name=name, enrolments=enrolment)
            yield f"program/people/{name}.yaml", text
        yield f"pairs/year/pair-{number}/pair.yaml", _PAIR.format(number=number)


_SETTINGS = """\
title: A made-up workshop
languages: [en, it]
coordinators: [coordinator]
contact: workshop@example.org
code_of_conduct: CODE_OF_CONDUCT.md
reminders: {quiet: [sat, sun, 2027-08-09..2027-08-20]}
"""
_PROGRAM = """\
title: A year
summary: Every other week.
status: running
style: formal
kind: one-to-one
objectives: [{id: craft, statement: Learn the craft.}]
dates: {start: 2027-01-11, midpoint: 2027-07-12, end: 2027-12-31}
cadence: {every: 2, unit: week, minutes: 60}
agendas: [{session: default, agenda: workbench}]
milestones:
  - {id: agreed, title: Goals agreed, after_days: 28}
  - {id: shown, title: Work shown, after_days: 150}
"""
_GUIDE = "---\ntitle: At the workbench\n---\n## Check-in\n\n- What got done?\n- What did not?\n"
_PERSON = """\
name: {name}
github: {name}
timezone: Europe/Rome
languages: {{en: fluent}}
confirmed: 2027-01-01
enrolments: {enrolments}
consent: {{text: v1, on: 2027-01-01, publish: [name]}}
"""
_PAIR = """\
members: [{{person: mentor-{number}, role: mentor}}, {{person: mentee-{number}, role: mentee}}]
status: active
start: 2027-01-11
agreement: {{version: v1, review_on: 2027-04-12}}
goals: [{{id: whole, statement: See how the parts make the whole.}}]
"""
