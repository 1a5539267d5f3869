"""Plan what the reminders do on the forge, and carry it out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from telemaco.findings import TelemacoError
from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.ports.forge import ForgeError, ForgeReader, ForgeWriter
from telemaco.records.layout import COMMUNITY, Kind
from telemaco.records.reminders import CommunityReminders
from telemaco.reminders.board import DIGEST_LABEL, LABEL, Board, board, with_comments
from telemaco.reminders.forge_plan import plan_on_forge
from telemaco.reminders.letters import Letters
from telemaco.reminders.orders import strangers
from telemaco.reminders.scene import Scene
from telemaco.reminders.steps import (
    Change,
    CloseIssue,
    Comment,
    EditIssue,
    ForgePlan,
    LabelIssue,
    OpenIssue,
    ReopenIssue,
    Step,
    StepKind,
)

MOST_WRITES = 50
"""Changes in one run, above which somebody has to say that they mean it."""
FEW_DROPPED = 5
"""So many check-ins may always be closed without an answer in one run."""
SHARE_DROPPED = 3
"""Above that, no more than one open check-in in so many."""

_MOST_STRANGERS = 10
_IN_A_ROW = 3


@dataclass(frozen=True, slots=True)
class Failure:
    """A step that could not be carried out, and why."""

    step: Step
    error: ForgeError


@dataclass(frozen=True, slots=True)
class Applied:
    """What was done of a plan.

    `left` are steps that another run has in hand, whose issue changed since the plan was made,
    or that were not tried after several had failed.
    """

    done: tuple[Step, ...]
    failed: tuple[Failure, ...]
    left: tuple[Step, ...]


def plan_reminders(
    community: Community, reader: ForgeReader, letters: Letters, today: date
) -> ForgePlan:
    """What is to be done on the forge. Raises TelemacoError when nobody may decide it."""
    if community.is_unread(Kind.COMMUNITY):
        raise TelemacoError(
            msg("{path} cannot be read.", path=COMMUNITY),
            msg("Run telemaco check to see what is wrong."),
        )
    found = board(reader.own_issues())
    _refuse_newer(found)
    moment = found.read_since()
    if moment is not None:
        found = with_comments(found, reader.comments_since(moment))
    scene = Scene(community, found, today, letters, _maintainers(community, found, reader))
    settings = community.settings.reminders or CommunityReminders()
    return plan_on_forge(scene, settings.writes_per_run)


def refuse_large(plan: ForgePlan) -> None:
    """Raise TelemacoError for a plan so large that something may be wrong with the files."""
    hint = msg("If this is meant, add --force.")
    if plan.writes > MOST_WRITES:
        message = msg(
            "The plan makes {count} changes; one run may make {most}.",
            count=plan.writes,
            most=MOST_WRITES,
        )
        raise TelemacoError(message, hint)
    allowed = max(FEW_DROPPED, plan.open_count // SHARE_DROPPED)
    if plan.dropped > allowed:
        message = msg(
            "The plan closes {count} of {open} open check-ins without an answer; one run may "
            "close {most}.",
            count=plan.dropped,
            open=plan.open_count,
            most=allowed,
        )
        raise TelemacoError(message, hint)


def refuse_other(plan: ForgePlan, expected: str) -> None:
    """Raise TelemacoError unless the plan is the one that was reviewed."""
    if plan.digest != expected:
        raise TelemacoError(
            msg(
                "The plan is {digest} now, and not {expected}.",
                digest=plan.digest,
                expected=expected,
            ),
            msg("Something changed since you looked. Look at the plan again."),
        )


def carry_out(plan: ForgePlan, reader: ForgeReader, writer: ForgeWriter) -> Applied:
    """Carry a plan out, step by step; what fails is told, and the next run finds it undone.

    Each issue is looked at again first: one that changed since is left to the next run. After
    three failures in a row nothing more is tried. The overview is left alone when a command
    could not be followed, since it remembers which comments were dealt with.
    """
    done: list[Step] = []
    failed: list[Failure] = []
    left: list[Step] = []
    in_a_row = 0
    _make_labels(plan, writer)
    for step in plan.steps:
        if in_a_row >= _IN_A_ROW or (step.kind is StepKind.DIGEST and _has_command(failed, left)):
            left.append(step)
            continue
        try:
            (done if _carried_out(step, reader, writer) else left).append(step)
            in_a_row = 0
        except ForgeError as error:
            failed.append(Failure(step, error))
            in_a_row += 1
    return Applied(tuple(done), tuple(failed), tuple(left))


def _has_command(failed: Iterable[Failure], left: Iterable[Step]) -> bool:
    steps = [*(failure.step for failure in failed), *left]
    return any(step.kind is StepKind.COMMAND for step in steps)


def _carried_out(step: Step, reader: ForgeReader, writer: ForgeWriter) -> bool:
    """Whether the step was done; another run may have it in hand, or the issue changed."""
    if step.number is not None and step.seen_at is not None:
        issue = reader.issue(step.number)
        if issue is None or issue.updated_at != step.seen_at:
            return False
    return all(_change(writer, change) for change in step.changes)


def _refuse_newer(found: Board) -> None:
    if found.newer:
        raise TelemacoError(
            msg(
                "Issue {number} was written by a later version of Telemaco.",
                number=found.newer[0],
            ),
            msg("Install the version that the community uses, or a later one."),
        )


def _maintainers(community: Community, found: Board, reader: ForgeReader) -> frozenset[str]:
    """The logins, in small letters, of those who gave commands and may write to the repository."""
    asked = strangers(community, found)[:_MOST_STRANGERS]
    return frozenset(
        login.lower() for login in asked if reader.permission(login) in {"write", "admin"}
    )


def _make_labels(plan: ForgePlan, writer: ForgeWriter) -> None:
    wanted = {
        label for step in plan.steps for change in step.changes for label in _labels_of(change)
    }
    for label in sorted(wanted):
        writer.ensure_label(label, *_LABELS[label])


def _labels_of(change: Change) -> tuple[str, ...]:
    match change:
        case OpenIssue(issue):
            return issue.labels
        case LabelIssue(_, label):
            return (label,)
        case _:
            return ()


_LABELS = {
    LABEL: ("0e8a16", "A friendly question from the mentoring program"),
    DIGEST_LABEL: ("5319e7", "What waits for the coordinators"),
}
"""Colour and description of each label."""


def _change(writer: ForgeWriter, change: Change) -> bool:
    """Make one change; False when another run has it in hand."""
    match change:
        case OpenIssue(issue):
            return writer.open_issue(issue) is not None
        case EditIssue(number, title, body):
            writer.edit(number, title=title, body=body)
        case Comment(number, body):
            writer.comment(number, body)
        case CloseIssue(number, reason):
            writer.close(number, reason)
        case ReopenIssue(number):
            writer.reopen(number)
        case LabelIssue(number, label):
            writer.add_labels(number, [label])
        case _:
            assert_never(change)
    return True
