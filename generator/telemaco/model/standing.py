"""Which pairs take up their members' time, who belongs to them, and who has yet to agree."""

from collections.abc import Mapping, Sequence
from datetime import date

from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.pair import EndReason, Member, Pair, PairRole, PairStatus
from telemaco.records.person import EnrolmentStatus
from telemaco.records.program import Role

CURRENT = frozenset(
    {PairStatus.PROPOSED, PairStatus.CONFIRMED, PairStatus.ACTIVE, PairStatus.PAUSED}
)
"""A pair that stands so is not over, whether it has begun or not."""

ENROLLED_AS: Mapping[PairRole, frozenset[Role]] = {
    PairRole.MENTOR: frozenset({Role.MENTOR}),
    PairRole.CO_MENTOR: frozenset({Role.MENTOR, Role.FACILITATOR}),
    PairRole.MENTEE: frozenset({Role.MENTEE}),
    PairRole.PEER: frozenset({Role.PEER}),
    PairRole.FACILITATOR: frozenset({Role.FACILITATOR, Role.MENTOR, Role.PEER}),
}
"""By which places in a program people may be what they are in a pair."""

TAKEN = frozenset({EnrolmentStatus.ACCEPTED, EnrolmentStatus.MATCHED, EnrolmentStatus.PAUSED})
"""Whoever stands so in a program may belong to a pair of it that is confirmed."""

OVER = frozenset({EnrolmentStatus.WITHDRAWN, EnrolmentStatus.DECLINED, EnrolmentStatus.COMPLETED})
"""Whoever stands so in a program no longer takes part, and can apply for it again."""


_TURNED_AWAY = frozenset({EnrolmentStatus.WITHDRAWN, EnrolmentStatus.DECLINED})
_NOT_AGREED = frozenset({PairStatus.PROPOSED, PairStatus.CANCELLED})


def is_current(pair: Pair) -> bool:
    """Whether the pair is proposed, or under way, or rests: it counts against capacities."""
    return pair.status in CURRENT


def outcome_of(pair: Pair) -> PairStatus:
    """The pair's status, for whoever counts: one that ended early with its goals reached completed.

    Whoever says how a pair came out asks here, so that all figures and pages say the same.
    """
    if pair.status is PairStatus.ENDED_EARLY and pair.reason is EndReason.GOALS_REACHED:
        return PairStatus.COMPLETED
    return pair.status


def is_completed(pair: Pair) -> bool:
    """Whether the pair came to its proper end, early or not: whoever reached their goals did."""
    return outcome_of(pair) is PairStatus.COMPLETED


def left_early(pair: Pair) -> bool:
    """Whether the pair ended before its time, for any reason but that its goals were reached."""
    return outcome_of(pair) is PairStatus.ENDED_EARLY


def members_on(pair: Pair, day: date) -> tuple[Member, ...]:
    """Who belongs to the pair on the day."""
    return tuple(member for member in pair.members if is_member_on(member, day))


def is_member_on(member: Member, day: date) -> bool:
    """Whether the day is one of those on which the member belongs to the pair."""
    return (member.start or day) <= day <= (member.end or day)


def current_members(pair: Pair) -> tuple[Member, ...]:
    """Who has not left the pair: of whom it does not say until when they belong to it."""
    return tuple(member for member in pair.members if member.end is None)


def belongs_to(pair: Pair, person: PersonId) -> bool:
    """Whether the pair is not over and the person has not left it."""
    return is_current(pair) and any(one.person == person for one in current_members(pair))


def paired_in(community: Community, program: ProgramId) -> frozenset[PersonId]:
    """Who belongs to a pair of the program that is not over.

    Whoever asks whether somebody has a partner asks here, or `belongs_to` of one pair.
    """
    return frozenset(
        member.person
        for pair_id in community.pairs_of_program.get(program, ())
        if is_current(community.pairs[pair_id])
        for member in current_members(community.pairs[pair_id])
    )


def takes_no_part(community: Community, person_id: PersonId) -> bool:
    """Whether somebody applied, was declined or withdrew each time, and was in no pair.

    Whoever coordinates takes part. A pair that was only proposed, or was cancelled, is none.
    """
    enrolments = community.people[person_id].enrolments
    return (
        bool(enrolments)
        and all(enrolment.status in _TURNED_AWAY for enrolment in enrolments)
        and all(
            community.pairs[pair].status in _NOT_AGREED
            for pair in community.pairs_of_person.get(person_id, ())
        )
        and person_id not in community.settings.coordinators
        and not any(person_id in one.coordinators for one in community.programs.values())
    )


def waiting_or_withdrawn(program: ProgramId, person: PersonId) -> Message:
    """What to do about somebody who is called matched and is in no pair any more."""
    return msg(
        "telemaco accept {program} {person} --as waiting if they look for a partner, --as "
        "withdrawn if not",
        program=program,
        person=person,
    )


def pairs_in(community: Community, program: ProgramId, person: PersonId) -> Sequence[Pair]:
    """The pairs of a program in which somebody is or was a member, in the order of their ids."""
    ids = community.pairs_of_person.get(person, ())
    return [community.pairs[one] for one in ids if one.program == program]


def unconfirmed(pair: Pair) -> tuple[PersonId, ...]:
    """The members who have not said that they agree to the pair; not those who have left it."""
    return tuple(member.person for member in current_members(pair) if not member.confirmed)
