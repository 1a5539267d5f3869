"""A program beside the earlier runs of its series."""

from collections.abc import Mapping
from datetime import date

from telemaco.model.community import Community
from telemaco.progress.outcomes.attainment import NO_GOALS, share_of
from telemaco.progress.outcomes.programs import outcomes_of
from telemaco.progress.outcomes.values import Run
from telemaco.progress.outcomes.withholding import WITHHELD, told_programs, withheld
from telemaco.progress.values import PairProgress
from telemaco.records.base import ProgramId
from telemaco.records.layout import PairId
from telemaco.records.program import ProgramStatus

_NEVER_RAN = frozenset({ProgramStatus.DRAFT, ProgramStatus.CANCELLED})
_MINUTES_AN_HOUR = 60


def runs_of(
    community: Community,
    program: ProgramId,
    progress: Mapping[PairId, PairProgress],
    today: date,
    few: int,
) -> tuple[Run, ...]:
    """The runs of the program's series up to it, the first one first; only itself without one."""
    own = community.programs[program]
    told = told_programs(community, few)
    names = [
        name
        for name, other in community.programs.items()
        if name == program
        or (
            own.series is not None
            and other.series == own.series
            and other.dates.start <= own.dates.start
            and other.status not in _NEVER_RAN
        )
    ]
    names.sort(key=lambda name: (community.programs[name].dates.start, name == program, name))
    return tuple(
        _run(community, name, progress, today, few)
        if few == 1 or name in told
        else Run(name, *(WITHHELD,) * 7)
        for name in names
    )


def _run(
    community: Community,
    name: ProgramId,
    progress: Mapping[PairId, PairProgress],
    today: date,
    few: int,
) -> Run:
    found = withheld(community, outcomes_of(community, [name], progress, today), few)
    goals = [
        goal for pair in found.pairs for goal in progress[pair].goals if goal.status != "dropped"
    ]
    return Run(
        program=name,
        people=found.people,
        pairs=found.outcome.begun,
        sessions=found.sessions,
        hours=found.minutes // _MINUTES_AN_HOUR,
        completed=found.outcome.share,
        goals=share_of(sum(goal.status == "achieved" for goal in goals), len(goals), NO_GOALS),
        kept=found.kept,
    )
