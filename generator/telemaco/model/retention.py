"""Whose time in the community is over, so that nothing of them has to be kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from telemaco.model.community import Community
from telemaco.model.standing import OVER, belongs_to
from telemaco.records.base import PersonId
from telemaco.records.person import Person

FORGOTTEN = "former-"
"""How the names begin that stand for people who were forgotten."""
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Due:
    """Somebody to be forgotten, and the last day on which they took part."""

    person: PersonId
    last: date


def due_people(community: Community, today: date) -> tuple[Due, ...]:
    """Who took part last so many months ago as `privacy.retention_months` says, longest first.

    Nobody where it says nothing; coordinators, people in a pair that goes on, and those with a
    place in a program are left out, and so is who was forgotten already.
    """
    months = community.settings.privacy.retention_months
    if months is None:
        return ()
    found = (
        Due(person_id, last)
        for person_id in community.people
        if not person_id.startswith(FORGOTTEN)
        and may_be_forgotten(community, person_id)
        and (last := _last_day(community, person_id)) is not None
        and _later(last, months) <= today
    )
    return tuple(sorted(found, key=lambda due: (due.last, due.person)))


def may_be_forgotten(community: Community, person_id: PersonId) -> bool:
    """Whether nothing goes on that they belong to."""
    return not any(True for _ in what_goes_on(community, person_id))


def what_goes_on(community: Community, person_id: PersonId) -> Iterator[str]:
    """The pairs and programs that they still belong to; where they coordinate, the file says it."""
    for pair_id in community.pairs_of_person.get(person_id, ()):
        pair = community.pairs[pair_id]
        if belongs_to(pair, person_id):
            yield str(pair_id)
    for enrolment in community.people[person_id].enrolments:
        if enrolment.status not in OVER:
            yield enrolment.program
    if person_id in community.settings.coordinators:
        yield "program/community.yaml"
    for program_id, program in community.programs.items():
        if person_id in program.coordinators:
            yield f"program/programs/{program_id}.yaml"


def _last_day(community: Community, person_id: PersonId) -> date | None:
    person = community.people[person_id]
    return max(_days(community, person_id, person), default=None)


def _days(community: Community, person_id: PersonId, person: Person) -> Iterator[date]:
    yield person.consent.on
    yield from (one.until for one in person.enrolments if one.until is not None)
    yield from (one.since for one in person.enrolments if one.since is not None)
    for pair_id in community.pairs_of_person.get(person_id, ()):
        pair = community.pairs[pair_id]
        ends = [one.end for one in pair.members if one.person == person_id]
        yield from (day for day in (*ends, pair.end, pair.start) if day is not None)


def _later(day: date, months: int) -> date:
    """The day so many months later; the first of the month after where there is no such day."""
    count = day.year * _MONTHS + day.month - 1 + months
    try:
        return date(count // _MONTHS, count % _MONTHS + 1, day.day)
    except ValueError:
        return date((count + 1) // _MONTHS, (count + 1) % _MONTHS + 1, 1)
