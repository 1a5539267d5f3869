"""The pairs that ask for action, in the order in which a coordinator reads of them."""

from datetime import date

from telemaco.progress.values import CommunityProgress, HealthKind, PairProgress

_ORDER = tuple(HealthKind)


def urgent_pairs(progress: CommunityProgress) -> list[PairProgress]:
    """The pairs that ask for action, the most urgent first."""
    pairs = (pair for program in progress.programs for pair in program.pairs)
    return sorted((pair for pair in pairs if pair.health.next_step), key=_urgency)


def _urgency(pair: PairProgress) -> tuple[int, date, str]:
    return (_ORDER.index(pair.health.kind), pair.last_session or date.min, str(pair.id))
