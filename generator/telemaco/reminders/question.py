"""Something to ask, before anybody thinks of stages and quiet days."""

from dataclasses import dataclass
from datetime import date

from telemaco.messages import Message
from telemaco.records.base import PersonId
from telemaco.records.program import ProgramStatus
from telemaco.reminders.values import CheckInKey

RUNNING = frozenset({ProgramStatus.RUNNING, ProgramStatus.CLOSING})
"""When pairs are asked how they get on."""
ALIVE = RUNNING | {ProgramStatus.OPEN, ProgramStatus.MATCHING}
"""When sign-ups, proposals and mentors are asked about."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something to ask from a day on.

    `text` speaks to those in `to`, `report` tells the same to coordinators. When `to` is
    empty the question is the coordinators' from the start.
    """

    key: CheckInKey
    due: date
    to: tuple[PersonId, ...]
    text: Message
    report: Message
