"""A question to the coordinators: nothing is written, somebody answers."""

from datetime import date

from telemaco.messages import msg
from telemaco.model.accounts import entries_of
from telemaco.model.community import Community
from telemaco.records.base import PersonId, ProgramId
from telemaco.submissions.answers import text_of
from telemaco.submissions.draft import Draft
from telemaco.submissions.values import Filled


def ask(filled: Filled, community: Community, _today: date) -> Draft:
    """Ask; everybody may, whether they take part or not."""
    entries = entries_of(community, filled.author)
    return Draft(
        msg("A question to the coordinators"),
        entries[0] if len(entries) == 1 else None,
        tell=_coordinators(community, ProgramId(text_of(filled.answers, "program"))),
        to_do=(msg("Answer the question in the issue, and close it."),),
        material=(str(filled.issue),),
    )


def _coordinators(community: Community, program_id: ProgramId) -> tuple[PersonId, ...]:
    """Those of the program; the community's where it has none, or none is named."""
    program = community.programs.get(program_id)
    return (program.coordinators if program else ()) or community.settings.coordinators
