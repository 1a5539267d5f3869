"""Which stages may be told of how far people came, so that none tells on few."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from telemaco.model.community import Community
from telemaco.model.evaluation import PART
from telemaco.model.standing import is_completed
from telemaco.progress.outcomes.suppression import WITHHELD, heaviest_chain, is_step
from telemaco.progress.outcomes.values import Beside, Figure, Funnel, Outcomes, Stage
from telemaco.records.base import PersonId
from telemaco.records.layout import PairId

_AT_THE_END = frozenset({Stage.COMPLETED, Stage.EARNED, Stage.SHOWN})
_WEIGHTS = {Stage.APPLIED: 12, Stage.COMPLETED: 12, Stage.EARNED: 1}
"""How much it matters that a stage is told, against 8 for any other.

Certificates earned are less than any other: none is left out for them.
"""


def told_stages(
    community: Community, funnel: Funnel, few: int, beside: Beside, *, is_open: bool
) -> Funnel:
    """The stages that may be told side by side, and beside what is known of the pairs.

    `completed` of the funnel is there where it may be told. Certificates that are shown can be
    counted on the site, where they stand by the consent of those people: of a role of many they
    are told wherever it is told how many pairs completed.
    """
    counted = {stage: count for stage, count in funnel.stages.items() if isinstance(count, int)}
    known = _known(community, funnel, counted, few, is_open=is_open)
    places = [
        stage for stage in counted if stage is not Stage.SHOWN and _may_be_told(stage, known, few)
    ]
    counts = [counted[stage] for stage in places]
    shown = heaviest_chain(
        [_WEIGHTS.get(stage, 8) for stage in places],
        lambda place: is_step(counts[place], few) or counts[place] == known.certain,
        lambda one, other: (
            is_step(counts[one] - counts[other], few)
            or known.public.issuperset({counts[one], counts[other]})
        ),
    )
    told: set[Stage] = {
        stage
        for stage in (places[place] for place in shown)
        if _is_certain(stage, known) or _is_safe(funnel, stage, few, beside)
    }
    if is_open and not beside and not known.done:
        told |= {stage for stage in _AT_THE_END if not counted.get(stage)}
    if is_open and counted[Stage.MATCHED] >= few:
        told.add(Stage.SHOWN)
    return replace(
        funnel,
        stages={
            stage: WITHHELD if stage in counted and stage not in told else figure
            for stage, figure in funnel.stages.items()
        },
    )


class _Known(NamedTuple):
    """The counts of a role, how many of it are in pairs that completed, and if that is told.

    `certain` is how many completed, where who counts pairs knows it, and the role is of many;
    `public` are the numbers that are known whatever the funnel leaves out.
    """

    counted: Mapping[Stage, int]
    done: int
    is_open: bool
    certain: int | None

    @property
    def public(self) -> frozenset[int]:
        matched = self.counted[Stage.MATCHED]
        return frozenset({matched} if self.certain is None else {matched, self.certain})


def _known(
    community: Community, funnel: Funnel, counted: Mapping[Stage, int], few: int, *, is_open: bool
) -> _Known:
    done = _of_role(
        community, funnel, (pair for pair in funnel.pairs if is_completed(community.pairs[pair]))
    )
    everybody = _of_role(community, funnel, funnel.pairs)
    are_one_each = len(everybody) == len({*everybody}) == len(funnel.pairs)
    number = len({*done})
    is_certain = (
        are_one_each
        and funnel.completed is not None
        and counted[Stage.COMPLETED] == number
        and counted[Stage.MATCHED] >= few
    )
    return _Known(counted, number, is_open, number if is_certain else None)


def _of_role(community: Community, funnel: Funnel, pairs: Iterable[PairId]) -> list[PersonId]:
    """The members of these pairs that have the funnel's role in them, one pair after the other."""
    return [
        member.person
        for pair in pairs
        for member in community.pairs[pair].members
        if PART[member.role] is funnel.role
    ]


def _may_be_told(stage: Stage, known: _Known, few: int) -> bool:
    """Whether a stage does not tell on few beside what is known whatever the funnel leaves out.

    How many were matched can be counted on the pages of pairs, and how many show a certificate on
    those of certificates. How many are in pairs that completed is known where that is told of
    pairs; where it is not, no stage may tell it. Where each pair has one of the role, and each of
    them one pair, it is how many completed: as many as the pairs, which count as their members. Of
    a stage that all came to who were matched, nothing more is known.
    """
    count = known.counted[stage]
    if not known.is_open and (not count or stage in _AT_THE_END):
        return False
    if _is_certain(stage, known) or (
        stage not in _AT_THE_END and count == known.counted[Stage.MATCHED]
    ):
        return True
    beside = {*known.public, known.counted.get(Stage.SHOWN, 0)}
    if stage in _AT_THE_END:
        beside |= {known.done, known.counted[Stage.COMPLETED]}
    if stage is Stage.EARNED and known.certain is not None:
        beside -= {known.counted[Stage.MATCHED]} - {known.certain}
    return all(is_step(one - count, few) for one in beside)


def _is_certain(stage: Stage, known: _Known) -> bool:
    return stage is Stage.COMPLETED and known.certain is not None


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
