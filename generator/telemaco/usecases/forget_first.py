"""What has to end before somebody can be forgotten, as the commands that end it."""

from collections.abc import Iterator
from datetime import date
from functools import reduce

from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.model.schedule import end_of
from telemaco.model.standing import OVER, belongs_to, current_members
from telemaco.records.base import PersonId
from telemaco.records.layout import PairId, pair_path, program_path
from telemaco.records.note import NoteStatus
from telemaco.records.pair import EndReason, PairStatus
from telemaco.records.person import Enrolment, EnrolmentStatus
from telemaco.records.program import Role

_NOT_BEGUN = frozenset({PairStatus.PROPOSED, PairStatus.CONFIRMED})
_TWO = 2


def first_steps(community: Community, person: PersonId, today: date) -> Message | None:
    """The steps in one sentence, in their order; None for somebody who takes no part any more."""
    steps = list(_steps(community, person, today))
    if not steps:
        return None
    return reduce(lambda one, other: msg("{one}; {other}", one=one, other=other), steps)


def _steps(community: Community, person: PersonId, today: date) -> Iterator[Message]:
    pairs = [*_pairs_that_go_on(community, person)]
    for pair_id in pairs:
        yield _ending(community, pair_id, person, today)
    programs = {
        one.program: None
        for one in community.people[person].enrolments
        if one.status not in OVER and not _ends_with_pairs(community, one, pairs, today)
    }
    for program in programs:
        yield msg(
            "telemaco accept {program} {person} --as withdrawn --apply",
            program=program,
            person=person,
        )
    if person in community.settings.coordinators:
        yield _out_of(person, "program/community.yaml")
    for program_id, record in community.programs.items():
        if person in record.coordinators:
            yield _out_of(person, program_path(program_id))


def _pairs_that_go_on(community: Community, person: PersonId) -> Iterator[PairId]:
    for pair_id in community.pairs_of_person.get(person, ()):
        if belongs_to(community.pairs[pair_id], person):
            yield pair_id


def _ending(community: Community, pair_id: PairId, person: PersonId, today: date) -> Message:
    """The command that ends a pair; in a group, which goes on, a line of its file."""
    if _is_group(community, pair_id):
        return msg(
            "write the last day of {person} as until: in {path}",
            person=person,
            path=pair_path(pair_id),
        )
    facts = {"program": pair_id.program, "pair": pair_id.pair}
    reason = _reason(community, pair_id, today)
    if reason is None:
        return msg("telemaco close {program} {pair} --apply", **facts)
    return msg(
        "telemaco close {program} {pair} --reason {reason} --apply", reason=reason.value, **facts
    )


def _reason(community: Community, pair_id: PairId, today: date) -> EndReason | None:
    """Why the pair ends early; None where it did not begin, or met and its time is over."""
    end = end_of(community, pair_id)
    if community.pairs[pair_id].status in _NOT_BEGUN:
        return None
    if end is None or end > today:
        return EndReason.OTHER
    has_met = any(one.note.status is NoteStatus.HELD for one in community.sessions_of(pair_id))
    return None if has_met else EndReason.NO_CONTACT


def _ends_with_pairs(
    community: Community, enrolment: Enrolment, pairs: list[PairId], today: date
) -> bool:
    """Whether their place is over as soon as their pairs are closed, as `telemaco close` does it.

    Of a mentor that hangs on the program, so it is not counted on.
    """
    theirs = [one for one in pairs if one.program == enrolment.program]
    return (
        bool(theirs)
        and enrolment.status is EnrolmentStatus.MATCHED
        and enrolment.role is not Role.MENTOR
        and all(_completes(community, one, today) for one in theirs)
    )


def _completes(community: Community, pair_id: PairId, today: date) -> bool:
    has_begun = community.pairs[pair_id].status not in _NOT_BEGUN
    is_closed = has_begun and not _is_group(community, pair_id)
    return is_closed and _reason(community, pair_id, today) is None


def _is_group(community: Community, pair_id: PairId) -> bool:
    return len(current_members(community.pairs[pair_id])) > _TWO


def _out_of(person: PersonId, path: str) -> Message:
    return msg("take {person} out of coordinators in {path}", person=person, path=path)
