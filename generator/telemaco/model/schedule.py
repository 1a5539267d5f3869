"""When the sessions of a pair are expected: the arithmetic of rhythms, in days.

A rhythm cuts the time of a pair into periods, one session each (`telemaco.model.settling`). While a
pair rests, by its own break or by that of somebody it needs (`telemaco.model.breaks`), nobody is
asked. A single session (a flash program) is one period.
"""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from telemaco.model.breaks import short_until
from telemaco.model.community import Community, Session
from telemaco.model.settling import Period, Span, settled, settled_round_breaks
from telemaco.records.layout import PairId
from telemaco.records.note import Action, NoteStatus
from telemaco.records.program import Cadence, ProgramKind
from telemaco.records.reminders import DateRange, Quiet, Reminders

_DAY = timedelta(days=1)
_MONTHS = 12
_QUIET_SEARCH_DAYS = 366
_TWO_WEEKS = Cadence(every=2, unit="week", minutes=None, minimum_sessions=None)


def cadence_of(community: Community, pair_id: PairId) -> Cadence | None:
    """The rhythm of a pair: its own, else its program's."""
    own = community.pairs[pair_id].cadence
    program = community.programs.get(pair_id.program)
    return own or (program.cadence if program else None)


def reminders_of(community: Community, pair_id: PairId) -> Reminders:
    """How reminders behave for a pair: as its program says, else the community."""
    program = community.programs.get(pair_id.program)
    return (program and program.reminders) or community.settings.reminders or Reminders()


def end_of(community: Community, pair_id: PairId) -> date | None:
    """The last day of a pair: its end, else the end that is expected, else the program's."""
    pair = community.pairs[pair_id]
    program = community.programs.get(pair_id.program)
    return pair.end or pair.expected_end or (program.dates.end if program else None)


def periods(community: Community, pair_id: PairId, today: date) -> tuple[Period, ...]:
    """The periods that began by today, each with the session that settles it.

    Every session settles one period: the first that has none, if the session lies in its
    days or in the days of grace after it. Without a rhythm there are no periods.
    """
    cadence = cadence_of(community, pair_id)
    if cadence is None:
        return ()
    pair = community.pairs[pair_id]
    last = min(today, end_of(community, pair_id) or today)
    grace = timedelta(days=reminders_of(community, pair_id).grace_days)
    sessions = [
        session
        for session in community.sessions_until(pair_id, today)
        if session.note.status is not NoteStatus.PLANNED
    ]
    spans = list(_spans(cadence, pair.start, last))
    if is_single(community, pair_id):
        found = settled(spans[:1], sessions, today - pair.start)
        rests = is_resting(community, pair_id, pair.start)
        return tuple(period for period in found if period.answer or not rests)
    return settled_round_breaks(spans, sessions, grace, breaks_of(community, pair_id))


def rests_until(community: Community, pair_id: PairId) -> date | None:
    """The last day of the pair's latest break: its own, or that of members whom it needs."""
    return max(breaks_of(community, pair_id), default=None)


def is_resting(community: Community, pair_id: PairId, day: date) -> bool:
    """Whether the break of the pair, or of members whom it needs, is not over before the day."""
    until = rests_until(community, pair_id)
    return until is not None and until >= day


def breaks_of(community: Community, pair_id: PairId) -> Sequence[date]:
    """The last days of the pair's breaks: of its own, and of that of members whom it needs."""
    own = community.pairs[pair_id].paused_until
    members = short_until(community, pair_id, end_of(community, pair_id))
    return [day for day in (own, members) if day]


def is_single(community: Community, pair_id: PairId) -> bool:
    """Whether the pair meets once and no more, as those of a flash program do."""
    program = community.programs.get(pair_id.program)
    return program is not None and program.kind is ProgramKind.FLASH


def periods_left(community: Community, pair_id: PairId, today: date) -> int:
    """How many periods are not over on the day, up to the pair's last day; one of no rhythm.

    None once the last day is past. Where the pair has no last day: those of today.
    """
    cadence, end = cadence_of(community, pair_id), end_of(community, pair_id) or today
    if end < today:
        return 0
    if cadence is None:
        return 1
    spans = _spans(cadence, community.pairs[pair_id].start, end)
    return sum(last >= today for _, last in spans)


