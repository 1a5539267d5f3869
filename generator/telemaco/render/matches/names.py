"""What the people and skills of a matching are called."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from telemaco.messages import Worded
from telemaco.model.community import Community
from telemaco.records.base import PersonId, SkillId
from telemaco.records.text import worded


@dataclass(frozen=True, slots=True)
class Names:
    """Names by id; who or what has none is called by the id."""

    people: Mapping[PersonId, str]
    skills: Mapping[SkillId, str | Worded] = field(default_factory=dict)

    def person(self, person: PersonId) -> str:
        """A person's name."""
        return self.people.get(person, person)

    def skill(self, skill: SkillId) -> str | Worded:
        """A skill's name, in the reader's language where there is one."""
        return self.skills.get(skill, skill)


def names_of(community: Community) -> Names:
    """The names of everybody and everything in a community."""
    fallbacks = community.settings.languages
    return Names(
        {person_id: person.name for person_id, person in community.people.items()},
        {one: worded(skill.label, fallbacks) for one, skill in community.skills.items()},
    )
