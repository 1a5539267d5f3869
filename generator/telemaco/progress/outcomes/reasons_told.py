"""Why pairs ended before their time, as far as everybody may read it."""

from collections.abc import Iterable, Iterator

from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.model.standing import is_current, left_early
from telemaco.progress.outcomes.suppression import WITHHELD, hidden
from telemaco.progress.outcomes.values import Figure, Outcomes, Reason
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.layout import PairId
from telemaco.records.pair import EndReason
from telemaco.records.program import ProgramStatus

NOT_OVER = msg("reasons are told once the program is over and no pair goes on")
_OVER = frozenset({ProgramStatus.COMPLETED, ProgramStatus.ARCHIVED})
_NEVER_NAMED = frozenset({EndReason.CONDUCT, EndReason.HEALTH, EndReason.OTHER})
"""What nobody may be suspected of: it stands among the other reasons, however many gave it."""


def told_reasons(
    community: Community, outcomes: Outcomes, few: int, *, is_open: bool
) -> tuple[tuple[Reason, ...], Figure]:
    """The reasons of many who left, and how many pairs left for the others together.

    Pages of pairs show who ended before the time, and when. So a reason that all of them gave is
    not told; nor is any while a pair goes on, since its end would tell by how much a count grew.
    Where it is not told how many left (`is_open`), nothing is told of the reasons either.
    """
    if not is_open:
        return (), WITHHELD
    if outcomes.reasons and not all(_is_over(community, name) for name in outcomes.programs):
        return (), NOT_OVER
    groups = [_people(community, _left_for(community, outcomes, one)) for one in outcomes.reasons]
    unnamed = [place for place, one in enumerate(outcomes.reasons) if one.reason in _NEVER_NAMED]
    left_out = hidden(groups, few, unnamed)
    told = [one for place, one in enumerate(outcomes.reasons) if place not in left_out]
    if len(told) == 1 and not left_out:
        told = []
    return tuple(told), sum(one.pairs for one in outcomes.reasons if one not in told)


def _is_over(community: Community, name: ProgramId) -> bool:
    pairs = community.pairs_of_program.get(name, ())
    is_ended = community.programs[name].status in _OVER
    return is_ended and not any(is_current(community.pairs[pair]) for pair in pairs)


def _left_for(community: Community, outcomes: Outcomes, reason: Reason) -> Iterator[PairId]:
    for pair_id in outcomes.pairs:
        pair = community.pairs[pair_id]
        if left_early(pair) and pair.reason == reason.reason:
            yield pair_id


def _people(community: Community, pairs: Iterable[PairId]) -> frozenset[PersonId]:
    return frozenset(member.person for pair in pairs for member in community.pairs[pair].members)
