"""What comes next in programs in which nothing is to be done today."""

from collections.abc import Iterator
from datetime import date

from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.progress.values import CommunityProgress
from telemaco.records.base import ProgramId
from telemaco.records.program import ProgramStatus
from telemaco.render.pages.program_days import ProgramDay, program_days
from telemaco.render.suggested import Ways

MOST = 3
"""So many programs have a line, those whose next day is nearest."""

_HAS_DAYS = frozenset(ProgramStatus) - {
    ProgramStatus.DRAFT,
    ProgramStatus.COMPLETED,
    ProgramStatus.CANCELLED,
    ProgramStatus.ARCHIVED,
}


def what_follows(
    community: Community, progress: CommunityProgress, ways: Ways
) -> Iterator[Message]:
    """The next day of each program that goes on, then the reports of those that are completed."""
    names = [program.id for program in progress.programs]
    days = [(day, name) for name in names if (day := _next_day(community, name, progress.today))]
    for day, name in sorted(days, key=lambda one: (one[0].day, one[1]))[:MOST]:
        yield msg("Next in {program}: {label} ({day}).", program=name, label=day.label, day=day.day)
    over = [one for one in names if community.programs[one].status is ProgramStatus.COMPLETED]
    for name in over[:MOST]:
        yield msg(
            "What came of {program}: {command}",
            program=name,
            command=ways.pasted("report", name),
        )


def _next_day(community: Community, name: ProgramId, today: date) -> ProgramDay | None:
    program = community.programs[name]
    if program.status not in _HAS_DAYS:
        return None
    ahead = (one for one in program_days(program, today) if one.day > today)
    return min(ahead, key=lambda one: one.day, default=None)
