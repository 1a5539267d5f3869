"""Files of people that are copies of others: an editor or a disk made them."""

import re
from collections import defaultdict
from collections.abc import Mapping

from telemaco.records.base import PersonId
from telemaco.records.person import Person

_COPY = re.compile(r"(?:^|-)(?:copy|copia|kopie|copie)(?:-|$)")
"""What systems call a copy, in the languages that they are set to."""


def copies(people: Mapping[PersonId, Person]) -> Mapping[PersonId, PersonId]:
    """Who is there twice: the copy, by the longer file name, and whom it is a copy of.

    Both files say the same. As two people may have one name, and little else may be known of
    them, that counts only where they tell something of their own, or the name says it is a copy.
    """
    namesakes: defaultdict[str, list[PersonId]] = defaultdict(list)
    for person_id, person in people.items():
        namesakes[person.name].append(person_id)
    found = {}
    for ids in namesakes.values():
        if len(ids) == 1:
            continue
        first, *others = sorted(ids, key=lambda one: (len(one), one))
        for other in others:
            person = people[other]
            if person == people[first] and (_COPY.search(other) or _is_own(person)):
                found[other] = first
    return found


def _is_own(person: Person) -> bool:
    """Whether something is told that no two people have in common."""
    return bool(person.github or person.bio or person.headline or person.links or person.goals)
