"""What is due by today: the plan of check-ins.

The plan says what is due by a day, never what happened on it, so that a run that comes late
sends the step that counts now and none of those it missed. A pair is asked one thing at a
time. On a quiet day nothing goes out, and the plan says when it will.
"""

from collections.abc import Sequence
from datetime import date

from telemaco.model.community import Community
from telemaco.model.schedule import next_open_day
from telemaco.reminders.ladder import coordinators_in, reached, reminders_in
from telemaco.reminders.of_pairs import of_pair
from telemaco.reminders.of_people import of_person
from telemaco.reminders.question import Question
from telemaco.reminders.values import CheckIn, CheckInKind, Plan, Stage

_ORDER = tuple(CheckInKind)


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
    due = [question for question in questions if question.is_due(today)]
    return sorted(due, key=lambda question: _ORDER.index(question.key.kind))


def _check_in(community: Community, questions: Sequence[Question], today: date) -> CheckIn:
    """What goes out: a question that was closed makes way for those that are open."""
    reminders = reminders_in(community, questions[0].key.program)
    steps = [(asked, reached(reminders, asked, asked.due, today)) for asked in questions]
    still_open = [found for found in steps if found[1].stage is not Stage.CLOSE]
    (question, step), *others = still_open or steps
    is_report = step.is_report
    coordinators = coordinators_in(community, question.key.program)
    return CheckIn(
        key=question.key,
        due=question.due,
        stage=step.stage,
        to=coordinators if is_report else question.to,
        is_for_coordinators=is_report,
        send_on=next_open_day(today, reminders.quiet),
        question=question.report if is_report else question.text,
        also=tuple(other.report if is_report else other.text for other, _ in others),
    )
