"""Planned sessions as events: when exactly they are, and which notes speak of the same one.

A session that is moved to another day gets a note of that day; the note of the first day says
`status: rescheduled`, and `moved.from` of the new one names it. Both are one event.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from telemaco.model.community import Community, Session
from telemaco.model.schedule import cadence_of
from telemaco.model.zones import zone_names
from telemaco.records.base import Start
from telemaco.records.layout import NoteId, PairId
from telemaco.records.note import NoteStatus

USUAL_MINUTES = 60
"""How long a session is taken to be of which nobody says it."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time, from one moment to the one at which it is over; both in UTC."""

    start: datetime
    end: datetime

    @property
    def minutes(self) -> int:
        """Its length."""
        return int((self.end - self.start).total_seconds()) // 60

    def overlaps(self, other: "Span") -> bool:
        """Whether they have a moment in common."""
        return self.start < other.end and other.start < self.end


@cache
def clock(zone: str) -> ZoneInfo | None:
    """The clock of a time zone; None when there is no such zone."""
    return ZoneInfo(zone) if zone in zone_names() else None


def moment(day: date, start: Start) -> datetime | None:
    """The moment in UTC at which it is that time on that day; of two the first.

    None when there is no such zone, or no such time on that day because clocks go forward.
    """
    zone = clock(start.zone)
    if zone is None:
        return None
    written = datetime.combine(day, time(*divmod(start.minute, 60)), zone)
    found = written.astimezone(UTC)
    return (
        found
        if found.astimezone(zone).replace(tzinfo=None) == written.replace(tzinfo=None)
        else None
    )


def span_of(community: Community, pair_id: PairId, session: Session) -> Span | None:
    """When the session is; None when its note does not say it."""
    start = session.note.starts and moment(session.day, session.note.starts)
    if not start:
        return None
    cadence = cadence_of(community, pair_id)
    minutes = session.note.minutes or (cadence and cadence.minutes) or USUAL_MINUTES
    return Span(start, start + timedelta(minutes=minutes))


def first_note(session: Session) -> str:
    """The name of the note by which the session's event has been known from the start."""
    moved = session.note.moved
    return (moved and moved.first) or str(session.id)


def edition_of(session: Session) -> int:
    """A number that grows when a session gets a time, is moved or is called off."""
    note = session.note
    is_off = note.status in {NoteStatus.RESCHEDULED, NoteStatus.CANCELLED}
    return (note.moved.times if note.moved else 0) + (note.starts is not None) + is_off


def latest_notes(community: Community, pair_id: PairId) -> Mapping[str, NoteId]:
    """For every event of a pair the note that speaks of it last, by the event's first note."""
    found: dict[str, tuple[int, NoteId]] = {}
    for session in community.sessions_of(pair_id):
        moved = session.note.moved
        this = (moved.times if moved else 0, session.id)
        name = first_note(session)
        found[name] = max(found.get(name, this), this)
    return {name: note for name, (_, note) in found.items()}
