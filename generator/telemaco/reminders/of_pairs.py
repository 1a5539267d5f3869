"""What is asked of a pair, or of the coordinators about it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from telemaco.messages import msg
from telemaco.model.agendas import MIDPOINT_LASTS_DAYS, is_reviewed, midpoint_agenda
from telemaco.model.attendance import rests_on
from telemaco.model.community import Community
from telemaco.model.moments import midpoint_of
from telemaco.model.schedule import cadence_of, end_of, is_resting, rests_until
from telemaco.model.standing import unconfirmed
from telemaco.records.layout import PairId, run_of
from telemaco.records.pair import Pair, PairStatus
from telemaco.reminders.of_sessions import NOTHING, Settled, meetings
from telemaco.reminders.of_surveys import surveys_of_pair
from telemaco.reminders.of_tasks import actions, milestones
from telemaco.reminders.question import ALIVE, RUNNING, Question, pair_key, people_on
from telemaco.reminders.values import CheckInKind

TOGETHER_DAYS = 2
"""Days that a survey waits at most for the question whether they met, which would push it aside."""
PROPOSED_DAYS = 7
"""Days in which a proposed pair should be confirmed."""


def of_pair(
    community: Community, pair_id: PairId, today: date, settled: Settled = NOTHING
) -> Iterator[Question]:
    """What a pair is asked; nothing in programs without a rhythm, but to confirm a proposal.

    Once its last day is over, a pair is asked for its closing words and nothing else. What was
    `settled` without a note (skipped, or closed by hand) makes way for what came after it. Members
    who rest are asked nothing, and a question to nobody else waits until they are back.
    """
    for question in _questions(community, pair_id, today, settled):
        to = tuple(one for one in question.to if not rests_on(community, one, today))
        if to or not question.to:
            yield replace(question, to=to)


def _questions(
    community: Community, pair_id: PairId, today: date, settled: Settled
) -> Iterator[Question]:
    program = community.programs.get(pair_id.program)
    pair = community.pairs[pair_id]
    if program is None:
        return
    if pair.status is PairStatus.PROPOSED and program.status in ALIVE:
        yield _proposed(pair_id, pair)
    if _is_back(community, pair_id, pair, today):
        yield _break_over(community, pair_id, today)
    yield from _surveys(community, pair_id, today, settled)
    if not is_followed(community, pair_id, today):
        return
    end = end_of(community, pair_id)
    if end is not None and end <= today:
        yield from _final(pair_id, pair, end, today)
    if end is None or end >= today:
        yield from meetings(community, pair_id, today, settled)
        yield from _midpoint(community, pair_id, today)
        yield from _agreement(pair_id, pair, today)
        yield from milestones(community, pair_id, today)
        yield from actions(community, pair_id, today)


def is_followed(community: Community, pair_id: PairId, today: date) -> bool:
    """Whether the pair is asked how it gets on: its program runs, it has a rhythm, it is there."""
    program = community.programs.get(pair_id.program)
    pair = community.pairs[pair_id]
    if program is None or program.status not in RUNNING:
        return False
    if is_resting(community, pair_id, today):
        return False
    is_there = pair.status in {PairStatus.ACTIVE, PairStatus.CONFIRMED}
    return is_there and cadence_of(community, pair_id) is not None


def _surveys(
    community: Community, pair_id: PairId, today: date, settled: Settled
) -> Iterator[Question]:
    """The survey; it waits for a check-in that comes soon after it, so that both are one mail.

    No meeting is asked for after the last day.
    """
    end = end_of(community, pair_id)
    for survey in surveys_of_pair(community, pair_id, today):
        soon = survey.due + timedelta(days=TOGETHER_DAYS)
        soon = soon if end is None else min(soon, end)
        is_asked = is_followed(community, pair_id, today)
        coming = meetings(community, pair_id, soon, settled) if is_asked else ()
        days = [
            asked.due
            for asked in coming
            if asked.waits_for is None and survey.due < asked.due <= soon
        ]
        yield replace(survey, due=max(days, default=survey.due))


def _is_back(community: Community, pair_id: PairId, pair: Pair, today: date) -> bool:
    """Whether the break of a pair that would be followed is over, and its status still says so."""
    program = community.programs.get(pair_id.program)
    is_over = pair.paused_until is not None and not is_resting(community, pair_id, today)
    runs = program is not None and program.status in RUNNING
    has_rhythm = cadence_of(community, pair_id) is not None
    return pair.status is PairStatus.PAUSED and is_over and runs and has_rhythm


def _break_over(community: Community, pair_id: PairId, today: date) -> Question:
    pair, last = community.pairs[pair_id], rests_until(community, pair_id) or today
    return Question(
        pair_key(pair_id, pair.paused_until or last, CheckInKind.BREAK_OVER),
        last + timedelta(days=1),
        people_on(pair, today),
        msg("Your break ended on {day}. Do you go on?", day=last),
        msg("Their break ended on {day}, and nobody said whether they go on.", day=last),
    )


def _proposed(pair_id: PairId, pair: Pair) -> Question:
    """What is asked of those who have not confirmed; once all have, of the coordinators."""
    proposed_on = pair.start
    run = run_of(pair.match.receipt) if pair.match else None
    if run:
        proposed_on = min(proposed_on, run[0])
    key = pair_key(pair_id, proposed_on, CheckInKind.PROPOSED_PAIR)
    due = proposed_on + timedelta(days=PROPOSED_DAYS)
    left = unconfirmed(pair)
    if not left:
        agreed = msg(
            "Everybody in the pair has confirmed it. Confirm it now: telemaco confirm {program} "
            "{pair}, or set its status to confirmed.",
            program=pair_id.program,
            pair=pair_id.pair,
        )
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


def _final(pair_id: PairId, pair: Pair, end: date, today: date) -> Iterator[Question]:
    if pair.closing is None:
        yield Question(
            pair_key(pair_id, end, CheckInKind.FINAL_FEEDBACK),
            end,
            people_on(pair, min(end, today)),
            msg("Your time together ended on {day}. How was it, and what comes next?", day=end),
            msg("Their time together ended on {day}, without a word on how it was.", day=end),
        )


def _midpoint(community: Community, pair_id: PairId, today: date) -> Iterator[Question]:
    midpoint = midpoint_of(community, pair_id)
    pair = community.pairs[pair_id]
    if midpoint is None:
        return
    if not midpoint <= today <= midpoint + timedelta(days=MIDPOINT_LASTS_DAYS):
        return
    if not is_reviewed(community, pair_id, midpoint, today):
        yield Question(
            pair_key(pair_id, midpoint, CheckInKind.MIDPOINT_FEEDBACK),
            midpoint,
            people_on(pair, today),
            msg("Half of your time is over. What goes well, and what should change?"),
            msg(
                "Half of their time is over, and no session looked back on it: none has a note "
                "with agenda: {agenda}.",
                agenda=midpoint_agenda(community, pair_id),
            ),
        )


def _agreement(pair_id: PairId, pair: Pair, today: date) -> Iterator[Question]:
    review = pair.agreement.review_on if pair.agreement else None
    if review is not None and review <= today:
        yield Question(
            pair_key(pair_id, review, CheckInKind.AGREEMENT),
            review,
            people_on(pair, today),
            msg("You wanted to look at your agreement again on {day}.", day=review),
            msg("They wanted to look at their agreement again on {day}.", day=review),
        )
