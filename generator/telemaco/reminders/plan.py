"""What is due by today: the plan of check-ins.

The plan says what is due by a day, never what happened on it, so that a run that comes late
sends the step that counts now and none of those it missed. A pair is asked one thing at a
time. On a quiet day nothing goes out, and the plan says when it will.
"""

from collections.abc import Sequence
from datetime import date

from telemaco.model.community import Community
from telemaco.model.schedule import next_open_day
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.reminders import Reminders, Rung
from telemaco.reminders.of_pairs import of_pair
from telemaco.reminders.of_people import of_person
from telemaco.reminders.question import Question
from telemaco.reminders.values import CheckIn, CheckInKind, Plan, Stage

_ORDER = tuple(CheckInKind)
_STAGES = {"nudge": Stage.NUDGE, "escalate": Stage.ESCALATE, "close": Stage.CLOSE}


def plan(community: Community, today: date) -> Plan:
    """Every check-in that is due by today, the longest due first."""
    bundles = [
        *(tuple(of_pair(community, pair, today)) for pair in community.pairs),
        *((asked,) for person in community.people for asked in of_person(community, person, today)),
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
    """What goes out: a question that was closed makes way for those that are open."""
    reminders = _reminders(community, questions[0].key.program)
    still_open = [asked for asked in questions if _stage(asked, reminders, today) != Stage.CLOSE]
    first, *others = still_open or questions
    coordinators = _coordinators(community, first.key.program)
    is_report = not first.to or _is_told(first, reminders, today)
    return CheckIn(
        key=first.key,
        due=first.due,
        stage=_stage(first, reminders, today),
        to=coordinators if is_report else first.to,
        is_for_coordinators=is_report,
        send_on=next_open_day(today, reminders.quiet),
        question=first.report if is_report else first.text,
        also=tuple(other.report if is_report else other.text for other in others),
    )


def _stage(question: Question, reminders: Reminders, today: date) -> Stage:
    rung = _rung(question, reminders, today)
    return _STAGES[rung.action] if rung else Stage.DUE


def _is_told(question: Question, reminders: Reminders, today: date) -> bool:
    """Whether the step that counts addresses the coordinators; `escalate` always does."""
    rung = _rung(question, reminders, today)
    return rung is not None and (rung.to == "coordinator" or rung.action == "escalate")


def _rung(question: Question, reminders: Reminders, today: date) -> Rung | None:
    """The highest rung of the ladder that was reached."""
    days = (today - question.due).days
    reached = [rung for rung in reminders.ladder if rung.after_days <= days]
    return max(reached, key=lambda rung: rung.after_days, default=None)


def _reminders(community: Community, program: ProgramId) -> Reminders:
    return community.programs[program].reminders or community.settings.reminders or Reminders()


def _coordinators(community: Community, program: ProgramId) -> tuple[PersonId, ...]:
    return community.programs[program].coordinators or community.settings.coordinators
