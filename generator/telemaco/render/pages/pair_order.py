"""Which pairs have pages, and in which order lists show them."""

from collections.abc import Mapping
from datetime import date

from telemaco.model.community import Community
from telemaco.records.base import ProgramId
from telemaco.records.layout import PairId
from telemaco.records.pair import PairStatus
from telemaco.records.program import ProgramStatus
from telemaco.render.pages.addresses import address_of_pair
from telemaco.render.pages.published import all_are_named

PUBLIC_STATUSES = (
    PairStatus.ACTIVE,
    PairStatus.CONFIRMED,
    PairStatus.PAUSED,
    PairStatus.COMPLETED,
    PairStatus.ENDED_EARLY,
)
"""Pairs that have pages, in the order of lists; a proposal is nobody else's business yet."""

_PLACES = {status: place for place, status in enumerate(PUBLIC_STATUSES)}


def listed_pairs(community: Community) -> Mapping[ProgramId, tuple[PairId, ...]]:
    """The pairs of each program that have pages: those that meet first, then by their start.

    Of pairs that stand alike, by `shown_order`.
    """
    pairs = community.pairs

    def order(pair_id: PairId) -> tuple[int, date, tuple[bool, str]]:
        pair = pairs[pair_id]
        return _PLACES[pair.status], pair.start, shown_order(community, pair_id)

    return {
        program: tuple(sorted((one for one in several if pairs[one].status in _PLACES), key=order))
        for program, several in community.pairs_of_program.items()
    }


def shown_order(community: Community, pair_id: PairId) -> tuple[bool, str]:
    """What pairs of one day are sorted by: the address of the page, those of named people first.

    Never the folder: it is named after the members, and its place in a list would tell on them.
    """
    is_open = all_are_named(community, community.pairs[pair_id])
    return not is_open, address_of_pair(community, pair_id, is_open=is_open)


def has_page(community: Community, pair_id: PairId) -> bool:
    """Whether the pair has a page: it has begun or will, and its program is no draft."""
    program = community.programs.get(pair_id.program)
    is_public = program is not None and program.status is not ProgramStatus.DRAFT
    return is_public and community.pairs[pair_id].status in _PLACES
