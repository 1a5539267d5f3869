"""The coming sessions and dates of a program as events of a calendar."""

from collections.abc import Iterator
from datetime import date, timedelta

from telemaco.messages import Message, msg
from telemaco.model.community import Community, Session
from telemaco.ports import Translator
from telemaco.records.base import Language, ProgramId
from telemaco.records.layout import NoteId, PairId, note_path
from telemaco.records.note import NoteStatus
from telemaco.records.text import in_language
from telemaco.render.calendars import CalendarEvent
from telemaco.render.identity import lasting_id
from telemaco.render.pages.published import name_in_pairs

AHEAD_DAYS = 60
"""How far ahead sessions and dates are told."""

OFF = frozenset({NoteStatus.RESCHEDULED, NoteStatus.CANCELLED})
"""Sessions that a calendar must be told of, lest it keep their day."""

SHOWN = OFF | {NoteStatus.PLANNED}
"""Sessions that a calendar is told of at all."""

_DOMAIN = "telemaco.invalid"


def program_events(
    community: Community, program: ProgramId, today: date, translator: Translator
) -> tuple[CalendarEvent, ...]:
    """What comes within 60 days, by day: the program's own dates, and sessions with a note.

    A session that was cancelled or moved to another day is told as cancelled. Names stand in it
    as far as they are published.
    """
    last = today + timedelta(days=AHEAD_DAYS)
    events = [
        *program_dates(community, program, translator),
        *_sessions(community, program, translator),
    ]
    return tuple(
        sorted(
            (event for event in events if today <= event.start <= last),
            key=lambda event: (event.start, event.uid),
        )
    )


def program_dates(
    community: Community, program_id: ProgramId, translator: Translator, url: str | None = None
) -> Iterator[CalendarEvent]:
    """The program's own dates, whenever they are; `url` is its page."""
    program = community.programs[program_id]
    title = in_language(program.title, Language(translator.language), community.settings.languages)
    for name, text in _DATES.items():
        day = getattr(program.dates, name)
        if day is not None:
            words = translator.text(msg("{program}: {what}", program=title, what=text))
            uid = event_uid(community, f"{program_id}/{name}")
            yield CalendarEvent(uid, 0, day, None, words, url=url)


_DATES: dict[str, Message] = {
    "applications_close": msg("applications close"),
    "match_by": msg("pairs are proposed"),
    "start": msg("the program begins"),
    "midpoint": msg("half of the time is over"),
    "end": msg("the program ends"),
}


def session_uid(community: Community, pair: PairId, note: NoteId) -> str:
    """The id of a session, whether its note is written already or not."""
    return event_uid(community, note_path(pair, note))


def event_uid(community: Community, name: str) -> str:
    """The same for the same name, and telling nothing of it."""
    return f"{lasting_id(community, name)}@{_DOMAIN}"


def _sessions(
    community: Community, program: ProgramId, translator: Translator
) -> Iterator[CalendarEvent]:
    for pair_id in community.pairs_of_program.get(program, ()):
        title = translator.text(_title(community, pair_id))
        for session in community.sessions_of(pair_id):
            if session.note.status in SHOWN:
                yield _session(community, pair_id, session, title)


def _session(community: Community, pair_id: PairId, session: Session, title: str) -> CalendarEvent:
    """A session of a day; the file of its note names it, and being called off is its edition."""
    is_off = session.note.status in OFF
    uid = session_uid(community, pair_id, session.id)
    return CalendarEvent(uid, int(is_off), session.day, None, title, is_cancelled=is_off)


def _title(community: Community, pair_id: PairId) -> Message:
    members = community.pairs[pair_id].members
    names = [name for one in members if (name := name_in_pairs(community, one.person))]
    if len(names) < len(members):
        return msg("A mentoring session")
    return msg("Mentoring session: {names}", names=", ".join(names))
