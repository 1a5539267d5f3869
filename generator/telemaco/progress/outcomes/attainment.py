"""How far the goals of pairs are, objective by objective."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.progress.goals import is_as_hoped, is_rated, is_reached, mean_score
from telemaco.progress.outcomes.intervals import Share
from telemaco.progress.outcomes.values import Attainment, GoalPeople
from telemaco.progress.values import GoalProgress, PairProgress
from telemaco.records.base import GoalId, PersonId, ProgramId

_Serving: TypeAlias = Sequence[tuple[PairProgress, Sequence[GoalProgress]]]
"""Pairs, each with its goals that serve an objective."""

NO_GOALS = msg("no goal was written")
NOT_RATED = msg("no goal was rated")


def attainment_of(
    community: Community, programs: Sequence[ProgramId], pairs: Sequence[PairProgress]
) -> tuple[Attainment, ...]:
    """The programs' objectives in their order, then the goals that serve none, if any.

    A goal that was dropped counts as not reached: goal attainment scaling sets the goals at the
    beginning and follows all of them up (Kiresuk and Sherman, 1968), and a share that leaves out
    what was given up later says more than was attained.
    """
    known = [objective.id for name in programs for objective in community.programs[name].objectives]
    objectives: list[GoalId | None] = [*dict.fromkeys(known)]
    if any(goal.objective is None for pair in pairs for goal in pair.goals):
        objectives.append(None)
    return tuple(_one(community, objective, pairs) for objective in objectives)


def share_of(part: int, whole: int, why: Message) -> Share | Message:
    """The share, or why there is none."""
    return Share(part, whole) if whole else why


def _one(
    community: Community, objective: GoalId | None, pairs: Sequence[PairProgress]
) -> Attainment:
    serving = [
        (pair, [goal for goal in pair.goals if goal.objective == objective]) for pair in pairs
    ]
    goals = [goal for _pair, some in serving for goal in some]
    rated = [goal for goal in goals if is_rated(goal)]
    score = mean_score(some for _pair, some in serving)
    return Attainment(
        objective,
        len(goals),
        share_of(sum(map(is_reached, goals)), len(goals), NO_GOALS),
        share_of(sum(map(is_as_hoped, rated)), len(rated), NOT_RATED),
        NOT_RATED if score is None else score,
        GoalPeople(
            reached=_people(community, serving, is_reached),
            missed=_people(community, serving, lambda goal: not is_reached(goal)),
            hoped=_people(community, serving, is_as_hoped),
            below=_people(
                community, serving, lambda goal: is_rated(goal) and not is_as_hoped(goal)
            ),
        ),
    )


def _people(
    community: Community, serving: _Serving, are_meant: Callable[[GoalProgress], bool]
) -> tuple[PersonId, ...]:
    """The members of the pairs that have such a goal among these."""
    pairs = [pair.id for pair, goals in serving if any(map(are_meant, goals))]
    return tuple(sorted({one.person for pair in pairs for one in community.pairs[pair].members}))
