"""What may be there once only, and is there twice."""

from collections.abc import Hashable, Iterable, Iterator, Sequence

from telemaco.findings import Finding, Severity
from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.model.copies import copies
from telemaco.records.layout import (
    COMMUNITY,
    SKILLS,
    PairId,
    note_path,
    pair_path,
    person_path,
    program_path,
    survey_path,
)
from telemaco.records.pair import Pair
from telemaco.records.person import Person
from telemaco.rules.membership import repeated_members
from telemaco.rules.naming import at


def skills(community: Community) -> Iterator[Finding]:
    """No two skills have the same id."""
    yield from _ids(SKILLS, (), "id", [skill.id for skill in community.vocabulary])


def aliases(community: Community) -> Iterator[Finding]:
    """An alias stands for one skill."""
    owners = {skill.id.casefold(): skill.id for skill in community.vocabulary}
    for position, skill in enumerate(community.vocabulary):
        for rank, alias in enumerate(skill.aliases):
            owner = owners.setdefault(alias.casefold(), skill.id)
            if owner != skill.id:
                yield Finding(
                    "ambiguous-alias",
                    at(SKILLS, position, "aliases", rank),
                    msg('the alias "{alias}" already stands for {skill}', alias=alias, skill=owner),
                    msg("Keep it at one of the two skills."),
                )


def parts_of_programs(community: Community) -> Iterator[Finding]:
    """Objectives, milestones and the sessions that guides are chosen for come once."""
    for program_id, program in community.programs.items():
        path = program_path(program_id)
        yield from _ids(path, ("objectives",), "id", [part.id for part in program.objectives])
        yield from _ids(path, ("milestones",), "id", [part.id for part in program.milestones])
        sessions = [choice.session for choice in program.agendas]
        yield from _ids(path, ("agendas",), "session", sessions)


def parts_of_pairs(community: Community) -> Iterator[Finding]:
    """Goals and milestones of a pair come once."""
    for pair_id, pair in community.pairs.items():
        if len(pair.goals) > 1:
            goals = [goal.id for goal in pair.goals]
            yield from _ids(pair_path(pair_id), ("goals",), "id", goals)
        if len(pair.milestones) > 1:
            milestones = [done.id for done in pair.milestones]
            yield from _ids(pair_path(pair_id), ("milestones",), "id", milestones)


def actions(community: Community) -> Iterator[Finding]:
    """The actions of a session have different ids."""
    for pair_id, sessions in community.sessions.items():
        for session in sessions:
            ids = [action.id for action in session.note.actions]
            if len(set(ids)) < len(ids):
                yield from _ids(note_path(pair_id, session.id), ("actions",), "id", ids)


def questions(community: Community) -> Iterator[Finding]:
    """The questions of a survey have different ids."""
    for survey_id, survey in community.surveys.items():
        ids = [item.id for item in survey.items]
        yield from _ids(survey_path(survey_id), ("items",), "id", ids)


def members(community: Community) -> Iterator[Finding]:
    """Nobody is in a pair twice at the same time."""
    for pair_id, pair in community.pairs.items():
        if len({member.person for member in pair.members}) < len(pair.members):
            yield from _repeated_members(pair_id, pair)


def enrolments(community: Community) -> Iterator[Finding]:
    """Nobody is enrolled twice in a program as the same."""
    for person_id, person in community.people.items():
        if len(person.enrolments) > 1:
            for position, first in _repeated(
                [(enrolment.program, enrolment.role) for enrolment in person.enrolments]
            ):
                enrolment = person.enrolments[position]
                yield Finding(
                    "repeated-enrolment",
                    at(person_path(person_id), "enrolments", position),
                    msg(
                        "entries {first} and {second} are the same place: {program}, {role}",
                        first=first + 1,
                        second=position + 1,
                        program=enrolment.program,
                        role=enrolment.role.value,
                    ),
                    msg("Keep one of the two entries, with the right status."),
                )


def people(community: Community) -> Iterator[Finding]:
    """Nobody has two files that say the same."""
    for copy, person_id in copies(community.people).items():
        yield Finding(
            "copied-person",
            at(person_path(copy)),
            msg(
                "{copy} says the same as {original}: one person would be there twice",
                copy=copy,
                original=person_id,
            ),
            msg("Delete this file. If they are two people, write into each what is theirs."),
            Severity.WARNING,
        )


def names_in_lists(community: Community) -> Iterator[Finding]:
    """Lists of names say each name once."""
    settings = community.settings
    yield from _names(COMMUNITY, ("coordinators",), settings.coordinators)
    yield from _names(COMMUNITY, ("languages",), settings.languages)
    for program_id, program in community.programs.items():
        yield from _names(program_path(program_id), ("coordinators",), program.coordinators)
        yield from _names(program_path(program_id), ("languages",), program.languages)
    for person_id, person in community.people.items():
        yield from _names_of_person(person_path(person_id), person)


def _names_of_person(path: str, person: Person) -> Iterator[Finding]:
    for position, enrolment in enumerate(person.enrolments):
        yield from _names(path, ("enrolments", position, "prefers"), enrolment.prefers)
    yield from _names(path, ("excludes",), person.excludes)
    yield from _names(path, ("consent", "publish"), person.consent.publish)
    yield from _names(path, ("offers",), [offer.skill for offer in person.offers], "skill")
    yield from _names(path, ("seeks",), [wish.skill for wish in person.seeks], "skill")


def _names(
    path: str, route: tuple[str | int, ...], names: Sequence[str], *below: str
) -> Iterator[Finding]:
    if len(set(names)) == len(names):
        return
    for position, _ in _repeated(names):
        yield Finding(
            "repeated-name",
            at(path, *route, position, *below),
            msg('"{name}" is in the list twice', name=names[position]),
            msg("Delete one of the two."),
        )


def _ids(
    path: str, route: tuple[str | int, ...], key: str, ids: Sequence[str]
) -> Iterator[Finding]:
    for position, first in _repeated(ids):
        yield Finding(
            "repeated-id",
            at(path, *route, position, key),
            msg(
                '{key}: entries {first} and {second} are both "{name}"',
                key=key,
                first=first + 1,
                second=position + 1,
                name=ids[position],
            ),
            msg("Give one of the two another name, or delete it."),
        )


def _repeated(things: Iterable[Hashable]) -> Iterator[tuple[int, int]]:
    """The position of everything that came before, with the position where it first did."""
    firsts: dict[Hashable, int] = {}
    for position, thing in enumerate(things):
        first = firsts.setdefault(thing, position)
        if first != position:
            yield position, first


def _repeated_members(pair_id: PairId, pair: Pair) -> Iterator[Finding]:
    for position in repeated_members(pair):
        yield Finding(
            "repeated-member",
            at(pair_path(pair_id), "members", position, "person"),
            msg('"{name}" is in the pair twice', name=pair.members[position].person),
            msg(
                "Delete one of the two. Whoever left and came back has until: in the first "
                "entry and from: in the second."
            ),
        )
