"""What lies ahead, as far as the pages of pairs tell it: days and who meets, never what about."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from telemaco.messages import msg
from telemaco.records.layout import NoteId, PairId
from telemaco.records.pair import PairStatus
from telemaco.render.calendars import CalendarEvent
from telemaco.render.pages.addresses import pair_address
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.pairs import pair_title
from telemaco.render.session_events import OFF, SHOWN, event_uid, session_uid

_MEETING = frozenset({PairStatus.ACTIVE, PairStatus.CONFIRMED})


@dataclass(frozen=True, slots=True)
class ComingSession:
    """A session from today on; `is_off` when it was called off or moved to another day."""

    id: NoteId
    day: date
    is_off: bool


def coming_sessions(edition: Edition, pair_id: PairId) -> tuple[ComingSession, ...]:
    """Sessions with a note, and the one that the last note names; none of a pair at rest."""
    if edition.community.pairs[pair_id].status not in _MEETING:
        return ()
    sessions = edition.community.sessions_of(pair_id)
    found = [
        ComingSession(session.id, session.day, session.note.status in OFF)
        for session in sessions
        if session.note.status in SHOWN and session.day >= edition.today
    ]
    following = edition.progress[pair_id].next_session
    if following and following not in {session.day for session in sessions}:
        found.append(ComingSession(NoteId(following.isoformat()), following, is_off=False))
    return tuple(sorted(found, key=lambda session: (session.day, session.id)))


def pair_events(edition: Edition, pair_id: PairId) -> tuple[CalendarEvent, ...]:
    """The coming sessions of a pair and what it should have done by when, as the program says."""
    found = [*session_events(edition, pair_id), *_milestones(edition, pair_id)]
    return tuple(sorted(found, key=lambda event: (event.start, event.uid)))


def session_events(edition: Edition, pair_id: PairId) -> Iterator[CalendarEvent]:
    """The coming sessions of a pair."""
    coming = coming_sessions(edition, pair_id)
    if not coming:
        return
    title = edition.words(msg("Session: {pair}", pair=pair_title(edition, pair_id)))
    url = edition.url(pair_address(edition.community, pair_id))
    for session in coming:
        yield CalendarEvent(
            session_uid(edition.community, pair_id, session.id),
            int(session.is_off),
            session.day,
            None,
            title,
            url=url,
            is_cancelled=session.is_off,
        )


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
