"""Who waits for a partner, and why; and which mentors have nobody."""

from collections.abc import Set as AbstractSet
from datetime import date

from telemaco.messages import Message, msg
from telemaco.model.community import Community, ReceiptId
from telemaco.model.standing import ENROLLED_AS, is_current, left_early, paired_in, pairs_in
from telemaco.progress.values import Idle, Waiting
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.pair import Member, Pair, PairStatus
from telemaco.records.person import Enrolment, EnrolmentStatus
from telemaco.records.program import ProgramKind, ProgramStatus, Role
from telemaco.records.receipt import Receipt

_FREE = frozenset({EnrolmentStatus.ACCEPTED, EnrolmentStatus.WAITING})
_OVER = frozenset({ProgramStatus.COMPLETED, ProgramStatus.CANCELLED, ProgramStatus.ARCHIVED})
_HAVE_ENDED = frozenset({PairStatus.COMPLETED, PairStatus.ENDED_EARLY})
_MAKES_PAIRS = frozenset({ProgramStatus.MATCHING, ProgramStatus.RUNNING})
_NEEDS_A_PARTNER = frozenset({Role.MENTEE, Role.PEER})


def waiting_in(community: Community, program: ProgramId, today: date) -> tuple[Waiting, ...]:
    """Who is accepted, needs a partner and has none; nobody once the program is over.

    Who waits longest comes first.
    """
    if community.programs[program].status in _OVER:
        return ()
    paired = paired_in(community, program)
    receipt = _last_receipt(community, program)
    found = [
        Waiting(
            person_id,
            enrolment.role,
            _days(community, person_id, enrolment, today),
            _reason(community, person_id, enrolment, receipt, today),
        )
        for person_id, person in community.people.items()
        for enrolment in person.enrolments
        if enrolment.program == program
        and enrolment.role in _NEEDS_A_PARTNER
        and enrolment.status in _FREE
        and person_id not in paired
    ]
    return tuple(sorted(found, key=lambda waiting: (-(waiting.days or 0), waiting.person)))


def idle_in(community: Community, program: ProgramId, today: date) -> tuple[Idle, ...]:
    """The mentors who are accepted, have room and have nobody, once pairs are being made.

    Who has had nobody for longest comes first. Whoever rests is left alone.
    """
    record = community.programs[program]
    is_matched = _last_receipt(community, program) is not None
    if not (record.status in _MAKES_PAIRS or (record.status is ProgramStatus.OPEN and is_matched)):
        return ()
    paired = paired_in(community, program)
    found = [
        Idle(person_id, _days(community, person_id, enrolment, today))
        for person_id, person in community.people.items()
        for enrolment in person.enrolments
        if enrolment.program == program
        and enrolment.role is Role.MENTOR
        and enrolment.status in _FREE
        and enrolment.capacity != 0
        and person_id not in paired
        and not (person.paused_until and person.paused_until > today)
    ]
    return tuple(sorted(found, key=lambda one: (-(one.days or 0), one.person)))


def facilitators_in(community: Community, program: ProgramId, today: date) -> tuple[PersonId, ...]:
    """Who is taken on to facilitate a circle and is in none; nobody once the program is over.

    Whoever rests is left alone.
    """
    record = community.programs[program]
    if record.kind is not ProgramKind.PEER_CIRCLE or record.status in _OVER:
        return ()
    placed = {*paired_in(community, program), *left_alone(community, program)}
    return tuple(
        person_id
        for person_id, person in sorted(community.people.items())
        for enrolment in person.enrolments
        if enrolment.program == program
        and enrolment.role is Role.FACILITATOR
        and enrolment.status in {*_FREE, EnrolmentStatus.MATCHED}
        and person_id not in placed
        and not (person.paused_until and person.paused_until > today)
    )


def left_alone(community: Community, program: ProgramId) -> tuple[PersonId, ...]:
    """Who counts as matched and is in no pair of the program since theirs broke off.

    For whoever left a pair that goes on it broke off, too.
    """
    broken = {
        member.person
        for pair_id in community.pairs_of_program.get(program, ())
        for member in community.pairs[pair_id].members
        if left_early(community.pairs[pair_id]) or _has_left(community.pairs[pair_id], member)
    }
    return tuple(
        person_id
        for person_id in sorted(broken - paired_in(community, program))
        if person_id in community.people
        for enrolment in community.people[person_id].enrolments
        if enrolment.program == program and enrolment.status is EnrolmentStatus.MATCHED
    )


def _has_left(pair: Pair, member: Member) -> bool:
    return is_current(pair) and member.end is not None


def _days(community: Community, person: PersonId, enrolment: Enrolment, today: date) -> int | None:
    ended = _ended(community, person, enrolment)
    days = [day for day in (enrolment.since, ended) if day is not None]
    return max((today - max(days)).days, 0) if days else None


def _ended(community: Community, person: PersonId, enrolment: Enrolment) -> date | None:
    """The day on which the last pair ended for somebody that they had by their place."""
    days = [
        day
        for pair in pairs_in(community, enrolment.program, person)
        for member in pair.members
        if (pair.status in _HAVE_ENDED or _has_left(pair, member))
        and member.person == person
        and enrolment.role in ENROLLED_AS[member.role]
        and (day := member.end or pair.end) is not None
    ]
    return max(days, default=None)


def _reason(
    community: Community,
    person: PersonId,
    enrolment: Enrolment,
    receipt: Receipt | None,
    today: date,
) -> Message:
    ended = _ended(community, person, enrolment)
    if ended and not (receipt and receipt.on >= ended and person in _named_in(receipt)):
        if _went_then(community, person, enrolment, ended):
            return msg("they left their group on {day}", day=ended)
        return msg("their match ended on {day}", day=ended)
    if receipt is None:
        return _no_matching_yet(community, enrolment.program, today)
    left = next((one for one in receipt.unmatched if one.person == person), None)
    if left is not None:
        return msg("matching of {day}: {binding}", day=receipt.on, binding=left.binding)
    if person in _named_in(receipt):
        return msg("the proposal of {day} came to nothing", day=receipt.on)
    return msg("came after the matching of {day}", day=receipt.on)


def _went_then(community: Community, person: PersonId, enrolment: Enrolment, day: date) -> bool:
    """Whether what ended for somebody on a day goes on without them."""
    return any(
        member.person == person and member.end == day and _has_left(pair, member)
        for pair in pairs_in(community, enrolment.program, person)
        for member in pair.members
    )


def _named_in(receipt: Receipt) -> AbstractSet[PersonId]:
    """Those for whom the run found a pair, or said why it found none."""
    proposed = {person for pair in receipt.pairs for person in pair.members}
    return proposed | {one.person for one in receipt.unmatched}


def _no_matching_yet(community: Community, program: ProgramId, today: date) -> Message:
    record = community.programs[program]
    closes = record.dates.applications_close
    if record.status is ProgramStatus.OPEN and closes is not None:
        if closes < today:
            return msg("no matching yet; one could apply until {day}", day=closes)
        return msg("no matching yet; one can apply until {day}", day=closes)
    if record.style == "informal":
        return msg("no matching yet; people may find a partner themselves")
    return msg("no matching is on record")


def _last_receipt(community: Community, program: ProgramId) -> Receipt | None:
    ids: list[ReceiptId] = [one for one in community.receipts if one.program == program]
    return community.receipts[max(ids, key=lambda one: one.run)] if ids else None
