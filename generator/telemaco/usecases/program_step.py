"""Sets a program to the status that fits what was decided about its pairs."""

from collections.abc import Collection, Iterator
from datetime import date

from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.model.program_steps import next_status
from telemaco.records.base import ProgramId
from telemaco.records.layout import program_path
from telemaco.records.pair import PairStatus
from telemaco.records.program import ProgramStatus
from telemaco.submissions.draft import EditedFile
from telemaco.usecases.decisions import Decision
from telemaco.yamltext.changes import Set


def step_of(
    community: Community,
    program: ProgramId,
    pairs: Collection[PairStatus],
    allowed: Collection[ProgramStatus],
    today: date,
) -> Iterator[Decision]:
    """The program's next status if it is one of those allowed, when its pairs stand so."""
    old = community.programs[program].status
    new = next_status(community.programs[program], pairs, today)
    if new in allowed and new is not None:
        yield Decision(
            program,
            msg("the program: {old} -> {new}", old=old.value, new=new.value),
            (EditedFile(program_path(program), (Set(("status",), new.value),)),),
        )
