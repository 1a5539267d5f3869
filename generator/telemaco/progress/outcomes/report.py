"""Everything that a report of a program tells."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from telemaco.model.community import Community
from telemaco.progress.comparisons import Compared, beside, changes, mirrored, pooled
from telemaco.progress.outcomes.runs import run_names, runs_of
from telemaco.progress.outcomes.values import Outcomes, Run, Stage
from telemaco.progress.outcomes.withholding import EVERYTHING, told_programs, withheld
from telemaco.progress.surveys import SurveyFigures, surveys_of
from telemaco.progress.surveys_told import told_surveys
from telemaco.records.base import ProgramId


@dataclass(frozen=True, slots=True)
class Report:
    """A program, what came of it, and the runs of its series up to it.

    `few` is the number of people of whom figures are shown. `outcomes` is None where so few take
    part in the program that nothing is told of it. Answers to surveys are of enough people
    always, whatever `few` is.
    """

    program: ProgramId
    today: date
    few: int
    outcomes: Outcomes | None
    runs: tuple[Run, ...]
    surveys: tuple[SurveyFigures, ...]
    sides: tuple[Compared, ...]
    changes: tuple[Compared, ...]
    beside: tuple[Compared, ...]


def told_outcomes(
    community: Community, outcomes: Mapping[ProgramId, Outcomes], few: int
) -> dict[ProgramId, Outcomes]:
    """What may be told of each of these programs; those of too few people are left out.

    `outcomes` are those of each alone, `few` is the community's `small_group`, or `EVERYTHING`.
    """
    told = set(community.programs) if few == EVERYTHING else told_programs(community, few)
    return {
        name: withheld(community, alone, few) for name, alone in outcomes.items() if name in told
    }


def report_of(
    community: Community,
    program: ProgramId,
    outcomes: Mapping[ProgramId, Outcomes],
    today: date,
    few: int,
) -> Report:
    """The report of a program; `outcomes` are those that may be told of the runs of its series."""
    surveys = _surveys(community, program, outcomes, today, few)
    earlier = [
        _surveys(community, name, outcomes, today, few)
        for name in run_names(community, program)
        if name in outcomes and name != program
    ]
    return Report(
        program,
        today,
        few,
        outcomes.get(program),
        runs_of(community, program, outcomes, today),
        surveys,
        mirrored(surveys),
        changes(surveys),
        beside(surveys, pooled(earlier)),
    )


def _surveys(
    community: Community,
    program: ProgramId,
    outcomes: Mapping[ProgramId, Outcomes],
    today: date,
    few: int,
) -> tuple[SurveyFigures, ...]:
    """How many were asked is told of roles of which it is told how many were matched."""
    surveys = surveys_of(community, program, today)
    if few == EVERYTHING:
        return surveys
    funnels = outcomes[program].funnels if program in outcomes else ()
    counted = {one.role for one in funnels if isinstance(one.stages[Stage.MATCHED], int)}
    return told_surveys(surveys, few, counted)
