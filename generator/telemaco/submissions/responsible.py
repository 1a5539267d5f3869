"""Who looks after the program that a form is about."""

from telemaco.model.community import Community
from telemaco.records.base import PersonId, ProgramId
from telemaco.submissions.answers import text_of
from telemaco.submissions.membership import pair_id_of
from telemaco.submissions.values import Filled


def program_coordinators(filled: Filled, community: Community) -> tuple[PersonId, ...]:
    """Those of the program that it names, or whose pair it names; none where it has none."""
    named = ProgramId(text_of(filled.answers, "program"))
    program_id = named or pair_id_of(text_of(filled.answers, "pair")).program
    program = community.programs.get(program_id)
    return program.coordinators if program else ()
