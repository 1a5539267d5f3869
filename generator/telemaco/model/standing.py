"""Which pairs take up their members' time."""

from telemaco.records.pair import Pair, PairStatus

_CURRENT = frozenset(
    {PairStatus.PROPOSED, PairStatus.CONFIRMED, PairStatus.ACTIVE, PairStatus.PAUSED}
)


def is_current(pair: Pair) -> bool:
    """Whether the pair is proposed, or under way, or rests: it counts against capacities."""
    return pair.status in _CURRENT
