"""The ladder that a check-in climbs while nothing happens."""

from dataclasses import dataclass
from datetime import date, timedelta

from telemaco.model.community import Community
from telemaco.model.schedule import next_open_day
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.reminders import Reminders
from telemaco.reminders.question import Question
from telemaco.reminders.values import Stage

NO_RUNG = -1
"""Stands for the days of a rung before any was reached."""

_STAGES = {"nudge": Stage.NUDGE, "escalate": Stage.ESCALATE, "close": Stage.CLOSE}


@dataclass(frozen=True, slots=True)
class Reached:
    """The step that counts: its rung by the days it stands at, and whom it addresses."""

    stage: Stage
    rung: int
    is_report: bool


def reached(reminders: Reminders, question: Question, since: date, today: date) -> Reached:
    """The highest rung that was reached, counted from a day; those below it are left out.

    `escalate` always addresses the coordinators, and so does a question that asks nobody else.
    """
    if question.is_once:
        return Reached(Stage.DUE, NO_RUNG, is_report=False)
    days = (today - since).days
    rungs = [rung for rung in reminders.ladder if rung.after_days <= days]
    rung = max(rungs, key=lambda rung: rung.after_days, default=None)
    if rung is None:
        return Reached(Stage.DUE, NO_RUNG, is_report=not question.to)
    is_told = rung.to == "coordinator" or rung.action == "escalate"
    return Reached(_STAGES[rung.action], rung.after_days, is_report=is_told or not question.to)


def counted_from(rung: int, today: date) -> date:
    """The day from which the ladder counts once people were called on a rung.

    Who is called late, after an outage or for want of budget, has as long until the next rung
    as who is called in time.
    """
    return today - timedelta(days=max(rung, 0))


def reminders_in(community: Community, program: ProgramId) -> Reminders:
    """How reminders behave in a program: as it says itself, else the community."""
    found = community.programs.get(program)
    return (found and found.reminders) or community.settings.reminders or Reminders()


def coordinators_in(community: Community, program: ProgramId) -> tuple[PersonId, ...]:
    """Who runs a program: its own coordinators, else the community's."""
    found = community.programs.get(program)
    return (found and found.coordinators) or community.settings.coordinators


def is_quiet(reminders: Reminders, today: date) -> bool:
    """Whether nothing goes out today; a program that is quiet on all days is on none."""
    return next_open_day(today, reminders.quiet) != today
