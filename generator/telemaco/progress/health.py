"""How a pair gets on, with the reason in words and the next step."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import takewhile

from telemaco.messages import Message, msg, msg_n
from telemaco.model.breaks import away_on
from telemaco.model.community import Community
from telemaco.model.schedule import (
    actions_of,
    awaited_session,
    cadence_of,
    end_of,
    is_resting,
    reminders_of,
    rests_until,
    unanswered,
)
from telemaco.model.settling import Period
from telemaco.model.standing import outcome_of, unconfirmed
from telemaco.model.vacancies import lack_of, last_day_whole
from telemaco.progress.values import Health, HealthKind
from telemaco.records.layout import PairId, pair_path
from telemaco.records.note import NoteStatus
from telemaco.records.pair import Pair, PairStatus
from telemaco.records.program import Cadence

_SILENT_PERIODS = 2
_LOST_SESSIONS = 2
_PATIENCE = timedelta(days=7)
_ENDED = {
    PairStatus.COMPLETED: msg("completed"),
    PairStatus.ENDED_EARLY: msg("ended before its time"),
    PairStatus.CANCELLED: msg("did not come about"),
}
_REACHED = msg("completed early, with its goals reached")


def health_of(
    community: Community, pair_id: PairId, today: date, spans: Sequence[Period]
) -> Health:
    """How a pair gets on, as of a day; `spans` are its periods."""
    pair = community.pairs[pair_id]
    outcome = outcome_of(pair)
    if outcome in _ENDED:
        is_early = outcome is not pair.status
        return Health(HealthKind.ENDED, _REACHED if is_early else _ENDED[outcome])
    is_away = is_resting(community, pair_id, today)
    if pair.status is PairStatus.PAUSED or (pair.status is PairStatus.ACTIVE and is_away):
        return _paused(community, pair_id, today)
    if pair.status in {PairStatus.PROPOSED, PairStatus.CONFIRMED} or pair.start > today:
        return _not_started(pair_id, pair, today)
    return _under_way(community, pair_id, today, spans)


def rhythm(cadence: Cadence) -> Message:
    """A rhythm in words."""
    if cadence.unit == "week":
        return msg_n("every week", "every {count} weeks", cadence.every)
    return msg_n("every month", "every {count} months", cadence.every)


def _paused(community: Community, pair_id: PairId, today: date) -> Health:
    pair, until = community.pairs[pair_id], rests_until(community, pair_id)
    if until is None or (pair.status is PairStatus.PAUSED and pair.paused_until is None):
        return Health(
            HealthKind.PAUSED,
            msg("rests, without a date to go on"),
            msg("Ask when it goes on, and write paused_until."),
        )
    if until < today:
        return Health(
            HealthKind.NEEDS_ATTENTION,
            msg("its break ended on {day}", day=until),
            msg(
                "Ask whether it goes on. If so, write status: active in {file}, and keep the line "
                "paused_until; if not yet, write a later day there.",
                file=pair_path(pair_id),
            ),
        )
    if until == pair.paused_until:
        return Health(HealthKind.PAUSED, msg("rests until {day}", day=until))
    away = away_on(community, pair_id, until)
    reason = msg_n(
        "rests until {day}, as {people} is away",
        "rests until {day}, as {people} are away",
        len(away),
        day=until,
        people=", ".join(away),
    )
    return Health(HealthKind.PAUSED, reason)


def _not_started(pair_id: PairId, pair: Pair, today: date) -> Health:
    if pair.status is PairStatus.PROPOSED:
        return _proposed(pair_id, pair)
    if pair.start > today:
        return Health(HealthKind.NOT_STARTED, msg("begins on {day}", day=pair.start))
    return Health(
        HealthKind.NOT_STARTED,
        msg("confirmed, should have begun on {day}", day=pair.start),
        msg(
            "Ask for the first session, and let it begin: telemaco begin {program} {pair}",
            program=pair_id.program,
            pair=pair_id.pair,
        ),
    )


def _proposed(pair_id: PairId, pair: Pair) -> Health:
    left = unconfirmed(pair)
    if not left:
        return Health(
            HealthKind.NOT_STARTED,
            msg("proposed, and everybody has confirmed"),
            msg(
                "Confirm it: telemaco confirm {program} {pair}",
                program=pair_id.program,
                pair=pair_id.pair,
            ),
        )
    return Health(
        HealthKind.NOT_STARTED,
        msg("proposed, waits for confirmation by {people}", people=", ".join(left)),
        msg(
            "Ask, and note who says yes: telemaco confirm {program} --agreed {person}; if nobody "
            "answers, drop it: telemaco close {program} {pair}",
            program=pair_id.program,
            person=left[0],
            pair=pair_id.pair,
        ),
    )


def _under_way(
    community: Community, pair_id: PairId, today: date, spans: Sequence[Period]
) -> Health:
    return (
        _over(community, pair_id, today)
        or _without_somebody(community, pair_id, today)
        or _unanswered(community, pair_id, today, spans)
        or _lost(spans)
        or _unfiled(community, pair_id, today)
        or _overdue_actions(community, pair_id, today)
        or _on_track(community, pair_id, today)
    )


def _over(community: Community, pair_id: PairId, today: date) -> Health | None:
    end = end_of(community, pair_id)
    if end is None or end >= today:
        return None
    step = (
        msg(
            "Move expected_end, or close it: telemaco close {program} {pair}",
            program=pair_id.program,
            pair=pair_id.pair,
        )
        if _last_held(community, pair_id, today)
        else msg(
            "Move expected_end, or end it: telemaco close {program} {pair} --reason no-contact",
            program=pair_id.program,
            pair=pair_id.pair,
        )
    )
    return Health(HealthKind.NEEDS_ATTENTION, msg("should have ended on {day}", day=end), step)


def _without_somebody(community: Community, pair_id: PairId, today: date) -> Health | None:
    pair = community.pairs[pair_id]
    last = last_day_whole(pair)
    if last is None or last >= today:
        return None
    return Health(
        HealthKind.NEEDS_ATTENTION,
        lack_of(pair, last),
        msg(
            "Add somebody to {file} with from:, or close it: telemaco close {program} {pair}",
            file=pair_path(pair_id),
            program=pair_id.program,
            pair=pair_id.pair,
        ),
    )


def _unanswered(
    community: Community, pair_id: PairId, today: date, spans: Sequence[Period]
) -> Health | None:
    cadence = cadence_of(community, pair_id)
    open_periods = unanswered(community, pair_id, today, spans)
    if cadence is None or not open_periods or awaited_session(community, pair_id, today):
        return None
    reason = msg(
        "{silence}; the rhythm is {rhythm}",
        silence=_since_last(community, pair_id, today),
        rhythm=rhythm(cadence),
    )
    if len(open_periods) < _SILENT_PERIODS:
        return Health(
            HealthKind.NEEDS_ATTENTION, reason, msg("Ask the members for a date or a note.")
        )
    return Health(HealthKind.SILENT, reason, msg("Write to each member and ask how they are."))


def _since_last(community: Community, pair_id: PairId, today: date) -> Message:
    last = _last_held(community, pair_id, today)
    if last:
        return msg_n(
            "no session for {count} day", "no session for {count} days", (today - last).days
        )
    return msg_n(
        "no session yet, {count} day after the start",
        "no session yet, {count} days after the start",
        (today - community.pairs[pair_id].start).days,
    )


def _last_held(community: Community, pair_id: PairId, today: date) -> date | None:
    """The day of the last session that took place, up to today."""
    return next(
        (
            session.day
            for session in reversed(community.sessions_until(pair_id, today))
            if session.note.status is NoteStatus.HELD
        ),
        None,
    )


def _lost(spans: Sequence[Period]) -> Health | None:
    """The pair writes notes, but the latest say that no session took place."""
    answered = [span for span in spans if span.answer]
    lost = list(takewhile(lambda span: not span.is_kept, reversed(answered)))
    if len(lost) < _LOST_SESSIONS:
        return None
    return Health(
        HealthKind.NEEDS_ATTENTION,
        msg_n(
            "the last {count} session did not take place",
            "the last {count} sessions did not take place",
            len(lost),
        ),
        msg("Ask the members what is in the way, and whether another rhythm would suit them."),
    )


def _unfiled(community: Community, pair_id: PairId, today: date) -> Health | None:
    grace = timedelta(days=reminders_of(community, pair_id).grace_days)
    for session in community.sessions_of(pair_id):
        if session.note.status is NoteStatus.PLANNED and session.day + grace < today:
            return Health(
                HealthKind.NEEDS_ATTENTION,
                msg("the session of {day} is still called planned", day=session.day),
                msg("Ask how it went, and set the note's status."),
            )
    return None


def _overdue_actions(community: Community, pair_id: PairId, today: date) -> Health | None:
    number = sum(
        action.done_on is None and action.due is not None and action.due + _PATIENCE < today
        for action in actions_of(community, pair_id, today)
    )
    if not number:
        return None
    return Health(
        HealthKind.NEEDS_ATTENTION,
        msg_n("{count} action is overdue", "{count} actions are overdue", number),
        msg("Take it up in the next session, or give it a new date."),
    )


def _on_track(community: Community, pair_id: PairId, today: date) -> Health:
    cadence = cadence_of(community, pair_id)
    last = _last_held(community, pair_id, today)
    awaited = awaited_session(community, pair_id, today)
    if awaited and unanswered(community, pair_id, today):
        reason = msg(
            "{silence}; the next session is planned for {day}",
            silence=_since_last(community, pair_id, today),
            day=awaited,
        )
        return Health(HealthKind.ON_TRACK, reason)
    if last:
        return Health(HealthKind.ON_TRACK, msg("last session on {day}", day=last))
    if cadence is None:
        return Health(HealthKind.ON_TRACK, msg("no rhythm was agreed"))
    return Health(HealthKind.ON_TRACK, msg("began on {day}", day=community.pairs[pair_id].start))
