"""Members of a pair take part in its program, and stand there as the pair's status says."""

from collections.abc import Iterator

from telemaco.findings import Finding, Severity
from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.model.copies import copies
from telemaco.model.standing import (
    ENROLLED_AS,
    TAKEN,
    is_completed,
    paired_in,
    pairs_in,
    waiting_or_withdrawn,
)
from telemaco.model.wording import STATUSES
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.layout import Kind, PairId, pair_path, person_path
from telemaco.records.pair import Member, PairStatus
from telemaco.records.person import Enrolment, EnrolmentStatus, Person
from telemaco.records.program import ProgramStatus
from telemaco.rules.membership import has_sure_members, repeated_members
from telemaco.rules.naming import at, is_program
from telemaco.rules.roles import fits_kind

_TO_BE_PROPOSED = TAKEN | {EnrolmentStatus.WAITING}
_OVER = frozenset({ProgramStatus.COMPLETED, ProgramStatus.CANCELLED, ProgramStatus.ARCHIVED})


def members_take_part(community: Community) -> Iterator[Finding]:
    """Every member is enrolled in the program, and accepted before anything begins."""
    for pair_id, pair in community.pairs.items():
        program = community.programs.get(pair_id.program)
        if pair.status is PairStatus.CANCELLED or program is None or any(repeated_members(pair)):
            continue
        allowed = _TO_BE_PROPOSED if pair.status is PairStatus.PROPOSED else TAKEN
        for position, member in enumerate(pair.members):
            person = community.people.get(member.person)
            if person is None:
                continue
            enrolments = [entry for entry in person.enrolments if entry.program == pair_id.program]
            fitting = [entry for entry in enrolments if entry.role in ENROLLED_AS[member.role]]
            is_fine = any(entry.status in allowed for entry in fitting)
            if is_fine or _has_unknown_program(community, person):
                continue
            if not fitting:
                if not enrolments or fits_kind(pair, program.kind):
                    yield _not_enrolled(pair_id, position, member, enrolments)
            elif _must_be_accepted(pair.status, member):
                yield _not_accepted(pair_id, position, member, fitting[0])


def matched_people_have_pairs(community: Community) -> Iterator[Finding]:
    """Whoever is said to be matched is in a pair that is not over."""
    if community.is_unread(Kind.PAIR):
        return
    unsure = _programs_not_read_whole(community)
    paired = {program: paired_in(community, program) for program in community.pairs_of_program}
    twice = copies(community.people)
    for person_id, person in community.people.items():
        for position, enrolment in enumerate(person.enrolments):
            if (
                enrolment.status is EnrolmentStatus.MATCHED
                and person_id not in twice
                and person_id not in paired.get(enrolment.program, ())
                and enrolment.program not in unsure
                and _goes_on(community, enrolment.program)
            ):
                yield _without_pair(community, person_id, position, enrolment)


def _has_unknown_program(community: Community, person: Person) -> bool:
    return any(not is_program(community, entry.program) for entry in person.enrolments)


def _must_be_accepted(status: PairStatus, member: Member) -> bool:
    is_open = status not in {PairStatus.COMPLETED, PairStatus.ENDED_EARLY}
    return is_open and member.end is None


def _not_enrolled(
    pair_id: PairId, position: int, member: Member, enrolments: list[Enrolment]
) -> Finding:
    facts = {"name": member.person, "program": pair_id.program, "role": member.role.value}
    message = (
        msg(
            '"{name}" is {role} here, but takes part in {program} as {other}',
            **facts,
            other=enrolments[0].role.value,
        )
        if enrolments
        else msg('"{name}" is not enrolled in {program}', **facts)
    )
    return Finding(
        "not-enrolled",
        at(pair_path(pair_id), "members", position, "person"),
        message,
        msg("Add the place to enrolments in {path}.", path=person_path(member.person)),
    )


def _not_accepted(pair_id: PairId, position: int, member: Member, enrolment: Enrolment) -> Finding:
    return Finding(
        "not-accepted",
        at(pair_path(pair_id), "members", position, "person"),
        msg(
            '"{name}" is a member, but in {program} their status is {status}, not accepted '
            "or matched",
            name=member.person,
            program=pair_id.program,
            status=STATUSES[enrolment.status],
        ),
        msg(
            "Change the status in {path}, or take {name} out of the pair.",
            path=person_path(member.person),
            name=member.person,
        ),
    )


def _programs_not_read_whole(community: Community) -> set[str]:
    """Programs in whose pairs somebody may be whom the files do not tell."""
    unread = {names[0] for names in community.unread.get(Kind.PAIR, ())}
    unknown = {
        pair_id.program
        for pair_id, pair in community.pairs.items()
        if not has_sure_members(community, pair)
    }
    return unread | unknown


def _goes_on(community: Community, program_id: ProgramId) -> bool:
    program = community.programs.get(program_id)
    return program is not None and program.status not in _OVER


def _without_pair(
    community: Community, person_id: PersonId, position: int, enrolment: Enrolment
) -> Finding:
    pairs = pairs_in(community, enrolment.program, person_id)
    hint = (
        msg(
            "Their pair completed: telemaco close {program} brings their place up to date.",
            program=enrolment.program,
        )
        if any(map(is_completed, pairs))
        else msg("{advice}.", advice=waiting_or_withdrawn(enrolment.program, person_id))
    )
    return Finding(
        "matched-without-pair",
        at(person_path(person_id), "enrolments", position, "status"),
        msg(
            "status: matched, but {name} is in no pair of {program} that goes on",
            program=enrolment.program,
            name=person_id,
        ),
        hint,
        Severity.WARNING,
    )
