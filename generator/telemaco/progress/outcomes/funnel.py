"""How far people came in programs, stage by stage, from their enrolments, pairs and notes."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from typing import NamedTuple

from telemaco.messages import Message, msg
from telemaco.model.attendance import has_notes, sessions_with, was_never_there
from telemaco.model.certificates import gives_certificates, publishes_certificate
from telemaco.model.community import Community
from telemaco.model.moments import break_over
from telemaco.model.recognition import awards_of
from telemaco.model.standing import is_completed
from telemaco.progress.outcomes.intervals import Share
from telemaco.progress.outcomes.pairs import begun
from telemaco.progress.outcomes.values import Figure, Funnel, Stage
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.layout import PairId
from telemaco.records.pair import Member, PairRole, PairStatus
from telemaco.records.person import EnrolmentStatus
from telemaco.records.program import Role

_NOT_ACCEPTED = frozenset(
    {EnrolmentStatus.APPLIED, EnrolmentStatus.DECLINED, EnrolmentStatus.WITHDRAWN}
)
_NOT_AGREED = frozenset({PairStatus.PROPOSED, PairStatus.CANCELLED})
_OF_CERTIFICATES = frozenset({Stage.EARNED, Stage.SHOWN})
_TAKES_PART_AS: Mapping[PairRole, tuple[Role, ...]] = {
    PairRole.MENTOR: (Role.MENTOR,),
    PairRole.CO_MENTOR: (Role.MENTOR, Role.FACILITATOR),
    PairRole.MENTEE: (Role.MENTEE,),
    PairRole.PEER: (Role.PEER,),
    PairRole.FACILITATOR: (Role.FACILITATOR, Role.MENTOR, Role.PEER),
}
"""The roles in a program that a member of a pair may have, the likeliest first."""

NO_NOTES = msg("no session was noted")
NO_MIDPOINT = msg("the program has neither a midpoint nor an end")
NOT_YET = msg("the midpoint is still ahead")


class _Part(NamedTuple):
    """Somebody's part in a program in a role: the highest stage, of those that can be told."""

    person: PersonId
    role: Role
    stage: Stage
    pair: PairId | None = None


def funnels(community: Community, programs: Sequence[ProgramId], today: date) -> tuple[Funnel, ...]:
    """For each role that somebody has, how many people came to each stage.

    A person counts once in each of their roles, at the highest stage they came to, whatever
    number of pairs or programs they were in. The stages:

    - applied: enrolled in the program, whatever the status, or a member of a pair that the
      members agreed to;
    - accepted: the enrolment is none of applied, declined and withdrawn, or they took part in a
      matching, or matched;
    - matched: a member of a pair that is neither proposed nor cancelled;
    - met: there when a session of such a pair was held, while they belonged to it (see
      `telemaco.model.attendance`);
    - midpoint: completed; or met, and on the program's midpoint (without one, the day halfway
      between its first and last) a member of a pair that had begun and not ended, and did not rest;
    - completed: a member, to its end, of a pair that completed or that ended early because its
      goals were reached; not whoever came to none of the sessions that it held;
    - certificate earned: completed, and held the sessions that the program asks for;
    - certificate shown: earned it, and allows that the certificate and the name are published.

    Someone who dropped out stays at the stage they came to, and whoever replaces them counts,
    too. Of programs without any note, `met` cannot be told, and midpoint does not ask for it.
    """
    parts = [part for name in programs for part in _parts(community, name, today)]
    gaps = _gaps(community, programs, today)
    order = [one for one in Stage if one not in _OF_CERTIFICATES or _certify(community, programs)]
    found = ((role, [part for part in parts if part.role is role]) for role in Role)
    return tuple(
        _funnel(community, role, _counts(some, order, gaps), _pairs(community, some, today))
        for role, some in found
        if some
    )


def halfway(community: Community, name: ProgramId) -> date | None:
    """The program's midpoint, else the day halfway; None where its end is open."""
    dates = community.programs[name].dates
    if dates.midpoint or dates.end is None:
        return dates.midpoint
    return dates.start + (dates.end - dates.start) / 2


def _certify(community: Community, programs: Sequence[ProgramId]) -> bool:
    return any(gives_certificates(community, name) for name in programs)


def _counts(
    parts: Sequence[_Part], order: Sequence[Stage], gaps: Mapping[Stage, Message]
) -> dict[Stage, Figure]:
    highest: dict[PersonId, int] = {}
    for part in parts:
        highest[part.person] = max(highest.get(part.person, 0), order.index(part.stage))
    reached = Counter(highest.values())
    return {
        stage: gaps.get(stage) or sum(reached[later] for later in range(place, len(order)))
        for place, stage in enumerate(order)
    }


