"""What a pair is asked about its sessions."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.model.schedule import awaited_session, reminders_of, unanswered
from telemaco.model.settling import Period
from telemaco.records.layout import PairId
from telemaco.records.note import NoteStatus
from telemaco.reminders.question import Question, pair_key, people_on
from telemaco.reminders.values import CheckInKind, Matter

FIRST_MEETING_DAYS = 7
"""Days after the start by which a pair should have met, before the days of grace."""

Settled = frozenset[Matter]
NOTHING: Settled = frozenset()


def meetings(
    community: Community, pair_id: PairId, today: date, settled: Settled
) -> Iterator[Question]:
    """The first meeting, or the session of the first period that went by without a note."""
    awaited = awaited_session(community, pair_id, today)
    if not has_met(community, pair_id, today):
        first = _first_meeting(community, pair_id, today)
        if first.key.matter not in settled:
            yield _waiting(first, awaited)
            return
    after = _settled_until(settled)
    for period in unanswered(community, pair_id, today):
        if period.first > after:
            yield _waiting(_session(community, pair_id, period, today), awaited)
            return


def _waiting(question: Question, awaited: date | None) -> Question:
    return replace(question, waits_for=awaited) if awaited else question


def _settled_until(settled: Settled) -> date:
    """The last day of which no session is asked for, because somebody settled it."""
    ends = [day for kind, day in settled if kind is CheckInKind.SESSION]
    ends += [
        day + timedelta(days=FIRST_MEETING_DAYS)
        for kind, day in settled
        if kind is CheckInKind.FIRST_MEETING
    ]
    return max(ends, default=date.min)


def _first_meeting(community: Community, pair_id: PairId, today: date) -> Question:
    pair = community.pairs[pair_id]
    grace = reminders_of(community, pair_id).grace_days
    return Question(
        pair_key(pair_id, pair.start, CheckInKind.FIRST_MEETING),
        pair.start + timedelta(days=FIRST_MEETING_DAYS + grace),
        people_on(pair, today),
        msg("You began on {day}. Did you meet for the first time?", day=pair.start),
        msg("They began on {day}, and no note says that they met.", day=pair.start),
    )


def _session(community: Community, pair_id: PairId, period: Period, today: date) -> Question:
    grace = reminders_of(community, pair_id).grace_days
    return Question(
        pair_key(pair_id, period.first, CheckInKind.SESSION),
        period.last + timedelta(days=grace + 1),
        people_on(community.pairs[pair_id], today),
        msg(
            "Did you meet between {first} and {last}? There is no note yet.",
            first=period.first,
            last=period.last,
        ),
        msg("From {first} on no note says whether they met.", first=period.first),
    )


def has_met(community: Community, pair_id: PairId, today: date) -> bool:
    """Whether there is a note by today that is not a plan."""
    return any(
        session.note.status is not NoteStatus.PLANNED
        for session in community.sessions_until(pair_id, today)
    )
