"""Which pairs take up their members' time, and which are over."""

from telemaco.records.pair import Pair, PairStatus

_CURRENT = frozenset(
    {PairStatus.PROPOSED, PairStatus.CONFIRMED, PairStatus.ACTIVE, PairStatus.PAUSED}
)
_OVER = frozenset({PairStatus.COMPLETED, PairStatus.ENDED_EARLY, PairStatus.CANCELLED})


def is_current(pair: Pair) -> bool:
    """Whether the pair is proposed, or under way, or rests: it counts against capacities."""
    return pair.status in _CURRENT


def is_over(pair: Pair) -> bool:
    """Whether the pair has come to an end, well or not, or never began."""
    return pair.status in _OVER
