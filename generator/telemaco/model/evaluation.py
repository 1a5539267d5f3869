"""What a program asks people about how it went: which survey, at which moment, of whom."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from telemaco.model.community import Community
from telemaco.model.instruments import survey_in
from telemaco.model.moments import asking, is_survey_over, moment_of
from telemaco.model.schedule import end_of, is_resting
from telemaco.model.standing import members_on
from telemaco.records.base import PersonId, ProgramId, SurveyId
from telemaco.records.layout import PairId
from telemaco.records.pair import PairRole, PairStatus
from telemaco.records.person import EnrolmentStatus
from telemaco.records.program import Evaluation, Moment, Program, ProgramKind, Role
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


@dataclass(frozen=True, slots=True)
class AskedNow:
    """A survey that some people are asked for, since the day of its moment for them."""

    day: date
    evaluation: Evaluation
    people: tuple[PersonId, ...]


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


def asked_of_pair(community: Community, pair_id: PairId, today: date) -> AskedNow | None:
    """The survey of the latest moment that came, for those of the pair who have a form for it.

    None once it is not asked for any more, or while the pair rests.
    """
    program = community.programs.get(pair_id.program)
    pair = community.pairs[pair_id]
    if program is None or is_resting(community, pair_id, today):
        return None
    found = [
        (day, evaluation)
        for evaluation in program.evaluation
        if _asks(program, evaluation.at)
        and (day := moment_of(community, pair_id, evaluation.at))
        and _is_now(day, today)
    ]
    if not found:
        return None
    day, evaluation = max(reversed(found), key=lambda one: one[0])
    there = members_on(pair, min(today, end_of(community, pair_id) or today))
    people = tuple(one.person for one in there if PART[one.role] in evaluation.forms)
    return AskedNow(day, evaluation, people) if people else None


def asked_of_person(
    community: Community, program_id: ProgramId, person_id: PersonId, today: date
) -> AskedNow | None:
    """The survey for somebody who found nobody, once the program has begun."""
    program = community.programs[program_id]
    day = program.dates.start
    if not _asks(program, Moment.UNMATCHED) or not _is_now(day, today):
        return None
    return next(
        (
            AskedNow(day, evaluation, (person_id,))
            for evaluation in program.evaluation
            if evaluation.at is Moment.UNMATCHED
            and any(is_unmatched(community, program_id, person_id, one) for one in evaluation.forms)
        ),
        None,
    )


def last_day_asked_now(
    community: Community, program_id: ProgramId, asked: Asked, today: date
) -> date | None:
    """The latest day on which the survey came to somebody who is asked for it now, if any is."""
    if asked.moment is Moment.UNMATCHED:
        people = community.people
        found = [asked_of_person(community, program_id, one, today) for one in people]
    else:
        pairs = community.pairs_of_program.get(program_id, ())
        found = [
            asked_of_pair(community, pair, today)
            for pair in pairs
            if asked.moment and _is_now(moment_of(community, pair, asked.moment), today)
        ]
    now = (one for one in found if one)
    survey = asked.id, asked.moment
    days = (one.day for one in now if (one.evaluation.survey, one.evaluation.at) == survey)
    return max(days, default=None)


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


def _is_now(day: date | None, today: date) -> bool:
    return day is not None and day <= today and not is_survey_over(day, today)


def _asks(program: Program, moment: Moment) -> bool:
    """Whether the program asks at the moment; an informal one asks nobody anything."""
    return program.style == "formal" and program.status in asking(moment)


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
