"""What waits for the coordinators besides the check-ins that stay open."""

from collections.abc import Iterator

from telemaco.messages import msg
from telemaco.reminders.board import KnownIssue
from telemaco.reminders.digest import Concern, Item
from telemaco.reminders.ladder import reached, reminders_in
from telemaco.reminders.memory import End
from telemaco.reminders.of_pairs import is_followed
from telemaco.reminders.of_sessions import Settled
from telemaco.reminders.outcome import is_answered, pair_of
from telemaco.reminders.question import Question
from telemaco.reminders.scene import Thread
from telemaco.reminders.values import OF_PEOPLE, SURVEYS, CheckInKey, CheckInKind


def concerns(thread: Thread, giving_way: Settled) -> Iterator[Item]:
    """Sign-ups, what is done by word only, and what has no open issue although it is asked.

    The last are proposals that somebody closed without an answer, and what gave way to
    something more urgent, or gives way in this run.
    """
    for question in thread.raised:
        key = question.key
        if key.kind is CheckInKind.SIGN_UP and question.is_due(thread.scene.today):
            yield Item(Concern.SIGN_UP, key, key.period, (question.report,))
        is_closed = key.kind is CheckInKind.PROPOSED_PAIR and key.matter in thread.settled
        gives_way = key.matter in giving_way or key.matter in thread.gave_way
        if (is_closed or gives_way) and _is_theirs(thread, question):
            yield Item(Concern.UNANSWERED, key, question.due, (question.report,))
    for known in thread.issues:
        is_done = not known.is_open and known.memory and known.memory.end is End.DONE
        if is_done and _is_left(thread, known.key):
            yield from done_by_word(known)


def done_by_word(known: KnownIssue) -> tuple[Item, ...]:
    """Somebody says that it is done: a coordinator writes it into the files.

    Not of a survey: no file ever says who answered.
    """
    if known.key.kind in SURVEYS:
        return ()
    told = msg("They say that it is done. The files do not say so yet.")
    return (Item(Concern.DONE, known.key, known.key.period, (told,), known.issue.number),)


_WITHOUT_FOLLOW_UP = OF_PEOPLE | {CheckInKind.PROPOSED_PAIR, CheckInKind.BREAK_OVER}
"""What is asked of people and of pairs that are not under way."""


def _is_theirs(thread: Thread, question: Question) -> bool:
    """Whether its ladder leads to the coordinators by now."""
    today = thread.scene.today
    reminders = reminders_in(thread.scene.community, thread.program)
    return question.is_due(today) and reached(reminders, question, question.due, today).is_report


def _is_left(thread: Thread, key: CheckInKey) -> bool:
    """Whether what was done still has to be written into the files."""
    community, today = thread.scene.community, thread.scene.today
    if is_answered(community, key, today):
        return False
    if key.kind in _WITHOUT_FOLLOW_UP:
        return any(question.key.matter == key.matter for question in thread.raised)
    return pair_of(key) in community.pairs and is_followed(community, pair_of(key), today)
