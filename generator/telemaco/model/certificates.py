"""Whether somebody lets a certificate be published."""

from telemaco.model.community import Community
from telemaco.records.base import PersonId, ProgramId

_NEEDED = frozenset({"certificate", "name"})


def gives_certificates(community: Community, program: ProgramId) -> bool:
    """Whether those who complete the program can get one."""
    completion = community.programs[program].completion
    return completion is not None and completion.certificate


def publishes_certificate(community: Community, person_id: PersonId) -> bool:
    """Whether they allow their certificate and their name, without which there is none."""
    person = community.people.get(person_id)
    return person is not None and _NEEDED.issubset(person.consent.publish)
