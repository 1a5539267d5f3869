"""What has to end before somebody can be forgotten, as the commands that end it."""

from collections.abc import Iterator
from functools import reduce

from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.model.standing import OVER, belongs_to, current_members
from telemaco.records.base import PersonId
from telemaco.records.layout import PairId, pair_path, program_path
from telemaco.records.pair import PairStatus

_NOT_BEGUN = frozenset({PairStatus.PROPOSED, PairStatus.CONFIRMED})
_TWO = 2


def first_steps(community: Community, person: PersonId) -> Message | None:
    """The steps in one sentence, in their order; None for somebody who takes no part any more."""
    steps = list(_steps(community, person))
    if not steps:
        return None
    return reduce(lambda one, other: msg("{one}; {other}", one=one, other=other), steps)


def _steps(community: Community, person: PersonId) -> Iterator[Message]:
    for pair_id in community.pairs_of_person.get(person, ()):
        pair = community.pairs[pair_id]
        if belongs_to(pair, person):
            yield _ending(community, pair_id, person)
    programs = {
        one.program: None for one in community.people[person].enrolments if one.status not in OVER
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


def _ending(community: Community, pair_id: PairId, person: PersonId) -> Message:
    """The command that ends a pair; in a group, which goes on, a line of its file."""
    pair = community.pairs[pair_id]
    if len(current_members(pair)) > _TWO:
        return msg(
            "write the last day of {person} as until: in {path}",
            person=person,
            path=pair_path(pair_id),
        )
    facts = {"program": pair_id.program, "pair": pair_id.pair}
    if pair.status in _NOT_BEGUN:
        return msg("telemaco close {program} {pair} --apply", **facts)
    return msg("telemaco close {program} {pair} --reason other --apply", **facts)


def _out_of(person: PersonId, path: str) -> Message:
    return msg("take {person} out of coordinators in {path}", person=person, path=path)
