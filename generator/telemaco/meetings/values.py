"""Who meets, what was found for them, and why nothing was, as values."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from telemaco.messages import Message
from telemaco.model.community import Session
from telemaco.model.meetings import Span
from telemaco.records.base import PersonId
from telemaco.records.layout import NoteId, PairId


@dataclass(frozen=True, slots=True)
class Attendee:
    """A member who should be there; `is_silent` says that they name no free hours."""

    person: PersonId
    name: str
    zone: str
    clock: ZoneInfo
    is_silent: bool


@dataclass(frozen=True, slots=True)
class Missed:
    """A member without whom a group meets, and the day on which they are back."""

    name: str
    back: date


@dataclass(frozen=True, slots=True)
class Engagement:
    """A session that is planned: of which pair, and when exactly."""

    pair: PairId
    session: Session
    span: Span


@dataclass(frozen=True, slots=True)
class Wish:
    """What is looked for: how long, from which day on, and the session that gives way for it."""

    minutes: int
    first: date
    moving: NoteId | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What was found: slots in the order of time, or what stood in the way and what is nearest.

    `about` is the day on which the pair would meet by its rhythm, and `last` the last day that
    was looked at. `missed` are the members of a group who rest meanwhile.
    """

    pair: PairId
    minutes: int
    about: date
    last: date
    attendees: tuple[Attendee, ...]
    slots: tuple[Span, ...]
    obstacles: tuple[Message, ...]
    missed: tuple[Missed, ...] = ()
