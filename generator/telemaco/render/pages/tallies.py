"""The public figures of pairs: sums that name nobody and judge nobody."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from telemaco.messages import Message, msg
from telemaco.model.community import Community, Session
from telemaco.records.layout import PairId
from telemaco.records.note import NoteStatus
from telemaco.records.pair import PairStatus

_MONTHS = 12
_MINUTES_AN_HOUR = 60

# A reader learns how many pairs came to an end, not how many gave up.
_STATES: Sequence[tuple[Message, frozenset[PairStatus]]] = (
    (msg("About to begin"), frozenset({PairStatus.CONFIRMED})),
    (msg("Meeting"), frozenset({PairStatus.ACTIVE})),
    (msg("Taking a break"), frozenset({PairStatus.PAUSED})),
    (msg("Ended"), frozenset({PairStatus.COMPLETED, PairStatus.ENDED_EARLY})),
)


@dataclass(frozen=True, slots=True)
class Month:
    """The sessions of a month: held, and planned but not held."""

    first_day: date
    held: int
    not_held: int


@dataclass(frozen=True, slots=True)
class Tally:
    """What pairs did together; `people` counts each of their members once."""

    people: int
    pairs: int
    held: int
    hours: int
    goals: int
    goals_reached: int
    states: tuple[tuple[Message, int], ...]
    months: tuple[Month, ...]


def tally(community: Community, pair_ids: Iterable[PairId], today: date) -> Tally:
    """The figures of pairs up to a day; months are the last twelve."""
    chosen = tuple(pair_ids)
    pairs = [community.pairs[pair_id] for pair_id in chosen]
    sessions = [
        session
        for pair_id in chosen
        for session in community.sessions_of(pair_id)
        if session.day <= today
    ]
    held = [session for session in sessions if session.note.status is NoteStatus.HELD]
    goals = [goal for pair in pairs for goal in pair.goals if goal.status != "dropped"]
    return Tally(
        people=len({member.person for pair in pairs for member in pair.members}),
        pairs=len(pairs),
        held=len(held),
        hours=sum(session.note.minutes or 0 for session in held) // _MINUTES_AN_HOUR,
        goals=len(goals),
        goals_reached=sum(goal.status == "achieved" for goal in goals),
        states=tuple(
            (label, sum(pair.status in statuses for pair in pairs)) for label, statuses in _STATES
        ),
        months=_months(sessions, today),
    )


def _months(sessions: Sequence[Session], today: date) -> tuple[Month, ...]:
    held: Counter[date] = Counter()
    other: Counter[date] = Counter()
    for session in sessions:
        if session.note.status is NoteStatus.HELD:
            held[session.day.replace(day=1)] += 1
        elif session.note.status is not NoteStatus.PLANNED:
            other[session.day.replace(day=1)] += 1
    firsts = [_earlier(today.replace(day=1), months) for months in reversed(range(_MONTHS))]
    return tuple(Month(first, held[first], other[first]) for first in firsts)


def _earlier(first_day: date, months: int) -> date:
    """The first day of the month so many months before."""
    count = first_day.year * 12 + first_day.month - 1 - months
    return date(count // 12, count % 12 + 1, 1)
