"""What a note says of a session that was held is whole and agrees with itself."""

from collections.abc import Iterator

from telemaco.findings import Finding, Severity
from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.records.layout import note_path
from telemaco.records.note import Attendance, Note, NoteStatus
from telemaco.rules.naming import at

_THERE = frozenset({Attendance.PRESENT, Attendance.LATE})
_WRITTEN = "written"
_EXAMPLE = "minutes: 60, attendance: {ada: present}"


def whole_notes(community: Community) -> Iterator[Finding]:
    """A session that was held says how long it took and who came, unless it was in writing."""
    for pair_id, sessions in community.sessions.items():
        for session in sessions:
            note = session.note
            if note.attendance and note.minutes is not None:
                continue
            if note.status is NoteStatus.HELD and note.mode != _WRITTEN:
                yield Finding(
                    "session-incomplete",
                    at(note_path(pair_id, session.id), "status"),
                    msg("status: held, but {missing}", missing=_missing(note)),
                    msg("Add what you know, e.g. {example}.", example=_EXAMPLE),
                    Severity.WARNING,
                )


def somebody_came(community: Community) -> Iterator[Finding]:
    """A session that was held had somebody in it."""
    for pair_id, sessions in community.sessions.items():
        pair = community.pairs.get(pair_id)
        for session in sessions:
            note = session.note
            if note.status is not NoteStatus.HELD or not note.attendance:
                continue
            is_known_of_all = pair is None or len(note.attendance) >= len(pair.members)
            if is_known_of_all and _THERE.isdisjoint(note.attendance.values()):
                yield Finding(
                    "held-by-nobody",
                    at(note_path(pair_id, session.id), "status"),
                    msg("status: held, but attendance says that nobody was there"),
                    msg("Write status: missed, or correct the attendance."),
                )


def _missing(note: Note) -> Message:
    if note.attendance:
        return msg("minutes is missing")
    if note.minutes is not None:
        return msg("attendance is missing")
    return msg("minutes and attendance are missing")
