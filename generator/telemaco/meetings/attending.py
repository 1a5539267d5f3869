"""Who meets, and when they are free and not."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from telemaco.meetings.values import Attendee, Engagement
from telemaco.model.community import Community
from telemaco.model.free_time import free_spans
from telemaco.model.meetings import Span, clock, span_of
from telemaco.model.standing import members_on
from telemaco.records.base import PersonId
from telemaco.records.layout import NoteId, PairId
from telemaco.records.note import NoteStatus
from telemaco.records.person import FreeTime
from telemaco.records.reminders import Weekday

USUAL_HOURS = FreeTime.model_construct(days=tuple(Weekday), start=8 * 60, end=21 * 60)
"""What is taken for the free hours of somebody who names none: the day, by their own clock."""

_DAY = timedelta(days=1)


def attendees_of(community: Community, pair_id: PairId, day: date) -> tuple[Attendee, ...]:
    """The members of a pair on a day whose clock is known, in the order of its file."""
    found = []
    for member in members_on(community.pairs[pair_id], day):
        person = community.people.get(member.person)
        zone = person and clock(person.timezone)
        if person and zone:
            is_silent = not person.availability
            found.append(Attendee(member.person, person.name, person.timezone, zone, is_silent))
    return tuple(found)


def free_time_of(
    community: Community, attendee: Attendee, first: date, last: date
) -> tuple[Span, ...]:
    """When somebody is free from a day to another; in the order of time."""
    hours = community.people[attendee.person].availability or (USUAL_HOURS,)
    return free_spans(hours, attendee.clock, first - _DAY, last + _DAY)


def engagements(
    community: Community, people: Iterable[PersonId], moving: tuple[PairId, NoteId | None]
) -> Iterator[Engagement]:
    """When any of these people have a session planned, in any pair, but for the one that moves."""
    pairs = {pair for person in people for pair in community.pairs_of_person.get(person, ())}
    for pair in sorted(pairs):
        for session in community.sessions_of(pair):
            if session.note.status is NoteStatus.PLANNED and (pair, session.id) != moving:
                span = span_of(community, pair, session)
                if span:
                    yield Engagement(pair, session, span)
