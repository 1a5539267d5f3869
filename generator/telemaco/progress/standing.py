"""How a community gets on: each of its pairs, and what came of its programs."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from telemaco.model.community import Community
from telemaco.model.late import Late, LateWhole
from telemaco.progress.outcomes.programs import outcomes_of_each
from telemaco.progress.outcomes.values import Outcomes
from telemaco.progress.pair import pair_progress
from telemaco.progress.values import PairProgress
from telemaco.records.base import ProgramId
from telemaco.records.layout import PairId


class Standing(NamedTuple):
    """How every pair gets on, and what came of each program.

    Small groups are in the figures of programs: they are for sums, never to be shown.
    """

    progress: Mapping[PairId, PairProgress]
    counted: Mapping[ProgramId, Outcomes]


def standing_of(community: Community, today: date) -> Standing:
    """All of it, now."""
    progress = {pair: pair_progress(community, pair, today) for pair in community.pairs}
    return Standing(progress, _counted(community, progress, today))


def late_standing_of(community: Community, today: date) -> Standing:
    """The same, each part when somebody asks for it."""
    progress = Late(community.pairs, lambda pair: pair_progress(community, pair, today))
    return Standing(progress, late_counted(community, progress, today))


def late_counted(
    community: Community, progress: Mapping[PairId, PairProgress], today: date
) -> Mapping[ProgramId, Outcomes]:
    """What came of each program, when somebody asks for it."""
    return LateWhole(cache(lambda: _counted(community, progress, today)))


def _counted(
    community: Community, progress: Mapping[PairId, PairProgress], today: date
) -> dict[ProgramId, Outcomes]:
    return outcomes_of_each(community, community.programs, progress, today)
