"""What people are in a pair and in a program fits the program's kind."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from telemaco.findings import Finding, Severity
from telemaco.messages import Choices, Message, msg
from telemaco.model.community import Community
from telemaco.model.standing import current_members
from telemaco.model.vacancies import lack_of, last_day_whole
from telemaco.records.layout import PairId, pair_path, person_path
from telemaco.records.pair import Member, Pair, PairRole, PairStatus
from telemaco.records.program import ProgramKind, Role
from telemaco.rules.naming import at

_FORMING = frozenset({PairStatus.PROPOSED, PairStatus.CONFIRMED, PairStatus.ACTIVE})
_LEADERS = frozenset({PairRole.MENTOR, PairRole.FACILITATOR})


@dataclass(frozen=True, slots=True)
class _Shape:
    """Who makes up a pair: at least one of each set, the others allowed, and whether only two."""

    needed: tuple[frozenset[PairRole], ...]
    allowed: frozenset[PairRole]
    words: Message
    is_for_two: bool = False
    is_among_equals: bool = False


_TWO = _Shape(
    (frozenset({PairRole.MENTOR}), frozenset({PairRole.MENTEE})),
    frozenset({PairRole.MENTOR, PairRole.MENTEE}),
    msg("one mentor and one mentee"),
    is_for_two=True,
)
_GROUP = _Shape(
    (_LEADERS, frozenset({PairRole.MENTEE})),
    frozenset({PairRole.MENTOR, PairRole.CO_MENTOR, PairRole.FACILITATOR, PairRole.MENTEE}),
    msg("a mentor or a facilitator, and mentees"),
)
_CIRCLE = _Shape(
    (frozenset({PairRole.PEER}),),
    frozenset({PairRole.PEER, PairRole.FACILITATOR}),
    msg("peers, and a facilitator if they want one"),
    is_among_equals=True,
)
_SHAPES: Mapping[ProgramKind, _Shape] = {
    ProgramKind.ONE_TO_ONE: _TWO,
    ProgramKind.REVERSE: _TWO,
    ProgramKind.FLASH: _TWO,
    ProgramKind.GROUP: _GROUP,
    ProgramKind.PEER_CIRCLE: _CIRCLE,
}
_ROLES: Mapping[ProgramKind, tuple[Role, ...]] = {
    ProgramKind.ONE_TO_ONE: (Role.MENTOR, Role.MENTEE),
    ProgramKind.REVERSE: (Role.MENTOR, Role.MENTEE),
    ProgramKind.FLASH: (Role.MENTOR, Role.MENTEE),
    ProgramKind.GROUP: (Role.MENTOR, Role.FACILITATOR, Role.MENTEE),
    ProgramKind.PEER_CIRCLE: (Role.PEER, Role.FACILITATOR),
}


def roles_of_members(community: Community) -> Iterator[Finding]:
    """A pair is made up as the program's kind says."""
    for pair_id, pair in community.pairs.items():
        program = community.programs.get(pair_id.program)
        if program is None or fits_kind(pair, program.kind):
            continue
        last = last_day_whole(pair)
        if last and fits_kind(_as_it_was(pair), program.kind):
            yield _incomplete(pair_id, pair, last)
            continue
        yield Finding(
            "wrong-roles",
            at(pair_path(pair_id), "members"),
            msg(
                "a program of the kind {kind} has {shape}; here are {roles}",
                roles=", ".join(member.role.value for member in _counted(pair)),
                kind=program.kind.value,
                shape=_SHAPES[program.kind].words,
            ),
            msg("Correct the roles. Whoever left has a line until: with their last day."),
        )


def _as_it_was(pair: Pair) -> Pair:
    """The pair with everybody who ever was in it."""
    return pair.model_copy(update={"status": PairStatus.ENDED_EARLY})


def _incomplete(pair_id: PairId, pair: Pair, last: date) -> Finding:
    return Finding(
        "members-left",
        at(pair_path(pair_id), "members"),
        lack_of(pair, last),
        msg(
            "Add who comes after them, with from:, or close it: telemaco close {program} {pair}",
            program=pair_id.program,
            pair=pair_id.pair,
        ),
        Severity.WARNING,
    )


def fits_kind(pair: Pair, kind: ProgramKind) -> bool:
    """Whether the pair is made up as programs of the kind want it."""
    shape = _SHAPES[kind]
    roles = [_role_now(member, pair) for member in _counted(pair)]
    return (
        shape.allowed.issuperset(roles)
        and all(not needed.isdisjoint(roles) for needed in shape.needed)
        and (not shape.is_for_two or len(roles) == len(shape.needed) or pair.status not in _FORMING)
        and (not shape.is_among_equals or roles.count(PairRole.PEER) > 1)
    )


def _role_now(member: Member, pair: Pair) -> PairRole:
    """What the member is: a co-mentor is the mentor of a group that its mentor has left."""
    has_left = any(one.end is not None and one.role in _LEADERS for one in pair.members)
    is_next = member.role is PairRole.CO_MENTOR and has_left
    return PairRole.MENTOR if is_next else member.role


def roles_of_enrolments(community: Community) -> Iterator[Finding]:
    """People take part as something that the program's kind knows."""
    for person_id, person in community.people.items():
        for position, enrolment in enumerate(person.enrolments):
            program = community.programs.get(enrolment.program)
            if program is None or enrolment.role in _ROLES[program.kind]:
                continue
            yield Finding(
                "role-not-in-program",
                at(person_path(person_id), "enrolments", position, "role"),
                msg(
                    "role: nobody takes part as {role} in {program}, a program of the kind {kind}",
                    role=enrolment.role.value,
                    program=enrolment.program,
                    kind=program.kind.value,
                ),
                msg(
                    "Write {roles}.",
                    roles=Choices(tuple(role.value for role in _ROLES[program.kind])),
                ),
            )


def _counted(pair: Pair) -> tuple[Member, ...]:
    """Who is in it now; in a pair that rests or is over, whoever ever was."""
    if pair.status not in _FORMING:
        return pair.members
    return current_members(pair)
