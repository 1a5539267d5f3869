"""Who takes part in a matching, and who does not and why."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from telemaco.matching.participants import Participant
from telemaco.matching.waiting import runs_waited
from telemaco.messages import Message, msg, msg_n
from telemaco.model.community import Community
from telemaco.model.overlap import Season, free_slots, seasons
from telemaco.model.room import helping_roles, mentees_led, room_of
from telemaco.model.standing import current_members, is_current, waiting_or_withdrawn
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.layout import PairId
from telemaco.records.pair import Pair, PairRole
from telemaco.records.person import Enrolment, EnrolmentStatus, Person
from telemaco.records.program import Program, ProgramKind, Role

_COUNTING = frozenset(
    {
        EnrolmentStatus.APPLIED,
        EnrolmentStatus.ACCEPTED,
        EnrolmentStatus.WAITING,
        EnrolmentStatus.MATCHED,
        EnrolmentStatus.PAUSED,
    }
)
_NOT_READY = frozenset({EnrolmentStatus.APPLIED, EnrolmentStatus.PAUSED})
_A_YEAR = timedelta(days=364)


@dataclass(frozen=True, slots=True)
class Aside:
    """Somebody enrolled whom this matching leaves alone, and why."""

    person: PersonId
    role: Role
    reason: Message


@dataclass(frozen=True, slots=True)
class Roster:
    """Who takes part, each side in the order of the ids.

    In a peer circle everybody is in `mentees`. `asides` are those who might take part and do
    not. `undecided` counts people who applied and were neither accepted nor declined;
    `pairs_left` is how many pairs or groups the program still takes, None when it does not say.
    `full` are those among the asides who have as many mentees as they take, each with room for
    one more than that.
    """

    mentors: tuple[Participant, ...]
    mentees: tuple[Participant, ...]
    asides: tuple[Aside, ...]
    undecided: int
    pairs_left: int | None
    full: tuple[Participant, ...] = ()

    @property
    def ids(self) -> frozenset[PersonId]:
        """Everybody who takes part, on whatever side."""
        return frozenset(one.id for one in (*self.mentors, *self.mentees))


def roster(community: Community, program_id: ProgramId, today: date) -> Roster:
    """Who takes part in the program's matching on a day.

    Accepted and waiting people, and matched mentors who have room left, unless they are paused
    or already in a current pair of the program.
    """
    program = community.programs[program_id]
    entries = list(_entries(community, program_id, today))
    times = _seasons(program, [person for _, person, _ in entries], today)
    current = _current_pairs(community, program_id)
    led, served = mentees_led(current.values()), _members(current, program)
    waited = runs_waited(community, program_id, today)
    mentors: list[Participant] = []
    mentees: list[Participant] = []
    asides: list[Aside] = []
    full: list[Participant] = []
    undecided = 0
    for person_id, person, enrolment in entries:
        helps = enrolment.role in helping_roles(program)
        if not helps and person_id in served:
            continue
        undecided += enrolment.status is EnrolmentStatus.APPLIED
        reason = _reason(person_id, person, enrolment, today, helps=helps)
        load = led[person_id] if helps else 0
        room = room_of(program, enrolment, load) if helps else 0
        if reason is None and helps and room <= 0:
            reason = _no_room(program, enrolment, load)
            if room == 0 and load and program.kind is not ProgramKind.GROUP:
                full.append(_participant(person_id, person, enrolment, (1, load), times))
        if reason:
            asides.append(Aside(person_id, enrolment.role, reason))
        elif helps:
            mentors.append(_participant(person_id, person, enrolment, (room, load), times))
        else:
            mentees.append(_participant(person_id, person, enrolment, (0, 0), times))
    asides += _facilitators(community, program_id, current, today)
    most = program.capacity.pairs
    left = None if most is None else max(0, most - len(current))
    return Roster(
        tuple(replace(one, waited=waited[one.id]) for one in mentors),
        tuple(replace(one, waited=waited[one.id]) for one in mentees),
        tuple(asides),
        undecided,
        left,
        tuple(full),
    )


def _entries(
    community: Community, program_id: ProgramId, today: date
) -> Iterator[tuple[PersonId, Person, Enrolment]]:
    """Every enrolment that may count, one for a person and side: one that is ready if there is."""
    helping = helping_roles(community.programs[program_id])
    roles = _roles(community.programs[program_id])
    for person_id, person in sorted(community.people.items()):
        seen: set[bool] = set()
        for enrolment in sorted(person.enrolments, key=lambda one: one.status in _NOT_READY):
            over = enrolment.until is not None and enrolment.until < today
            if enrolment.program != program_id or enrolment.role not in roles or over:
                continue
            helps = enrolment.role in helping
            if enrolment.status in _COUNTING and helps not in seen:
                seen.add(helps)
                yield person_id, person, enrolment


def _facilitators(
    community: Community, program_id: ProgramId, current: dict[PairId, Pair], today: date
) -> Iterator[Aside]:
    """Who would facilitate a circle and is in none: a circle is matched without them."""
    if community.programs[program_id].kind is not ProgramKind.PEER_CIRCLE:
        return
    placed = {member.person for pair in current.values() for member in current_members(pair)}
    for person_id, person in sorted(community.people.items()):
        for enrolment in person.enrolments:
            takes_part = enrolment.program == program_id and enrolment.status in _COUNTING
            over = enrolment.until is not None and enrolment.until < today
            is_one = enrolment.role is Role.FACILITATOR and takes_part and not over
            if is_one and person_id not in placed:
                reason = _reason(person_id, person, enrolment, today, helps=True)
                yield Aside(person_id, enrolment.role, reason or _BY_HAND)


_BY_HAND = msg(
    "circles are made of peers alone; whoever facilitates one is added by hand, with a line with "
    "role: facilitator among members in its pair.yaml"
)


def _roles(program: Program) -> frozenset[Role]:
    if program.kind is ProgramKind.PEER_CIRCLE:
        return frozenset({Role.PEER})
    return helping_roles(program) | {Role.MENTEE}


def _seasons(program: Program, people: list[Person], today: date) -> tuple[Season, ...]:
    first = max(program.dates.start, today)
    last = max(first, program.dates.end or first + _A_YEAR)
    return seasons({person.timezone for person in people}, first, last)


def _current_pairs(community: Community, program_id: ProgramId) -> dict[PairId, Pair]:
    return {
        pair_id: community.pairs[pair_id]
        for pair_id in community.pairs_of_program.get(program_id, ())
        if is_current(community.pairs[pair_id])
    }


def _members(current: dict[PairId, Pair], program: Program) -> frozenset[PersonId]:
    """Who is looked after already."""
    role = PairRole.PEER if program.kind is ProgramKind.PEER_CIRCLE else PairRole.MENTEE
    members = (member for pair in current.values() for member in current_members(pair))
    return frozenset(member.person for member in members if member.role is role)


def _reason(
    person_id: PersonId, person: Person, enrolment: Enrolment, today: date, *, helps: bool
) -> Message | None:
    if person.paused_until and person.paused_until > today:
        return msg("paused until {day}", day=person.paused_until)
    if enrolment.status is EnrolmentStatus.PAUSED:
        return msg("paused: the enrolment's status says so")
    if enrolment.status is EnrolmentStatus.APPLIED:
        return msg("not accepted: the enrolment's status is applied")
    if enrolment.status is EnrolmentStatus.MATCHED and not helps:
        return msg(
            "the enrolment says matched, but there is no current pair: {advice}",
            advice=waiting_or_withdrawn(enrolment.program, person_id),
        )
    return None


def _no_room(program: Program, enrolment: Enrolment, load: int) -> Message:
    if program.kind is ProgramKind.GROUP and load:
        return msg("in a group already")
    if program.kind is ProgramKind.GROUP:
        return msg(
            "room for {room} at most, and a group needs {least}",
            room=enrolment.capacity or 0,
            least=program.capacity.group_minimum,
        )
    if load:
        return msg_n(
            "no place left: {count} mentee of {room}",
            "no place left: {count} mentees of {room}",
            load,
            room=load + room_of(program, enrolment, load),
        )
    return msg("no place to offer: the capacity is 0")


def _participant(
    person_id: PersonId,
    person: Person,
    enrolment: Enrolment,
    room_and_load: tuple[int, int],
    times: tuple[Season, ...],
) -> Participant:
    ahead = tuple(season[person.timezone] for season in times)
    free = tuple(free_slots(person.availability, minutes) for minutes in ahead)
    return Participant(person_id, person, enrolment, *room_and_load, free, ahead)
