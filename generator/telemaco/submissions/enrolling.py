"""A place in a program, as the forms for joining ask for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.records.base import ProgramId
from telemaco.records.person import Enrolment, EnrolmentStatus, Person
from telemaco.records.program import Role
from telemaco.submissions.answers import number, text_of
from telemaco.submissions.spoken import titled
from telemaco.submissions.values import Filled


@dataclass(frozen=True, slots=True)
class Place:
    """What somebody asks for: the enrolment as the file will have it."""

    program: ProgramId
    role: Role
    value: Mapping[str, Any]


def place_of(filled: Filled, role: Role, today: date) -> Place:
    """The place that was asked for."""
    answers = filled.answers
    program = ProgramId(text_of(answers, "program"))
    prefers = list(answers.get("prefers", ()))
    capacity = number(text_of(answers, "capacity"))
    value = {
        "program": program,
        "role": role.value,
        "status": EnrolmentStatus.APPLIED.value,
        **({"capacity": capacity} if capacity != "" else {}),
        **({"prefers": prefers} if prefers else {}),
        "since": today,
    }
    return Place(program, role, value)


def earlier(enrolments: tuple[Enrolment, ...], place: Place) -> int | None:
    """Which of somebody's enrolments is the same place, from 0."""
    for position, enrolment in enumerate(enrolments):
        if (enrolment.program, enrolment.role) == (place.program, place.role):
            return position
    return None


def there_already(community: Community, place: Place) -> Message:
    """Says that somebody has the place already."""
    title = titled(community, place.program)
    if place.role is Role.MENTOR:
        return msg("you take part in {program} as a mentor already", program=title)
    if place.role is Role.PEER:
        return msg("you take part in {program} as a peer already", program=title)
    return msg("you take part in {program} as a mentee already", program=title)


def takes_part(person: Person, program: ProgramId, role: str) -> bool:
    """Whether somebody has, or had, this place in a program."""
    return any((one.program, one.role.value) == (program, role) for one in person.enrolments)
