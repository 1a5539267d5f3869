"""What a person allows to be published: the only door from a record to a page."""

from dataclasses import replace
from datetime import date

from telemaco.model.community import Community
from telemaco.records.base import PersonId
from telemaco.records.pair import Pair
from telemaco.records.person import Person, PersonField


def publishes(community: Community, person_id: PersonId, *fields: PersonField) -> bool:
    """Whether the person is known and allows all of these fields."""
    person = community.people.get(person_id)
    return person is not None and allows(person, *fields)


def allows(person: Person, *fields: PersonField) -> bool:
    """Whether the person allows all of these fields."""
    allowed = person.consent.publish
    # A loop: `all` takes twice as long, and this is asked for every word of every page.
    for field in fields:  # noqa: SIM110 (see above)
        if field not in allowed:
            return False
    return True


def with_consents_of(community: Community, today: date) -> Community:
    """The community in which whoever agrees on a later day than today publishes nothing."""
    early = {
        name: person.model_copy(
            update={"consent": person.consent.model_copy(update={"publish": ()})}
        )
        for name, person in community.people.items()
        if person.consent.on > today
    }
    return replace(community, people={**community.people, **early}) if early else community


def name_in_pairs(community: Community, person_id: PersonId) -> str | None:
    """The name under which a person may stand on the page of a pair; None for no name."""
    if publishes(community, person_id, "name", "pairs"):
        return community.people[person_id].name
    return None


def all_are_named(community: Community, pair: Pair) -> bool:
    """Whether every member may be named, so that the name of the pair's folder tells nothing."""
    return all(publishes(community, member.person, "name", "pairs") for member in pair.members)


def tells_its_story(community: Community, pair: Pair) -> bool:
    """Whether every member lets the pair's goals, title and closing words be shown."""
    return all(publishes(community, member.person, "pairs") for member in pair.members)
