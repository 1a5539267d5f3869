"""Who came to the sessions of a pair, as far as its notes and breaks say."""

from collections.abc import Sequence
from datetime import date

from telemaco.model.community import Community, Session
from telemaco.model.standing import is_member_on
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.layout import PairId
from telemaco.records.note import Attendance, NoteStatus

AWAY = frozenset({Attendance.ABSENT, Attendance.EXCUSED})
"""Whoever a note says nothing else of was there."""


def rests_on(community: Community, person: PersonId, day: date) -> bool:
    """Whether the person is away on a day before `paused_until`, on which they are back."""
    known = community.people.get(person)
    return known is not None and known.paused_until is not None and day < known.paused_until


def held_with(community: Community, pair_id: PairId, person: PersonId) -> Sequence[Session]:
    """The sessions that were held while the person belonged to the pair, whether they came or not.

    They are in the order of time.
    """
    theirs = [one for one in community.pairs[pair_id].members if one.person == person]
    held = [
        session
        for session in community.sessions_of(pair_id)
        if session.note.status is NoteStatus.HELD
    ]
    if any(one.start is None and one.end is None for one in theirs):
        return held
    return [session for session in held if any(is_member_on(one, session.day) for one in theirs)]


def sessions_with(community: Community, pair_id: PairId, person: PersonId) -> Sequence[Session]:
    """The sessions to which the person came: held while they belonged to the pair, and not away.

    Whoever a note does not call absent or excused was there. Whoever rests was not, unless the
    note names them or nobody. The files keep only the day on which a break is over
    (`paused_until`): it began after the last session before it that says that they were there.
    """
    theirs = held_with(community, pair_id, person)
    there = [session for session in theirs if session.note.attendance.get(person) not in AWAY]
    known = community.people.get(person)
    if known is None or known.paused_until is None:
        return there
    before = [
        session.day
        for session in there
        if rests_on(community, person, session.day) and person in session.note.attendance
    ]
    last = max(before, default=date.max)
    return [
        session
        for session in there
        if not (
            session.note.attendance
            and session.day > last
            and rests_on(community, person, session.day)
        )
    ]


def has_notes(community: Community, program: ProgramId) -> bool:
    """Whether sessions of the program are noted at all; else nobody can tell who met."""
    pairs = community.pairs_of_program.get(program, ())
    return any(community.sessions_of(pair) for pair in pairs)


def was_never_there(community: Community, pair_id: PairId, person: PersonId, today: date) -> bool:
    """Whether the pair held sessions, and they came to none of them.

    Whoever says that somebody met, or completed, asks here first. Where no session was noted,
    nobody knows.
    """
    is_noted = any(
        session.note.status is NoteStatus.HELD
        for session in community.sessions_until(pair_id, today)
    )
    return is_noted and not any(
        session.day <= today for session in sessions_with(community, pair_id, person)
    )
