"""What becomes of the goals of a pair that ends."""

from collections.abc import Iterator

from telemaco.messages import Message, msg
from telemaco.model.goal_outcomes import goals_without_outcome
from telemaco.records.pair import Pair
from telemaco.yamltext.changes import Change, Set


def reached(pair: Pair) -> Iterator[Change]:
    """That the goals are achieved of which nobody said what became of them."""
    for position, goal in enumerate(pair.goals):
        if goal in goals_without_outcome(pair):
            yield Set(("goals", position, "status"), "achieved")


def with_goals(ending: Message, pair: Pair, *, are_reached: bool) -> Message:
    """The sentence about the end of a pair, with its goals that have no outcome, if any."""
    goals = ", ".join(goal.id for goal in goals_without_outcome(pair))
    if not goals:
        return ending
    if are_reached:
        return msg("{sentence}; achieved: {goals}", sentence=ending, goals=goals)
    return msg(
        "{sentence}; what became of {goals}? Write status: achieved, partly or dropped there",
        sentence=ending,
        goals=goals,
    )
