"""What came of programs, as values.

A figure that is not there is a sentence that says why: nothing is left out silently.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from telemaco.messages import Message
from telemaco.progress.outcomes.intervals import Share
from telemaco.progress.outcomes.survival import Survival
from telemaco.records.base import GoalId, PersonId, ProgramId
from telemaco.records.layout import PairId
from telemaco.records.pair import EndReason
from telemaco.records.program import Role

Figure: TypeAlias = int | Message
"""A number, or why there is none."""


class Stage(StrEnum):
    """How far somebody came in a program; whoever is at one was at all before it."""

    APPLIED = "applied"
    ACCEPTED = "accepted"
    MATCHED = "matched"
    MET = "met"
    MIDPOINT = "midpoint"
    COMPLETED = "completed"
    EARNED = "certificate_earned"
    SHOWN = "certificate_shown"


@dataclass(frozen=True, slots=True)
class Funnel:
    """How many people of a role came to each stage.

    The last two are there where a program gives certificates. `pairs` are those that began with
    somebody of the role, `completed` how many of these completed; None of no pairs, or where that
    may not be told.
    """

    role: Role
    stages: Mapping[Stage, Figure]
    pairs: tuple[PairId, ...]
    completed: Share | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the pairs that began: they completed, left early, or go on."""

    begun: int
    going_on: Figure
    completed: Figure
    left: Figure
    share: Share | Message


@dataclass(frozen=True, slots=True)
class Reason:
    """How many pairs ended before their time for a reason, None for no reason given."""

    reason: EndReason | None
    pairs: int


@dataclass(frozen=True, slots=True)
class GoalPeople:
    """Who is in pairs that have goals of a kind, each once, by the alphabet.

    Goals that were reached and that were not; rated as hoped or better, and lower.
    """

    reached: tuple[PersonId, ...] = ()
    missed: tuple[PersonId, ...] = ()
    hoped: tuple[PersonId, ...] = ()
    below: tuple[PersonId, ...] = ()


@dataclass(frozen=True, slots=True)
class Attainment:
    """The goals of pairs that serve an objective, None for no objective.

    A goal that was dropped is one that was not reached. `hoped` is the share of the rated goals
    whose latest level is 0 (as hoped) or more, `score` the mean of the T-scores of the pairs that
    rated some; those dropped are not in these. `people` says whose goals they are, to judge what
    may be told; nobody is in it once that is done.
    """

    objective: GoalId | None
    goals: Figure
    achieved: Share | Message
    hoped: Share | Message
    score: Figure
    people: GoalPeople = field(default=GoalPeople(), compare=False)


@dataclass(frozen=True, slots=True)
class Criterion:
    """Whether pairs that matched well on a criterion completed more often.

    `points` are percentage points by which the better half of the pairs is ahead of the other,
    with the ends of the interval.
    """

    criterion: str
    pairs: int
    points: tuple[int, int, int] | Message


@dataclass(frozen=True, slots=True)
class Run:
    """A program in the row of the runs of its series."""

    program: ProgramId
    people: Figure
    pairs: int
    sessions: int
    minutes: int
    completed: Share | Message
    goals: Share | Message
    kept: Share | Message


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What came of some programs, as of a day; `pairs` are those that began.

    `kept` counts periods of the rhythm. They come in pairs, not by themselves, so it has no
    interval. `months` are sessions by the first day of their month. `other_reasons` are pairs
    that left early and whose reason is not told; `goals` are those that were reached of all that
    were written. `leaves_out_months` says whether `retention` has not all its months.
    """

    today: date
    programs: tuple[ProgramId, ...]
    pairs: tuple[PairId, ...]
    people: Figure
    sessions: int
    minutes: int
    months: Mapping[date, int]
    kept: Share | Message
    funnels: tuple[Funnel, ...]
    outcome: Outcome
    retention: tuple[Survival, ...] | Message
    reasons: tuple[Reason, ...]
    other_reasons: Figure
    goals: Share | Message
    attainment: tuple[Attainment, ...]
    criteria: tuple[Criterion, ...] | Message
    leaves_out_months: bool = False


Beside: TypeAlias = Sequence[tuple[Outcomes, Outcomes]]
"""Single programs whose sum is looked at, each as it is and as it is told."""
