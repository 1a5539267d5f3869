"""Days that lie within the life of a program, of a pair, or after a session."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice

from telemaco.findings import Finding, Location, Severity
from telemaco.messages import msg
from telemaco.model.community import Community, Session
from telemaco.records.base import ProgramId
from telemaco.records.layout import PairId, note_path, pair_path, person_path, program_path
from telemaco.records.note import NoteStatus
from telemaco.records.pair import Pair
from telemaco.records.program import Program
from telemaco.rules.dates import Day
from telemaco.rules.naming import at

_RENAME = msg("Name the file after the right day, or correct start and end in pair.yaml.")
_NOT_TO_TAKE_PLACE = frozenset({NoteStatus.CANCELLED, NoteStatus.RESCHEDULED})


def pairs_within_programs(community: Community) -> Iterator[Finding]:
    """A pair begins while its program runs, and ends by its end."""
    for program_id, pairs in community.pairs_of_program.items():
        program = community.programs.get(program_id)
        if program is None or not _has_sound_dates(program):
            continue
        starts = [community.pairs[pair_id].start for pair_id in pairs]
        if len(starts) > 1 and max(starts) < program.dates.start:
            yield _program_begins_too_late(program_id, program, len(starts))
            continue
        for pair_id in pairs:
            yield from _pair_within_program(pair_id, community.pairs[pair_id], program)


def enrolments_within_programs(community: Community) -> Iterator[Finding]:
    """Nobody joins a program after its end."""
    for person_id, person in community.people.items():
        for position, enrolment in enumerate(person.enrolments):
            program = community.programs.get(enrolment.program)
            if program is None or not _has_sound_dates(program) or enrolment.since is None:
                continue
            if enrolment.since > (program.dates.end or date.max):
                place = at(person_path(person_id), "enrolments", position, "since")
                yield _outside_program(place, "since", enrolment.since, program)


def sessions_within_pairs(community: Community) -> Iterator[Finding]:
    """Sessions take place between a pair's first and last day."""
    for pair_id, sessions in community.sessions.items():
        pair = community.pairs.get(pair_id)
        if pair is None or not _has_sound_days(community, pair_id, pair):
            continue
        start, end = pair.start, pair.end or date.max
        last = last_day(community, pair_id, pair)
        if _begins_after_all(pair, sessions):
            yield _begins_too_late(pair_id, pair, len(sessions))
            continue
        for session in sessions:
            if not start <= session.day <= end and _takes_place(session):
                place = at(note_path(pair_id, session.id))
                yield replace(_outside_pair(place, "session", session.day, pair), hint=_RENAME)
        late = (one for one in sessions if one.day > last and _takes_place(one))
        for session in islice(late, 0 if pair.end else 1):
            yield _after_program(at(note_path(pair_id, session.id)), "session", session.day, last)


def days_within_pairs(community: Community) -> Iterator[Finding]:
    """What a pair did, it did during its life."""
    for pair_id, pair in community.pairs.items():
        if _has_sound_days(community, pair_id, pair) and not _begins_after_all(
            pair, community.sessions_of(pair_id)
        ):
            yield from _days_of_pair(pair_path(pair_id), pair)
            yield from _days_after_all(community, pair_id, pair)


def agreements_within_programs(community: Community) -> Iterator[Finding]:
    """Nobody agrees to anything before a program can be applied for."""
    for pair_id, pair in community.pairs.items():
        program = community.programs.get(pair_id.program)
        if pair.agreement is None or program is None or not _has_sound_dates(program):
            continue
        opening = min(pair.start, program.dates.applications_open or program.dates.start)
        for person, day in pair.agreement.accepted.items():
            if day < opening:
                place = at(pair_path(pair_id), "agreement", "accepted", person)
                yield _outside_program(place, "agreement.accepted", day, program)


def days_after_sessions(community: Community) -> Iterator[Finding]:
    """The next session and the actions come after the session that names them."""
    for pair_id, sessions in community.sessions.items():
        pair = community.pairs.get(pair_id)
        last = last_day(community, pair_id, pair) if pair and not pair.end else date.max
        for session in sessions:
            note = session.note
            if note.next is not None and note.next < session.day:
                yield _before_session(pair_id, session, ("next",), note.next)
            elif note.next is not None and note.next > last:
                place = at(note_path(pair_id, session.id), "next")
                yield _after_program(place, "next", note.next, last)
            for position, action in enumerate(note.actions):
                for key, day in (("due", action.due), ("done_on", action.done_on)):
                    if day is not None and day < session.day:
                        route = ("actions", position, key)
                        yield _before_session(pair_id, session, route, day)


def last_day(community: Community, pair_id: PairId, pair: Pair) -> date:
    """The pair's last day; while it goes on, the day by which it or its program should end.

    The last of all days when nothing tells.
    """
    program = community.programs.get(pair_id.program)
    if pair.end is not None:
        return pair.end
    if program is None or program.dates.end is None or not _has_sound_dates(program):
        return date.max
    return max(program.dates.end, pair.expected_end or program.dates.end)


def _program_begins_too_late(program_id: ProgramId, program: Program, count: int) -> Finding:
    return Finding(
        "outside-program",
        at(program_path(program_id), "dates", "start"),
        msg(
            "start: {day} is after the first day of all {count} pairs",
            day=program.dates.start,
            count=count,
        ),
        msg("Write the day on which the program began."),
    )


def _pair_within_program(pair_id: PairId, pair: Pair, program: Program) -> Iterator[Finding]:
    if not _is_in_order(pair):
        return
    if not _begins_within(pair, program):
        yield _outside_program(at(pair_path(pair_id), "start"), "start", pair.start, program)
    else:
        yield from _outlives(pair_id, pair, program.dates.end)


