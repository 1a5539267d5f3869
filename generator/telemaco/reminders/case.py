"""An open check-in with everything that decides about it, and its text."""

from dataclasses import dataclass
from datetime import date, datetime

from telemaco.ports.forge import ForgeIssue
from telemaco.reminders.board import KnownIssue
from telemaco.reminders.ladder import Reached, reached, reminders_in
from telemaco.reminders.letters import Letter
from telemaco.reminders.marker import key_line, memory_line, with_lines, without_memory
from telemaco.reminders.memory import Memory
from telemaco.reminders.orders import respond
from telemaco.reminders.question import Question
from telemaco.reminders.scene import Thread
from telemaco.reminders.steps import EditIssue


@dataclass(frozen=True, slots=True)
class Case:
    """An open check-in that the files still ask.

    `others` is what else these people are to be asked by now, `memory` what it remembers after
    the commands that came in, `help_since` the moment of a comment that asks for an explanation.
    """

    thread: Thread
    known: KnownIssue
    question: Question
    others: tuple[Question, ...]
    memory: Memory
    help_since: datetime | None


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a check-in is on its ladder; the ladder counts from `since`.

    `is_woken` says that it had been put off and the time is up.
    """

    since: date
    reached: Reached
    is_woken: bool


def case_of(thread: Thread, known: KnownIssue, question: Question) -> Case:
    """All there is to know of an open check-in."""
    others = tuple(other for other in thread.due if other is not question)
    memory = known.memory or _mended(thread, known, question)
    response = respond(thread.scene, known, memory)
    return Case(thread, known, question, others, response.memory, response.help_since)


def standing_of(case: Case) -> Standing | None:
    """How far it is; None while nobody is asked: not due, put off, or in others' hands."""
    today = case.thread.scene.today
    memory = case.memory
    if not case.question.is_due(today) or memory.wish or memory.end:
        return None
    if memory.until is not None and memory.until > today:
        return None
    since = memory.until or memory.since or case.question.due
    step = _reached(case.thread, case.question, since)
    return Standing(since, step, is_woken=memory.until is not None)


def letter_of(case: Case, memory: Memory) -> Letter:
    """The check-in before it is put into words."""
    return Letter(case.known.key, case.question, case.others, memory)


def edited(case: Case, memory: Memory) -> tuple[EditIssue, ...]:
    """The edit that makes the issue say and remember what it should; none when it does."""
    issue = case.known.issue
    written = case.thread.scene.letters.check_in(letter_of(case, memory))
    body = with_lines(written.text, key_line(case.known.key), memory_line(memory))
    return edit_to(issue, written.title, body)


def noted(known: KnownIssue, memory: Memory) -> tuple[EditIssue, ...]:
    """The edit that makes the issue remember something, and leaves its text; none when it does."""
    body = "\n".join([without_memory(known.issue.body), memory_line(memory)])
    return edit_to(known.issue, known.issue.title, body)


def edit_to(issue: ForgeIssue, title: str, body: str) -> tuple[EditIssue, ...]:
    """The edit that leads to a title and a body; none when they are there already."""
    new_title = title if title != issue.title else None
    is_new = body != issue.body and _normal(body) != _normal(issue.body)
    new_body = body if is_new else None
    return (EditIssue(issue.number, new_title, new_body),) if new_title or new_body else ()


def _normal(body: str) -> str:
    """The text as a forge may give it back."""
    return "\n".join(line.rstrip() for line in body.strip().splitlines())


def _mended(thread: Thread, known: KnownIssue, question: Question) -> Memory:
    """The memory of an issue whose line was damaged: what may have been done is not done again."""
    step = _reached(thread, question, question.due)
    calls = (known.issue.created_at.date(),)
    return Memory(stage=step.stage, rung=step.rung, calls=calls)


def _reached(thread: Thread, question: Question, since: date) -> Reached:
    reminders = reminders_in(thread.scene.community, thread.program)
    return reached(reminders, question, since, thread.scene.today)
