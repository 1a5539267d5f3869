"""Which stages may be told of how far people came, so that none tells on few."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from telemaco.model.community import Community
from telemaco.model.evaluation import PART
from telemaco.model.standing import is_completed
from telemaco.progress.outcomes.suppression import WITHHELD, is_step, shown_steps
from telemaco.progress.outcomes.values import Beside, Figure, Funnel, Outcomes, Stage

_AT_THE_END = frozenset({Stage.COMPLETED, Stage.EARNED, Stage.SHOWN})
_WEIGHTS = {Stage.APPLIED: 12, Stage.COMPLETED: 12, Stage.EARNED: 1, Stage.SHOWN: 1}
"""How much it matters that a stage is told, against 8 for any other.

Both of certificates are less than any other: none is left out for them.
"""


def told_stages(
    community: Community, funnel: Funnel, few: int, beside: Beside, *, is_open: bool
) -> Funnel:
    """The stages that may be told side by side, and beside what is known of the pairs."""
    counted = {stage: count for stage, count in funnel.stages.items() if isinstance(count, int)}
    known = _Known(counted, _done(community, funnel), is_open)
    places = [stage for stage in counted if _may_be_told(stage, known, few)]
    weights = [_WEIGHTS.get(stage, 8) for stage in places]
    shown = shown_steps([counted[stage] for stage in places], few, weights)
    told = {places[place] for place in shown}
    told -= {stage for stage in told if not _is_safe(funnel, stage, few, beside)}
    if is_open and not beside and not known.done:
        told |= {stage for stage in _AT_THE_END if not counted.get(stage)}
    return replace(
        funnel,
        stages={
            stage: WITHHELD if stage in counted and stage not in told else figure
            for stage, figure in funnel.stages.items()
        },
    )


class _Known(NamedTuple):
    """The counts of a role, how many of it are in pairs that completed, and if that is told."""

    counted: Mapping[Stage, int]
    done: int
    is_open: bool


def _done(community: Community, funnel: Funnel) -> int:
    done = (pair for pair in funnel.pairs if is_completed(community.pairs[pair]))
    return len(
        {
            member.person
            for pair in done
            for member in community.pairs[pair].members
            if PART[member.role] is funnel.role
        }
    )


def _may_be_told(stage: Stage, known: _Known, few: int) -> bool:
    """Whether a stage does not tell on few beside what is known whatever the funnel leaves out.

    How many were matched can be counted on the pages of pairs. How many are in pairs that
    completed is known where that is told of pairs; where it is not, no stage may tell it.
    """
    count = known.counted[stage]
    if not is_step(known.counted[Stage.MATCHED] - count, few):
        return False
    if not known.is_open:
        return count > 0 and stage not in _AT_THE_END
    missed = [known.done - count, known.counted[Stage.COMPLETED] - count]
    return stage not in _AT_THE_END or all(is_step(one, few) for one in missed)


def _is_safe(funnel: Funnel, stage: Stage, few: int, beside: Beside) -> bool:
    """Whether those whom no single program tells of at this stage are many, or nobody.

    So are those who fell away between it and any other stage: a program may tell of that.
    """
    silent = [
        _stages(whole, funnel)
        for whole, told in beside
        if _stages(told, funnel).get(stage) is WITHHELD
    ]
    rest = {one: _together(silent, one) for one in Stage}
    return is_step(rest[stage], few) and all(is_step(rest[stage] - rest[one], few) for one in Stage)


def _together(rows: Iterable[Mapping[Stage, Figure]], stage: Stage) -> int:
    """How many came to a stage; who is at one that nobody can tell fell away nowhere."""
    figures = [row.get(stage, 0) for row in rows]
    return sum(figure for figure in figures if isinstance(figure, int))


def _stages(outcomes: Outcomes, like: Funnel) -> Mapping[Stage, Figure]:
    return next((one.stages for one in outcomes.funnels if one.role is like.role), {})
