"""Everything that a report of a program tells."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from telemaco.model.community import Community
from telemaco.progress.outcomes.programs import outcomes_of
from telemaco.progress.outcomes.runs import runs_of
from telemaco.progress.outcomes.values import Outcomes, Run
from telemaco.progress.outcomes.withholding import EVERYTHING, told_programs, withheld
from telemaco.progress.values import PairProgress
from telemaco.records.base import ProgramId
from telemaco.records.layout import PairId


@dataclass(frozen=True, slots=True)
class Report:
    """A program, what came of it, and the runs of its series up to it.

    `few` is the number of people of whom figures are shown. `is_told` is False where so few take
    part in the program that no figure is; then there is only the bare fact that it took place.
    """

    program: ProgramId
    few: int
    is_told: bool
    outcomes: Outcomes
    runs: tuple[Run, ...]


def report_of(
    community: Community,
    program: ProgramId,
    progress: Mapping[PairId, PairProgress],
    today: date,
    few: int,
) -> Report:
    """The report of a program; `few` is the community's `small_group`, or `EVERYTHING`.

    `progress` has that of every pair of its series.
    """
    outcomes = outcomes_of(community, [program], progress, today)
    return Report(
        program,
        few,
        few == EVERYTHING or program in told_programs(community, few),
        withheld(community, outcomes, few),
        runs_of(community, program, progress, today, few),
    )
