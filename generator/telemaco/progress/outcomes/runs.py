"""A program beside the earlier runs of its series."""

from collections.abc import Mapping
from datetime import date

from telemaco.model.community import Community
from telemaco.progress.community import sums
from telemaco.progress.outcomes.pairs import begun
from telemaco.progress.outcomes.suppression import WITHHELD
from telemaco.progress.outcomes.values import Outcomes, Run
from telemaco.progress.pair import pair_progress
from telemaco.records.base import ProgramId
from telemaco.records.program import ProgramStatus

_NEVER_RAN = frozenset({ProgramStatus.DRAFT, ProgramStatus.CANCELLED})


def run_names(community: Community, program: ProgramId) -> tuple[ProgramId, ...]:
    """The runs of the program's series up to it, the first one first; only itself without one."""
    own = community.programs[program]
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
    return tuple(
        sorted(
            names, key=lambda name: (community.programs[name].dates.start, name == program, name)
        )
    )


def runs_of(
    community: Community,
    program: ProgramId,
    outcomes: Mapping[ProgramId, Outcomes],
    today: date,
) -> tuple[Run, ...]:
    """The program and the runs before it; `outcomes` are those that may be told.

    Of the other runs there is what the pages of their pairs tell one by one: how many began, and
    the sessions that they held. Nothing that is withheld can be worked out from these.
    """
    return tuple(
        _run(outcomes[name]) if name in outcomes else _counted(community, name, today)
        for name in run_names(community, program)
    )


def _counted(community: Community, name: ProgramId, today: date) -> Run:
    pairs = begun(community, community.pairs_of_program.get(name, ()), today)
    found = sums(community, [pair_progress(community, pair, today) for pair in pairs])
    return Run(
        program=name,
        people=WITHHELD,
        pairs=len(pairs),
        sessions=found.held,
        minutes=found.minutes,
        completed=WITHHELD,
        goals=WITHHELD,
        kept=WITHHELD,
    )


def _run(found: Outcomes) -> Run:
    return Run(
        program=found.programs[0],
        people=found.people,
        pairs=found.outcome.begun,
        sessions=found.sessions,
        minutes=found.minutes,
        completed=found.outcome.share,
        goals=found.goals,
        kept=found.kept,
    )
