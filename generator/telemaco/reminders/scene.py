"""All that decides what becomes of one pair's or person's check-ins."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from telemaco.model.community import Community
from telemaco.model.schedule import cadence_of
from telemaco.records.base import PersonId, ProgramId
from telemaco.reminders.board import Board, KnownIssue, settled_in
from telemaco.reminders.ladder import is_quiet, reminders_in
from telemaco.reminders.letters import Letters
from telemaco.reminders.of_pairs import of_pair
from telemaco.reminders.of_people import of_person
from telemaco.reminders.of_sessions import Settled
from telemaco.reminders.outcome import pair_of
from telemaco.reminders.question import Question
from telemaco.reminders.values import OF_PEOPLE, CheckInKey, CheckInKind, person_thread

CALLS_A_PERIOD = 3
"""Openings, comments and reopenings in the time of one session, at most."""
RHYTHM = frozenset({CheckInKind.FIRST_MEETING, CheckInKind.SESSION, CheckInKind.FINAL_FEEDBACK})
"""What comes before everything else that a pair could be asked."""
WITHOUT_ISSUE = frozenset({CheckInKind.ACTION, CheckInKind.SIGN_UP})
"""What is told along with something else, or to the coordinators only."""

_ORDER = tuple(CheckInKind)
_MONTH = 30
_WEEK = 7


@dataclass(frozen=True)
class Scene:
    """The community, what is on the forge, the day, and who puts it into words.

    `maintainers` are logins, in small letters, of those who may write to the repository.
    """

    community: Community
    board: Board
    today: date
    letters: Letters
    maintainers: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Thread:
    """One pair, or one person: what the files ask of them, and their issues so far.

    `raised` are all questions, due or not; `settled` what somebody closed without an answer.
    """

    scene: Scene
    name: str
    program: ProgramId
    raised: tuple[Question, ...]
    issues: tuple[KnownIssue, ...]
    settled: Settled

    @cached_property
    def asked(self) -> tuple[Question, ...]:
        """The questions that are still open, what goes first before the others."""
        left = [one for one in self.raised if one.key.matter not in self.settled]
        return tuple(sorted(left, key=lambda one: _ORDER.index(one.key.kind)))

    @cached_property
    def due(self) -> tuple[Question, ...]:
        """Those that are to be asked by now."""
        return tuple(question for question in self.asked if question.is_due(self.scene.today))

    @cached_property
    def is_quiet(self) -> bool:
        """Whether nobody is written to today."""
        return is_quiet(reminders_in(self.scene.community, self.program), self.scene.today)

    def may_call(self) -> bool:
        """Whether these people may be written to: not twice a day, nor too often in a period."""
        today = self.scene.today
        calls = [day for known in self.issues if known.memory for day in known.memory.calls]
        closed = [known.issue.closed_at for known in self.issues if known.issue.closed_at]
        if self.is_quiet or today in calls or today in {moment.date() for moment in closed}:
            return False
        first = today - timedelta(days=self._period_days())
        return sum(day > first for day in calls) < CALLS_A_PERIOD

    def _period_days(self) -> int:
        """The time of one session; a month for people, and where there is no rhythm."""
        keys = [*(one.key for one in self.raised), *(known.key for known in self.issues)]
        pair_id = pair_of(keys[0])
        is_pair = keys[0].kind not in OF_PEOPLE and pair_id in self.scene.community.pairs
        cadence = cadence_of(self.scene.community, pair_id) if is_pair else None
        if cadence is None:
            return _MONTH
        return cadence.every * (_WEEK if cadence.unit == "week" else _MONTH)


def threads(scene: Scene) -> Iterator[Thread]:
    """Every pair and person that is asked something, or has an issue."""
    left = dict(scene.board.threads)
    for pair_id in scene.community.pairs:
        issues = left.pop(str(pair_id), ())
        settled = settled_in(issues)
        raised = tuple(of_pair(scene.community, pair_id, scene.today, settled))
        if raised or issues:
            yield Thread(scene, str(pair_id), pair_id.program, raised, issues, settled)
    for person in scene.community.people:
        issues = left.pop(person_thread(person), ())
        raised = tuple(of_person(scene.community, person, scene.today))
        if raised or issues:
            yield _of_person(scene, person, raised, issues)
    for name, issues in left.items():
        yield Thread(scene, name, issues[0].key.program, (), issues, settled_in(issues))


def _of_person(
    scene: Scene,
    person: PersonId,
    raised: tuple[Question, ...],
    issues: tuple[KnownIssue, ...],
) -> Thread:
    program = (raised[0].key if raised else issues[0].key).program
    return Thread(scene, person_thread(person), program, raised, issues, settled_in(issues))


def reachable(community: Community, people: Sequence[PersonId]) -> bool:
    """Whether anybody of them can be written to on the forge."""
    return any(person in community.people and community.people[person].github for person in people)


def logins_of(community: Community, key: CheckInKey) -> frozenset[str]:
    """The logins, in small letters, of those a check-in is about."""
    if key.kind in OF_PEOPLE:
        return logins(community, [PersonId(key.subject)])
    pair = community.pairs.get(pair_of(key))
    return logins(community, [member.person for member in pair.members] if pair else [])


def logins(community: Community, people: Sequence[PersonId]) -> frozenset[str]:
    """The logins of people, in small letters; nothing for those who have none."""
    found = (community.people.get(person) for person in people)
    return frozenset(person.github.lower() for person in found if person and person.github)
