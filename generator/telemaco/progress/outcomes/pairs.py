"""What became of pairs: how long they lasted, how they ended and for what reason."""

from collections.abc import Sequence
from datetime import date

from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.model.standing import is_completed, left_early
from telemaco.progress.outcomes.intervals import Share
from telemaco.progress.outcomes.survival import Spell
from telemaco.progress.outcomes.values import Outcome, Reason
from telemaco.records.layout import PairId
from telemaco.records.pair import EndReason, PairStatus

_NOT_BEGUN = frozenset({PairStatus.PROPOSED, PairStatus.CONFIRMED, PairStatus.CANCELLED})
NO_PAIRS = msg("none has begun")
GO_ON = msg("some still go on")


def begun(community: Community, pairs: Sequence[PairId], today: date) -> tuple[PairId, ...]:
    """The pairs that are under way, rest or are over."""
    return tuple(
        pair_id
        for pair_id in pairs
        if community.pairs[pair_id].status not in _NOT_BEGUN
        and community.pairs[pair_id].start <= today
    )


def outcome_of(community: Community, pairs: Sequence[PairId]) -> Outcome:
    """What became of pairs that began; the share of those that completed once none goes on."""
    completed = sum(is_completed(community.pairs[pair]) for pair in pairs)
    left = sum(left_early(community.pairs[pair]) for pair in pairs)
    going_on = len(pairs) - completed - left
    share = Share(completed, len(pairs)) if pairs and not going_on else None
    return Outcome(
        begun=len(pairs),
        going_on=going_on,
        completed=completed,
        left=left,
        share=share or (GO_ON if pairs else NO_PAIRS),
    )


def spells_of(community: Community, pairs: Sequence[PairId], today: date) -> list[Spell]:
    """How long each pair that began was watched: to its end, else to today.

    Only one that left early broke off. Of one that is over without a day, today is its end.
    """
    return [
        Spell((min(pair.end or today, today) - pair.start).days, left_early(pair))
        for pair in (community.pairs[pair_id] for pair_id in pairs)
    ]


def reasons_of(community: Community, pairs: Sequence[PairId]) -> tuple[Reason, ...]:
    """How many pairs left early for each reason, in the order in which the reasons are listed."""
    given = [
        pair.reason for pair in (community.pairs[pair_id] for pair_id in pairs) if left_early(pair)
    ]
    return tuple(
        Reason(reason, given.count(reason)) for reason in (*EndReason, None) if reason in given
    )
