"""Whether pairs that the matching thought well of completed more often."""

from collections.abc import Iterator, Mapping, Sequence
from statistics import median_low

from telemaco.messages import Message, msg, msg_n
from telemaco.model.community import Community, ReceiptId
from telemaco.model.standing import is_completed, left_early
from telemaco.progress.outcomes.intervals import Share, difference
from telemaco.progress.outcomes.values import Criterion
from telemaco.records.layout import PairId

LEAST = 10
"""Pairs that each half needs; of fewer, the intervals are wider than anything worth saying."""

NO_RECEIPTS = msg("none that is over was proposed by the matching")
ALIKE = msg(
    "too many have the same points, so they cannot be parted in two halves of {least} at least",
    least=LEAST,
)


def criteria_of(community: Community, pairs: Sequence[PairId]) -> tuple[Criterion, ...] | Message:
    """Criterion by criterion, the pairs in the better half against the others.

    What a criterion gave comes from the receipt that proposed the pair. Pairs above the
    median are the better half. The interval is Newcombe's, at a level that holds for all
    criteria together (Bonferroni): one of many comparisons is easily striking by chance.
    It says what went together, not what caused what.
    """
    over = [
        (values, is_completed(community.pairs[pair_id]))
        for pair_id in pairs
        if is_completed(community.pairs[pair_id]) or left_early(community.pairs[pair_id])
        for values in _shares(community, pair_id)
    ]
    if not over:
        return NO_RECEIPTS
    names = list(dict.fromkeys(name for values, _is in over for name in values))
    return tuple(_one(name, over, len(names)) for name in names)


def _shares(community: Community, pair_id: PairId) -> Iterator[Mapping[str, int]]:
    """What each criterion gave to the pair, if a receipt says so."""
    match = community.pairs[pair_id].match
    receipt = match and community.receipts.get(ReceiptId(pair_id.program, match.receipt))
    for proposed in receipt.pairs if receipt else ():
        if proposed.pair == pair_id.pair and proposed.shares:
            yield {share.criterion: share.value for share in proposed.shares}


def _one(name: str, over: Sequence[tuple[Mapping[str, int], bool]], comparisons: int) -> Criterion:
    known = [(values[name], completed) for values, completed in over if name in values]
    middle = median_low(value for value, _completed in known)
    better = [completed for value, completed in known if value > middle]
    others = [completed for value, completed in known if value <= middle]
    return Criterion(name, len(known), _points(better, others, comparisons))


def _points(
    better: Sequence[bool], others: Sequence[bool], comparisons: int
) -> tuple[int, int, int] | Message:
    if len(better) + len(others) < 2 * LEAST:
        return msg_n(
            "{count} is too little; at least {least} are needed",
            "{count} are too few; at least {least} are needed",
            len(better) + len(others),
            least=2 * LEAST,
        )
    if min(len(better), len(others)) < LEAST:
        return ALIKE
    return difference(Share(sum(better), len(better)), Share(sum(others), len(others)), comparisons)
