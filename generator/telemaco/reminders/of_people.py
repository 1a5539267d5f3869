"""What is asked of one person, or of the coordinators about them."""

from collections.abc import Iterator
from datetime import date, timedelta

from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.person import EnrolmentStatus, Person
from telemaco.records.program import Role
from telemaco.reminders.of_surveys import surveys_of_person
from telemaco.reminders.question import ALIVE, Question
from telemaco.reminders.values import CheckInKey, CheckInKind

SIGN_UP_DAYS = 7
"""Days in which a sign-up should be answered."""
STILL_AVAILABLE_DAYS = 180
"""Days after which a mentor's file should be confirmed again."""

_AVAILABLE = frozenset({EnrolmentStatus.ACCEPTED, EnrolmentStatus.WAITING, EnrolmentStatus.MATCHED})


def of_person(community: Community, person_id: PersonId, today: date) -> Iterator[Question]:
    """Each sign-up without an answer, and whether a mentor is still available, once it is due."""
    person = community.people[person_id]
    for enrolment in person.enrolments:
        if enrolment.status is EnrolmentStatus.APPLIED and _is_alive(community, enrolment.program):
            since = enrolment.since or person.consent.on
            yield _sign_up(enrolment.program, person_id, person, since)
    is_there = person.paused_until is None or person.paused_until <= today
    if is_there and _confirmed(person) + timedelta(days=STILL_AVAILABLE_DAYS) <= today:
        program = _program_as_mentor(community, person)
        if program is not None:
            yield _still_available(program, person_id, person)
    if is_there:
        yield from surveys_of_person(community, person_id, today)


def _is_alive(community: Community, program_id: ProgramId) -> bool:
    program = community.programs.get(program_id)
    return program is not None and program.status in ALIVE


def _sign_up(program: ProgramId, person_id: PersonId, person: Person, since: date) -> Question:
    text = msg(
        "{name} applied on {day} and has no answer. Decide: telemaco accept {program} {person}",
        name=person.name,
        day=since,
        program=program,
        person=person_id,
    )
    return Question(
        CheckInKey(program, person_id, since, CheckInKind.SIGN_UP),
        since + timedelta(days=SIGN_UP_DAYS),
        (),
        text,
        text,
    )


def _still_available(program: ProgramId, person_id: PersonId, person: Person) -> Question:
    confirmed = _confirmed(person)
    return Question(
        CheckInKey(program, person_id, confirmed, CheckInKind.STILL_AVAILABLE),
        confirmed + timedelta(days=STILL_AVAILABLE_DAYS),
        (person_id,),
        msg("Your entry was last confirmed on {day}. Are you still available?", day=confirmed),
        msg(
            "The entry of {name} was last confirmed on {day}. Ask about it, or pause the entry.",
            name=person.name,
            day=confirmed,
        ),
    )


def _confirmed(person: Person) -> date:
    return person.confirmed or person.consent.on


def _program_as_mentor(community: Community, person: Person) -> ProgramId | None:
    """The first program in which the person is a mentor: one question is enough."""
    return next(
        (
            enrolment.program
            for enrolment in person.enrolments
            if enrolment.role is Role.MENTOR
            and enrolment.status in _AVAILABLE
            and _is_alive(community, enrolment.program)
        ),
        None,
    )
