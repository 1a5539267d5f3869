"""What is due by today: the plan of check-ins.

The plan says what is due by a day, never what happened on it, so that a run that comes late
sends the step that counts now and none of those it missed. A pair is asked one thing at a
time; a person, one. On a quiet day nothing goes out, and the plan says when it will.
"""

from collections.abc import Sequence
from datetime import date

from telemaco.model.community import Community
from telemaco.model.schedule import next_open_day
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.reminders import Reminders
from telemaco.reminders.asked import Question, of_pair, of_person
from telemaco.reminders.values import CheckIn, CheckInKind, Plan, Stage

_ORDER = tuple(CheckInKind)
_STAGES = {"nudge": Stage.NUDGE, "escalate": Stage.ESCALATE, "close": Stage.CLOSE}


def plan(community: Community, today: date) -> Plan:
    """Every check-in that is due by today, the longest due first."""
    bundles = [
        *(tuple(of_pair(community, pair, today)) for pair in community.pairs),
        *(tuple(of_person(community, person, today)) for person in community.people),
    ]
    check_ins = [
        _check_in(community, due, today)
        for due in (_due(bundle, today) for bundle in bundles)
        if due
    ]
    return Plan(today, tuple(sorted(check_ins, key=lambda item: (item.due, item.key))))


def _due(questions: Sequence[Question], today: date) -> Sequence[Question]:
    """Those that are due, the one that goes out first."""
    due = [question for question in questions if question.due <= today]
    return sorted(due, key=lambda question: _ORDER.index(question.key.kind))


def _check_in(community: Community, questions: Sequence[Question], today: date) -> CheckIn:
    first, *others = questions
    reminders = _reminders(community, first.key.program)
    stage, is_for_coordinators = _step(first, reminders, today)
    return CheckIn(
        key=first.key,
        due=first.due,
        stage=stage,
        to=_coordinators(community, first.key.program) if is_for_coordinators else first.to,
        send_on=next_open_day(today, reminders.quiet),
        question=first.text,
        also=tuple(question.text for question in others),
    )


def _step(question: Question, reminders: Reminders, today: date) -> tuple[Stage, bool]:
    """The last rung of the ladder that was reached, and whether it is the coordinators'."""
    days = (today - question.due).days
    reached = [rung for rung in reminders.ladder if rung.after_days <= days]
    if not reached:
        return Stage.DUE, question.is_for_coordinators
    rung = max(reached, key=lambda rung: rung.after_days)
    return _STAGES[rung.action], question.is_for_coordinators or rung.to == "coordinator"


def _reminders(community: Community, program: ProgramId) -> Reminders:
    return community.programs[program].reminders or community.settings.reminders or Reminders()


def _coordinators(community: Community, program: ProgramId) -> tuple[PersonId, ...]:
    return community.programs[program].coordinators or community.settings.coordinators
