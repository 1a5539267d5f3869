"""What a person allows to be published: the only door from a record to a page."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from telemaco.model.community import Community
from telemaco.model.late import Late
from telemaco.model.standing import takes_no_part
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


def silent_people(community: Community, today: date) -> tuple[PersonId, ...]:
    """Those who agree on a later day than today only, and who applied and take no part."""
    return tuple(
        name
        for name, person in community.people.items()
        if person.consent.on > today or (person.consent.publish and takes_no_part(community, name))
    )


def with_consents_of(
    community: Community, today: date, silent: Collection[PersonId] | None = None
) -> Community:
    """The community in which those publish nothing who agree on a later day, or take no part.

    `silent` are these people (`silent_people`), where they are known.
    """
    names = silent_people(community, today) if silent is None else silent
    early = {name: _silenced(community.people[name]) for name in names}
    people = community.people

    def person(name: PersonId) -> Person:
        return early.get(name) or people[name]

    return replace(community, people=Late(people, person)) if early else community


def _silenced(person: Person) -> Person:
    return person.model_copy(update={"consent": person.consent.model_copy(update={"publish": ()})})


def name_in_pairs(community: Community, person_id: PersonId) -> str | None:
    """The name under which a person may stand on the page of a pair; None for no name."""
    if publishes(community, person_id, "name", "pairs"):
        return community.people[person_id].name
    return None


def all_are_named(community: Community, pair: Pair) -> bool:
    """Whether every member may be named, so that the name of the pair's folder tells nothing."""
    # A loop, for the same reason as above.
    for member in pair.members:  # noqa: SIM110 (see above)
        if not publishes(community, member.person, "name", "pairs"):
            return False
    return True


def tells_its_story(community: Community, pair: Pair) -> bool:
    """Whether every member lets the pair's goals, title and closing words be shown."""
    return all(publishes(community, member.person, "pairs") for member in pair.members)
