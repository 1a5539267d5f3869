"""The people of a check-in: how they are called, how they are reached, what they speak."""

from collections.abc import Sequence

from telemaco.messages import Fact, msg, msg_n
from telemaco.model.community import Community
from telemaco.records.base import Language, PersonId
from telemaco.records.person import LanguageLevel
from telemaco.reminders.outcome import pair_of
from telemaco.reminders.values import OF_PEOPLE, CheckInKey
from telemaco.render.pages.published import publishes

_LEVELS = tuple(LanguageLevel)
_ENOUGH = _LEVELS.index(LanguageLevel.WORKING)
_NAMED = 4
"""So many members of a group are named."""
_NAME_LENGTH = 60


def is_private(community: Community) -> bool:
    """Whether only members of the community read the repository."""
    return community.settings.privacy.repository == "private"


def name_of(community: Community, person: PersonId) -> Fact:
    """How somebody is called: in public only by a name that they let be published."""
    found = community.people.get(person)
    if found is None:
        return msg("a participant")
    if is_private(community) or publishes(community, person, "name"):
        return found.name[:_NAME_LENGTH]
    return found.github or msg("a participant")


def people_of(community: Community, key: CheckInKey) -> tuple[PersonId, ...]:
    """Those whom a check-in is about."""
    if key.kind in OF_PEOPLE:
        return (PersonId(key.subject),)
    pair = community.pairs.get(pair_of(key))
    return tuple(member.person for member in pair.members) if pair else ()


def named(community: Community, people: Sequence[PersonId]) -> Fact:
    """Several people as "Ada and Grace"; of a larger group the first and how many more."""
    names = [name_of(community, person) for person in people[:_NAMED]]
    left = len(people) - len(names)
    if not names:
        return msg("a pair that is gone")
    if left:
        row = _in_a_row(names)
        return msg_n("{names} and {count} more", "{names} and {count} more", left, names=row)
    *others, last = names
    return msg("{names} and {last}", names=_in_a_row(others), last=last) if others else last


def _in_a_row(names: Sequence[Fact]) -> Fact:
    first, *rest = names
    return msg("{first}, {rest}", first=first, rest=_in_a_row(rest)) if rest else first


def mentions(community: Community, people: Sequence[PersonId]) -> str:
    """The logins of people as the forge calls them out; empty when nobody has one."""
    found = (community.people.get(person) for person in people)
    return " ".join(f"@{person.github}" for person in found if person and person.github)


def language_of(community: Community, people: Sequence[PersonId]) -> Language:
    """The community's language that all of them speak best, else its first."""
    languages = community.settings.languages
    best = max(languages, key=lambda language: _weakest(community, people, language))
    return best if _weakest(community, people, best) >= _ENOUGH else languages[0]


def _weakest(community: Community, people: Sequence[PersonId], language: Language) -> int:
    """How well the one speaks it who speaks it least; -1 for not at all."""
    found = [community.people[person] for person in people if person in community.people]
    levels = [
        _LEVELS.index(person.languages[language]) if language in person.languages else -1
        for person in found
    ]
    return min(levels, default=-1)
