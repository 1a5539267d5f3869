"""Which guide sessions get that are planned ahead, when one before them does not take place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from telemaco.messages import Message, msg
from telemaco.model.agendas import agenda_of
from telemaco.model.community import Community, Session
from telemaco.ports import Sources
from telemaco.records.base import AgendaId
from telemaco.records.layout import PairId, note_path
from telemaco.records.note import NoteStatus
from telemaco.render.session_note import headings_of
from telemaco.usecases.note import Wanted, as_if_held, guide_text
from telemaco.yamltext.changes import Set
from telemaco.yamltext.editing import UneditableError, edit_facts


@dataclass(frozen=True, slots=True)
class MovedUp:
    """A planned session whose guide is another now: its note, its new text, what is told of it."""

    path: str
    text: str
    told: Message


def moved_up(
    community: Community, sources: Sources, off: Wanted, session: Session
) -> Iterator[MovedUp]:
    """The sessions after one that is called off, as far as its guide is theirs now, and so on.

    `off` says whose it is and which day it is now. A guide that somebody chose by hand stays, and
    so does text that somebody wrote below it.
    """
    after = _with(community, off.pair, session, {"status": NoteStatus.CANCELLED})
    ahead = sorted(
        (one for one in community.sessions_of(off.pair) if _is_ahead(one, session)),
        key=lambda one: one.day,
    )
    for one in ahead:
        before, now = (_guide_then(of, off, one) for of in (community, after))
        if one.note.agenda != before or now == before:
            continue
        path = note_path(off.pair, one.id)
        text = _edited((sources.read(path) or b"").decode(), community, off, one, now)
        if text is not None:
            after = _with(after, off.pair, one, {"agenda": now})
            told = msg("The session of {day} gets the guide {guide} now.", day=one.day, guide=now)
            yield MovedUp(path, text, told)


def _is_ahead(one: Session, session: Session) -> bool:
    return one.note.status is NoteStatus.PLANNED and one.day > session.day


def _with(
    community: Community, pair_id: PairId, session: Session, facts: Mapping[str, object]
) -> Community:
    sessions = tuple(
        replace(one, note=one.note.model_copy(update=facts)) if one.id == session.id else one
        for one in community.sessions_of(pair_id)
    )
    return replace(community, sessions={**community.sessions, pair_id: sessions})


def _guide_then(community: Community, off: Wanted, session: Session) -> AgendaId:
    then = replace(off, day=session.day)
    return agenda_of(as_if_held(community, then), off.pair, session.day)


def _edited(
    text: str, community: Community, off: Wanted, session: Session, now: AgendaId
) -> str | None:
    """The note with the guide, and its headings where nobody wrote below those of the former."""
    try:
        edited = edit_facts(text, [Set(("agenda",), now)])
    except UneditableError:
        return None
    then = replace(off, day=session.day)
    former = session.note.agenda
    old = headings_of(guide_text(community, then, former)) if former else ""
    if old and edited.endswith(f"---\n{old}"):
        return edited.removesuffix(old) + headings_of(guide_text(community, then, now))
    return edited
