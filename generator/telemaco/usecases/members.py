"""The places in a program of those who belong to a pair."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from telemaco.model.community import Community
from telemaco.model.standing import ENROLLED_AS, TAKEN, members_on
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.layout import PairId, person_path
from telemaco.records.person import Enrolment, EnrolmentStatus
from telemaco.submissions.draft import EditedFile
from telemaco.yamltext.changes import Set


@dataclass(frozen=True, slots=True)
class Place:
    """Somebody's place in a program: which of their enrolments it is, from 0."""

    person: PersonId
    position: int
    enrolment: Enrolment

    def set_to(self, status: EnrolmentStatus, until: date | None = None) -> EditedFile:
        """The change that gives it another status, and a last day if it has none."""
        route = ("enrolments", self.position)
        last = (Set((*route, "until"), until),) if until and not self.enrolment.until else ()
        return EditedFile(person_path(self.person), (Set((*route, "status"), status.value), *last))


def places_in(community: Community, program: ProgramId, person: PersonId) -> Iterator[Place]:
    """All places that somebody has in the program."""
    for position, enrolment in enumerate(community.people[person].enrolments):
        if enrolment.program == program:
            yield Place(person, position, enrolment)


def places_of(community: Community, pair_id: PairId, today: date) -> tuple[Place, ...]:
    """The places by which the members take part in the pair's program, of those who are read."""
    return tuple(
        place
        for member in members_on(community.pairs[pair_id], today)
        if member.person in community.people
        for place in places_in(community, pair_id.program, member.person)
        if place.enrolment.role in ENROLLED_AS[member.role]
    )


def not_taken(places: Iterable[Place]) -> Place | None:
    """The first that is not accepted, and has no other place by which they are.

    Whoever waits for a partner is accepted: they have none.
    """
    each = tuple(places)
    sure = {
        place.person
        for place in each
        if place.enrolment.status in TAKEN or place.enrolment.status is EnrolmentStatus.WAITING
    }
    return next((place for place in each if place.person not in sure), None)


def waiting_no_more(places: Iterable[Place]) -> tuple[Place, ...]:
    """The places of those who wait, and have no other place by which they are accepted."""
    each = tuple(places)
    sure = {place.person for place in each if place.enrolment.status in TAKEN}
    return tuple(
        place
        for place in each
        if place.enrolment.status is EnrolmentStatus.WAITING and place.person not in sure
    )
