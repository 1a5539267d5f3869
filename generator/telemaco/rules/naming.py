"""Names in one file that stand for something in another: is it there, and what was meant."""

from collections.abc import Iterable
from dataclasses import replace

from telemaco.findings import Finding, Location
from telemaco.messages import Choices, msg
from telemaco.model.community import Community
from telemaco.model.similar import closest
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.layout import Kind
from telemaco.records.pair import Pair

_FEW = 8


def at(path: str, *route: str | int) -> Location:
    """The place of a value in a file."""
    return Location(path, route=route)


def at_key(path: str, *route: str | int) -> Location:
    """The place of a key in a file."""
    return Location(path, route=route, on_key=True)


def suggesting(finding: Finding, name: str, known: Iterable[str]) -> Finding:
    """The finding with a better hint: the name that was meant, else all names when they are few."""
    names = tuple(sorted(known))
    meant = closest(name, names)
    if meant:
        return replace(finding, hint=msg("Did you mean {meant}?", meant=meant))
    if 0 < len(names) <= _FEW:
        advice = finding.hint or msg("Correct the name.")
        hint = msg("{advice} Known names: {names}.", advice=advice, names=Choices(names))
        return replace(finding, hint=hint)
    return finding


def is_person(community: Community, person: PersonId) -> bool:
    """Whether the person has a file, readable or not."""
    return person in community.people or community.is_unread(Kind.PERSON, person)


def is_program(community: Community, program: ProgramId) -> bool:
    """Whether the program has a file, readable or not."""
    return program in community.programs or community.is_unread(Kind.PROGRAM, program)


def unknown_person(community: Community, person: PersonId, place: Location) -> Finding:
    """The finding for a person who has no file."""
    return suggesting(
        Finding(
            "unknown-person",
            place,
            msg('there is no person "{name}"', name=person),
            msg(
                "Correct the name, or add the file program/people/{name}.yaml.",
                name=person,
            ),
        ),
        person,
        community.ids_of_people,
    )


def unknown_program(community: Community, program: ProgramId, place: Location) -> Finding:
    """The finding for a program that has no file."""
    return suggesting(
        Finding(
            "unknown-program",
            place,
            msg('there is no program "{name}"', name=program),
            msg(
                "Correct the name, or add the file program/programs/{name}.yaml.",
                name=program,
            ),
        ),
        program,
        community.ids_of_programs,
    )


def not_a_member(community: Community, pair: Pair, person: PersonId, place: Location) -> Finding:
    """The finding for somebody who has no part in the pair."""
    members = tuple(member.person for member in pair.members)
    meant = closest(person, members)
    return Finding(
        "not-a-member",
        place,
        msg(
            '"{name}" is not in this pair; its members are {members}',
            name=person,
            members=", ".join(members),
        ),
        msg("Did you mean {meant}?", meant=meant)
        if meant and not is_person(community, person)
        else msg("Write the name of a member, or add {name} to members in pair.yaml.", name=person),
    )
