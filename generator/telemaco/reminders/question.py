"""Something to ask, before anybody thinks of stages and quiet days."""

from dataclasses import dataclass
from datetime import date

from telemaco.messages import Message
from telemaco.model.standing import members_on
from telemaco.records.base import PersonId
from telemaco.records.layout import PairId
from telemaco.records.pair import Pair
from telemaco.records.program import ProgramStatus
from telemaco.reminders.values import CheckInKey, CheckInKind

RUNNING = frozenset({ProgramStatus.RUNNING, ProgramStatus.CLOSING})
"""When pairs are asked how they get on."""
ALIVE = RUNNING | {ProgramStatus.OPEN, ProgramStatus.MATCHING}
"""When sign-ups, proposals and mentors are asked about."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something to ask from a day on.

    `text` speaks to those in `to`, `report` tells the same to coordinators. When `to` is
    empty the question is the coordinators' from the start. `waits_for` is the day of a session
    that is planned and will answer it: until then nobody is asked. What is asked `is_once` is never
    asked again, nor told the coordinators.
    """

    key: CheckInKey
    due: date
    to: tuple[PersonId, ...]
    text: Message
    report: Message
    waits_for: date | None = None
    is_once: bool = False

    def is_due(self, today: date) -> bool:
        """Whether it is to be asked by now."""
        return self.due <= today and self.waits_for is None


def pair_key(pair_id: PairId, period: date, kind: CheckInKind) -> CheckInKey:
    """What is asked of a pair, from a day on."""
    return CheckInKey(pair_id.program, pair_id.pair, period, kind)


def people_on(pair: Pair, today: date) -> tuple[PersonId, ...]:
    """Who belongs to the pair today."""
    return tuple(member.person for member in members_on(pair, today))
