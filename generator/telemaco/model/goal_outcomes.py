"""Goals of which nobody has said yet what became of them."""

from telemaco.records.pair import Goal, Pair


def goals_without_outcome(pair: Pair) -> tuple[Goal, ...]:
    """The goals of a pair whose status is open."""
    return tuple(goal for goal in pair.goals if goal.status == "open")
