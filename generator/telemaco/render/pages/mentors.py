"""Who can be asked: the mentors who may be listed, and how much room they have.

Room that is left says how many somebody accompanies: it is told of those only who publish `pairs`,
and where one can apply, since it is of no use elsewhere.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from telemaco.model.community import Community
from telemaco.model.program_steps import can_apply_on
from telemaco.model.standing import current_members, is_current
from telemaco.model.vocabulary.spelling import plain_letters
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.pair import PairRole
from telemaco.records.person import Enrolment, EnrolmentStatus, Person
from telemaco.records.program import Program, ProgramStatus, Role
from telemaco.render.pages.published import allows

STALE_AFTER = timedelta(days=365)
"""Without a word from somebody for so long, nobody is sent to them."""

_TAKING_PART = frozenset({EnrolmentStatus.ACCEPTED, EnrolmentStatus.MATCHED})
_OVER = frozenset({ProgramStatus.COMPLETED, ProgramStatus.CANCELLED, ProgramStatus.ARCHIVED})
_LEADING = frozenset({PairRole.MENTOR, PairRole.CO_MENTOR})


@dataclass(frozen=True, slots=True)
class Mentor:
    """A mentor who may be listed: their places in programs, and room left in each.

    Room is None of who does not publish `pairs`, for nothing may hang on the pairs they have, and
    where nobody can apply; `is_open` says whether one can in any of the programs.
    """

    id: PersonId
    person: Person
    rooms: tuple[tuple[ProgramId, int | None], ...]
    is_open: bool

    @property
    def room(self) -> int | None:
        """How many more people they take, if that may be told."""
        known = [room for _program, room in self.rooms if room is not None]
        return sum(known) if known else None


def listed_mentors(community: Community, today: date) -> tuple[Mentor, ...]:
    """The mentors of all programs that are not over: by room, then by name.

    First are those with room, then who does not tell, then those without, and last those whose
    programs nobody can apply for. Listed is who offers something, publishes a name and the offer,
    is not paused, and said within a year that their file is right.
    """
    busy = _mentees_of(community)
    found = [
        Mentor(person_id, person, rooms, _is_open(community, person, today))
        for person_id, person in community.people.items()
        if person.offers and allows(person, "name", "offers") and is_reachable(person, today)
        if (rooms := tuple(_rooms(community, person_id, person, busy, today)))
    ]
    return tuple(
        sorted(
            found,
            key=lambda mentor: (
                _by_room(mentor),
                plain_letters(mentor.person.name),
                mentor.id,
            ),
        )
    )


def has_current_program(community: Community) -> bool:
    """Whether there is a program that people know of and that is not over."""
    past_or_future = {*_OVER, ProgramStatus.DRAFT}
    return any(one.status not in past_or_future for one in community.programs.values())


def unlisted_mentors(community: Community, today: date) -> Counter[ProgramId]:
    """How many mentors do not publish a name and an offer, by program, room or not."""
    return Counter(
        enrolment.program
        for person in community.people.values()
        if not (person.offers and allows(person, "name", "offers")) and is_reachable(person, today)
        for enrolment in _places(community, person)
    )


def is_reachable(person: Person, today: date) -> bool:
    """Whether somebody can be asked today: not paused, and heard of within a year."""
    if person.paused_until and person.paused_until > today:
        return False
    return (person.confirmed or person.consent.on) >= today - STALE_AFTER


def _by_room(mentor: Mentor) -> int:
    if not mentor.is_open:
        return 3
    if mentor.room is None:
        return 1
    return 0 if mentor.room else 2


def _is_open(community: Community, person: Person, today: date) -> bool:
    return any(
        can_apply_on(community.programs[one.program], today) for one in _places(community, person)
    )


def _rooms(
    community: Community,
    person_id: PersonId,
    person: Person,
    busy: Counter[tuple[PersonId, ProgramId]],
    today: date,
) -> Iterable[tuple[ProgramId, int | None]]:
    is_told = allows(person, "pairs")
    for enrolment in _places(community, person):
        name, program = enrolment.program, community.programs[enrolment.program]
        room = max(0, _capacity(enrolment, program) - busy[person_id, name])
        yield name, room if is_told and can_apply_on(program, today) else None


def _places(community: Community, person: Person) -> Iterable[Enrolment]:
    """What somebody mentors in that is not over."""
    for enrolment in person.enrolments:
        program = community.programs.get(enrolment.program)
        if program is not None and _mentors_in(enrolment, program):
            yield enrolment


def _mentors_in(enrolment: Enrolment, program: Program) -> bool:
    return (
        enrolment.role is Role.MENTOR
        and enrolment.status in _TAKING_PART
        and program.status not in _OVER
    )


def _capacity(enrolment: Enrolment, program: Program) -> int:
    return program.capacity.mentor_default if enrolment.capacity is None else enrolment.capacity


def _mentees_of(community: Community) -> Counter[tuple[PersonId, ProgramId]]:
    found: Counter[tuple[PersonId, ProgramId]] = Counter()
    for pair_id, pair in community.pairs.items():
        if not is_current(pair):
            continue
        members = current_members(pair)
        mentees = sum(member.role is PairRole.MENTEE for member in members)
        for member in members:
            if member.role in _LEADING:
                found[member.person, pair_id.program] += mentees
    return found
