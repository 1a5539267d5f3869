"""Which pairs take up their members' time, and who has yet to agree to one."""

from telemaco.records.base import PersonId
from telemaco.records.pair import Pair, PairStatus

_CURRENT = frozenset(
    {PairStatus.PROPOSED, PairStatus.CONFIRMED, PairStatus.ACTIVE, PairStatus.PAUSED}
)


def is_current(pair: Pair) -> bool:
    """Whether the pair is proposed, or under way, or rests: it counts against capacities."""
    return pair.status in _CURRENT


def unconfirmed(pair: Pair) -> tuple[PersonId, ...]:
    """The members who have not said that they agree to the pair; not those who have left it."""
    return tuple(
        member.person for member in pair.members if not member.confirmed and not member.end
    )
