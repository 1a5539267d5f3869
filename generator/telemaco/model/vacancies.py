"""What a pair lacks while members are not in it: who leads, who learns, or peers for a circle."""

from collections.abc import Sequence
from datetime import date

from telemaco.messages import Message, msg
from telemaco.model.standing import current_members, is_current
from telemaco.records.pair import Pair, PairRole

_LEADS = frozenset({PairRole.MENTOR, PairRole.CO_MENTOR, PairRole.FACILITATOR})
_PEERS = 2


def last_day_whole(pair: Pair) -> date | None:
    """The last day on which a pair that goes on had everybody it needs; None if it has them.

    Only whoever has a day in `until` can be missed: a pair that never had them is none.
    """
    days = [one.end for one in pair.members if one.end]
    return max(days) if days and is_current(pair) and _gone(pair) else None


def lack_of(pair: Pair, last: date) -> Message:
    """What it lacks since that day, in words."""
    match _gone(pair):
        case PairRole.PEER:
            return msg("has had fewer than two peers since {day}", day=last)
        case PairRole.MENTEE:
            return msg("has had no mentee since {day}", day=last)
        case _:
            return msg("has had no mentor since {day}", day=last)


def missing(before: Sequence[PairRole], now: Sequence[PairRole]) -> PairRole | None:
    """What those who are left cannot meet without, of the roles that there were before."""
    if PairRole.PEER in before:
        return PairRole.PEER if now.count(PairRole.PEER) < _PEERS else None
    if _LEADS.intersection(before) and _LEADS.isdisjoint(now):
        return PairRole.MENTOR
    return PairRole.MENTEE if PairRole.MENTEE in before and PairRole.MENTEE not in now else None


def _gone(pair: Pair) -> PairRole | None:
    before = [one.role for one in pair.members]
    return missing(before, [one.role for one in current_members(pair)])
