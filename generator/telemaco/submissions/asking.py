"""A question to the coordinators: nothing is written, somebody answers."""

from datetime import date

from telemaco.messages import msg
from telemaco.model.accounts import entries_of
from telemaco.model.community import Community
from telemaco.submissions.draft import Draft
from telemaco.submissions.responsible import program_coordinators
from telemaco.submissions.values import Filled


def ask(filled: Filled, community: Community, _today: date) -> Draft:
    """Ask; everybody may, whether they take part or not."""
    entries = entries_of(community, filled.author)
    return Draft(
        msg("A question to the coordinators"),
        entries[0] if len(entries) == 1 else None,
        tell=program_coordinators(filled, community) or community.settings.coordinators,
        to_do=(msg("Answer the question in the issue, and close it."),),
        material=(str(filled.issue),),
    )
