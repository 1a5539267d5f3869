"""What is said of one pair, as of a day."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise

from telemaco.model.community import Community, Session
from telemaco.model.schedule import actions_of, cadence_of, end_of, next_session, periods
from telemaco.model.settling import Period
from telemaco.model.standing import is_current, outcome_of
from telemaco.progress.goals import attainment, attainment_at_start, goals_of, rated
from telemaco.progress.health import health_of
from telemaco.progress.values import PairProgress
from telemaco.records.layout import PairId
from telemaco.records.note import Action, Attendance, NoteStatus
from telemaco.records.pair import PairStatus

_NEVER_BEGAN = frozenset({PairStatus.PROPOSED, PairStatus.CONFIRMED, PairStatus.CANCELLED})
_THERE = frozenset({Attendance.PRESENT, Attendance.LATE})


def pair_progress(community: Community, pair_id: PairId, today: date) -> PairProgress:
    """How a pair gets on: every figure that a page, a table or a reminder needs."""
    sessions = community.sessions_of(pair_id)
    held = [
        session
        for session in community.sessions_until(pair_id, today)
        if session.note.status is NoteStatus.HELD
    ]
    spans = periods(community, pair_id, today)
    finished = _finished(community, pair_id, spans, today)
    goals = goals_of(community, pair_id, today)
    actions = actions_of(community, pair_id, today)
    milestones_done, milestones_overdue = _milestones(community, pair_id, today)
    return PairProgress(
        id=pair_id,
        status=outcome_of(community.pairs[pair_id]),
        sessions=_counts(sessions, today),
        expected=None if finished is None else len(finished),
        kept=None if finished is None else sum(span.is_kept for span in finished),
        streak=_streak(spans, today),
        longest_gap_days=_longest_gap(held),
        last_session=held[-1].day if held else None,
        next_session=next_session(sessions, today),
        minutes=sum(session.note.minutes or 0 for session in held),
        attendance=_attendance(held),
        goals=goals,
        goals_rated=rated(goals),
        attainment=attainment(goals),
        attainment_at_start=attainment_at_start(goals),
        actions_open=sum(action.done_on is None for action in actions),
        actions_overdue=sum(_is_overdue(action, today) for action in actions),
        actions_done=sum(action.done_on is not None for action in actions),
        milestones_done=milestones_done,
        milestones_overdue=milestones_overdue,
        health=health_of(community, pair_id, today, spans),
    )


def _finished(
    community: Community, pair_id: PairId, spans: Sequence[Period], today: date
) -> Sequence[Period] | None:
    """The periods that are over; None when the pair has no rhythm or never began.

    One that the pair's end cuts short counts only if it was kept. Of a pair that is over,
    closed or only past its last day, all periods are: nothing more comes, so that its figures stay
    the same on every later day, and by being closed.
    """
    has_begun = community.pairs[pair_id].status not in _NEVER_BEGAN
    if not has_begun or cadence_of(community, pair_id) is None:
        return None
    end = end_of(community, pair_id) or today
    is_over = end < today or (end == today and not is_current(community.pairs[pair_id]))
    return [
        span
        for span in spans
        if (is_over or span.last < today) and (span.last <= end or span.is_kept)
    ]


def _counts(sessions: Iterable[Session], today: date) -> Counter[NoteStatus]:
    return Counter(
        session.note.status
        for session in sessions
        if session.day <= today or session.note.status is NoteStatus.PLANNED
    )


def _streak(spans: Sequence[Period], today: date) -> int:
    """Periods kept in a row up to today; the one under way counts once it is kept."""
    streak = 0
    for span in reversed(spans):
        if not span.is_kept and span.last >= today:
            continue
        if not span.is_kept:
            break
        streak += 1
    return streak


def _longest_gap(held: Sequence[Session]) -> int | None:
    return max(((later.day - earlier.day).days for earlier, later in pairwise(held)), default=None)


def _attendance(held: Iterable[Session]) -> int | None:
    marks = [mark for session in held for mark in session.note.attendance.values()]
    return round(100 * sum(mark in _THERE for mark in marks) / len(marks)) if marks else None


def _is_overdue(action: Action, today: date) -> bool:
    return action.done_on is None and action.due is not None and action.due < today


def _milestones(community: Community, pair_id: PairId, today: date) -> tuple[int, int]:
    """The program's milestones that the pair reached, and those that are late."""
    program = community.programs.get(pair_id.program)
    pair = community.pairs[pair_id]
    done = {milestone.id for milestone in pair.milestones}
    late = sum(
        milestone.id not in done and pair.start + timedelta(days=milestone.after_days) < today
        for milestone in (program.milestones if program else ())
    )
    return len(done), late
