"""How far the goals of pairs are, objective by objective."""

from collections.abc import Iterable, Sequence

from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.progress.outcomes.intervals import Share
from telemaco.progress.outcomes.values import Attainment
from telemaco.progress.values import GoalProgress, PairProgress
from telemaco.records.base import GoalId, ProgramId

NO_GOALS = msg("no goal was written")
NOT_RATED = msg("no goal was rated")


def attainment_of(
    community: Community, programs: Sequence[ProgramId], pairs: Sequence[PairProgress]
) -> tuple[Attainment, ...]:
    """The programs' objectives in their order, then the goals that serve none, if any.

    A goal that was dropped does not count.
    """
    known = [objective.id for name in programs for objective in community.programs[name].objectives]
    objectives: list[GoalId | None] = [*dict.fromkeys(known)]
    if goals_for(None, pairs):
        objectives.append(None)
    return tuple(_one(objective, goals_for(objective, pairs)) for objective in objectives)


def goals_for(objective: GoalId | None, pairs: Iterable[PairProgress]) -> list[GoalProgress]:
    """The goals that serve an objective and were not dropped."""
    return [
        goal
        for pair in pairs
        for goal in pair.goals
        if goal.objective == objective and goal.status != "dropped"
    ]


def _one(objective: GoalId | None, goals: Sequence[GoalProgress]) -> Attainment:
    levels = [goal.level for goal in goals if goal.level is not None]
    return Attainment(
        objective,
        len(goals),
        share_of(sum(goal.status == "achieved" for goal in goals), len(goals), NO_GOALS),
        share_of(sum(level >= 0 for level in levels), len(levels), NOT_RATED),
    )


def share_of(part: int, whole: int, why: Message) -> Share | Message:
    """The share, or why there is none."""
    return Share(part, whole) if whole else why
