"""What there is to ask, before anybody thinks of stages and quiet days."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.model.schedule import (
    cadence_of,
    end_of,
    next_planned,
    periods,
    reminders_of,
    unanswered,
)
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.layout import PairId
from telemaco.records.note import NoteStatus
from telemaco.records.pair import Pair, PairStatus
from telemaco.records.person import EnrolmentStatus, Person
from telemaco.records.program import Program, ProgramStatus, Role
from telemaco.reminders.values import CheckInKey, CheckInKind

FIRST_MEETING_DAYS = 7
"""Days after the start by which a pair should have met, before the days of grace."""
PROPOSED_DAYS = 7
"""Days in which a proposed pair should be confirmed."""
SIGN_UP_DAYS = 7
"""Days in which a sign-up should be answered."""
STILL_AVAILABLE_DAYS = 180
"""Days after which a mentor's file should be confirmed again."""
MIDPOINT_DAYS = 14
"""Days around the midpoint in which a session counts as its review."""

_RUNNING = frozenset({ProgramStatus.RUNNING, ProgramStatus.CLOSING})
_ALIVE = _RUNNING | {ProgramStatus.OPEN, ProgramStatus.MATCHING}
_AVAILABLE = frozenset({EnrolmentStatus.ACCEPTED, EnrolmentStatus.WAITING, EnrolmentStatus.MATCHED})


@dataclass(frozen=True, slots=True)
class Question:
    """Something to ask; `is_for_coordinators` when it is theirs to answer from the start."""

    key: CheckInKey
    due: date
    to: tuple[PersonId, ...]
    text: Message
    is_for_coordinators: bool = False


def of_pair(community: Community, pair_id: PairId, today: date) -> Iterator[Question]:
    """What a pair is asked, the most important first. Nothing in programs without a rhythm."""
    program = community.programs.get(pair_id.program)
    pair = community.pairs[pair_id]
    if program is None:
        return
    if pair.status is PairStatus.PROPOSED and program.status in _ALIVE:
        yield _proposed(pair_id, pair)
    if program.status not in _RUNNING or cadence_of(community, pair_id) is None:
        return
    if pair.status in {PairStatus.ACTIVE, PairStatus.CONFIRMED}:
        yield from _meeting(community, pair_id, today)
        yield from _final(community, pair_id, today)
        yield from _midpoint(community, pair_id, program, today)
        yield from _agreement(pair_id, pair, today)
        yield from _milestones(community, pair_id, program, today)
        yield from _actions(community, pair_id, today)


def of_person(community: Community, person_id: PersonId, today: date) -> Iterator[Question]:
    """What a person, or a coordinator about them, is asked."""
    person = community.people[person_id]
    for enrolment in person.enrolments:
        program = community.programs.get(enrolment.program)
        if program is None or program.status not in _ALIVE:
            continue
        if enrolment.status is EnrolmentStatus.APPLIED:
            since = enrolment.since or person.consent.on
            yield _sign_up(enrolment.program, person_id, person, since)
    yield from _still_available(community, person_id, person, today)


def _key(pair_id: PairId, period: date, kind: CheckInKind) -> CheckInKey:
    return CheckInKey(pair_id.program, pair_id.pair, period, kind)


def _members(pair: Pair, today: date) -> tuple[PersonId, ...]:
    return tuple(
        member.person for member in pair.members if member.end is None or member.end >= today
    )


