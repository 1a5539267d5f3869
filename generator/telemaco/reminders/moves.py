"""What becomes of a check-in that is open."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from telemaco.messages import msg
from telemaco.ports.forge import CloseReason
from telemaco.reminders.board import KnownIssue
from telemaco.reminders.case import Case, Standing, case_of, edited, letter_of, noted, standing_of
from telemaco.reminders.concerns import done_by_word
from telemaco.reminders.digest import Concern, Item
from telemaco.reminders.ladder import counted_from
from telemaco.reminders.marker import said_in, said_line, with_lines
from telemaco.reminders.memory import End, Memory, Wish
from telemaco.reminders.of_sessions import NOTHING, Settled
from telemaco.reminders.outcome import is_answered
from telemaco.reminders.scene import RHYTHM, Thread
from telemaco.reminders.steps import Change, CloseIssue, Comment, Step, StepKind
from telemaco.reminders.values import Stage

HELP = "help"
"""The hidden word of the comment that explains the commands."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What is done about a pair or a person, and what of it waits for the coordinators.

    `unserved` is the moment of a comment that a later run has to read again, `giving_way` what
    is closed for something more urgent.
    """

    steps: tuple[Step, ...] = ()
    items: tuple[Item, ...] = ()
    unserved: datetime | None = None
    giving_way: Settled = NOTHING


def moved(thread: Thread, known: KnownIssue) -> Moved:
    """The next step of an open check-in: one at most, and none that was done before."""
    matter = known.key.matter
    question = next((one for one in thread.asked if one.key.matter == matter), None)
    if question is None:
        return _vanished(thread, known)
    case = case_of(thread, known, question)
    ending = _ending(case)
    return _kept(_begun_anew(case)) if ending is None else _ended(case, ending)


def restarted(memory: Memory, today: date) -> Memory:
    """A memory from which the ladder is climbed anew, from a day on which people are told."""
    calls = (*memory.calls, today)
    return Memory(since=today, calls=calls, seen=memory.seen, helped=memory.helped)


@dataclass(frozen=True, slots=True)
class _Ending:
    """Why and how an issue is closed; it remembers the end, where the files do not say it."""

    kind: StepKind
    reason: CloseReason
    end: End | None = None


_ENDS = {
    End.DONE: _Ending(StepKind.COMMAND, "completed", End.DONE),
    End.SKIPPED: _Ending(StepKind.COMMAND, "not_planned", End.SKIPPED),
}


def _vanished(thread: Thread, known: KnownIssue) -> Moved:
    """What the files ask no longer: it is answered, or set aside until it is asked again."""
    if is_answered(thread.scene.community, known.key, thread.scene.today):
        return _closed(thread, known, _Ending(StepKind.COMPLETE, "completed"), ())
    changes = noted(known, replace(known.memory or Memory(), end=End.ASIDE))
    return _closed(thread, known, _Ending(StepKind.CLOSE, "not_planned"), changes)


def _ending(case: Case) -> _Ending | None:
    """Whether the issue is closed although it is asked."""
    asked_for = _ENDS.get(case.memory.end) if case.memory.end else None
    if asked_for is not None:
        return asked_for
    if _gives_way(case):
        return _Ending(StepKind.CLOSE, "not_planned", End.GAVE_WAY)
    standing = standing_of(case)
    is_given_up = standing is not None and standing.reached.stage is Stage.CLOSE
    return _Ending(StepKind.CLOSE, "not_planned") if is_given_up else None


def _gives_way(case: Case) -> bool:
    """Whether something else goes first: whether they meet at all."""
    if case.known.key.kind in RHYTHM or case.memory.wish:
        return False
    return any(other.key.kind in RHYTHM for other in case.others)


def _ended(case: Case, ending: _Ending) -> Moved:
    changes = edited(case, replace(case.memory, end=ending.end)) if ending.end else ()
    closed = _closed(case.thread, case.known, ending, changes)
    items = done_by_word(case.known) if ending.end is End.DONE else ()
    gives_way = ending.end is End.GAVE_WAY
    return replace(
        closed,
        items=items,
        giving_way=frozenset({case.known.key.matter}) if gives_way else NOTHING,
    )


def _closed(
    thread: Thread, known: KnownIssue, ending: _Ending, before: tuple[Change, ...]
) -> Moved:
    """Close it without a word; on a quiet day only note that it is to be closed."""
    closing = CloseIssue(known.issue.number, ending.reason)
    changes = before if thread.is_quiet else (*before, closing)
    return Moved(_steps(known, ending.kind, known.key.period, changes))


def _begun_anew(case: Case) -> Case:
    """A check-in that had been set aside, is open again and is asked, begins anew."""
    if case.memory.end is None:
        return case
    return replace(case, memory=restarted(case.memory, case.thread.scene.today))


def _kept(case: Case) -> Moved:
    """A check-in that stays open: explain, ask again, tell the coordinators, bring up to date."""
    explained = _explained(case)
    called = _called(case)
    memory = replace(called.memory, helped=called.memory.helped or explained.is_given)
    changes = (*explained.changes, *called.changes, *edited(case, memory))
    is_order = bool(explained.changes) or case.memory.seen != (case.known.memory or Memory()).seen
    kind = StepKind.COMMAND if is_order else called.kind
    steps = _steps(case.known, kind, case.question.due, changes)
    return Moved(steps, tuple(_items(case)), explained.unserved)


def _steps(
    known: KnownIssue, kind: StepKind, due: date, changes: tuple[Change, ...]
) -> tuple[Step, ...]:
    issue = known.issue
    return (Step(kind, known.key, issue.number, due, changes, issue.updated_at),) if changes else ()


@dataclass(frozen=True, slots=True)
class _Explained:
    changes: tuple[Change, ...] = ()
    is_given: bool = False
    unserved: datetime | None = None


def _explained(case: Case) -> _Explained:
    """Explain the commands, once an issue; somebody who asks on a quiet day gets it after."""
    if case.help_since is None:
        return _Explained()
    if _was_said(case, HELP):
        return _Explained(is_given=True)
    if case.thread.is_quiet:
        return _Explained(unserved=case.help_since)
    text = case.thread.scene.letters.explanation(letter_of(case, case.memory))
    return _Explained((_comment(case, text, HELP),), is_given=True)


@dataclass(frozen=True, slots=True)
class _Called:
    memory: Memory
    changes: tuple[Change, ...] = ()
    kind: StepKind = StepKind.UPDATE


def _called(case: Case) -> _Called:
    """Ask again, or leave it to the coordinators, when the next rung is reached.

    The comment goes first and the issue remembers it after. If the run breaks off between the
    two, the next one finds the comment by its hidden word, and does not ask twice.
    """
    standing = standing_of(case)
    if standing is None or not _is_news(case, standing):
        return _Called(case.memory)
    after = _climbed(case.memory, standing)
    if standing.reached.is_report and not standing.is_woken:
        return _Called(after, kind=StepKind.REPORT)
    today = case.thread.scene.today
    since = counted_from(after.rung, today)
    told = replace(after, since=since, calls=(*after.calls, today))
    word = f"call {standing.since}/{standing.reached.rung}"
    if _was_said(case, word):
        return _Called(told, kind=StepKind.ASK_AGAIN)
    if not case.thread.may_call():
        return _Called(case.memory)
    text = case.thread.scene.letters.call(letter_of(case, told))
    return _Called(told, (_comment(case, text, word),), StepKind.ASK_AGAIN)


def _is_news(case: Case, standing: Standing) -> bool:
    return standing.is_woken or standing.reached.rung > case.memory.rung


def _climbed(memory: Memory, standing: Standing) -> Memory:
    since = standing.since if standing.is_woken else memory.since
    step = standing.reached
    return replace(memory, stage=step.stage, rung=step.rung, since=since, until=None)


def _comment(case: Case, text: str, word: str) -> Comment:
    return Comment(case.known.issue.number, with_lines(text, said_line(word)))


def _was_said(case: Case, word: str) -> bool:
    comments = case.thread.scene.board.comments_on(case.known.issue.number)
    return any(comment.is_ours and said_in(comment.body) == word for comment in comments)


def _items(case: Case) -> Iterator[Item]:
    """What of it waits for the coordinators."""
    key, number = case.known.key, case.known.issue.number
    opened = case.known.issue.created_at.date()
    if case.memory.wish is Wish.PAUSE:
        yield Item(Concern.WISH, key, opened, (msg("They ask for a pause."),), number)
    if case.memory.wish is Wish.STOP:
        yield Item(Concern.WISH, key, opened, (msg("They want to end."),), number)
    standing = standing_of(case)
    if standing is not None and standing.reached.is_report:
        others = [other for other in case.others if other.key.matter not in case.thread.gave_way]
        reports = tuple(asked.report for asked in (case.question, *others))
        yield Item(Concern.UNANSWERED, key, case.question.due, reports)
