"""What somebody is called where others may read it."""

from telemaco.model.community import Community
from telemaco.records.base import PersonId


def is_named(community: Community, person_id: PersonId) -> bool:
    """Whether the site may show their name."""
    person = community.people.get(person_id)
    return person is not None and "name" in person.consent.publish


def called(community: Community, person_id: PersonId) -> str:
    """What somebody is called here: by their name if the site may show it."""
    is_public = is_named(community, person_id)
    return community.people[person_id].name if is_public else person_id
