"""What the comments on a check-in ask for, and what becomes of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import assert_never

from telemaco.model.community import Community
from telemaco.ports.forge import ForgeComment
from telemaco.reminders.board import Board, KnownIssue
from telemaco.reminders.commands import Command, Verb, command_in
from telemaco.reminders.ladder import NO_RUNG, coordinators_in, reminders_in
from telemaco.reminders.memory import End, Memory, Wish
from telemaco.reminders.scene import Scene, logins, logins_of
from telemaco.reminders.values import CheckInKey, Stage

_MAY_MAINTAIN = frozenset({"OWNER", "MEMBER", "COLLABORATOR"})
"""What a forge calls those who perhaps may write to the repository."""


@dataclass(frozen=True, slots=True)
class Response:
    """What a check-in remembers after the commands that came in since the last one.

    `help_since` is the moment of the first comment that asks for an explanation nobody gave
    yet.
    """

    memory: Memory
    help_since: datetime | None = None


def respond(scene: Scene, known: KnownIssue, memory: Memory) -> Response:
    """Follow each new command once, in the order of the comments.

    Commands of others than the pair, its coordinators and the maintainers are passed over.
    """
    response = Response(memory)
    for comment, command in _new_commands(scene.board, known, memory):
        if comment.author.lower() in allowed(scene, known.key):
            response = _followed(scene.community, known.key, response, comment, command)
    return response


def allowed(scene: Scene, key: CheckInKey) -> frozenset[str]:
    """The logins, in small letters, of those whose commands count."""
    return _named(scene.community, key) | scene.maintainers


def strangers(community: Community, board: Board) -> tuple[str, ...]:
    """Logins of those who gave commands and of whom only the forge knows whether they may."""
    found = {
        comment.author
        for known in board.issues
        if known.is_open
        for comment, _ in _new_commands(board, known, known.memory or Memory())
        if comment.author_association in _MAY_MAINTAIN
        and comment.author.lower() not in _named(community, known.key)
    }
    return tuple(sorted(found))


def _named(community: Community, key: CheckInKey) -> frozenset[str]:
    return logins_of(community, key) | logins(community, coordinators_in(community, key.program))


def _new_commands(
    board: Board, known: KnownIssue, memory: Memory
) -> Iterator[tuple[ForgeComment, Command]]:
    for comment in board.comments_on(known.issue.number):
        if not comment.is_ours and comment.id > memory.seen:
            command = command_in(comment.body, _day_of(comment))
            if command is not None:
                yield comment, command


def _day_of(comment: ForgeComment) -> date:
    return comment.created_at.astimezone(UTC).date()


def _followed(
    community: Community,
    key: CheckInKey,
    response: Response,
    comment: ForgeComment,
    command: Command,
) -> Response:
    longest = reminders_in(community, key.program).snooze_maximum_days
    if command.verb is Verb.HELP or (command.verb is Verb.SNOOZE and longest == 0):
        if response.memory.helped:
            return response
        return replace(response, help_since=response.help_since or comment.created_at)
    latest = _day_of(comment) + timedelta(days=longest)
    after = _after(response.memory, command, _day_of(comment), latest)
    return replace(response, memory=replace(after, seen=comment.id))


def _after(memory: Memory, command: Command, day: date, latest: date) -> Memory:
    free = replace(memory, wish=None, end=None, until=None)
    match command.verb:
        case Verb.SNOOZE:
            return replace(free, until=min(command.until or latest, latest))
        case Verb.SKIP:
            return replace(free, end=End.SKIPPED)
        case Verb.DONE:
            return replace(free, end=End.DONE)
        case Verb.PAUSE:
            return replace(free, wish=Wish.PAUSE)
        case Verb.STOP:
            return replace(free, wish=Wish.STOP)
        case Verb.RESUME | Verb.HELP:
            return replace(free, since=day, stage=Stage.DUE, rung=NO_RUNG)
        case _:
            assert_never(command.verb)
