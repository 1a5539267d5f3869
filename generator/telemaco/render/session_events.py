"""The coming sessions and dates of a program as events of a calendar."""

from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256

from telemaco.messages import Message, msg
from telemaco.model.community import Community, Session
from telemaco.ports import Translator
from telemaco.records.base import Language, ProgramId
from telemaco.records.layout import PairId, note_path
from telemaco.records.note import NoteStatus
from telemaco.records.text import in_language
from telemaco.render.calendars import CalendarEvent
from telemaco.render.pages.published import name_in_pairs

AHEAD_DAYS = 60
"""How far ahead sessions and dates are told."""

_SHOWN = frozenset({NoteStatus.PLANNED, NoteStatus.RESCHEDULED, NoteStatus.CANCELLED})
_OFF = frozenset({NoteStatus.RESCHEDULED, NoteStatus.CANCELLED})
_DOMAIN = "telemaco.invalid"


def program_events(
    community: Community, program: ProgramId, today: date, translator: Translator
) -> tuple[CalendarEvent, ...]:
    """What comes within 60 days, by day: the program's own dates, and sessions with a note.

    A session that was cancelled or moved to another day is told as cancelled. Names stand in it
    as far as they are published.
    """
    last = today + timedelta(days=AHEAD_DAYS)
    events = [*_dates(community, program, translator), *_sessions(community, program, translator)]
    return tuple(
        sorted(
            (event for event in events if today <= event.start <= last),
            key=lambda event: (event.start, event.uid),
        )
    )


def _dates(
    community: Community, program_id: ProgramId, translator: Translator
) -> Iterator[CalendarEvent]:
    program = community.programs[program_id]
    title = in_language(program.title, Language(translator.language), community.settings.languages)
    for name, text in _DATES.items():
        day = getattr(program.dates, name)
        if day is not None:
            words = translator.text(msg("{program}: {what}", program=title, what=text))
            yield CalendarEvent(_uid(f"{program_id}/{name}"), 0, day, None, words)


_DATES: dict[str, Message] = {
    "applications_close": msg("applications close"),
    "match_by": msg("pairs are proposed"),
    "start": msg("the program begins"),
    "midpoint": msg("half of the time is over"),
    "end": msg("the program ends"),
}


def _sessions(
    community: Community, program: ProgramId, translator: Translator
) -> Iterator[CalendarEvent]:
    for pair_id in community.pairs_of_program.get(program, ()):
        title = translator.text(_title(community, pair_id))
        for session in community.sessions_of(pair_id):
            if session.note.status in _SHOWN:
                yield _session(pair_id, session, title)


def _session(pair_id: PairId, session: Session, title: str) -> CalendarEvent:
    """A session of a day; the file of its note names it, and being called off is its edition."""
    is_off = session.note.status in _OFF
    uid = _uid(note_path(pair_id, session.id))
    return CalendarEvent(uid, int(is_off), session.day, None, title, is_cancelled=is_off)


def _title(community: Community, pair_id: PairId) -> Message:
    members = community.pairs[pair_id].members
    names = [name for one in members if (name := name_in_pairs(community, one.person))]
    if len(names) < len(members):
        return msg("A mentoring session")
    return msg("Mentoring session: {names}", names=", ".join(names))


def _uid(name: str) -> str:
    """The same for the same name, and telling nothing of it."""
    return f"{sha256(name.encode()).hexdigest()[:32]}@{_DOMAIN}"
