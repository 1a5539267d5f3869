"""What becomes of a pair or a person that has no open check-in."""

from telemaco.ports.forge import NewIssue
from telemaco.reminders.board import LABEL, KnownIssue
from telemaco.reminders.case import Case, edited
from telemaco.reminders.digest import Concern, Item
from telemaco.reminders.ladder import Reached, counted_from, reached, reminders_in
from telemaco.reminders.letters import Letter
from telemaco.reminders.marker import key_line, memory_line, with_lines
from telemaco.reminders.memory import End, Memory
from telemaco.reminders.moves import Moved, restarted
from telemaco.reminders.question import Question
from telemaco.reminders.scene import WITHOUT_ISSUE, Thread, reachable
from telemaco.reminders.steps import Change, OpenIssue, ReopenIssue, Step, StepKind
from telemaco.reminders.values import Stage


def opened(thread: Thread) -> Moved:
    """Open the check-in that is due first, or open it again if it had been set aside.

    One that nobody can be written to about is the coordinators' at once. One that gave way to
    something else is not opened again, and one whose ladder is climbed to its end is let go.
    """
    for question in thread.due:
        step = _reached(thread, question)
        has_no_issue = question.key.kind in WITHOUT_ISSUE or question.key.matter in thread.gave_way
        if has_no_issue or step.stage is Stage.CLOSE:
            continue
        if not reachable(thread.scene.community, question.to):
            return Moved(items=(_item(thread, Concern.UNREACHED, question),))
        return _called(thread, question, step)
    return Moved()


def _called(thread: Thread, question: Question, step: Reached) -> Moved:
    """Open it, or open it again, when these people may be written to."""
    late = (_item(thread, Concern.UNANSWERED, question),) if step.is_report else ()
    if not (thread.may_call() and thread.is_rested()):
        return Moved()
    matter = question.key.matter
    same = (known for known in thread.issues if known.key.matter == matter)
    aside = next((known for known in same if known.end is End.ASIDE), None)
    if aside is not None:
        return Moved((_reopening(thread, question, aside),))
    today = thread.scene.today
    since = counted_from(step.rung, today)
    memory = Memory(stage=step.stage, rung=step.rung, since=since, calls=(today,))
    return Moved((_opening(thread, question, memory),), late)


def _reached(thread: Thread, question: Question) -> Reached:
    reminders = reminders_in(thread.scene.community, thread.program)
    return reached(reminders, question, question.due, thread.scene.today)


def _item(thread: Thread, concern: Concern, question: Question) -> Item:
    reports = tuple(asked.report for asked in (question, *_others(thread, question)))
    return Item(concern, question.key, question.due, reports)


def _others(thread: Thread, question: Question) -> tuple[Question, ...]:
    return tuple(other for other in thread.due if other is not question)


def _opening(thread: Thread, question: Question, memory: Memory) -> Step:
    letter = Letter(question.key, question, _others(thread, question), memory)
    written = thread.scene.letters.check_in(letter)
    marker = key_line(question.key)
    body = with_lines(written.text, marker, memory_line(memory))
    issue = NewIssue(marker, written.title, body, (LABEL,))
    return Step(StepKind.OPEN, question.key, None, question.due, (OpenIssue(issue),))


def _reopening(thread: Thread, question: Question, aside: KnownIssue) -> Step:
    """Open it again before it forgets that it was set aside: broken off, it is not lost."""
    memory = restarted(aside.memory or Memory(), thread.scene.today)
    case = Case(thread, aside, question, _others(thread, question), memory, None)
    number = aside.issue.number
    changes: tuple[Change, ...] = (ReopenIssue(number), *edited(case, memory))
    seen_at = aside.issue.updated_at
    return Step(StepKind.REOPEN, aside.key, number, question.due, changes, seen_at)
