"""On which days a pair may meet, and about which one it would by its rhythm."""

from collections.abc import Callable
from datetime import date, timedelta

from telemaco.meetings.values import Attendee, Wish
from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.model.schedule import cadence_of, end_of, later, next_open_day, reminders_of
from telemaco.records.layout import PairId
from telemaco.records.note import NoteStatus
from telemaco.records.program import Cadence

USUAL_RHYTHM = Cadence.model_construct(every=2, unit="week", minutes=None, minimum_sessions=None)
"""What a pair without a rhythm is taken to have."""

LEAST_WEEKS = 4
"""So far ahead is looked at least."""

Obstacle = Callable[[date], Message | None]
"""Why nobody should meet on a day; None for a day that is free."""

_MET = frozenset({NoteStatus.HELD, NoteStatus.PLANNED, NoteStatus.MISSED})


def expected_day(community: Community, pair_id: PairId, wish: Wish) -> date:
    """The day of the next session by what the last note says, else by the rhythm."""
    sessions = [one for one in community.sessions_of(pair_id) if one.id != wish.moving]
    moving = [one for one in community.sessions_of(pair_id) if one.id == wish.moving]
    if moving:
        return max(moving[0].day, wish.first)
    met = [one for one in sessions if one.note.status in _MET]
    if not met:
        return max(community.pairs[pair_id].start, wish.first)
    named, last = met[-1].note.next, met[-1].day
    rhythm = cadence_of(community, pair_id) or USUAL_RHYTHM
    return max(named if named and named > last else later(last, rhythm, 1), wish.first)


def last_day(community: Community, pair_id: PairId, about: date) -> date:
    """How far ahead is looked: a period beyond the expected day, four weeks at least."""
    rhythm = cadence_of(community, pair_id) or USUAL_RHYTHM
    return max(later(about, rhythm, 1), about + timedelta(weeks=LEAST_WEEKS))


def obstacle_of(
    community: Community, pair_id: PairId, attendees: tuple[Attendee, ...], wish: Wish
) -> Obstacle:
    """What says why a day is no day for a session of the pair."""
    quiet = reminders_of(community, pair_id).quiet
    pair = community.pairs[pair_id]
    end = end_of(community, pair_id)
    planned = {
        session.day
        for session in community.sessions_of(pair_id)
        if session.note.status is NoteStatus.PLANNED and session.id != wish.moving
    }
    away = [(one.name, community.people[one.person].paused_until) for one in attendees]

    def why(day: date) -> Message | None:
        if day < pair.start or (end and day > end):
            return _outside(pair.start, end, day)
        if day in planned:
            return msg("a session is planned on that day")
        if pair.paused_until and day <= pair.paused_until:
            return msg("the pair rests until {day}", day=pair.paused_until)
        for name, until in away:
            if until and day < until:
                return msg("{name} is away until {day}", name=name, day=until)
        if next_open_day(day, quiet) != day:
            return msg("the program keeps that day quiet")
        return None

    return why


def _outside(start: date, end: date | None, day: date) -> Message:
    """That a day is none of the pair's."""
    if day < start or end is None:
        return msg("the pair begins on {day}", day=start)
    return msg("the pair ends on {day}", day=end)