def unanswered(
    community: Community, pair_id: PairId, today: date, spans: Sequence[Period] | None = None
) -> Sequence[Period]:
    """The periods since the latest note that went by, grace and all; oldest first.

    A period in whose days a note lies is never among them, even where the note settles the
    period before. None is until a rhythm and the days of grace have passed since the latest
    note. `spans` are the pair's periods, where they have been worked out.
    """
    cadence = cadence_of(community, pair_id)
    if cadence is None:
        return []
    by = today - timedelta(days=reminders_of(community, pair_id).grace_days)
    latest = _latest_note(community, pair_id, today)
    if _is_on_track(community.pairs[pair_id].start, cadence, by, latest):
        return []
    known = periods(community, pair_id, today) if spans is None else spans
    return [
        period
        for period in known
        if period.answer is None and period.first > latest and period.last < by
    ]


def _latest_note(community: Community, pair_id: PairId, today: date) -> date:
    """The day of the latest note by today that is not a plan; the first of all days if none is."""
    return next(
        (
            session.day
            for session in reversed(community.sessions_until(pair_id, today))
            if session.note.status is not NoteStatus.PLANNED
        ),
        date.min,
    )


def _is_on_track(start: date, cadence: Cadence, by: date, latest: date) -> bool:
    """Whether it is plain that nothing is unanswered, without working the periods out.

    So it is when no period ended before `by`, when the latest note is of the last that did or of
    a later one, and when less than a rhythm lies between that note and `by`.
    """
    gone_by = _gone_by(start, cadence, by)
    return (
        gone_by <= 0
        or latest >= later(start, cadence, gone_by - 1)
        or later(latest, cadence, 1) >= by
    )


def _gone_by(start: date, cadence: Cadence, day: date) -> int:
    """How many periods ended before a day; negative for a day before the start."""
    if cadence.unit == "week":
        return (day - start).days // (7 * cadence.every)
    months = (day.year - start.year) * _MONTHS + day.month - start.month
    number = months // cadence.every
    return number if later(start, cadence, number) <= day else number - 1


def next_session(sessions: Sequence[Session], today: date) -> date | None:
    """The first day that is planned, from today on; else the one that the last note names."""
    planned = None
    for session in reversed(sessions):
        if session.day < today:
            break
        if session.note.status is NoteStatus.PLANNED:
            planned = session.day
    if planned is not None:
        return planned
    named = next((one.note.next for one in reversed(sessions) if one.note.next), None)
    return named if named and named >= today else None


def awaited_session(community: Community, pair_id: PairId, today: date) -> date | None:
    """The next session, if it is near enough to wait for: at most one period ahead."""
    cadence = cadence_of(community, pair_id)
    day = next_session(community.sessions_of(pair_id), today)
    is_near = day is not None and (cadence is None or day <= later(today, cadence, 1))
    return day if is_near else None


def is_last_session(community: Community, pair_id: PairId, day: date) -> bool:
    """Whether a session on the day is the pair's last: no other fits in before the pair ends.

    Where there is no rhythm, those of the last two weeks are.
    """
    end = end_of(community, pair_id)
    following = later(day, cadence_of(community, pair_id) or _TWO_WEEKS, 1)
    return end is not None and following > end


def actions_of(community: Community, pair_id: PairId, today: date) -> Sequence[Action]:
    """What members took on in the notes up to today, in the order of the notes."""
    return [
        action
        for session in community.sessions_until(pair_id, today)
        for action in session.note.actions
    ]


def _spans(cadence: Cadence, start: date, last: date) -> Iterator[Span]:
    """The first and the last day of each period that began by a day."""
    if cadence.unit == "week":
        length = timedelta(weeks=cadence.every)
        for first in map(
            date.fromordinal, range(start.toordinal(), last.toordinal() + 1, length.days)
        ):
            yield first, first + length - _DAY
        return
    number = 0
    first = start
    while first <= last:
        number += 1
        following = later(start, cadence, number)
        yield first, following - _DAY
        first = following


def later(start: date, cadence: Cadence, number: int) -> date:
    """The start moved by so many periods; a month without that day ends earlier."""
    if cadence.unit == "week":
        return start + timedelta(weeks=cadence.every * number)
    months = start.year * _MONTHS + start.month - 1 + cadence.every * number
    year, month = divmod(months, _MONTHS)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def next_open_day(day: date, quiet: Sequence[Quiet]) -> date:
    """The day itself, or the first after it that is not quiet; the day if all are."""
    for ahead in range(_QUIET_SEARCH_DAYS):
        candidate = day + timedelta(days=ahead)
        if not any(_is_within(candidate, part) for part in quiet):
            return candidate
    return day


def _is_within(day: date, quiet: Quiet) -> bool:
    if isinstance(quiet, DateRange):
        return quiet.first <= day <= quiet.last
    return day.weekday() == quiet.number
