"""When the moments come at which surveys are asked, for a pair and for its program."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import date, timedelta

from telemaco.model.community import Community
from telemaco.model.schedule import breaks_of, end_of, later
from telemaco.records.base import ProgramId
from telemaco.records.layout import PairId
from telemaco.records.note import NoteStatus
from telemaco.records.pair import PairStatus
from telemaco.records.program import Cadence, Moment, ProgramStatus

SURVEY_DAYS = 14
"""Days in which a survey is asked for."""
_DAY = timedelta(days=1)
_MONTH = timedelta(days=30)
_LATE = timedelta(days=14)
"""So long after its program a pair may begin and halve its time on the program's day."""
_LEAST_LEFT = 5
"""A review after a break is asked for while at least one part in so many of the time is left."""
_THREE_MONTHS = Cadence(every=3, unit="month", minutes=None, minimum_sessions=None)
_ASKING = frozenset({ProgramStatus.RUNNING, ProgramStatus.CLOSING, ProgramStatus.COMPLETED})
_GOES_ON = frozenset({PairStatus.CONFIRMED, PairStatus.ACTIVE})
_STATUSES = {
    Moment.END: _GOES_ON | {PairStatus.COMPLETED},
    Moment.EXIT: frozenset({PairStatus.ENDED_EARLY}),
    Moment.PLUS_3_MONTHS: frozenset({PairStatus.COMPLETED}),
}
"""The pairs that are asked; at other moments those that go on."""


def asking(moment: Moment) -> AbstractSet[ProgramStatus]:
    """When a formal program asks the surveys of a moment: the last comes to those archived, too."""
    return _ASKING | {ProgramStatus.ARCHIVED} if moment is Moment.PLUS_3_MONTHS else _ASKING


def is_survey_over(day: date, today: date) -> bool:
    """Whether a survey of a moment on this day is not asked for any more."""
    return day + timedelta(days=SURVEY_DAYS) < today


def moment_of(community: Community, pair_id: PairId, moment: Moment) -> date | None:
    """The day of the moment for a pair; None if it has none, or does not come for this pair."""
    pair = community.pairs[pair_id]
    if pair.status not in _STATUSES.get(moment, _GOES_ON):
        return None
    end = end_of(community, pair_id)
    days: Mapping[Moment, date | None] = {
        Moment.START: pair.start,
        Moment.AFTER_SESSION: _first_session(community, pair_id),
        Moment.DAY_30: pair.start + _MONTH,
        Moment.MIDPOINT: midpoint_of(community, pair_id),
        Moment.END: end,
        Moment.EXIT: end,
        Moment.PLUS_3_MONTHS: later(end, _THREE_MONTHS, 1) if end else None,
    }
    return days.get(moment)


def midpoint_of(community: Community, pair_id: PairId) -> date | None:
    """When the pair looks back: on its midpoint, or the day after a break that reaches over it.

    None where it has no midpoint, or where less than a fifth of its time is left after that break:
    then its closing is near.
    """
    midpoint = midpoint_by_dates(community, pair_id)
    until = midpoint and break_over(community, pair_id, midpoint)
    if midpoint is None or until is None:
        return midpoint
    back, end = until + _DAY, end_of(community, pair_id)
    start = community.pairs[pair_id].start
    is_late = end is not None and (end - back) * _LEAST_LEFT < end - start
    return None if is_late else back


def break_over(community: Community, pair_id: PairId, day: date) -> date | None:
    """The last day of the pair's break that reaches over the day; None if it did not rest then.

    When a break began, no file says: no session was noted from the day to the break's end.
    """
    lasting = [until for until in breaks_of(community, pair_id) if until >= day]
    if not lasting:
        return None
    noted = [
        session.day
        for session in community.sessions_of(pair_id)
        if session.note.status is not NoteStatus.PLANNED
    ]
    over = [until for until in lasting if not any(day <= one <= until for one in noted)]
    return max(over, default=None)


def midpoint_by_dates(community: Community, pair_id: PairId) -> date | None:
    """The midpoint of its program; halfway between its own days if it began late.

    None where the program has none, or where the pair began after it and has no last day.
    """
    program = community.programs.get(pair_id.program)
    if program is None or program.dates.midpoint is None:
        return None
    midpoint, start = program.dates.midpoint, community.pairs[pair_id].start
    end = end_of(community, pair_id)
    is_late = start > program.dates.start + _LATE
    if is_late and end is not None and end > start:
        return start + (end - start) // 2
    return midpoint if start <= midpoint else None


def day_in_program(community: Community, program: ProgramId, moment: Moment) -> date | None:
    """The day of the moment by the dates of the program.

    Of those that its pairs set, the first session and an early end, it is the last that came.
    """
    dates = community.programs[program].dates
    days: Mapping[Moment, date | None] = {
        Moment.START: dates.start,
        Moment.UNMATCHED: dates.start,
        Moment.DAY_30: dates.start + _MONTH,
        Moment.MIDPOINT: dates.midpoint,
        Moment.END: dates.end,
        Moment.PLUS_3_MONTHS: later(dates.end, _THREE_MONTHS, 1) if dates.end else None,
    }
    if moment in days:
        return days[moment]
    pairs = community.pairs_of_program.get(program, ())
    found = (moment_of(community, pair, moment) for pair in pairs)
    return max((day for day in found if day), default=None)


def _first_session(community: Community, pair_id: PairId) -> date | None:
    return next(
        (
            session.day
            for session in community.sessions_of(pair_id)
            if session.note.status is NoteStatus.HELD
        ),
        None,
    )