def _funnel(
    community: Community, role: Role, stages: Mapping[Stage, Figure], pairs: tuple[PairId, ...]
) -> Funnel:
    done = sum(is_completed(community.pairs[pair]) for pair in pairs)
    return Funnel(role, stages, pairs, Share(done, len(pairs)) if pairs else None)


def _pairs(community: Community, parts: Sequence[_Part], today: date) -> tuple[PairId, ...]:
    """The pairs that began and in which somebody has this part."""
    pairs = dict.fromkeys(part.pair for part in parts if part.pair)
    return begun(community, tuple(pairs), today)


def _gaps(community: Community, programs: Sequence[ProgramId], today: date) -> dict[Stage, Message]:
    """The stages that cannot be told of all these programs together, and why.

    A program without any pair has nobody at them.
    """
    begun = [name for name in programs if _has_pairs(community, name)]
    midpoints = [halfway(community, name) for name in begun]
    gaps: dict[Stage, Message] = {}
    if not all(has_notes(community, name) for name in begun):
        gaps[Stage.MET] = NO_NOTES
    if any(midpoint is None for midpoint in midpoints):
        gaps[Stage.MIDPOINT] = NO_MIDPOINT
    elif any(midpoint and midpoint > today for midpoint in midpoints):
        gaps[Stage.MIDPOINT] = NOT_YET
    return gaps


def _has_pairs(community: Community, name: ProgramId) -> bool:
    pairs = community.pairs_of_program.get(name, ())
    return any(community.pairs[pair].status not in _NOT_AGREED for pair in pairs)


def _parts(community: Community, name: ProgramId, today: date) -> Iterator[_Part]:
    are_noted, matched = has_notes(community, name), _in_receipts(community, name)
    roles: dict[PersonId, set[Role]] = {}
    for person_id, person in community.people.items():
        for enrolment in person.enrolments:
            if enrolment.program == name:
                roles.setdefault(person_id, set()).add(enrolment.role)
                taken = enrolment.status not in _NOT_ACCEPTED or person_id in matched
                yield _Part(person_id, enrolment.role, Stage.ACCEPTED if taken else Stage.APPLIED)
    for pair_id in community.pairs_of_program.get(name, ()):
        pair = community.pairs[pair_id]
        if pair.status in _NOT_AGREED:
            continue
        earned = {award.person for award in awards_of(community, pair_id)}
        for member in pair.members:
            stage = _stage(community, pair_id, member, today, are_noted=are_noted)
            if stage is Stage.COMPLETED and member.person in earned:
                is_shown = publishes_certificate(community, member.person)
                stage = Stage.SHOWN if is_shown else Stage.EARNED
            role = _role(member, roles.get(member.person, set()))
            yield _Part(member.person, role, stage, pair_id)


def _in_receipts(community: Community, name: ProgramId) -> AbstractSet[PersonId]:
    """Who took part in a matching of the program, with or without a partner."""
    receipts = [one for key, one in community.receipts.items() if key.program == name]
    return {
        person
        for one in receipts
        for person in (
            *(left.person for left in one.unmatched),
            *(person for pair in one.pairs for person in pair.members),
        )
    }


def _role(member: Member, enrolled: set[Role]) -> Role:
    """The role in the program that goes with the one in the pair."""
    fitting = _TAKES_PART_AS[member.role]
    return next((role for role in fitting if role in enrolled), fitting[0])


def _stage(
    community: Community, pair_id: PairId, member: Member, today: date, *, are_noted: bool
) -> Stage:
    pair = community.pairs[pair_id]
    last = pair.end or today
    if _completed(community, pair_id, member, last):
        return Stage.COMPLETED
    has_met = _has_met(community, pair_id, member, today)
    if are_noted and not has_met:
        return Stage.MATCHED
    midpoint = halfway(community, pair_id.program)
    first, last = member.start or pair.start, member.end or last
    if (
        midpoint is not None
        and midpoint <= today
        and first <= midpoint <= last
        and break_over(community, pair_id, midpoint) is None
    ):
        return Stage.MIDPOINT
    return Stage.MET if has_met else Stage.MATCHED


def _completed(community: Community, pair_id: PairId, member: Member, last: date) -> bool:
    """Whether the pair completed, and they belonged to it to its end and came to it at all."""
    is_to_the_end = member.end is None or member.end >= last
    return (
        is_to_the_end
        and is_completed(community.pairs[pair_id])
        and not was_never_there(community, pair_id, member.person, last)
    )


def _has_met(community: Community, pair_id: PairId, member: Member, today: date) -> bool:
    first = member.start or date.min
    last = min(member.end or today, today)
    there = sessions_with(community, pair_id, member.person)
    return any(first <= session.day <= last for session in there)
