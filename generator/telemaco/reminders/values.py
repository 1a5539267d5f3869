"""A plan of check-ins, as values."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from telemaco.messages import Message
from telemaco.records.base import PersonId, ProgramId


class CheckInKind(StrEnum):
    """What a check-in asks; of several for one pair the first of this list goes out."""

    FIRST_MEETING = "first-meeting"
    SESSION = "session"
    FINAL_FEEDBACK = "final-feedback"
    BREAK_OVER = "break-over"
    MIDPOINT_FEEDBACK = "midpoint-feedback"
    AGREEMENT = "agreement"
    MILESTONE = "milestone"
    ACTION = "action"
    PROPOSED_PAIR = "proposed-pair"
    SURVEY = "survey"
    SIGN_UP = "sign-up"
    STILL_AVAILABLE = "still-available"
    SURVEY_UNMATCHED = "survey-unmatched"


OF_PEOPLE = frozenset(
    {CheckInKind.SIGN_UP, CheckInKind.STILL_AVAILABLE, CheckInKind.SURVEY_UNMATCHED}
)
"""The kinds that are about one person; the others are about a pair."""
SURVEYS = frozenset({CheckInKind.SURVEY, CheckInKind.SURVEY_UNMATCHED})
"""The kinds that ask to answer a survey."""

Matter = tuple[CheckInKind, date]
"""What is asked of a pair or a person, and the day from which it counts."""


class Stage(StrEnum):
    """How far a check-in has climbed on the program's ladder."""

    DUE = "due"
    NUDGE = "nudge"
    ESCALATE = "escalate"
    CLOSE = "close"


@dataclass(frozen=True, slots=True, order=True)
class CheckInKey:
    """What a check-in is about; one key stands for one issue, whenever the plan is made.

    `subject` is a pair's folder or a person; `period` is the day from which it counts.
    """

    program: ProgramId
    subject: str
    period: date
    kind: CheckInKind

    @property
    def thread(self) -> str:
        """The pair or the person: what has one open check-in at a time."""
        return person_thread(self.subject) if self.kind in OF_PEOPLE else self._pair

    @property
    def matter(self) -> Matter:
        """What is asked within the thread; a mentor is asked once for all programs."""
        return (self.kind, self.period)

    @property
    def _pair(self) -> str:
        return f"{self.program}/{self.subject}"

    def __str__(self) -> str:
        return f"{self.program}/{self.subject}/{self.period}/{self.kind}"


def person_thread(person: str) -> str:
    """The thread of a person; no pair's is written so."""
    return f"@{person}"


@dataclass(frozen=True, slots=True)
class CheckIn:
    """Something to ask, and how far it has got.

    `due` is the day it fell due, `stage` the step that counts today (earlier steps that were
    missed are left out), `to` whom it addresses, `send_on` the day it may go out: today, or
    the next day that is not quiet. `is_for_coordinators` says that `to` are coordinators and
    the sentences speak about the pair, not to it. `also` are other things that the same pair
    has open.
    """

    key: CheckInKey
    due: date
    stage: Stage
    to: tuple[PersonId, ...]
    is_for_coordinators: bool
    send_on: date
    question: Message
    also: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """Every check-in that is due by a day, the longest due first."""

    today: date
    check_ins: tuple[CheckIn, ...]
