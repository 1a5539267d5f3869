"""Whether a pair can meet at certain times: what is refused, and what is only worth a thought."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from telemaco.findings import TelemacoError
from telemaco.meetings.attending import attendees_of, engagements, free_time_of
from telemaco.meetings.days import USUAL_RHYTHM, obstacle_of
from telemaco.meetings.values import Attendee, Engagement, Wish
from telemaco.messages import Message, msg
from telemaco.model.community import Community, Session
from telemaco.model.meetings import Span, clock, moment, span_of
from telemaco.model.schedule import cadence_of, end_of, later, next_open_day, reminders_of
from telemaco.model.wording import STATUSES
from telemaco.records.base import Start
from telemaco.records.layout import PairId, note_path
from telemaco.records.pair import PairStatus

MOST = 60
"""Sessions of a series at most."""

Times = Sequence[tuple[date, Start, int]]
"""The day, the beginning and the minutes of each session."""

_MEETS = frozenset({PairStatus.ACTIVE, PairStatus.CONFIRMED})


def refuse_who_does_not_meet(community: Community, pair_id: PairId) -> None:
    """Raise TelemacoError for a pair that holds no sessions as things stand."""
    pair = community.pairs[pair_id]
    if pair.status is PairStatus.PAUSED and not pair.paused_until:
        raise TelemacoError(
            msg("{pair} rests.", pair=str(pair_id)),
            msg("When it goes on, write status: active into its pair.yaml."),
        )
    if pair.status not in {*_MEETS, PairStatus.PAUSED}:
        raise TelemacoError(
            msg(
                "{pair} does not meet: its status is {status}.",
                pair=str(pair_id),
                status=STATUSES[pair.status],
            ),
            msg("Pairs that are confirmed or active have sessions."),
        )


def days_of_series(
    community: Community, pair_id: PairId, first: date, count: int | None
) -> tuple[date, ...]:
    """The days of a series by the pair's rhythm; None for as many as there are until its end.

    A day that the program keeps quiet gives way to the next one that it does not. Raises
    TelemacoError for a series without end.
    """
    end = end_of(community, pair_id)
    if count is None and end is None:
        raise TelemacoError(
            msg("{pair} has no end to which a series could go.", pair=str(pair_id)),
            msg("Name a number: --series 6."),
        )
    rhythm = cadence_of(community, pair_id) or USUAL_RHYTHM
    quiet = reminders_of(community, pair_id).quiet
    days = [first]
    while len(days) < (count or MOST):
        day = next_open_day(later(first, rhythm, len(days)), quiet)
        if count is None and end and day > end:
            break
        days.append(day)
    return tuple(days)


def refuse_times(
    community: Community,
    pair_id: PairId,
    times: Times,
    today: date,
    moving: Session | None = None,
) -> None:
    """Raise TelemacoError for a time that there is not, that is over, or that is taken."""
    for day, start, minutes in times:
        if day < today:
            raise TelemacoError(msg("{day} is over; today is {today}.", day=day, today=today))
        span = _span(day, start, minutes)
        attendees = attendees_of(community, pair_id, day)
        for one in attendees:
            for other in engagements(
                community, [one.person], (pair_id, moving.id if moving else None)
            ):
                if span.overlaps(other.span):
                    raise _taken(one, other)


def refuse_the_same(community: Community, pair_id: PairId, times: Times, moving: Session) -> None:
    """Raise TelemacoError for a session that is to be moved to the time that it has."""
    for day, start, minutes in times:
        if _span(day, start, minutes) == span_of(community, pair_id, moving):
            raise TelemacoError(
                msg("The session of {day} is planned for that time already.", day=moving.day),
                msg("Nothing has to be moved. Name another time with --on and --at, or --slot."),
            )


def _taken(who: Attendee, by: Engagement) -> TelemacoError:
    day, start = by.session.day, by.session.note.starts
    return TelemacoError(
        msg(
            "{name} has another session at that time: {pair} on {day} at {start}, in {path}.",
            name=who.name,
            pair=str(by.pair),
            day=day,
            start=str(start),
            path=note_path(by.pair, by.session.id),
        ),
        msg(
            "Choose another time, of which the command proposes some without --on; or move the "
            "other session: telemaco meet {pair} --reschedule --session {day}.",
            pair=str(by.pair),
            day=day.isoformat(),
        ),
    )


def cautions_of(
    community: Community, pair_id: PairId, times: Times, moving: Session | None
) -> Iterator[Message]:
    """Who said that they are not free then, and which days are no days to meet."""
    for day, start, minutes in times:
        attendees = attendees_of(community, pair_id, day)
        why = obstacle_of(
            community, pair_id, attendees, Wish(minutes, day, moving.id if moving else None)
        )
        reason = why(day)
        if reason:
            yield msg("{day}: {reason}", day=day, reason=reason)
        span = _span(day, start, minutes)
        for one in attendees:
            if not one.is_silent and not _is_free(community, one, span):
                yield msg(
                    "{name} does not say that they are free on {day} at {time} ({zone}).",
                    name=one.name,
                    day=span.start.astimezone(one.clock).date(),
                    time=f"{span.start.astimezone(one.clock):%H:%M}",
                    zone=one.zone,
                )


def _is_free(community: Community, one: Attendee, span: Span) -> bool:
    day = span.start.date()
    spans = free_time_of(community, one, day, day)
    return any(free.start <= span.start and span.end <= free.end for free in spans)


def _span(day: date, start: Start, minutes: int) -> Span:
    begin = moment(day, start)
    if begin is not None:
        return Span(begin, begin + timedelta(minutes=minutes))
    if clock(start.zone) is None:
        raise TelemacoError(msg('There is no time zone "{zone}".', zone=start.zone))
    hours, minute = divmod(start.minute, 60)
    raise TelemacoError(
        msg(
            "There is no {time} on {day} in {zone}: clocks go forward then.",
            time=f"{hours:02}:{minute:02}",
            day=day,
            zone=start.zone,
        )
    )
