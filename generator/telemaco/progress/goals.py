"""How far the goals of a pair are."""

from collections.abc import Sequence
from datetime import date
from math import sqrt

from telemaco.model.community import Community
from telemaco.progress.values import GoalProgress
from telemaco.records.layout import PairId
from telemaco.records.pair import Goal

_CORRELATION = 0.3
_MEAN = 50
_DEVIATION = 10


def goals_of(community: Community, pair_id: PairId, today: date) -> tuple[GoalProgress, ...]:
    """Every goal of a pair with the latest rating up to today, in the pair's order."""
    return tuple(
        GoalProgress(
            goal.id,
            goal.objective,
            goal.status,
            goal.baseline,
            _level(community, pair_id, goal, today),
        )
        for goal in community.pairs[pair_id].goals
    )


def attainment(goals: Sequence[GoalProgress]) -> int | None:
    """The T-score of goal attainment scaling, rounded; 50 means as hoped. None without levels.

    T = 50 + 10 * sum(x) / sqrt((1 - r) * n + r * n^2) for n goals of equal weight with
    levels x from -2 to 2 and r = 0.3 (Kiresuk and Sherman, 1968).
    """
    levels = [goal.level for goal in goals if goal.level is not None]
    if not levels:
        return None
    number = len(levels)
    spread = sqrt((1 - _CORRELATION) * number + _CORRELATION * number**2)
    return round(_MEAN + _DEVIATION * sum(levels) / spread)


def _level(community: Community, pair_id: PairId, goal: Goal, today: date) -> int | None:
    ratings = [(rating.on, rating.level) for rating in goal.ratings]
    ratings += [
        (session.day, session.note.goals[goal.id])
        for session in community.sessions_of(pair_id)
        if goal.id in session.note.goals
    ]
    # Of equal days `max` takes the first, which after turning round is a session's rating.
    until_today = [rating for rating in reversed(ratings) if rating[0] <= today]
    return max(until_today, key=lambda rating: rating[0])[1] if until_today else None
