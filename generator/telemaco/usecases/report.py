"""What came of a program, for a report."""

from datetime import date

from telemaco.model.community import Community
from telemaco.progress.outcomes.programs import outcomes_of_each
from telemaco.progress.outcomes.report import Report, report_of, told_outcomes
from telemaco.progress.outcomes.runs import run_names
from telemaco.progress.pair import pair_progress
from telemaco.usecases.named import program_named


def report(community: Community, program: str, today: date, few: int) -> Report:
    """The report of a program; `few` as `told_outcomes` takes it. Raises TelemacoError."""
    name = program_named(community, program)
    names = run_names(community, name)
    progress = {
        pair: pair_progress(community, pair, today)
        for run in names
        for pair in community.pairs_of_program.get(run, ())
    }
    alone = outcomes_of_each(community, names, progress, today)
    outcomes = told_outcomes(community, alone, few)
    return report_of(community, name, outcomes, today, few)
