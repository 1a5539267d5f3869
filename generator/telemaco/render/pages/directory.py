"""The mentors' directory: all who are listed in parts, and for every skill those who offer it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from telemaco.messages import Message, msg
from telemaco.model.spoken import working_languages
from telemaco.records.base import SkillId
from telemaco.records.person import Person
from telemaco.records.program import ProgramKind
from telemaco.render.pages import words
from telemaco.render.pages.addresses import (
    MENTORS,
    SKILLS,
    part_address,
    person_address,
    shell_of,
    skill_address,
)
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.filters import filters_of
from telemaco.render.pages.mentors import Mentor, has_current_program
from telemaco.render.pages.page import Page
from telemaco.render.pages.published import allows
from telemaco.render.pages.skill_list import offered_skills
from telemaco.render.pages.week import free_hours

MENTORS_A_PAGE = 400
"""So many rows with their names and lines weigh about 20 KB when they travel."""


@dataclass(frozen=True, slots=True)
class MentorRow:
    """A mentor as the directory shows them.

    `formats` is how their programs are held. `zone` and `free` are what the script counts hours
    in common with, empty where they are not published: an IANA time zone, and hours of the week
    as in `free_hours`. `room` is None where it is not told; nobody can
    ask now who is not `is_open`.
    """

    name: str
    page: str
    headline: str
    skills: tuple[str, ...]
    languages: tuple[str, ...]
    place: str
    formats: tuple[Message, ...]
    room: int | None
    is_open: bool
    zone: str
    free: str


def mentors_pages(edition: Edition) -> Iterator[Page]:
    """The directory, in parts when it is long; its first part when it is empty."""
    mentors = tuple(edition.mentors.values())
    head = (
        edition.words(msg("Mentors")),
        edition.words(
            msg("People who offer their time, what they can help with, and who has room.")
        ),
    )
    yield from _parts(
        edition,
        "mentors.html",
        MENTORS,
        head,
        mentors,
        filters=filters_of(edition, mentors),
        has_program=has_current_program(edition.community),
    )


def skills_pages(edition: Edition) -> Iterator[Page]:
    """What mentors offer, as a list of skills, and a list of mentors for each of them."""
    groups = offered_skills(edition)
    if not groups:
        return
    yield edition.page(
        "mentors_skills.html",
        SKILLS,
        shell_of(SKILLS),
        (
            edition.words(msg("Mentors by skill")),
            edition.words(msg("What mentors can help with, and how many of them offer it.")),
        ),
        groups=groups,
    )
    for group in groups:
        for skill in group.skills:
            yield from _parts(
                edition,
                "mentors_of_skill.html",
                skill_address(skill.id),
                _head_of_skill(edition, skill.label),
                [mentor for mentor in edition.mentors.values() if _offers(mentor, skill.id)],
            )


def mentor_row(edition: Edition, mentor: Mentor) -> MentorRow:
    """A mentor as the directory shows them."""
    person = mentor.person
    has_zone = allows(person, "timezone")
    return MentorRow(
        name=person.name,
        page=person_address(mentor.id),
        headline=edition.maybe(person.headline) if allows(person, "headline") else "",
        skills=tuple(edition.skill(offer.skill) for offer in person.offers),
        languages=_languages(edition, person),
        place=place_of(edition, person),
        formats=tuple(words.PROGRAM_KIND[kind] for kind in _formats(edition, mentor)),
        room=mentor.room,
        is_open=mentor.is_open,
        zone=person.timezone if has_zone else "",
        free=free_hours(person) if has_zone and allows(person, "availability") else "",
    )


def place_of(edition: Edition, person: Person) -> str:
    """Where somebody is, as far as they say: a town, or only by which clock they live."""
    if person.location and allows(person, "location"):
        return edition.text(person.location)
    if not allows(person, "timezone"):
        return ""
    clock = edition.dates.city(person.timezone) if "/" in person.timezone else person.timezone
    return edition.words(msg("Time zone: {city}", city=clock))


def _parts(
    edition: Edition,
    template: str,
    address: str,
    head: tuple[str, str],
    mentors: Sequence[Mentor],
    **values: object,
) -> Iterator[Page]:
    starts = range(0, max(1, len(mentors)), MENTORS_A_PAGE)
    addresses = [part_address(address, number) for number, _ in enumerate(starts, 1)]
    for number, start in enumerate(starts, 1):
        part = addresses[number - 1]
        yield edition.page(
            template,
            part,
            address if part == MENTORS else shell_of(part),
            head,
            rows=[mentor_row(edition, one) for one in mentors[start : start + MENTORS_A_PAGE]],
            total=len(mentors),
            parts=addresses,
            number=number,
            **values,
        )


def _head_of_skill(edition: Edition, skill: str) -> tuple[str, str]:
    return (
        edition.words(msg("Mentors for {skill}", skill=skill)),
        edition.words(msg("Who can help with {skill}; those with room first.", skill=skill)),
    )


def _offers(mentor: Mentor, skill: SkillId) -> bool:
    return any(offer.skill == skill for offer in mentor.person.offers)


def _languages(edition: Edition, person: Person) -> tuple[str, ...]:
    """The languages in which somebody can mentor; a few words of one are not enough."""
    if not allows(person, "languages"):
        return ()
    spoken = working_languages(person)
    return tuple(
        edition.dates.language_name(code)
        for code in dict.fromkeys(code.partition("-")[0] for code in person.languages)
        if code in spoken
    )


def _formats(edition: Edition, mentor: Mentor) -> list[ProgramKind]:
    """The formats of a mentor's programs, in a community that has more than one."""
    programs = edition.community.programs
    if len({program.kind for program in programs.values()}) == 1:
        return []
    kinds = {programs[program].kind for program, _room in mentor.rooms}
    return [kind for kind in ProgramKind if kind in kinds]
