"""Nobody and nothing takes more people than there is room for."""

from collections import Counter
from collections.abc import Iterator

from telemaco.findings import Finding, Severity
from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.model.standing import current_members, is_current
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.layout import PairId, pair_path, person_path, program_path
from telemaco.records.pair import Pair, PairRole, PairStatus
from telemaco.records.program import Program, ProgramKind, Role
from telemaco.rules.naming import at

_IN_GROUPS = frozenset({ProgramKind.GROUP, ProgramKind.PEER_CIRCLE})
_LEARNERS = frozenset({PairRole.MENTEE, PairRole.PEER})
_UNDER_WAY = frozenset({PairStatus.CONFIRMED, PairStatus.ACTIVE})


def mentors(community: Community) -> Iterator[Finding]:
    """A mentor has no more pairs than they take."""
    load = _pairs_of_mentors(community)
    for (person_id, program_id), pairs in load.items():
        person = community.people.get(person_id)
        program = community.programs.get(program_id)
        if person is None or program is None:
            continue
        for position, enrolment in enumerate(person.enrolments):
            if (enrolment.program, enrolment.role) != (program_id, Role.MENTOR):
                continue
            room = enrolment.capacity
            if room is None and program.kind not in _IN_GROUPS:
                room = program.capacity.mentor_default
            if room is not None and pairs > room:
                yield _over_capacity(person_id, position, pairs, room, program_id)


def groups(community: Community) -> Iterator[Finding]:
    """A group is neither too small nor too large."""
    for pair_id, pair in community.pairs.items():
        program = community.programs.get(pair_id.program)
        if program is not None and program.kind in _IN_GROUPS and is_current(pair):
            yield from _size(pair_id, pair, program)


def programs(community: Community) -> Iterator[Finding]:
    """A program has no more pairs than it has room for, and its limits make sense."""
    for program_id, program in community.programs.items():
        capacity = program.capacity
        if capacity.group_minimum > capacity.group_maximum:
            yield Finding(
                "group-limits",
                at(program_path(program_id), "capacity"),
                msg(
                    "group_minimum: {least} is more than group_maximum, {most}",
                    least=capacity.group_minimum,
                    most=capacity.group_maximum,
                ),
                msg("Correct one of the two; left out, they are 2 and 6."),
            )
        pairs = community.pairs_of_program.get(program_id, ())
        current = sum(is_current(community.pairs[pair_id]) for pair_id in pairs)
        if capacity.pairs is not None and current > capacity.pairs:
            yield Finding(
                "program-full",
                at(program_path(program_id), "capacity", "pairs"),
                msg(
                    "capacity.pairs: {room}, but {count} pairs go on",
                    room=capacity.pairs,
                    count=current,
                ),
                msg("Write a larger number, or end pairs that no longer meet."),
            )


def _pairs_of_mentors(community: Community) -> Counter[tuple[PersonId, ProgramId]]:
    return Counter(
        (member.person, pair_id.program)
        for pair_id, pair in community.pairs.items()
        if is_current(pair)
        for member in current_members(pair)
        if member.role is PairRole.MENTOR
    )


def _over_capacity(
    person_id: PersonId, position: int, pairs: int, room: int, program_id: ProgramId
) -> Finding:
    return Finding(
        "mentor-over-capacity",
        at(person_path(person_id), "enrolments", position, "capacity"),
        msg(
            "pairs of {name} in {program}: {count}; capacity: {room}",
            name=person_id,
            count=pairs,
            program=program_id,
            room=room,
        ),
        msg("Write capacity: {count} if they agree, or end a pair.", count=pairs),
    )


def _size(pair_id: PairId, pair: Pair, program: Program) -> Iterator[Finding]:
    capacity = program.capacity
    size = sum(member.role in _LEARNERS for member in current_members(pair))
    place = at(pair_path(pair_id), "members")
    if capacity.group_minimum > capacity.group_maximum:
        return
    if size > capacity.group_maximum:
        yield Finding(
            "group-too-large",
            place,
            msg(
                "mentees or peers in the group: {count}; the program allows {most}",
                count=size,
                most=capacity.group_maximum,
            ),
            msg("Make two groups, or raise capacity.group_maximum in the program's file."),
        )
    if size < capacity.group_minimum and pair.status in _UNDER_WAY:
        yield Finding(
            "group-too-small",
            place,
            msg(
                "mentees or peers in the group: {count}; the program wants {least} at least",
                count=size,
                least=capacity.group_minimum,
            ),
            msg("Add people, or join it with another group."),
            Severity.WARNING,
        )
