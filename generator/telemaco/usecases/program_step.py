"""Sets a program to the status that fits what was decided about its pairs."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date

from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.model.program_steps import TAKES_PEOPLE, next_status
from telemaco.model.wording import STATUSES
from telemaco.records.base import ProgramId
from telemaco.records.layout import program_path
from telemaco.records.pair import PairStatus
from telemaco.records.program import ProgramStatus
from telemaco.submissions.draft import EditedFile
from telemaco.usecases.decisions import Decision, LeftOut
from telemaco.yamltext.changes import Set


def step_of(
    community: Community,
    program: ProgramId,
    pairs: Collection[PairStatus],
    allowed: Collection[ProgramStatus],
    today: date,
) -> Iterator[Decision]:
    """The program's next status if it is one of those allowed, when its pairs stand so."""
    new = next_status(community.programs[program], pairs, today)
    if new in allowed and new is not None:
        yield _set(community, program, new)


def pairless(community: Community, program: ProgramId) -> Iterator[LeftOut]:
    """What comes before anything can be decided about pairs, while a program has none."""
    if program not in community.pairs_of_program and community.programs[program].status in (
        TAKES_PEOPLE
    ):
        yield LeftOut(program, msg("has no matches yet: telemaco match {program}", program=program))


def completed(community: Community, program: ProgramId) -> Iterator[Decision]:
    """That the program is over, before its last day, if it was under way."""
    if community.programs[program].status in {*TAKES_PEOPLE, ProgramStatus.CLOSING}:
        yield _set(community, program, ProgramStatus.COMPLETED)


def as_completed(community: Community, program: ProgramId) -> Community:
    """The community as if the program were completed."""
    over = community.programs[program].model_copy(update={"status": ProgramStatus.COMPLETED})
    return replace(community, programs={**community.programs, program: over})


def _set(community: Community, program: ProgramId, new: ProgramStatus) -> Decision:
    old = community.programs[program].status
    return Decision(
        program,
        msg("the program: {old} -> {new}", old=STATUSES[old], new=STATUSES[new]),
        (EditedFile(program_path(program), (Set(("status",), new.value),)),),
    )
