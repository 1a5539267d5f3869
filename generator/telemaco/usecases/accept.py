"""Answer people who applied for a program, or whose pair ended: whether they have a place."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from telemaco.findings import TelemacoError
from telemaco.messages import Message, Worded, msg
from telemaco.model.community import Community
from telemaco.model.program_steps import TAKES_PEOPLE
from telemaco.model.standing import TAKEN, belongs_to
from telemaco.model.wording import ROLES, STATUSES
from telemaco.records.base import PersonId, ProgramId, SkillId
from telemaco.records.person import EnrolmentStatus
from telemaco.records.program import ProgramStatus, Role
from telemaco.records.text import worded
from telemaco.usecases.decisions import Decision, LeftOut
from telemaco.usecases.members import Place, places_in

_NO_PLACE = frozenset({EnrolmentStatus.WITHDRAWN, EnrolmentStatus.DECLINED})
"""What one can be told in every program."""
_ENDS = frozenset({ProgramStatus.CLOSING, ProgramStatus.COMPLETED})
_SKILLS = 3
"""So many skills help to decide; the file has the rest."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What people are answered, and who: nobody named is everybody who applied.

    `role` leaves out those who applied as anything else.
    """

    program: ProgramId
    status: EnrolmentStatus
    people: Collection[PersonId] = ()
    role: Role | None = None


def answers(community: Community, answer: Answer) -> Iterator[Decision | LeftOut]:
    """What becomes of each sign-up. Raises TelemacoError for a program that takes nobody.

    Whoever waits, or has a place and no pair, gets another answer by their name.
    """
    _require_open(community, answer)
    for person in sorted(answer.people or community.people):
        places = [
            place
            for place in places_in(community, answer.program, person)
            if answer.role in {None, place.enrolment.role}
        ]
        for place in places:
            yield from _answered(community, answer, place)
        if not places and answer.people:
            yield LeftOut(person, msg("has not applied"), is_named=True)


def _require_open(community: Community, answer: Answer) -> None:
    status = community.programs[answer.program].status
    if status not in TAKES_PEOPLE and answer.status not in _NO_PLACE:
        hint = (
            msg("Whoever has no pair leaves it: name them, with --as withdrawn or --as declined.")
            if status in _ENDS
            else msg("Set it to open, matching or running in its file first.")
        )
        raise TelemacoError(
            msg(
                "{program} is {status}: it takes nobody.",
                program=answer.program,
                status=STATUSES[status],
            ),
            hint,
        )


def _answered(community: Community, answer: Answer, place: Place) -> Iterator[Decision | LeftOut]:
    status = place.enrolment.status
    is_named = bool(answer.people)
    may_change = status is EnrolmentStatus.APPLIED or (is_named and _is_open(community, place))
    if may_change and status is not answer.status:
        yield Decision(
            place.person,
            msg(
                "{role}: {old} -> {new}",
                role=ROLES[place.enrolment.role],
                old=STATUSES[status],
                new=STATUSES[answer.status],
            ),
            (place.set_to(answer.status),),
            _skills(community, place),
        )
    elif is_named:
        yield LeftOut(
            place.person, msg("is {status} already", status=STATUSES[status]), is_named=True
        )
    elif status is EnrolmentStatus.WAITING and answer.status is EnrolmentStatus.ACCEPTED:
        yield LeftOut(place.person, msg("waits for a place; name them to accept them"))


def _is_open(community: Community, place: Place) -> bool:
    """Whether somebody can get another answer: they wait for a place, or have no pair."""
    if place.enrolment.status in TAKEN:
        return not any(
            pair_id.program == place.enrolment.program
            and belongs_to(community.pairs[pair_id], place.person)
            for pair_id in community.pairs_of_person.get(place.person, ())
        )
    return place.enrolment.status is EnrolmentStatus.WAITING


def _skills(community: Community, place: Place) -> Message | None:
    person = community.people[place.person]
    found = person.offers if place.enrolment.role is Role.MENTOR else person.seeks
    labels = [_label(community, one.skill) for one in found[:_SKILLS]]
    return _listed(labels) if labels else None


def _listed(labels: Sequence[str | Worded]) -> Message:
    first, *others = labels
    if not others:
        return msg("{skill}", skill=first)
    return msg("{first}, {rest}", first=first, rest=_listed(others))


def _label(community: Community, skill: SkillId) -> str | Worded:
    """What a skill is called, in each language."""
    known = community.skills.get(skill)
    return worded(known.label, community.settings.languages) if known else skill
