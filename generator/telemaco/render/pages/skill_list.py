"""What the listed mentors offer: the vocabulary's groups, and the skills in each."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.records.base import SkillId
from telemaco.records.text import in_language
from telemaco.render.pages.addresses import skill_address
from telemaco.render.pages.edition import Edition


@dataclass(frozen=True, slots=True)
class OfferedSkill:
    """A skill that listed mentors offer: its page, how many they are, and what else it is called.

    `also` holds its aliases and its names in other languages.
    """

    id: SkillId
    label: str
    page: str
    mentors: int
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SkillGroup:
    """Skills under the heading of the vocabulary; `key` is the same in every language."""

    key: str
    label: str
    skills: tuple[OfferedSkill, ...]


def offered_skills(edition: Edition) -> tuple[SkillGroup, ...]:
    """The groups in the order of the vocabulary, each with its skills by name.

    Skills without a group, or outside the vocabulary, come last.
    """
    counts = Counter(
        skill
        for mentor in edition.mentors.values()
        for skill in {offer.skill for offer in mentor.person.offers}
    )
    found: dict[str, list[OfferedSkill]] = {}
    for skill in (*(s for s in edition.community.skills if s in counts), *sorted(counts)):
        group = found.setdefault(_group_key(edition.community, skill), [])
        if all(known.id != skill for known in group):
            group.append(_offered(edition, skill, counts[skill]))
    loose = found.pop("", [])
    groups = [SkillGroup(key, _group_label(edition, key), _by_name(found[key])) for key in found]
    if loose:
        label = edition.words(msg("Other skills") if groups else msg("Skills"))
        groups.append(SkillGroup("", label, _by_name(loose)))
    return tuple(groups)


def _offered(edition: Edition, skill: SkillId, mentors: int) -> OfferedSkill:
    label = edition.skill(skill)
    known = edition.community.skills.get(skill)
    names = (known.label, *known.aliases) if known else ()
    also = [
        word
        for name in names
        for word in ((name,) if isinstance(name, str) else name.values())
        if word != label
    ]
    return OfferedSkill(skill, label, skill_address(skill), mentors, tuple(dict.fromkeys(also)))


def _by_name(skills: Iterable[OfferedSkill]) -> tuple[OfferedSkill, ...]:
    return tuple(sorted(skills, key=lambda skill: (skill.label.casefold(), skill.id)))


def _group_key(community: Community, skill: SkillId) -> str:
    """The group in the community's first language; empty for none."""
    known = community.skills.get(skill)
    languages = community.settings.languages
    return in_language(known.group, languages[0], languages) if known and known.group else ""


def _group_label(edition: Edition, key: str) -> str:
    """The group's name for readers: that of the first skill that has one."""
    community = edition.community
    groups = (
        known.group
        for skill, known in community.skills.items()
        if known.group and _group_key(community, skill) == key
    )
    return edition.maybe(next(groups))
