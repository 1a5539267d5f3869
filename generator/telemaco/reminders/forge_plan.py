"""The plan of a run: from the files, what is on the forge and the day to what is to be done.

Nothing is remembered but in the issues themselves. A run that comes late does what counts by
then; a run that breaks off is continued by the next one; a run after a run does nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import accumulate

from telemaco.reminders.board import LABEL, KnownIssue
from telemaco.reminders.case import noted
from telemaco.reminders.concerns import concerns
from telemaco.reminders.digest import Digest
from telemaco.reminders.memory import End, Memory
from telemaco.reminders.moves import Moved, moved
from telemaco.reminders.of_sessions import NOTHING
from telemaco.reminders.openings import opened
from telemaco.reminders.outcome import is_held
from telemaco.reminders.overview import MOST_WRITES, overview
from telemaco.reminders.scene import Scene, Thread, threads
from telemaco.reminders.steps import (
    Change,
    CloseIssue,
    Comment,
    ForgePlan,
    LabelIssue,
    Step,
    StepKind,
)

PAGE = 80
"""So many comments are read again by the next run at most, then the overview moves on."""
OVERLAP = timedelta(minutes=5)
"""What is read twice, since a list may lack the newest comments for a while."""

_ORDER = tuple(StepKind)


def plan_on_forge(scene: Scene, budget: int) -> ForgePlan:
    """What is to be done, the most urgent first, at most `budget` writes; the rest waits.

    The oldest goes first within its kind, so that nobody waits for ever.
    """
    found = [(thread, _considered(thread)) for thread in threads(scene)]
    steps = sorted(
        [*_relabelled(scene), *(step for _, each in found for step in each.steps)], key=_urgency
    )
    now, waiting = _within(steps, max(1, budget - MOST_WRITES))
    items = sorted(
        (item for _, each in found for item in each.items),
        key=lambda item: (item.concern, item.since, item.key),
    )
    held = tuple(
        sorted(thread.name for thread, _ in found if is_held(scene.community, thread.name))
    )
    read = _read(scene, now, waiting, [each.unserved for _, each in found if each.unserved])
    return ForgePlan(
        today=scene.today,
        steps=(*now, *overview(scene, Digest(tuple(items), held), read)),
        waiting=waiting,
        open_count=scene.board.open_count,
        dropped=sum(_is_dropped(step) for step in steps),
    )


def _considered(thread: Thread) -> Moved:
    """What is done about a pair or a person; nothing while their files cannot be read."""
    if is_held(thread.scene.community, thread.name):
        return Moved()
    found = sorted(
        (known for known in thread.issues if known.is_open), key=lambda known: _rank(thread, known)
    )
    if not found:
        move = opened(thread)
        return replace(move, items=(*move.items, *concerns(thread, NOTHING)))
    keeper, *further = found
    move = moved(thread, keeper)
    merged = [_merged(keeper, known) for known in further if not thread.is_quiet]
    giving_way = frozenset(known.key.matter for known in further) - {keeper.key.matter}
    items = (*move.items, *concerns(thread, move.giving_way | giving_way))
    return replace(move, steps=(*move.steps, *merged), items=items)


def _rank(thread: Thread, known: KnownIssue) -> tuple[int, int]:
    """Of several open issues the one stays that is asked first, then the oldest."""
    matters = [question.key.matter for question in thread.asked]
    matter = known.key.matter
    return (matters.index(matter) if matter in matters else len(matters), known.issue.number)


def _merged(keeper: KnownIssue, known: KnownIssue) -> Step:
    """Close a further open issue without a word; what else it asked is told along."""
    closing = CloseIssue(known.issue.number, "not_planned")
    is_same = known.key.matter == keeper.key.matter
    left = Memory(end=End.GAVE_WAY, calls=known.memory.calls if known.memory else ())
    changes: tuple[Change, ...] = (closing,) if is_same else (*noted(known, left), closing)
    issue = known.issue
    return Step(
        StepKind.MERGE, known.key, issue.number, known.key.period, changes, issue.updated_at
    )


def _relabelled(scene: Scene) -> Iterator[Step]:
    for known in scene.board.issues:
        if known.is_open and LABEL not in known.issue.labels:
            number = known.issue.number
            change = LabelIssue(number, LABEL)
            yield Step(StepKind.RELABEL, known.key, number, known.key.period, (change,))


def _urgency(step: Step) -> tuple[object, ...]:
    return (_ORDER.index(step.kind), step.due, str(step.key), step.number or 0)


def _within(steps: Sequence[Step], budget: int) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
    """Those that fit, one at least, and the rest."""
    sums = accumulate(len(step.changes) for step in steps)
    fitting = max(1, sum(total <= budget for total in sums))
    return tuple(steps[:fitting]), tuple(steps[fitting:])


def _is_dropped(step: Step) -> bool:
    """Whether the step closes a check-in that nobody answered."""
    return step.kind in {StepKind.CLOSE, StepKind.MERGE} and any(
        isinstance(change, CloseIssue) for change in step.changes
    )


def _read(
    scene: Scene, now: Iterable[Step], waiting: Iterable[Step], unserved: Iterable[datetime]
) -> datetime | None:
    """The moment up to which comments are dealt with: before the first that has to wait.

    It moves on only for what somebody else said on a check-in, or when many comments would
    have to be read again, so that a run after a run has nothing to write down.
    """
    board = scene.board
    digest = board.digest
    old = digest.memory.read if digest else None
    waiting_on = [
        comment.created_at for step in waiting for comment in board.comments_on(step.number or 0)
    ]
    first_left = min([*unserved, *waiting_on], default=None)
    listed = [comment for comments in board.comments.values() for comment in comments]
    dealt = [one for one in listed if first_left is None or one.created_at < first_left]
    newest = max((one.created_at for one in dealt), default=None)
    if newest is None or (old is not None and newest - OVERLAP <= old):
        return old
    ours = {known.issue.number for known in board.issues}
    is_new = any(
        not one.is_ours and one.issue in ours and (old is None or one.created_at - OVERLAP > old)
        for one in dealt
    )
    coming = sum(isinstance(change, Comment) for step in now for change in step.changes)
    return newest - OVERLAP if is_new or len(listed) + coming > PAGE else old
