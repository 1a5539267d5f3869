"""Who came to the sessions of a pair, as far as its notes say."""

from collections.abc import Iterable, Iterator
from datetime import date

from telemaco.model.community import Community, Session
from telemaco.model.standing import members_on
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.layout import PairId
from telemaco.records.note import Attendance, NoteStatus

AWAY = frozenset({Attendance.ABSENT, Attendance.EXCUSED})
"""Whoever a note says nothing else of was there."""


def sessions_with(sessions: Iterable[Session], person: PersonId) -> Iterator[Session]:
    """The sessions that were held and of which no note calls the person absent or excused."""
    return (one for one in sessions if _is_held(one) and not _is_away(one, person))


def has_notes(community: Community, program: ProgramId) -> bool:
    """Whether sessions of the program are noted at all; else nobody can tell who met."""
    pairs = community.pairs_of_program.get(program, ())
    return any(community.sessions_of(pair) for pair in pairs)


def was_never_there(community: Community, pair_id: PairId, person: PersonId, today: date) -> bool:
    """Whether sessions were held while they belonged to the pair, and they came to none of them.

    Whoever says that somebody met, or completed, asks here first. Where no session was noted,
    nobody knows.
    """
    pair = community.pairs[pair_id]
    theirs = [
        session
        for session in community.sessions_of(pair_id)
        if _is_held(session)
        and session.day <= today
        and any(one.person == person for one in members_on(pair, session.day))
    ]
    return bool(theirs) and all(_is_away(session, person) for session in theirs)


def _is_held(session: Session) -> bool:
    return session.note.status is NoteStatus.HELD


def _is_away(session: Session, person: PersonId) -> bool:
    return session.note.attendance.get(person) in AWAY
