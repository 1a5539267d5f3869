"""What the directory can be narrowed by: only what would make a difference."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from telemaco.messages import Message
from telemaco.model.spoken import working_languages
from telemaco.records.program import ProgramKind
from telemaco.render.pages import words
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.mentors import Mentor
from telemaco.render.pages.published import allows
from telemaco.render.pages.skill_list import SkillGroup, offered_skills


@dataclass(frozen=True, slots=True)
class Filters:
    """The choices of the directory: skills by group, languages by name, formats, and hours.

    Languages and formats are by the word that stands in the address, the same in every language.
    """

    skills: tuple[SkillGroup, ...]
    languages: Mapping[str, str]
    formats: Mapping[str, Message]
    has_hours: bool

    @property
    def groups(self) -> tuple[SkillGroup, ...]:
        """The groups that the vocabulary names, where there is more than one."""
        named = tuple(group for group in self.skills if group.key)
        return named if len(named) > 1 else ()


def filters_of(edition: Edition, mentors: Iterable[Mentor]) -> Filters:
    """The choices that the listed mentors leave."""
    codes = {
        code
        for mentor in mentors
        if allows(mentor.person, "languages")
        for code in working_languages(mentor.person)
    }
    names = {code: edition.dates.language_name(code) for code in codes}
    kinds = {
        edition.community.programs[program].kind
        for mentor in mentors
        for program, _room in mentor.rooms
    }
    return Filters(
        skills=offered_skills(edition),
        languages=dict(sorted(names.items(), key=lambda item: item[1].casefold())),
        formats={kind: words.PROGRAM_KIND[kind] for kind in ProgramKind if kind in kinds},
        has_hours=any(allows(mentor.person, "timezone") for mentor in mentors),
    )
