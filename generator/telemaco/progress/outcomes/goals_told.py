"""What may be told of goals: how many there are, were reached, and were rated as hoped."""

from collections.abc import Sequence
from dataclasses import replace

from telemaco.messages import Message
from telemaco.progress.outcomes.attainment import NO_GOALS, share_of
from telemaco.progress.outcomes.intervals import Share
from telemaco.progress.outcomes.suppression import (
    WITHHELD,
    Row,
    are_few_together,
    hidden,
    hidden_rows,
)
from telemaco.progress.outcomes.values import Attainment, GoalPeople, Outcomes


def told_attainment(attainment: Sequence[Attainment], few: int) -> tuple[Attainment, ...]:
    """The goals of each objective, as far as they are those of many; so are each share's.

    How many are reached is told where those who reached theirs, and those who did not, are many
    or nobody. Their sums are told too (`told_goals`), so that what is left of these is looked at.
    """
    unknown = hidden([{*one.people.reached, *one.people.missed} for one in attainment], few)
    unshared = unknown | hidden_rows([_reached_or_not(one) for one in attainment], few)
    unlevelled = {
        place
        for place, one in enumerate(attainment)
        if place in unknown or are_few_together([(one.people.hoped, one.people.below)], few)
    }
    return tuple(
        replace(
            one,
            goals=WITHHELD if place in unknown else one.goals,
            achieved=WITHHELD if place in unshared else one.achieved,
            hoped=one.hoped if place not in unlevelled else WITHHELD,
            score=one.score if place not in unlevelled else WITHHELD,
            people=GoalPeople(),
        )
        for place, one in enumerate(attainment)
    )


def told_goals(outcomes: Outcomes, few: int, beside: Sequence[Outcomes] = ()) -> Share | Message:
    """How many goals were reached of those that were written, if both kinds are those of many.

    Of a sum, those of the programs `beside` that tell it themselves: nothing is left to take away.
    """
    if beside:
        told = [one.goals for one in beside]
        shares = [one for one in told if isinstance(one, Share)]
        why = WITHHELD if WITHHELD in told else NO_GOALS
        return share_of(sum(one.part for one in shares), sum(one.whole for one in shares), why)
    rows = [_reached_or_not(one) for one in outcomes.attainment]
    return WITHHELD if are_few_together(rows, few) else outcomes.goals


def _reached_or_not(one: Attainment) -> Row:
    return one.people.reached, one.people.missed
