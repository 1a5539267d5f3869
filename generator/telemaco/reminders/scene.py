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
from telemaco.reminders.memory import End
from telemaco.reminders.of_pairs import of_pair
from telemaco.reminders.of_people import of_person
from telemaco.reminders.of_sessions import Settled
from telemaco.reminders.outcome import pair_of
from telemaco.reminders.question import Question
from telemaco.reminders.values import OF_PEOPLE, CheckInKey, CheckInKind, person_thread

CALLS_A_PERIOD = 3
"""Openings, comments and reopenings in the time of one session, at most."""
REST_DAYS = 3
"""Days after an answer in which nothing else is asked."""
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

    @cached_property
    def quiet_programs(self) -> frozenset[ProgramId]:
        """The programs in which nobody is written to today."""
        return frozenset(
            program
            for program in self.community.programs
            if is_quiet(reminders_in(self.community, program), self.today)
        )


@dataclass(frozen=True, slots=True)
class Thread:
    """One pair, or one person: what the files ask of them, and their issues so far.

    `raised` are all questions, due or not; `settled` is what somebody closed without an answer,
    `gave_way` what was closed for something more urgent, and is told along with that. `asked`
    are those that are still open, what goes first before the others, and `due` those of them
    that are to be asked by now.
    """

    scene: Scene
    name: str
    program: ProgramId
    raised: tuple[Question, ...]
    asked: tuple[Question, ...]
    due: tuple[Question, ...]
    issues: tuple[KnownIssue, ...]
    settled: Settled
    gave_way: Settled

    @property
    def is_quiet(self) -> bool:
        """Whether nobody is written to today."""
        return self.program in self.scene.quiet_programs

    def may_call(self) -> bool:
        """Whether these people may be written to: not twice a day, nor too often in a period."""
        today = self.scene.today
        calls = [day for known in self.issues if known.memory for day in known.memory.calls]
        closed = [known.issue.closed_at for known in self.issues if known.issue.closed_at]
        if self.is_quiet or today in calls or today in {moment.date() for moment in closed}:
            return False
        first = today - timedelta(days=self._period_days())
        return sum(day > first for day in calls) < CALLS_A_PERIOD

    def is_rested(self) -> bool:
        """Whether some days went by since they answered, before they are asked another thing."""
        first = self.scene.today - timedelta(days=REST_DAYS)
        return not any(
            known.issue.state_reason == "completed"
            and known.issue.closed_at is not None
            and known.issue.closed_at.date() > first
            for known in self.issues
        )

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
            yield _thread(scene, str(pair_id), raised, issues, settled)
    for person in scene.community.people:
        issues = left.pop(person_thread(person), ())
        raised = tuple(of_person(scene.community, person, scene.today))
        if raised or issues:
            yield _thread(scene, person_thread(person), raised, issues, settled_in(issues))
    for name, issues in left.items():
        yield _thread(scene, name, (), issues, settled_in(issues))


def _thread(
    scene: Scene,
    name: str,
    raised: tuple[Question, ...],
    issues: tuple[KnownIssue, ...],
    settled: Settled,
) -> Thread:
    asked = sorted(
        (one for one in raised if one.key.matter not in settled),
        key=lambda one: _ORDER.index(one.key.kind),
    )
    return Thread(
        scene,
        name,
        program=(raised[0].key if raised else issues[0].key).program,
        raised=raised,
        asked=tuple(asked),
        due=tuple(question for question in asked if question.is_due(scene.today)),
        issues=issues,
        settled=settled,
        gave_way=frozenset(one.key.matter for one in issues if one.end is End.GAVE_WAY),
    )


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
