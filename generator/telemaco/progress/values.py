"""What is said of pairs, programs and the community, as values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from telemaco.messages import Message
from telemaco.progress.outcomes.intervals import Share
from telemaco.records.base import GoalId, PersonId, ProgramId
from telemaco.records.layout import PairId
from telemaco.records.note import NoteStatus
from telemaco.records.pair import PairStatus
from telemaco.records.program import Role


class HealthKind(StrEnum):
    """How a pair gets on; in the order in which a coordinator should look at them."""

    SILENT = "silent"
    NEEDS_ATTENTION = "needs-attention"
    NOT_STARTED = "not-started"
    PAUSED = "paused"
    ON_TRACK = "on-track"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Health:
    """How a pair gets on, why one thinks so, and what to do; no step when nothing is due."""

    kind: HealthKind
    reason: Message
    next_step: Message | None = None


class RatedOn(NamedTuple):
    """How far a goal was on a day, from -2 (much less than hoped) to 2 (much more)."""

    day: date
    level: int


@dataclass(frozen=True, slots=True)
class GoalProgress:
    """How far a goal is: its `ratings` by day, one a day, and the latest of them, its `level`."""

    id: GoalId
    objective: GoalId | None
    status: str
    baseline: int | None
    level: int | None
    ratings: tuple[RatedOn, ...] = ()


@dataclass(frozen=True, slots=True)
class PairProgress:
    """How a pair gets on, as of a day.

    `sessions` counts notes by status; those still planned count whatever their day.
    `expected` and `kept` count finished periods of the rhythm; None without a rhythm, or for a
    pair that has not begun.
    `attendance` is the share of members who were there, in percent, None when nobody wrote it.
    `attainment` is the T-score of the `goals_rated`, None when none is rated; with one goal it
    says no more than its level. `attainment_at_start` is the same of their baselines.
    """

    id: PairId
    status: PairStatus
    sessions: Mapping[NoteStatus, int]
    expected: int | None
    kept: int | None
    streak: int
    longest_gap_days: int | None
    last_session: date | None
    next_session: date | None
    minutes: int
    attendance: int | None
    goals: tuple[GoalProgress, ...]
    goals_rated: int
    attainment: int | None
    attainment_at_start: int | None
    actions_open: int
    actions_overdue: int
    actions_done: int
    milestones_done: int
    milestones_overdue: int
    health: Health

    @property
    def held(self) -> int:
        """Sessions that took place."""
        return self.sessions.get(NoteStatus.HELD, 0)


@dataclass(frozen=True, slots=True)
class ObjectiveProgress:
    """The goals of pairs that serve an objective, dropped ones among them, and how far they are.

    `attainment` is the mean of the T-scores of the pairs with `rated` goals, which were not
    dropped; None without any.
    """

    id: GoalId
    goals: int
    achieved: int
    partly: int
    rated: int
    attainment: int | None


@dataclass(frozen=True, slots=True)
class Sums:
    """What pairs did together. `people` counts each member once, `goals` also those dropped.

    `is_small` says that so few people are meant that the figures would tell on them:
    pages do not show them.
    """

    people: int
    pairs: int
    health: Mapping[HealthKind, int]
    statuses: Mapping[PairStatus, int]
    held: int
    minutes: int
    expected: int
    kept: int
    goals: int
    goals_achieved: int
    is_small: bool

    @property
    def kept_percent(self) -> int | None:
        """The share of the expected periods that were kept, rounded as reports do.

        None without any, and where no session was noted: then nobody knows.
        """
        has_share = self.expected and self.held
        return Share(self.kept, self.expected).percent if has_share else None


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody accepted who has no pair, the days since then, if known, and why.

    They wait since they enrolled, or since the pair ended that they had.
    """

    person: PersonId
    role: Role
    days: int | None
    reason: Message


@dataclass(frozen=True, slots=True)
class Idle:
    """Somebody accepted who could take a mentee and has none, and the days, if known."""

    person: PersonId
    days: int | None


@dataclass(frozen=True, slots=True)
class ProgramProgress:
    """How a program goes: `enrolments` counts people by status.

    Of those who wait, and of the mentors who have nobody, the longest wait comes first.
    """

    id: ProgramId
    sums: Sums
    enrolments: Mapping[Role, Mapping[str, int]]
    objectives: tuple[ObjectiveProgress, ...]
    waiting: tuple[Waiting, ...]
    idle: tuple[Idle, ...]
    pairs: tuple[PairProgress, ...]


@dataclass(frozen=True, slots=True)
class CommunityProgress:
    """How the whole community goes, as of a day."""

    today: date
    sums: Sums
    programs: tuple[ProgramProgress, ...]


class SuggestionKind(StrEnum):
    """What a coordinator could do, the most urgent first."""

    FILES = "files"
    BEGINNING = "beginning"
    SILENT = "silent"
    SIGN_UPS = "sign-ups"
    PROPOSED = "proposed"
    UNPAIRED = "unpaired"
    OVER = "over"
    ATTENTION = "attention"
    PROGRAM = "program"
    SURVEYS = "surveys"
    GOALS = "goals"
    CERTIFICATES = "certificates"
    AGREEMENT = "agreement"
    RETENTION = "retention"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something to do: for whom, in words, and what happens otherwise.

    Either `command` has the words after `telemaco`, or `path` is the file or the folder in which
    it is done.
    """

    kind: SuggestionKind
    program: ProgramId | None
    subjects: tuple[str, ...]
    what: Message
    otherwise: Message
    command: tuple[str, ...] = ()
    path: str = ""
