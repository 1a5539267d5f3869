"""What came of a program, for a report."""

from datetime import date

from telemaco.model.community import Community
from telemaco.progress.outcomes.report import Report, report_of
from telemaco.progress.pair import pair_progress
from telemaco.records.base import ProgramId
from telemaco.usecases.status import unknown_program


def report(community: Community, program: str, today: date, few: int) -> Report:
    """The report of a program; `few` as `report_of` takes it. Raises TelemacoError."""
    name = next((known for known in community.programs if known == program), None)
    if name is None:
        raise unknown_program(community, program)
    pairs = [
        pair
        for other in community.programs
        if _are_of_a_series(community, name, other)
        for pair in community.pairs_of_program.get(other, ())
    ]
    progress = {pair: pair_progress(community, pair, today) for pair in pairs}
    return report_of(community, name, progress, today, few)


def _are_of_a_series(community: Community, one: ProgramId, other: ProgramId) -> bool:
    series = community.programs[one].series
    return one == other or (series is not None and community.programs[other].series == series)
