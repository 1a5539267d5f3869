"""Leaves out of outcomes what would tell on few people.

`few` is `privacy.small_group`, or `EVERYTHING`. A pair counts as its members.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from telemaco.messages import Message
from telemaco.model.community import Community
from telemaco.model.standing import is_completed, left_early
from telemaco.progress.outcomes.goals_told import told_attainment, told_goals
from telemaco.progress.outcomes.pairs import spells_of
from telemaco.progress.outcomes.reasons_told import told_reasons
from telemaco.progress.outcomes.stages_told import told_stages
from telemaco.progress.outcomes.suppression import (
    WITHHELD,
    are_few_together,
    heaviest_chain,
    hidden,
    is_step,
)
from telemaco.progress.outcomes.survival import Survival, days_of, survival
from telemaco.progress.outcomes.values import (
    Beside,
    Funnel,
    Outcome,
    Outcomes,
    Stage,
)
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.layout import PairId
from telemaco.records.pair import PairStatus
from telemaco.records.program import ProgramStatus

EVERYTHING = 1
"""The `few` with which nothing is left out."""

_NOT_AGREED = frozenset({PairStatus.PROPOSED, PairStatus.CANCELLED})


def told_programs(community: Community, few: int) -> frozenset[ProgramId]:
    """The programs of enough people that their figures are told at all; drafts are not yet.

    What is told of programs together is told of these alone, so that no small one can be worked
    out from a sum, and none need be left out for another.
    """
    return frozenset(
        name
        for name, program in community.programs.items()
        if program.status is not ProgramStatus.DRAFT and len(_takers(community, name)) >= few
    )


def withheld(
    community: Community,
    outcomes: Outcomes,
    few: int,
    beside: Beside = (),
) -> Outcomes:
    """The outcomes as everybody may read them.

    `beside` are those of single programs that are told beside these, their sum: as they are, and
    as they are told. What is left of the sum is looked at, too. The reasons of a sum, and
    the goals of its objectives, are not told at all: each program tells its own.
    """
    if few == EVERYTHING:
        return replace(outcomes, attainment=told_attainment(outcomes.attainment, few))
    parted = _parted(community, outcomes.pairs)
    apart = [
        _parted(community, whole.pairs)
        for whole, told in beside
        if not isinstance(told.outcome.completed, int)
    ]
    rests = [{one for part in apart for one in part[place]} for place in (0, 1)]
    is_open = not hidden(parted, few) and not any(0 < len(rest) < few for rest in rests)
    reasons, others = told_reasons(community, outcomes, few, is_open=is_open)
    funnels = tuple(
        told_stages(
            community,
            one
            if is_open
            and (not apart or one.pairs == outcomes.pairs)
            and _is_role_safe(community, one, outcomes, few)
            else replace(one, completed=None),
            few,
            beside,
            is_open=is_open,
        )
        for one in outcomes.funnels
    )
    retention = _retention(community, outcomes, few, beside) if is_open else WITHHELD
    return replace(
        outcomes,
        people=outcomes.people if _is_sum_safe(funnels, beside) else WITHHELD,
        funnels=funnels,
        outcome=outcomes.outcome if is_open else _shut(outcomes.outcome, parted, few, beside),
        retention=retention,
        leaves_out_months=not isinstance(retention, Message) and retention != outcomes.retention,
        reasons=() if beside else reasons,
        other_reasons=WITHHELD if beside else others,
        goals=told_goals(outcomes, few, [told for _whole, told in beside]),
        attainment=() if beside else told_attainment(outcomes.attainment, few),
        criteria=outcomes.criteria if is_open else WITHHELD,
    )


def _is_role_safe(community: Community, funnel: Funnel, outcomes: Outcomes, few: int) -> bool:
    """Whether the pairs of a role that completed, and those that left, are those of many.

    Of all pairs it is known, so that those without the role are looked at, too.
    """
    others = {*outcomes.pairs} - {*funnel.pairs}
    rows = [_parted(community, some) for some in (funnel.pairs, others)]
    return not any(are_few_together([row], few) for row in rows)


def _is_sum_safe(funnels: Sequence[Funnel], beside: Beside) -> bool:
    """Whether everybody in pairs may be told together.

    Less those matched in the other roles they are those matched in one, which may be left out
    beside those who met; and less those of the other programs they are those of one.
    """
    stages = [figure for one in funnels for figure in one.stages.values()]
    is_matched_told = all(one.stages[Stage.MATCHED] is not WITHHELD for one in funnels)
    is_apart = is_matched_told or not any(isinstance(figure, int) and figure for figure in stages)
    return is_apart and not any(told.people is WITHHELD for _whole, told in beside)


def _parted(
    community: Community, pairs: Iterable[PairId]
) -> tuple[frozenset[PersonId], frozenset[PersonId]]:
    """Who completed, and who left early."""
    known = list(pairs)
    return (
        _people(community, (p for p in known if is_completed(community.pairs[p]))),
        _people(community, (p for p in known if left_early(community.pairs[p]))),
    )


def _takers(community: Community, name: ProgramId) -> frozenset[PersonId]:
    """Who takes part in pairs that were agreed to."""
    pairs = community.pairs_of_program.get(name, ())
    return _people(
        community, (pair for pair in pairs if community.pairs[pair].status not in _NOT_AGREED)
    )


def _people(community: Community, pairs: Iterable[PairId]) -> frozenset[PersonId]:
    return frozenset(member.person for pair in pairs for member in community.pairs[pair].members)


def _shut(
    outcome: Outcome,
    parted: Sequence[frozenset[PersonId]],
    few: int,
    beside: Beside,
) -> Outcome:
    """Without how many completed, and how many left; and who goes on, where all others are few.

    Of a sum it is not told how many go on either, if one of the programs does not tell it.
    """
    has_share = outcome.begun and not outcome.going_on
    is_on_told = not any(told.outcome.going_on is WITHHELD for _whole, told in beside)
    is_told = is_on_told and is_step(len(frozenset().union(*parted)), few)
    return replace(
        outcome,
        going_on=outcome.going_on if is_told else WITHHELD,
        completed=WITHHELD,
        left=WITHHELD,
        share=WITHHELD if has_share else outcome.share,
    )


def _retention(
    community: Community,
    outcomes: Outcomes,
    few: int,
    beside: Beside,
) -> tuple[Survival, ...] | Message:
    """The months at whose end many are watched, and between which many, or nobody, left.

    So did many, or nobody, complete between them, and so do many, or nobody, of those that are
    left when all who completed or left are told (`Outcome`): the last step is to the very end. Who
    goes on can be counted on the pages of pairs. The estimate is made for these months alone. Of a
    sum there are only the months that no program leaves out of its own.
    """
    if isinstance(outcomes.retention, Message):
        return outcomes.retention
    closed = {
        month for whole, told in beside for month in _months(whole) if month not in _months(told)
    }
    spells = spells_of(community, outcomes.pairs, outcomes.today)
    lasted = _Lasted(community, outcomes.pairs, [spell.days for spell in spells])
    months = [month for month in _months(outcomes) if month not in closed]
    days = [days_of(month) for month in months]
    ever = max(lasted.days) + 1
    shown = heaviest_chain(
        [1] * len(months),
        lambda place: (
            lasted.is_watched_by_many(days[place], few)
            and lasted.is_step(days[place], ever, few)
            and lasted.is_step(0, days[place], few)
        ),
        lambda one, other: lasted.is_step(days[one], days[other], few),
    )
    points = survival(spells, [months[place] for place in sorted(shown)])
    return points if len(points) > 1 else WITHHELD


@dataclass(frozen=True, slots=True)
class _Lasted:
    """Pairs, each with the days that it was watched."""

    community: Community
    pairs: Sequence[PairId]
    days: Sequence[int]

    def is_watched_by_many(self, day: int, few: int) -> bool:
        """Whether those in pairs that are watched so long are many."""
        return len(_people(self.community, self._between(day, max(self.days) + 1))) >= few

    def is_step(self, first: int, last: int, few: int) -> bool:
        """Whether those who completed from the first day to before the last are many, or nobody.

        So are those who left early.
        """
        return not are_few_together([_parted(self.community, self._between(first, last))], few)

    def _between(self, first: int, last: int) -> Iterator[PairId]:
        lasted = zip(self.pairs, self.days, strict=True)
        return (pair for pair, days in lasted if first <= days < last)


def _months(outcomes: Outcomes) -> tuple[int, ...]:
    known = outcomes.retention
    return () if isinstance(known, Message) else tuple(point.month for point in known)
