"""What the people, skills and programs of a matching are called."""

from collections import Counter
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from telemaco.messages import Fact, Worded, msg
from telemaco.model.community import Community
from telemaco.records.base import PersonId, ProgramId, SkillId
from telemaco.records.text import worded


@dataclass(frozen=True, slots=True)
class Names:
    """Names by id; who or what has none is called by the id.

    People of the `same` name are told apart by their ids.
    """

    people: Mapping[PersonId, str]
    skills: Mapping[SkillId, str | Worded] = field(default_factory=dict)
    programs: Mapping[ProgramId, str | Worded] = field(default_factory=dict)
    same: AbstractSet[str] = frozenset()

    def person(self, person: PersonId) -> str:
        """A person's name, with the id where somebody else has that name, too."""
        name = self.people.get(person, person)
        return f"{name} ({person})" if name in self.same else name

    def person_and_file(self, person: PersonId) -> str:
        """The name with that of the file, which commands want."""
        return f"{self.people.get(person, person)} ({person})"

    def skill(self, skill: SkillId) -> str | Worded:
        """A skill's name, in the reader's language where there is one."""
        return self.skills.get(skill, skill)

    def program(self, program: ProgramId) -> str | Worded:
        """A program's title, in the reader's language where there is one."""
        return self.programs.get(program, program)

    def program_and_file(self, program: ProgramId) -> Fact:
        """The title with the name of the file, which commands want."""
        title = self.programs.get(program)
        return msg("{title} ({name})", title=title, name=program) if title else program


def names_of(community: Community) -> Names:
    """The names of everybody and everything in a community."""
    fallbacks = community.settings.languages
    often = Counter(person.name for person in community.people.values())
    return Names(
        {person_id: person.name for person_id, person in community.people.items()},
        {one: worded(skill.label, fallbacks) for one, skill in community.skills.items()},
        {one: worded(program.title, fallbacks) for one, program in community.programs.items()},
        frozenset(name for name, times in often.items() if times > 1),
    )
