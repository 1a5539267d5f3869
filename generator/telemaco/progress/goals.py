"""How far the goals of a pair are, and what that does for the objectives of its program."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from math import sqrt

from telemaco.model.community import Community, Session
from telemaco.progress.values import GoalProgress, ObjectiveProgress, PairProgress, RatedOn
from telemaco.records.base import GoalId, ProgramId
from telemaco.records.layout import PairId
from telemaco.records.pair import Goal

_CORRELATION = 0.3
_MEAN = 50
_DEVIATION = 10


def goals_of(community: Community, pair_id: PairId, today: date) -> tuple[GoalProgress, ...]:
    """Every goal of a pair with its ratings up to today, in the pair's order."""
    goals = community.pairs[pair_id].goals
    rating = [one for one in community.sessions_of(pair_id) if one.note.goals] if goals else []
    return tuple(_progress(goal, _ratings(goal, rating, today)) for goal in goals)


def _ratings(goal: Goal, sessions: Iterable[Session], today: date) -> tuple[RatedOn, ...]:
    """One reading of a goal's ratings, in the pair's file and in its notes: one a day, by day.

    Of several on one day the last of the session notes counts, else the last of the pair's file.
    """
    found = {rating.on: rating.level for rating in goal.ratings}
    found |= {
        session.day: session.note.goals[goal.id]
        for session in sessions
        if goal.id in session.note.goals
    }
    return tuple(RatedOn(*rating) for rating in sorted(found.items()) if rating[0] <= today)


def attainment(goals: Sequence[GoalProgress]) -> int | None:
    """The T-score of goal attainment scaling, rounded; 50 means as hoped. None without ratings.

    T = 50 + 10 * sum(x) / sqrt((1 - r) * n + r * n^2) for the n rated goals, with equal weights,
    their latest levels x from -2 to 2 and r = 0.3, the correlation between goals that Kiresuk and
    Sherman suppose: Goal attainment scaling: a general method for evaluating comprehensive
    community mental health programs, Community Mental Health Journal 4 (1968), 443-453. Goals
    that were dropped are left out, for they have no level at the end. With one goal it is
    50 + 10 * x and says no more than the level itself: `rated` says of how many goals it speaks.
    """
    return _t_score([goal.level for goal in _counted(goals) if goal.level is not None])


def attainment_at_start(goals: Sequence[GoalProgress]) -> int | None:
    """The same score of where those goals stood at the start; None unless all of them say it."""
    levels = [goal.baseline for goal in _counted(goals) if goal.level is not None]
    known = [level for level in levels if level is not None]
    return _t_score(known) if len(known) == len(levels) else None


def rated(goals: Sequence[GoalProgress]) -> int:
    """How many goals the score speaks of."""
    return sum(map(is_rated, goals))


def objectives_of(
    community: Community, program: ProgramId, pairs: Sequence[PairProgress]
) -> tuple[ObjectiveProgress, ...]:
    """How each objective of a program is attained by the goals of these pairs that serve it."""
    return tuple(
        _objective(objective.id, pairs) for objective in community.programs[program].objectives
    )


def is_reached(goal: GoalProgress) -> bool:
    """Whether it was achieved; one that was dropped was not."""
    return goal.status == "achieved"


def is_rated(goal: GoalProgress) -> bool:
    """Whether scores speak of it: its level is known, and it was not dropped."""
    return goal.level is not None and goal.status != "dropped"


def is_as_hoped(goal: GoalProgress) -> bool:
    """Whether it was rated as hoped or better."""
    return is_rated(goal) and goal.level is not None and goal.level >= 0


def mean_score(serving: Iterable[Sequence[GoalProgress]]) -> int | None:
    """The mean of the scores of pairs, rounded; None where none of them rated a goal.

    Goals of one pair hang together, goals of different pairs do not.
    """
    scores = [score for goals in serving if (score := attainment(goals)) is not None]
    return round(sum(scores) / len(scores)) if scores else None


def _progress(goal: Goal, ratings: tuple[RatedOn, ...]) -> GoalProgress:
    level = ratings[-1].level if ratings else None
    return GoalProgress(goal.id, goal.objective, goal.status, goal.baseline, level, ratings)


def _objective(objective: GoalId, pairs: Sequence[PairProgress]) -> ObjectiveProgress:
    serving = [[goal for goal in pair.goals if goal.objective == objective] for pair in pairs]
    goals = [goal for some in serving for goal in some]
    return ObjectiveProgress(
        id=objective,
        goals=len(goals),
        achieved=sum(map(is_reached, goals)),
        partly=sum(goal.status == "partly" for goal in goals),
        rated=rated(goals),
        attainment=mean_score(serving),
    )


def _counted(goals: Iterable[GoalProgress]) -> Iterator[GoalProgress]:
    return (goal for goal in goals if goal.status != "dropped")


def _t_score(levels: Sequence[int]) -> int | None:
    if not levels:
        return None
    number = len(levels)
    spread = sqrt((1 - _CORRELATION) * number + _CORRELATION * number**2)
    return round(_MEAN + _DEVIATION * sum(levels) / spread)
