"""The days of a program: applications, pairs, first and last day, milestones, and today."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from telemaco.messages import Message, msg
from telemaco.records.program import Program
from telemaco.records.text import worded
from telemaco.render.pages.edition import Edition


@dataclass(frozen=True, slots=True)
class ProgramDay:
    """A day of the program's time line; a milestone's is that of a pair that begins in time."""

    label: Message
    day: date
    is_past: bool
    is_milestone: bool = False
    is_today: bool = False
    is_next: bool = False


def program_days(program: Program, today: date) -> list[ProgramDay]:
    """The days of a program in their order."""
    dates = program.dates
    known = (
        (msg("Applications open"), dates.applications_open),
        (msg("Applications close"), dates.applications_close),
        (msg("Matches are known"), dates.match_by),
        (msg("First day"), dates.start),
        (msg("Midpoint"), dates.midpoint),
        (msg("Last day"), dates.end),
    )
    return [ProgramDay(label, day, day < today) for label, day in known if day]


def whole_line(edition: Edition, program: Program) -> list[ProgramDay]:
    """The days with the milestones and today among them, the next one marked."""
    line = [*program_days(program, edition.today), *_milestones(edition, program)]
    ahead = [step for step in line if not step.is_past and step.day > edition.today]
    following = min(ahead, key=lambda step: step.day, default=None)
    marked = [replace(step, is_next=True) if step is following else step for step in line]
    if following and any(step.is_past for step in line):
        marked.append(ProgramDay(msg("Today"), edition.today, is_past=False, is_today=True))
    return sorted(marked, key=lambda step: (step.day, not step.is_today))


def _milestones(edition: Edition, program: Program) -> Iterator[ProgramDay]:
    languages = edition.community.settings.languages
    for milestone in program.milestones:
        day = program.dates.start + timedelta(days=milestone.after_days)
        title = msg("{text}", text=worded(milestone.title, languages))
        yield ProgramDay(title, day, day < edition.today, is_milestone=True)