def _proposed(pair_id: PairId, pair: Pair) -> Question:
    proposed_on = pair.start
    if pair.match:
        proposed_on = min(proposed_on, _day(pair.match.receipt) or proposed_on)
    due = proposed_on + timedelta(days=PROPOSED_DAYS)
    return Question(
        _key(pair_id, proposed_on, CheckInKind.PROPOSED_PAIR),
        due,
        tuple(member.person for member in pair.members),
        msg("You were proposed to each other on {day}. Do you agree?", day=proposed_on),
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _meeting(community: Community, pair_id: PairId, today: date) -> Iterator[Question]:
    """The first meeting, or the session of the first period that went by without a note."""
    open_periods = unanswered(community, pair_id, today)
    pair = community.pairs[pair_id]
    to = _members(pair, today)
    grace = timedelta(days=reminders_of(community, pair_id).grace_days)
    if next_planned(community.sessions_of(pair_id), today):
        return
    if not any(period.answer for period in periods(community, pair_id, today)):
        yield Question(
            _key(pair_id, pair.start, CheckInKind.FIRST_MEETING),
            pair.start + timedelta(days=FIRST_MEETING_DAYS) + grace,
            to,
            msg("You began on {day}. Did you meet for the first time?", day=pair.start),
        )
    elif open_periods:
        first = open_periods[0]
        yield Question(
            _key(pair_id, first.first, CheckInKind.SESSION),
            first.last + grace + timedelta(days=1),
            to,
            msg(
                "Did you meet between {first} and {last}? There is no note.",
                first=first.first,
                last=first.last,
            ),
        )


def _final(community: Community, pair_id: PairId, today: date) -> Iterator[Question]:
    end = end_of(community, pair_id)
    pair = community.pairs[pair_id]
    if end is not None and end <= today and pair.closing is None:
        yield Question(
            _key(pair_id, end, CheckInKind.FINAL_FEEDBACK),
            end,
            _members(pair, today),
            msg("Your time together ended on {day}. How was it, and what comes next?", day=end),
        )


def _midpoint(
    community: Community, pair_id: PairId, program: Program, today: date
) -> Iterator[Question]:
    midpoint = program.dates.midpoint
    pair = community.pairs[pair_id]
    if midpoint is None or pair.start > midpoint:
        return
    around = timedelta(days=MIDPOINT_DAYS)
    is_reviewed = any(
        session.note.status is NoteStatus.HELD
        and session.note.agenda is not None
        and "midpoint" in session.note.agenda
        and abs(session.day - midpoint) <= around
        for session in community.sessions_of(pair_id)
    )
    if not is_reviewed and midpoint <= today:
        yield Question(
            _key(pair_id, midpoint, CheckInKind.MIDPOINT_FEEDBACK),
            midpoint,
            _members(pair, today),
            msg("Half of your time is over. What goes well, and what should change?"),
        )


def _agreement(pair_id: PairId, pair: Pair, today: date) -> Iterator[Question]:
    review = pair.agreement.review_on if pair.agreement else None
    if review is not None and review <= today:
        yield Question(
            _key(pair_id, review, CheckInKind.AGREEMENT),
            review,
            _members(pair, today),
            msg("You wanted to look at your agreement again on {day}.", day=review),
        )


def _milestones(
    community: Community, pair_id: PairId, program: Program, today: date
) -> Iterator[Question]:
    pair = community.pairs[pair_id]
    done = {milestone.id for milestone in pair.milestones}
    grace = reminders_of(community, pair_id).grace_days
    for milestone in program.milestones:
        due = pair.start + timedelta(days=milestone.after_days + grace)
        if milestone.id not in done and due <= today:
            yield Question(
                _key(pair_id, due, CheckInKind.MILESTONE),
                due,
                _members(pair, today),
                msg("Is the milestone {milestone} reached?", milestone=milestone.id),
            )


def _actions(community: Community, pair_id: PairId, today: date) -> Iterator[Question]:
    grace = timedelta(days=reminders_of(community, pair_id).grace_days)
    pair = community.pairs[pair_id]
    overdue = sorted(
        (action.due, action.id, action)
        for session in community.sessions_of(pair_id)
        for action in session.note.actions
        if action.done_on is None and action.due is not None and action.due + grace < today
    )
    if overdue:
        due, _, action = overdue[0]
        yield Question(
            _key(pair_id, due, CheckInKind.ACTION),
            due + grace + timedelta(days=1),
            (action.owner,) if action.owner else _members(pair, today),
            msg("What became of this: {action}", action=action.text),
        )


def _sign_up(program: ProgramId, person_id: PersonId, person: Person, since: date) -> Question:
    return Question(
        CheckInKey(program, person_id, since, CheckInKind.SIGN_UP),
        since + timedelta(days=SIGN_UP_DAYS),
        (),
        msg("{name} applied on {day} and has no answer.", name=person.name, day=since),
        is_for_coordinators=True,
    )


def _still_available(
    community: Community, person_id: PersonId, person: Person, today: date
) -> Iterator[Question]:
    """Asked once, of a mentor who is not paused, for the first of their programs."""
    if person.paused_until is not None and person.paused_until > today:
        return
    confirmed = person.confirmed or person.consent.on
    programs = _programs_as_mentor(community, person)
    for program in programs:
        yield Question(
            CheckInKey(program, person_id, confirmed, CheckInKind.STILL_AVAILABLE),
            confirmed + timedelta(days=STILL_AVAILABLE_DAYS),
            (person_id,),
            msg("Your entry was last confirmed on {day}. Are you still available?", day=confirmed),
        )
        return


def _programs_as_mentor(community: Community, person: Person) -> Iterable[ProgramId]:
    for enrolment in person.enrolments:
        program = community.programs.get(enrolment.program)
        if (
            program is not None
            and program.status in _ALIVE
            and enrolment.role is Role.MENTOR
            and enrolment.status in _AVAILABLE
        ):
            yield enrolment.program
