"""Which session settles which period of a rhythm, and which periods a break leaves out."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from telemaco.model.community import Session
from telemaco.records.note import NoteStatus

Span = tuple[date, date]
"""The first and the last day of a period."""


class Period(NamedTuple):
    """A stretch of days in which one session is expected; both ends belong to it.

    `answer` is the session that settles it: held, missed, rescheduled or cancelled.
    """

    first: date
    last: date
    answer: Session | None = None

    @property
    def is_kept(self) -> bool:
        """Whether the session took place."""
        return self.answer is not None and self.answer.note.status is NoteStatus.HELD


def settled(
    spans: Iterable[Span], sessions: Sequence[Session], grace: timedelta
) -> Iterator[Period]:
    """The periods with their answers; `sessions` are in the order of their days."""
    days = [session.day for session in sessions]
    place = 0
    taken: set[int] = set()
    for first, last in spans:
        place = bisect_left(days, first, place)
        beyond = bisect_right(days, last + grace, place)
        near = [number for number in range(place, beyond) if number not in taken]
        if near:
            is_one = len(near) == 1
            number = near[0] if is_one else _answer(sessions, near, bisect_right(days, last, place))
            taken.add(number)
            yield Period(first, last, sessions[number])
        else:
            yield Period(first, last)


def settled_round_breaks(
    spans: Sequence[Span], sessions: Sequence[Session], grace: timedelta, breaks: Sequence[date]
) -> tuple[Period, ...]:
    """The periods with their answers, but for those of breaks, of which the last days are given.

    Of breaks that end in the same period the later one counts.
    """
    if not breaks:
        return tuple(settled(spans, sessions, grace))
    latest = {sum(first <= until for first, _ in spans): until for until in sorted(breaks)}
    left = spans
    found: tuple[Period, ...] = ()
    for until in latest.values():
        found = tuple(_settled_round_break(left, sessions, grace, until))
        left = [(period.first, period.last) for period in found]
    return found


def _settled_round_break(
    spans: Sequence[Span], sessions: Sequence[Session], grace: timedelta, until: date
) -> Sequence[Period]:
    """The periods with their answers, but for those of a break; `until` is its last day.

    That day is all the records keep of a break. The periods before the one in which it lies, back
    to the last with a note, are the break. So is that one, unless a note answers it that is not
    needed for the next; where it lies wholly in the break, only a note of its own days does. What
    comes after that period never changes how long the break was.
    """
    over = sum(first <= until for first, _ in spans)
    if not over:
        return list(settled(spans, sessions, grace))
    first, last = spans[over - 1]
    earlier = list(settled(spans[: over - 1], [one for one in sessions if one.day < first], grace))
    while earlier and earlier[-1].answer is None:
        earlier.pop()
    before, after = spans[: len(earlier)], spans[over:]
    rested = list(settled([*before, *after], sessions, grace))
    if until >= last and not any(first <= session.day <= last for session in sessions):
        return rested
    back = list(settled([*before, (first, last), *after], sessions, grace))
    return max(rested, back, key=_answers)


def _answers(periods: Sequence[Period]) -> int:
    return sum(period.answer is not None for period in periods)


def _answer(sessions: Sequence[Session], near: Sequence[int], late: int) -> int:
    """The session that was held, else the last; those after the period only if there is no other.

    `near` are those of the period and of its days of grace, by their number: from `late` on they
    are of the days of grace.
    """
    timely = [number for number in near if number < late] or near
    return next(
        (number for number in timely if sessions[number].note.status is NoteStatus.HELD),
        timely[-1],
    )
