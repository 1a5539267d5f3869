"""What a program asks people about how it went: which survey, at which moment, of whom."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from telemaco.model.community import Community
from telemaco.model.instruments import survey_in
from telemaco.records.base import PersonId, ProgramId, SurveyId
from telemaco.records.pair import PairRole, PairStatus
from telemaco.records.person import EnrolmentStatus
from telemaco.records.program import Moment, Program, ProgramKind, Role
from telemaco.records.survey import Survey

MOMENTS = tuple(Moment)
"""The moments in the order in which they come."""
PART = {
    PairRole.MENTOR: Role.MENTOR,
    PairRole.CO_MENTOR: Role.MENTOR,
    PairRole.MENTEE: Role.MENTEE,
    PairRole.PEER: Role.PEER,
    PairRole.FACILITATOR: Role.FACILITATOR,
}
"""What members of a pair are asked as."""
_BEGAN = frozenset(PairStatus) - {PairStatus.PROPOSED, PairStatus.CONFIRMED, PairStatus.CANCELLED}
_OF_SOME = frozenset({Moment.EXIT, Moment.UNMATCHED})
_NAMED_FOR_SOME = frozenset({SurveyId("exit"), SurveyId("unmatched")})
_WAITING = frozenset({EnrolmentStatus.ACCEPTED, EnrolmentStatus.WAITING})


@dataclass(frozen=True, slots=True)
class Asked:
    """A survey that a program asks; `moment` is None where only answers say that it was asked."""

    id: SurveyId
    survey: Survey
    moment: Moment | None
    roles: tuple[Role, ...]


def asked_in(community: Community, program_id: ProgramId) -> tuple[Asked, ...]:
    """The surveys of a program by their moments, then those that it does not list any more."""
    listed = tuple(sorted(_listed(community, program_id), key=_place))
    return (*listed, *_unlisted(community, program_id, {one.id for one in listed}))


def is_of_some(asked: Asked) -> bool:
    """Whether it is put to those alone who left, or who found nobody.

    One that a program lists no more is known by its name.
    """
    return asked.id in _NAMED_FOR_SOME if asked.moment is None else asked.moment in _OF_SOME


def invited(
    community: Community, program_id: ProgramId, asked: Asked, role: Role
) -> frozenset[PersonId]:
    """Those for whom the survey is or was, as far as they take part as this."""
    if role not in asked.roles:
        return frozenset()
    if asked.moment is Moment.UNMATCHED:
        return frozenset(
            person
            for person in community.people
            if is_unmatched(community, program_id, person, role)
        )
    statuses = {PairStatus.ENDED_EARLY} if asked.moment is Moment.EXIT else _BEGAN
    return frozenset(
        member.person
        for pair_id in community.pairs_of_program.get(program_id, ())
        if community.pairs[pair_id].status in statuses
        for member in community.pairs[pair_id].members
        if PART[member.role] is role
    )


def roles_in(program: Program) -> tuple[Role, ...]:
    """What people take part as in a program of this kind."""
    match program.kind:
        case ProgramKind.PEER_CIRCLE:
            return (Role.PEER, Role.FACILITATOR)
        case ProgramKind.GROUP:
            return (Role.MENTOR, Role.MENTEE, Role.FACILITATOR)
        case _:
            return (Role.MENTOR, Role.MENTEE)


def is_unmatched(
    community: Community, program_id: ProgramId, person_id: PersonId, role: Role
) -> bool:
    """Whether somebody was accepted as this and is in no pair of the program that goes ahead."""
    is_waiting = any(
        enrolment.program == program_id and enrolment.role is role and enrolment.status in _WAITING
        for enrolment in community.people[person_id].enrolments
    )
    return is_waiting and all(
        pair_id.program != program_id or community.pairs[pair_id].status is PairStatus.CANCELLED
        for pair_id in community.pairs_of_person.get(person_id, ())
    )


def _listed(community: Community, program_id: ProgramId) -> Iterator[Asked]:
    program = community.programs.get(program_id)
    if program is None:
        return
    for evaluation in program.evaluation:
        survey = survey_in(community, evaluation.survey)
        if survey:
            there = evaluation.roles or roles_in(program)
            roles = tuple(role for role in survey.roles if role in there)
            yield Asked(evaluation.survey, survey, evaluation.at, roles)


def _unlisted(
    community: Community, program_id: ProgramId, listed: AbstractSet[SurveyId]
) -> Iterator[Asked]:
    answered = {one.survey for one in community.answers if one.program == program_id}
    answered |= {one.survey for one in community.results if one.program == program_id}
    for survey_id in sorted(answered - listed):
        survey = survey_in(community, survey_id)
        if survey:
            yield Asked(survey_id, survey, None, survey.roles)


def _place(asked: Asked) -> int:
    return MOMENTS.index(asked.moment) if asked.moment else len(MOMENTS)
