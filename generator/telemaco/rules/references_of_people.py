"""What people's files, and the community's own, call by name."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from telemaco.findings import Finding, Location
from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.model.similar import closest
from telemaco.records.base import PersonId, SkillId
from telemaco.records.layout import COMMUNITY, SKILLS, Kind, person_path, program_path
from telemaco.records.skills import Skill
from telemaco.rules.naming import (
    at,
    is_person,
    is_program,
    suggesting,
    unknown_person,
    unknown_program,
)


def programs_of_enrolments(community: Community) -> Iterator[Finding]:
    """A person enrols in a program that exists."""
    for person_id, person in community.people.items():
        for position, enrolment in enumerate(person.enrolments):
            if not is_program(community, enrolment.program):
                place = at(person_path(person_id), "enrolments", position, "program")
                yield unknown_program(community, enrolment.program, place)


def people_of_people(community: Community) -> Iterator[Finding]:
    """People ask for, and keep away from, others who exist."""
    for person_id, person in community.people.items():
        for position, enrolment in enumerate(person.enrolments):
            for rank, other in enumerate(enrolment.prefers):
                if other == person_id or not is_person(community, other):
                    place = at(person_path(person_id), "enrolments", position, "prefers", rank)
                    yield _other(community, other, place, is_self=other == person_id)
        for position, other in enumerate(person.excludes):
            if other == person_id or not is_person(community, other):
                place = at(person_path(person_id), "excludes", position)
                yield _other(community, other, place, is_self=other == person_id)


def _other(community: Community, other: PersonId, place: Location, *, is_self: bool) -> Finding:
    if not is_self:
        return unknown_person(community, other, place)
    return Finding(
        "names-itself",
        place,
        msg('"{name}" is the person themselves', name=other),
        msg("Write the name of somebody else, or delete it."),
    )


def coordinators(community: Community) -> Iterator[Finding]:
    """Whoever runs the community or a program has a file."""
    for position, person in enumerate(community.settings.coordinators):
        if not is_person(community, person):
            yield unknown_person(community, person, at(COMMUNITY, "coordinators", position))
    for program_id, program in community.programs.items():
        for position, person in enumerate(program.coordinators):
            if not is_person(community, person):
                place = at(program_path(program_id), "coordinators", position)
                yield unknown_person(community, person, place)


def skills(community: Community) -> Iterator[Finding]:
    """Skills that people offer and seek are in the vocabulary."""
    if community.is_unread(Kind.SKILLS):
        return
    known = community.skills
    places = _unknown_skills(community)
    if not known:
        yield from _no_vocabulary(next(places, None))
        return
    aliases = {
        name.casefold(): skill.id for skill in known.values() for name in _other_names(skill)
    } | {skill.id.replace("-", ""): skill.id for skill in known.values()}
    lost = _skills_without_their_id(community)
    for name, place in places:
        if name not in lost:
            yield _unknown_skill(community, aliases, name, place)


def _other_names(skill: Skill) -> tuple[str, ...]:
    labels = (skill.label,) if isinstance(skill.label, str) else tuple(skill.label.values())
    return (*labels, *skill.aliases)


def related_skills(community: Community) -> Iterator[Finding]:
    """A skill is related to others of the vocabulary, not to itself."""
    lost = _skills_without_their_id(community)
    for position, skill in enumerate(community.vocabulary):
        for rank, other in enumerate(skill.related):
            place = at(SKILLS, position, "related", rank)
            if lost and (other in lost or other == skill.id):
                continue
            if other == skill.id:
                yield Finding(
                    "names-itself",
                    place,
                    msg('"{name}" is the skill itself', name=other),
                    msg("Write the id of another skill, or delete it."),
                )
            elif other not in community.skills:
                yield _unknown_skill(community, {}, other, place)


def _skills_without_their_id(community: Community) -> frozenset[str]:
    """What skills are called that have the id of another one: the ids that they should have."""
    if len(community.vocabulary) == len(community.skills):
        return frozenset()
    ids = Counter(skill.id for skill in community.vocabulary)
    labels = (skill.label for skill in community.vocabulary if ids[skill.id] > 1)
    names = (
        name for label in labels for name in ([label] if isinstance(label, str) else label.values())
    )
    return frozenset("-".join(name.lower().split()) for name in names)


def _unknown_skills(community: Community) -> Iterator[tuple[SkillId, Location]]:
    known = community.skills
    for person_id, person in community.people.items():
        for position, offer in enumerate(person.offers):
            if offer.skill not in known:
                yield offer.skill, at(person_path(person_id), "offers", position, "skill")
        for position, wish in enumerate(person.seeks):
            if wish.skill not in known:
                yield wish.skill, at(person_path(person_id), "seeks", position, "skill")


def _unknown_skill(
    community: Community, aliases: dict[str, SkillId], name: SkillId, place: Location
) -> Finding:
    meant = aliases.get(name.replace("-", " ")) or aliases.get(name.replace("-", ""))
    if meant:
        return Finding(
            "unknown-skill",
            place,
            msg('"{name}" is another word for the skill {meant}', name=name, meant=meant),
            msg("Write {meant}.", meant=meant),
        )
    unknown = Finding(
        "unknown-skill",
        place,
        msg('there is no skill "{name}"', name=name),
        msg("Choose an id of program/skills.yaml, or add the skill there."),
    )
    near = aliases.get(closest(name.replace("-", " "), aliases) or "")
    if near and not closest(name, community.skills):
        return replace(unknown, hint=msg("Did you mean {meant}?", meant=near))
    return suggesting(unknown, name, community.skills)


def _no_vocabulary(first: tuple[SkillId, Location] | None) -> Iterator[Finding]:
    if first is not None:
        name, place = first
        yield Finding(
            "vocabulary-missing",
            place,
            msg(
                'the skill "{name}" is explained nowhere: program/skills.yaml is not there',
                name=name,
            ),
            msg("The command telemaco skills suggest proposes the file from the words people use."),
        )
