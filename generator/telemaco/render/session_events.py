"""The coming sessions and dates of a program as events of a calendar."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from telemaco.messages import Message, msg
from telemaco.model.community import Community, Session
from telemaco.model.meetings import clock, edition_of, first_note, latest_notes, span_of
from telemaco.model.zones import canonical
from telemaco.ports import Translator
from telemaco.records.base import Language, ProgramId
from telemaco.records.layout import PairId
from telemaco.records.note import NoteStatus
from telemaco.records.pair import PairRole
from telemaco.records.text import in_language
from telemaco.render.calendars import CalendarEvent
from telemaco.render.identity import lasting_id
from telemaco.render.pages.published import name_in_pairs, publishes

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
            (event for event in events if today <= event.day <= last),
            key=lambda event: (event.day, event.uid),
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
    "match_by": msg("matches are proposed"),
    "start": msg("the program begins"),
    "midpoint": msg("half of the time is over"),
    "end": msg("the program ends"),
}


def session_uid(community: Community, pair: PairId, note: str) -> str:
    """The id of a session by the name of its first note, whether that is written already or not."""
    return event_uid(community, f"pairs/{pair.program}/{pair.pair}/{note}.md")


def event_uid(community: Community, name: str) -> str:
    """The same for the same name, and telling nothing of it."""
    return f"{lasting_id(community, name)}@{_DOMAIN}"


def times_of(
    community: Community, pair_id: PairId, session: Session
) -> tuple[date | datetime, datetime | None]:
    """Beginning and end of a session as everybody may know them: its day, or moments.

    The hour is told where a member lets their time zone be published, by whose clock it reads.
    """
    span = span_of(community, pair_id, session)
    if span is None or not zones_told(community, pair_id):
        return session.day, None
    return span.start, span.end


def zones_told(community: Community, pair_id: PairId) -> tuple[str, ...]:
    """The time zones that members of a pair let be published, each once, in the pair's order."""
    return tuple(
        dict.fromkeys(
            canonical(community.people[member.person].timezone)
            for member in community.pairs[pair_id].members
            if not member.end and publishes(community, member.person, "timezone", "pairs")
        )
    )


@dataclass(frozen=True, slots=True)
class ClockTime:
    """When a session begins and ends by the clock of a time zone; `day` is that of its note."""

    start: datetime
    end: datetime
    zone: str
    day: date

    @property
    def hours(self) -> str:
        """18:00 to 19:00, as figures."""
        return f"{self.start:%H:%M}\u2013{self.end:%H:%M}"

    @property
    def is_same_day(self) -> bool:
        """Whether it begins on the day of its note by this clock, too."""
        return self.start.date() == self.day


def local_times(community: Community, pair_id: PairId, day: date | None) -> Iterator[ClockTime]:
    """When the planned session of the day is, by every clock that members let be published."""
    for session in community.sessions_of(pair_id):
        span = span_of(community, pair_id, session)
        if session.note.status is NoteStatus.PLANNED and session.day == day and span:
            yield from (
                ClockTime(span.start.astimezone(at), span.end.astimezone(at), zone, session.day)
                for zone in zones_told(community, pair_id)
                if (at := clock(zone))
            )
            return


def told_sessions(community: Community, pair_id: PairId) -> Iterator[Session]:
    """The sessions that a calendar is told of: each once, by the note that says it last."""
    latest = latest_notes(community, pair_id)
    for session in community.sessions_of(pair_id):
        if session.note.status in SHOWN and latest[first_note(session)] == session.id:
            yield session


def _sessions(
    community: Community, program: ProgramId, translator: Translator
) -> Iterator[CalendarEvent]:
    for pair_id in community.pairs_of_program.get(program, ()):
        title = translator.text(_title(community, pair_id))
        for session in told_sessions(community, pair_id):
            yield session_event(community, pair_id, session, title)


def session_event(
    community: Community, pair_id: PairId, session: Session, title: str, url: str | None = None
) -> CalendarEvent:
    """A session that has a note, as everybody may know it."""
    start, end = times_of(community, pair_id, session)
    return CalendarEvent(
        session_uid(community, pair_id, first_note(session)),
        edition_of(session),
        start,
        end,
        title,
        url=url,
        is_cancelled=session.note.status in OFF,
    )


def _title(community: Community, pair_id: PairId) -> Message:
    members = community.pairs[pair_id].members
    names = [name for one in members if (name := name_in_pairs(community, one.person))]
    if len(names) < len(members):
        return msg("A session") if _are_peers(community, pair_id) else msg("A mentoring session")
    return titled(community, pair_id, names)


def titled(community: Community, pair_id: PairId, names: Sequence[str]) -> Message:
    """What a session of these people is called; nobody is a mentor in a circle."""
    if _are_peers(community, pair_id):
        return msg("Session of the circle: {names}", names=", ".join(names))
    return msg("Mentoring session: {names}", names=", ".join(names))


def _are_peers(community: Community, pair_id: PairId) -> bool:
    return all(one.role is PairRole.PEER for one in community.pairs[pair_id].members)
