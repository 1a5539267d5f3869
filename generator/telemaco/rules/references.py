"""Names in one file that stand for another file."""

from collections.abc import Iterable, Iterator

from telemaco.findings import Finding, Location
from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.model.similar import closest
from telemaco.records.layout import Kind, person_path


def programs_of_enrolments(community: Community) -> Iterator[Finding]:
    """A person enrols in a program that exists."""
    for person_id, person in community.people.items():
        for position, enrolment in enumerate(person.enrolments):
            name = enrolment.program
            if name in community.programs or community.is_unread(Kind.PROGRAM, name):
                continue
            yield _unknown(
                "unknown-program",
                Location(person_path(person_id), route=("enrolments", position, "program")),
                msg("there is no program {name}", name=name),
                name,
                community.programs,
            )


def _unknown(
    code: str, location: Location, message: Message, name: str, known: Iterable[str]
) -> Finding:
    meant = closest(name, known)
    hint = msg("Did you mean {meant}?", meant=meant) if meant else None
    return Finding(code, location, message, hint)
