"""Planned sessions as events for the members themselves: who, when, where, what about."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from telemaco.messages import Message
from telemaco.model.community import Community, Session
from telemaco.model.guides import guide_in
from telemaco.model.meetings import first_note, span_of
from telemaco.model.site import on_site
from telemaco.model.standing import members_on
from telemaco.ports import Translator
from telemaco.records.base import Language
from telemaco.records.layout import PairId
from telemaco.render.calendars import CalendarEvent
from telemaco.render.markdown import sections_of
from telemaco.render.pages.addresses import pair_address
from telemaco.render.session_events import session_event, session_uid, titled

Room = Callable[[str], str | None]
"""Where the members meet, given the event's id."""

_POINTS = 12


@dataclass(frozen=True, slots=True)
class Invitation:
    """A session of a pair and the event that its members get."""

    session: Session
    event: CalendarEvent


def invitations(
    community: Community,
    pair_id: PairId,
    sessions: Iterable[Session],
    room: Room,
    translator: Translator,
) -> Iterator[Invitation]:
    """The events of these sessions: those of the site's calendars, with more in them.

    They name all members and the room, so they are for the members only. What is called off has no
    room.
    """
    url = on_site(community.settings, pair_address(community, pair_id))
    for session in sessions:
        title = translator.text(_title(community, pair_id, session))
        event = session_event(community, pair_id, session, title, url)
        span = span_of(community, pair_id, session)
        uid = session_uid(community, pair_id, first_note(session))
        address = None if event.is_cancelled else room(uid)
        yield Invitation(
            session,
            replace(
                event,
                start=span.start if span else event.start,
                end=span.end if span else None,
                description=_description(community, session, address, translator),
                location=address or "",
                room=address,
            ),
        )


def _title(community: Community, pair_id: PairId, session: Session) -> Message:
    members = members_on(community.pairs[pair_id], session.day)
    known = [community.people[one.person].name for one in members if one.person in community.people]
    return titled(community, pair_id, known)


def _description(
    community: Community, session: Session, room: str | None, translator: Translator
) -> str:
    """The room, and the guide's questions."""
    lines = [room] if room else []
    languages = (Language(translator.language), *community.settings.languages)
    agenda = session.note.agenda
    guide = guide_in(community, agenda, languages) if agenda else None
    if guide:
        points = [point for section in sections_of(guide.body) for point in section.points]
        lines += [guide.agenda.title, *(f"- {point}" for point in points[:_POINTS])]
    return "\n".join(lines)
