"""What is asked of a pair, or of the coordinators about it."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

from telemaco.messages import msg, msg_n
from telemaco.model.community import Community
from telemaco.model.schedule import (
    Period,
    actions_of,
    awaited_session,
    cadence_of,
    end_of,
    reminders_of,
    unanswered,
)
from telemaco.model.standing import unconfirmed
from telemaco.records.base import PersonId
from telemaco.records.layout import PairId, run_of
from telemaco.records.note import NoteStatus
from telemaco.records.pair import Pair, PairStatus
from telemaco.records.program import Program
from telemaco.reminders.question import ALIVE, RUNNING, Question
from telemaco.reminders.values import CheckInKey, CheckInKind

FIRST_MEETING_DAYS = 7
"""Days after the start by which a pair should have met, before the days of grace."""
PROPOSED_DAYS = 7
"""Days in which a proposed pair should be confirmed."""
MIDPOINT_DAYS = 14
"""Days before the midpoint from which on a session counts as its review."""
MIDPOINT_LASTS_DAYS = 28
"""Days after the midpoint on which its review is still asked for."""


def of_pair(community: Community, pair_id: PairId, today: date) -> Iterator[Question]:
    """What a pair is asked; nothing in programs without a rhythm, but to confirm a proposal.

    Once its last day is over, a pair is asked for its closing words and nothing else.
    """
    program = community.programs.get(pair_id.program)
    pair = community.pairs[pair_id]
    if program is None:
        return
    if pair.status is PairStatus.PROPOSED and program.status in ALIVE:
        yield _proposed(pair_id, pair)
    if program.status not in RUNNING or cadence_of(community, pair_id) is None:
        return
    is_away = pair.paused_until is not None and pair.paused_until >= today
    if is_away or pair.status not in {PairStatus.ACTIVE, PairStatus.CONFIRMED}:
        return
    end = end_of(community, pair_id)
    if end is not None and end <= today:
        yield from _final(pair_id, pair, end, today)
    if end is None or end >= today:
        yield from _meeting(community, pair_id, today)
        yield from _midpoint(community, pair_id, program, today)
        yield from _agreement(pair_id, pair, today)
        yield from _milestones(community, pair_id, program, today)
        yield from _actions(community, pair_id, today)


def _key(pair_id: PairId, period: date, kind: CheckInKind) -> CheckInKey:
    return CheckInKey(pair_id.program, pair_id.pair, period, kind)


def _members(pair: Pair, today: date) -> tuple[PersonId, ...]:
    """Who belongs to the pair today."""
    return tuple(
        member.person
        for member in pair.members
        if (member.start or today) <= today <= (member.end or today)
    )


def _proposed(pair_id: PairId, pair: Pair) -> Question:
    """What is asked of those who have not confirmed; once all have, of the coordinators."""
    proposed_on = pair.start
    run = run_of(pair.match.receipt) if pair.match else None
    if run:
        proposed_on = min(proposed_on, run[0])
    key = _key(pair_id, proposed_on, CheckInKind.PROPOSED_PAIR)
    due = proposed_on + timedelta(days=PROPOSED_DAYS)
    left = unconfirmed(pair)
    if not left:
        agreed = msg("Everybody in the pair has confirmed it: set its status to confirmed.")
        return Question(key, due, (), agreed, agreed)
    return Question(
        key,
        due,
        left,
        msg("You were proposed to each other on {day}. Do you agree?", day=proposed_on),
        msg(
            "They were proposed to each other on {day}. Not confirmed yet by {people}.",
            day=proposed_on,
            people=", ".join(left),
        ),
    )


def _meeting(community: Community, pair_id: PairId, today: date) -> Iterator[Question]:
    """The first meeting, or the session of the first period that went by without a note."""
    if awaited_session(community, pair_id, today):
        return
    open_periods = unanswered(community, pair_id, today)
    if not any(
        session.day <= today and session.note.status is not NoteStatus.PLANNED
        for session in community.sessions_of(pair_id)
    ):
        yield _first_meeting(community, pair_id, today)
    elif open_periods:
        yield _session(community, pair_id, open_periods[0], today)


def _first_meeting(community: Community, pair_id: PairId, today: date) -> Question:
    pair = community.pairs[pair_id]
    grace = reminders_of(community, pair_id).grace_days
    return Question(
        _key(pair_id, pair.start, CheckInKind.FIRST_MEETING),
        pair.start + timedelta(days=FIRST_MEETING_DAYS + grace),
        _members(pair, today),
        msg("You began on {day}. Did you meet for the first time?", day=pair.start),
        msg("They began on {day}, and no note says that they met.", day=pair.start),
    )


def _session(community: Community, pair_id: PairId, period: Period, today: date) -> Question:
    grace = reminders_of(community, pair_id).grace_days
    return Question(
        _key(pair_id, period.first, CheckInKind.SESSION),
        period.last + timedelta(days=grace + 1),
        _members(community.pairs[pair_id], today),
        msg(
            "Did you meet between {first} and {last}? No note says so.",
            first=period.first,
            last=period.last,
        ),
        msg("From {first} on no note says whether they met.", first=period.first),
    )


def _final(pair_id: PairId, pair: Pair, end: date, today: date) -> Iterator[Question]:
    if pair.closing is None:
        yield Question(
            _key(pair_id, end, CheckInKind.FINAL_FEEDBACK),
            end,
            _members(pair, min(end, today)),
            msg("Your time together ended on {day}. How was it, and what comes next?", day=end),
            msg("Their time together ended on {day}, without a word on how it was.", day=end),
        )


def _midpoint(
    community: Community, pair_id: PairId, program: Program, today: date
) -> Iterator[Question]:
    midpoint = program.dates.midpoint
    pair = community.pairs[pair_id]
    if midpoint is None or pair.start > midpoint:
        return
    if not midpoint <= today <= midpoint + timedelta(days=MIDPOINT_LASTS_DAYS):
        return
    is_reviewed = any(
        session.note.status is NoteStatus.HELD
        and session.note.agenda is not None
        and "midpoint" in session.note.agenda
        and midpoint - timedelta(days=MIDPOINT_DAYS) <= session.day <= today
        for session in community.sessions_of(pair_id)
    )
    if not is_reviewed:
        yield Question(
            _key(pair_id, midpoint, CheckInKind.MIDPOINT_FEEDBACK),
            midpoint,
            _members(pair, today),
            msg("Half of your time is over. What goes well, and what should change?"),
            msg("Half of their time is over, and no session looked back on it."),
        )


def _agreement(pair_id: PairId, pair: Pair, today: date) -> Iterator[Question]:
    review = pair.agreement.review_on if pair.agreement else None
    if review is not None and review <= today:
        yield Question(
            _key(pair_id, review, CheckInKind.AGREEMENT),
            review,
            _members(pair, today),
            msg("You wanted to look at your agreement again on {day}.", day=review),
            msg("They wanted to look at their agreement again on {day}.", day=review),
        )


def _milestones(
    community: Community, pair_id: PairId, program: Program, today: date
) -> Iterator[Question]:
    """One question for the milestones of a day, the oldest first."""
    pair = community.pairs[pair_id]
    done = {milestone.id for milestone in pair.milestones}
    grace = reminders_of(community, pair_id).grace_days
    late = sorted(
        (pair.start + timedelta(days=milestone.after_days + grace), milestone.id)
        for milestone in program.milestones
        if milestone.id not in done
    )
    for due, together in groupby(late, key=lambda item: item[0]):
        if due <= today:
            names = [name for _, name in together]
            yield Question(
                _key(pair_id, due, CheckInKind.MILESTONE),
                due,
                _members(pair, today),
                msg_n(
                    "Is the milestone {milestones} reached?",
                    "Are the milestones {milestones} reached?",
                    len(names),
                    milestones=", ".join(names),
                ),
                msg_n(
                    "The milestone {milestones} was to be reached by {day}.",
                    "The milestones {milestones} were to be reached by {day}.",
                    len(names),
                    milestones=", ".join(names),
                    day=due - timedelta(days=grace),
                ),
            )


def _actions(community: Community, pair_id: PairId, today: date) -> Iterator[Question]:
    """The actions that have been overdue the longest, together when they share a day."""
    grace = timedelta(days=reminders_of(community, pair_id).grace_days)
    overdue = [
        (action.due, action)
        for action in actions_of(community, pair_id, today)
        if action.done_on is None and action.due is not None and action.due + grace < today
    ]
    if not overdue:
        return
    due = min(day for day, _ in overdue)
    actions = [action for day, action in overdue if day == due]
    members = _members(community.pairs[pair_id], today)
    owners = {action.owner for action in actions}
    asked = tuple(member for member in members if member in owners)
    text = "; ".join(action.text for action in actions)
    yield Question(
        _key(pair_id, due, CheckInKind.ACTION),
        due + grace + timedelta(days=1),
        asked if len(owners) == 1 and asked else members,
        msg("What became of this: {action}", action=text),
        msg("To be done by {day}: {action}", day=due, action=text),
    )
