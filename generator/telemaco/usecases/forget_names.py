"""Names and parts of names that a line may have of others than somebody who is forgotten."""

import re
from collections.abc import Iterable, Iterator

from telemaco.model.community import Community
from telemaco.records.base import PersonId
from telemaco.records.layout import Kind, PairId, address_of
from telemaco.records.person import Person


def whole_names(person: PersonId, record: Person) -> Iterator[str]:
    """What somebody is called in full: their name, their id, their account."""
    yield from dict.fromkeys((record.name, person, *((record.github,) if record.github else ())))


def names_of_others(community: Community, person: PersonId) -> re.Pattern[str]:
    """What finds the names and ids of everybody else, but of namesakes: they tell of nobody."""
    own = {word.casefold() for word in whole_names(person, community.people[person])}
    names = {
        name
        for other_id, other in community.people.items()
        if other_id != person
        for name in (other_id, other.name)
        if name.casefold() not in own
    }
    return _pattern(names)


def names_shared_in(community: Community, person: PersonId, path: str) -> re.Pattern[str]:
    """What finds parts of the names of those whose own file it is: a first name there is theirs."""
    return _pattern(
        {
            part
            for one in _owners(community, path)
            if one in community.people and one != person
            for part in re.findall(r"\w+", community.people[one].name)
        }
    )


def _owners(community: Community, path: str) -> Iterable[PersonId]:
    """Whose file it is: a person, or the members of a pair."""
    address = address_of(path)
    if address and address.kind is Kind.PERSON:
        return [PersonId(address.names[0])]
    if address and address.kind in {Kind.PAIR, Kind.NOTE}:
        pair = community.pairs.get(PairId._make(address.names[:2]))
        return [member.person for member in pair.members] if pair else ()
    return ()


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    """What finds any of these names as a whole."""
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, longest_first)) or '(?!)'})(?![\w-])")
