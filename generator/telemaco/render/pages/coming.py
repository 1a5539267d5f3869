"""What lies ahead, as far as the pages of pairs tell it: days and who meets, never what about."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from telemaco.messages import CityName, msg
from telemaco.model.community import Session
from telemaco.records.layout import PairId
from telemaco.records.pair import PairStatus
from telemaco.render.calendars import CalendarEvent
from telemaco.render.pages.addresses import pair_address
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.pairs import pair_title
from telemaco.render.session_events import (
    OFF,
    event_uid,
    local_times,
    session_event,
    session_uid,
    told_sessions,
)

_MEETING = frozenset({PairStatus.ACTIVE, PairStatus.CONFIRMED})


@dataclass(frozen=True, slots=True)
class ComingSession:
    """A session from today on: its note, or only a day that the last note names.

    `is_off` when it was called off or moved to a day that nobody says.
    """

    day: date
    session: Session | None
    is_off: bool


def coming_sessions(edition: Edition, pair_id: PairId) -> tuple[ComingSession, ...]:
    """Sessions with a note, and the one that the last note names; none of a pair at rest."""
    if edition.community.pairs[pair_id].status not in _MEETING:
        return ()
    sessions = edition.community.sessions_of(pair_id)
    found: list[ComingSession] = []
    # Most pairs have no note ahead, and the last one tells.
    if sessions and sessions[-1].day >= edition.today:
        found += (
            ComingSession(session.day, session, session.note.status in OFF)
            for session in told_sessions(edition.community, pair_id)
            if session.day >= edition.today
        )
    following = edition.progress[pair_id].next_session
    if following and following not in {session.day for session in sessions}:
        found.append(ComingSession(following, None, is_off=False))
    return tuple(sorted(found, key=lambda coming: (coming.day, coming.session is not None)))


@dataclass(frozen=True, slots=True)
class LocalTime:
    """When a session begins by one clock: in words, and as a machine reads it."""

    words: str
    moment: str


def next_times(edition: Edition, pair_id: PairId, day: date | None) -> Iterator[LocalTime]:
    """When the session of the day begins and ends by the members' clocks, as far as published."""
    for time in local_times(edition.community, pair_id, day):
        words = edition.words(
            msg("{hours} in {city}", hours=time.hours, city=CityName(time.zone))
            if time.is_same_day
            else msg(
                "{day}, {hours} in {city}",
                day=edition.dates.day(time.start.date()),
                hours=time.hours,
                city=CityName(time.zone),
            )
        )
        yield LocalTime(words, time.start.isoformat())


def pair_events(edition: Edition, pair_id: PairId) -> tuple[CalendarEvent, ...]:
    """The coming sessions of a pair and what it should have done by when, as the program says."""
    found = [*session_events(edition, pair_id), *_milestones(edition, pair_id)]
    return tuple(sorted(found, key=lambda event: (event.day, event.uid)))


def session_events(edition: Edition, pair_id: PairId) -> Iterator[CalendarEvent]:
    """The coming sessions of a pair."""
    coming = coming_sessions(edition, pair_id)
    if not coming:
        return
    title = edition.words(msg("Session: {pair}", pair=pair_title(edition, pair_id)))
    url = edition.url(pair_address(edition.community, pair_id))
    for one in coming:
        if one.session is None:
            uid = session_uid(edition.community, pair_id, one.day.isoformat())
            yield CalendarEvent(uid, 0, one.day, None, title, url=url)
        else:
            yield session_event(edition.community, pair_id, one.session, title, url)


def _milestones(edition: Edition, pair_id: PairId) -> Iterator[CalendarEvent]:
    """Whether one is reached already is not told."""
    pair = edition.community.pairs[pair_id]
    program = edition.community.programs.get(pair_id.program)
    if program is None or pair.status not in _MEETING:
        return
    for milestone in program.milestones:
        day = pair.start + timedelta(days=milestone.after_days)
        if day >= edition.today:
            uid = event_uid(edition.community, f"{pair_id}/milestone/{milestone.id}")
            words = msg("Milestone: {milestone}", milestone=edition.text(milestone.title))
            url = edition.url(pair_address(edition.community, pair_id))
            yield CalendarEvent(uid, 0, day, None, edition.words(words), url=url)
