"""What becomes of a pair or a person that has no open check-in."""

from telemaco.ports.forge import NewIssue
from telemaco.reminders.board import LABEL, KnownIssue
from telemaco.reminders.case import Case, edited
from telemaco.reminders.digest import Concern, Item
from telemaco.reminders.ladder import reached, reminders_in
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

    One that nobody can be written to about is the coordinators' at once. One that was never
    opened and whose ladder is climbed to its end is let go.
    """
    scene = thread.scene
    reminders = reminders_in(scene.community, thread.program)
    for question in thread.due:
        step = reached(reminders, question, question.due, scene.today)
        if question.key.kind in WITHOUT_ISSUE or step.stage is Stage.CLOSE:
            continue
        if not reachable(scene.community, question.to):
            reports = tuple(asked.report for asked in thread.due)
            return Moved(items=(Item(Concern.UNREACHED, question.key, question.due, reports),))
        if not thread.may_call():
            return Moved()
        aside = _aside(thread, question)
        if aside is not None:
            return Moved((_reopening(thread, question, aside),))
        memory = Memory(stage=step.stage, rung=step.rung, calls=(scene.today,))
        reports = tuple(asked.report for asked in (question, *_others(thread, question)))
        late = Item(Concern.UNANSWERED, question.key, question.due, reports)
        items = (late,) if step.is_report else ()
        return Moved((_opening(thread, question, memory),), items)
    return Moved()


def _others(thread: Thread, question: Question) -> tuple[Question, ...]:
    return tuple(other for other in thread.due if other is not question)


def _aside(thread: Thread, question: Question) -> KnownIssue | None:
    """The issue about the same that was set aside."""
    return next(
        (
            known
            for known in thread.issues
            if known.key.matter == question.key.matter
            and known.memory is not None
            and known.memory.end is End.ASIDE
        ),
        None,
    )


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
