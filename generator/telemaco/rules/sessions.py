"""What a note says of a session that was held is whole and agrees with itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from telemaco.findings import Finding, Severity
from telemaco.messages import Choices, Message, msg
from telemaco.model.community import Community, Session
from telemaco.model.meetings import Span, span_of
from telemaco.model.standing import members_on
from telemaco.records.base import PersonId
from telemaco.records.layout import PairId, note_path, pair_path
from telemaco.records.note import Attendance, Note, NoteStatus
from telemaco.records.pair import Member, Pair
from telemaco.rules.naming import at, at_key

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


def members_of_the_day(community: Community) -> Iterator[Finding]:
    """Whoever is called present belonged to the pair on the day of the session."""
    for pair_id, sessions in community.sessions.items():
        pair = community.pairs.get(pair_id)
        if pair is None or not any(one.start or one.end for one in pair.members):
            continue
        everybody = {one.person for one in pair.members}
        for session in sessions:
            there = {who for who, mark in session.note.attendance.items() if mark in _THERE}
            belonging = {one.person for one in members_on(pair, session.day)}
            for person in sorted((there & everybody) - belonging):
                yield _outside(pair_id, pair, session, person)


def _outside(pair_id: PairId, pair: Pair, session: Session, person: PersonId) -> Finding:
    return Finding(
        "outside-membership",
        at_key(note_path(pair_id, session.id), "attendance", person),
        msg(
            "{person} was there on {day}, and {path} says {when}: the session does not count for "
            "them",
            person=person,
            day=session.day,
            path=pair_path(pair_id),
            when=_times(one for one in pair.members if one.person == person),
        ),
        msg(
            "Correct from: or until: in {path}, or take the name out here.", path=pair_path(pair_id)
        ),
        Severity.WARNING,
    )


def _times(lines: Iterable[Member]) -> Choices:
    """From when and until when somebody belongs to a pair, in the words of its file."""
    return Choices(
        tuple(
            " ".join(
                f"{key}: {day}" for key, day in (("from", one.start), ("until", one.end)) if day
            )
            for one in lines
        )
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


def clashes(community: Community) -> Iterator[Finding]:
    """Nobody has two sessions planned for the same time."""
    for earlier, later in _overlapping(community):
        who = _in_both(community, earlier, later)
        if who:
            yield Finding(
                "session-clash",
                at(note_path(later.pair, later.session.id), "starts"),
                msg(
                    "{person} has another session at that time: {path}",
                    person=who,
                    path=note_path(earlier.pair, earlier.session.id),
                ),
                msg(
                    "Move one of the two: telemaco meet {pair} --reschedule.", pair=str(later.pair)
                ),
                Severity.WARNING,
            )


@dataclass(frozen=True, slots=True)
class _Planned:
    span: Span
    pair: PairId
    session: Session


def _overlapping(community: Community) -> Iterator[tuple[_Planned, _Planned]]:
    """Planned sessions of which the second begins before the first is over."""
    running: list[_Planned] = []
    for one in sorted(
        _planned(community), key=lambda one: (one.span.start, one.pair, one.session.id)
    ):
        running = [other for other in running if other.span.overlaps(one.span)]
        yield from ((other, one) for other in running)
        running.append(one)


def _planned(community: Community) -> Iterator[_Planned]:
    for pair_id, sessions in community.sessions.items():
        for session in sessions if pair_id in community.pairs else ():
            if session.note.status is not NoteStatus.PLANNED:
                continue
            span = span_of(community, pair_id, session)
            if span:
                yield _Planned(span, pair_id, session)


def _in_both(community: Community, earlier: _Planned, later: _Planned) -> PersonId | None:
    one, other = (
        {member.person for member in members_on(community.pairs[each.pair], each.session.day)}
        for each in (earlier, later)
    )
    return min(one & other, default=None)


def _missing(note: Note) -> Message:
    if note.attendance:
        return msg("minutes is missing")
    if note.minutes is not None:
        return msg("attendance is missing")
    return msg("minutes and attendance are missing")