def _takes_place(session: Session) -> bool:
    return session.note.status not in _NOT_TO_TAKE_PLACE


def _has_sound_dates(program: Program) -> bool:
    return program.dates.start <= (program.dates.end or date.max)


def _begins_within(pair: Pair, program: Program) -> bool:
    return program.dates.start <= pair.start <= (program.dates.end or date.max)


def _has_sound_days(community: Community, pair_id: PairId, pair: Pair) -> bool:
    """Whether nothing is wrong with the pair's own days, by which others are judged."""
    program = community.programs.get(pair_id.program)
    return _is_in_order(pair) and (
        program is None or not _has_sound_dates(program) or _begins_within(pair, program)
    )


def _is_in_order(pair: Pair) -> bool:
    return pair.start <= min(pair.end or date.max, pair.expected_end or date.max)


def _begins_after_all(pair: Pair, sessions: Sequence[Session]) -> bool:
    """Whether the first day is the slip, and not the days of several sessions."""
    return len(sessions) > 1 and sessions[-1].day < pair.start


def _begins_too_late(pair_id: PairId, pair: Pair, count: int) -> Finding:
    return Finding(
        "outside-pair",
        at(pair_path(pair_id), "start"),
        msg("start: {day} is after all {count} sessions of the pair", day=pair.start, count=count),
        msg("Write the day on which the pair began."),
    )


def _outside_program(place: Location, key: str, day: date, program: Program) -> Finding:
    first, last = program.dates.start, program.dates.end
    message = (
        msg(
            "{key}: {day} is before {first}, the program's first day", key=key, day=day, first=first
        )
        if day < first
        else msg(
            "{key}: {day} is after {last}, the program's end", key=key, day=day, last=last or ""
        )
    )
    hint = msg("Correct the day here, or the dates in the program's file.")
    return Finding("outside-program", place, message, hint)


def _outlives(pair_id: PairId, pair: Pair, last: date | None) -> Iterator[Finding]:
    days = (
        ("end", pair.end),
        ("expected_end", pair.expected_end),
        ("paused_until", pair.paused_until),
    )
    for key, day in days:
        if last is not None and day is not None and day > last:
            yield _after_program(at(pair_path(pair_id), key), key, day, last)


def _after_program(place: Location, key: str, day: date, last: date) -> Finding:
    return Finding(
        "pair-outlives-program",
        place,
        msg("{key}: {day} is after {last}, the program's end", key=key, day=day, last=last),
        msg("Correct the day if it is a slip; a pair may go on if it wants to."),
        Severity.WARNING,
    )


def _days_of_pair(path: str, pair: Pair) -> Iterator[Finding]:
    days: list[Day] = []
    for place, member in enumerate(pair.members):
        if member.start is not None or member.end is not None:
            days.append((("members", place, "from"), member.start))
            days.append((("members", place, "until"), member.end))
    days += _aims(pair) + _deeds(pair)
    for route, day in days:
        if day is not None and day < pair.start:
            yield _outside_pair(at(path, *route), str(route[-1]), day, pair)
    if pair.closing and not pair.start <= pair.closing.on <= (pair.end or date.max):
        yield _outside_pair(at(path, "closing", "on"), "closing.on", pair.closing.on, pair)


def _days_after_all(community: Community, pair_id: PairId, pair: Pair) -> Iterator[Finding]:
    """What was done after the pair's end, or is to be done after its program's."""
    path, last = pair_path(pair_id), last_day(community, pair_id, pair)
    days = _deeds(pair) if pair.end else _aims(pair) + _deeds(pair)
    for route, day in days:
        if day is not None and day > last:
            place, key = at(path, *route), str(route[-1])
            yield (
                _outside_pair(place, key, day, pair)
                if pair.end
                else _after_program(place, key, day, last)
            )


def _aims(pair: Pair) -> list[Day]:
    """The days by which something is to be done."""
    days: list[Day] = [(("goals", place, "due"), goal.due) for place, goal in enumerate(pair.goals)]
    if pair.agreement is not None:
        days.append((("agreement", "review_on"), pair.agreement.review_on))
    return days


def _deeds(pair: Pair) -> list[Day]:
    """The days on which something was done."""
    ratings: Iterator[Day] = (
        (("goals", place, "ratings", turn, "on"), rating.on)
        for place, goal in enumerate(pair.goals)
        for turn, rating in enumerate(goal.ratings)
    )
    milestones: Iterator[Day] = (
        (("milestones", place, "done_on"), done.done_on)
        for place, done in enumerate(pair.milestones)
    )
    return [*ratings, *milestones]


def _outside_pair(place: Location, key: str, day: date, pair: Pair) -> Finding:
    message = (
        msg(
            "{key}: {day} is before {start}, the pair's first day",
            key=key,
            day=day,
            start=pair.start,
        )
        if day < pair.start
        else msg(
            "{key}: {day} is after {end}, the pair's last day", key=key, day=day, end=pair.end or ""
        )
    )
    hint = msg("Correct the day, or start and end in the pair's file.")
    return Finding("outside-pair", place, message, hint)


def _before_session(
    pair_id: PairId, session: Session, route: tuple[str | int, ...], day: date
) -> Finding:
    return Finding(
        "before-session",
        at(note_path(pair_id, session.id), *route),
        msg(
            "{key}: {day} is before {session}, the day of the session",
            key=str(route[-1]),
            day=day,
            session=session.day,
        ),
        msg("Correct the day here. The session's day is the name of the file."),
    )
