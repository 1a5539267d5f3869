"""How many more people mentors of a program can take."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from telemaco.model.community import Community
from telemaco.model.standing import current_members, is_current, outcome_of, pairs_in
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.pair import Pair, PairRole, PairStatus
from telemaco.records.person import Enrolment, EnrolmentStatus, Person
from telemaco.records.program import Program, ProgramKind, Role

_HELPING = frozenset({PairRole.MENTOR, PairRole.CO_MENTOR, PairRole.FACILITATOR})
_READY = frozenset({EnrolmentStatus.ACCEPTED, EnrolmentStatus.WAITING, EnrolmentStatus.MATCHED})


def helping_roles(program: Program) -> frozenset[Role]:
    """By which places people look after others; none in a circle, where all are alike."""
    match program.kind:
        case ProgramKind.GROUP:
            return frozenset({Role.MENTOR, Role.FACILITATOR})
        case ProgramKind.PEER_CIRCLE:
            return frozenset()
        case _:
            return frozenset({Role.MENTOR})


def mentees_led(pairs: Iterable[Pair]) -> Counter[PersonId]:
    """How many mentees each mentor has in these pairs, of which each goes on."""
    loads: Counter[PersonId] = Counter()
    for pair in pairs:
        members = current_members(pair)
        mentees = sum(member.role is PairRole.MENTEE for member in members)
        for member in members:
            if member.role in _HELPING:
                loads[member.person] += mentees
    return loads


def room_of(program: Program, enrolment: Enrolment, load: int) -> int:
    """How many more mentees somebody takes who has as many as `load`; 0 or less when none.

    In a program of groups it is a group of their own, if they have none yet.
    """
    if program.kind is not ProgramKind.GROUP:
        wanted = enrolment.capacity
        return (program.capacity.mentor_default if wanted is None else wanted) - load
    if load:
        return 0
    most = program.capacity.group_maximum
    room = most if enrolment.capacity is None else min(most, enrolment.capacity)
    return room if room >= program.capacity.group_minimum else 0


def is_full(community: Community, program_id: ProgramId) -> bool:
    """Whether the program has as many pairs as it takes."""
    most = community.programs[program_id].capacity.pairs
    return most is not None and len(_going_on(community, program_id)) >= most


def with_room(community: Community, program_id: ProgramId, today: date) -> frozenset[PersonId]:
    """Who in the program can take one more; nobody in a circle, where people take each other."""
    program = community.programs[program_id]
    loads = mentees_led(_going_on(community, program_id))
    return frozenset(
        person_id
        for person_id, person in community.people.items()
        for enrolment in person.enrolments
        if enrolment.program == program_id
        and enrolment.role in helping_roles(program)
        and _is_ready(person, enrolment, today)
        and room_of(program, enrolment, loads[person_id]) > 0
    )


def tried_before(
    community: Community, program_id: ProgramId, person: PersonId
) -> frozenset[PersonId]:
    """With whom somebody was in a pair of the program that was cancelled or ended early."""
    return frozenset(
        member.person
        for pair in pairs_in(community, program_id, person)
        if outcome_of(pair) in {PairStatus.CANCELLED, PairStatus.ENDED_EARLY}
        for member in pair.members
    )


def _going_on(community: Community, program_id: ProgramId) -> list[Pair]:
    pairs = (community.pairs[one] for one in community.pairs_of_program.get(program_id, ()))
    return [pair for pair in pairs if is_current(pair)]


def _is_ready(person: Person, enrolment: Enrolment, today: date) -> bool:
    rests = person.paused_until is not None and person.paused_until > today
    is_over = enrolment.until is not None and enrolment.until < today
    return enrolment.status in _READY and not rests and not is_over
