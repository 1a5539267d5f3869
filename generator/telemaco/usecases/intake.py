"""Plan what becomes of an issue form on the forge, and carry it out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, assert_never

from telemaco.findings import TelemacoError
from telemaco.intake.branch import branch_of, commit_message
from telemaco.intake.letters import Letters
from telemaco.intake.marker import MARKER, memory_in
from telemaco.intake.plan import NEEDS_INFO, OBJECTION, plan_intake
from telemaco.intake.sayings import having_said, remembered
from telemaco.intake.settled import unsettled
from telemaco.intake.steps import (
    Answer,
    EditAnswer,
    EditPull,
    IntakePlan,
    OpenPull,
    PutFiles,
    PutLabel,
    Step,
    TakeLabel,
)
from telemaco.intake.values import Memory, Reading, Scene, Verb
from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.ports.answers import AnswerReader, AnswerWriter
from telemaco.ports.contents import ContentsReader, ContentsWriter, NewCommit
from telemaco.ports.forge import ForgeComment, ForgeIssue, ForgeReader, ForgeWriter
from telemaco.records.base import Language, PersonId

_GHOST = "ghost"
"""Who has opened what an account that is no more has left: nobody knows whom it concerns."""


class FormReader(Protocol):
    """Reads issues as forms of ours."""

    def read(
        self, issue: ForgeIssue, day: date, agreed: tuple[PersonId, ...] = ()
    ) -> Reading | None:
        """What it says and what becomes of it on a day; None when it is none of our forms.

        `agreed` are those who have said yes to it.
        """
        ...

    def lost(self, issue: ForgeIssue, name: str, language: Language, day: date) -> Reading | None:
        """The form of this name when nothing of it is left; None without such a form."""
        ...


@dataclass(frozen=True, slots=True)
class Readers:
    """What is looked at: issues and comments, our answers, branches and pull requests."""

    issues: ForgeReader
    answers: AnswerReader
    contents: ContentsReader


@dataclass(frozen=True, slots=True)
class Writers:
    """What is changed: issues and comments, our answers, branches and pull requests."""

    issues: ForgeWriter
    answers: AnswerWriter
    contents: ContentsWriter


@dataclass(frozen=True, slots=True)
class Occasion:
    """Which issue is looked at, from which commit of the community's files, and because of what.

    `comment` is the comment that was just written or changed: a list may not show it yet.
    """

    issue: int
    base: str
    comment: int | None = None


@dataclass(frozen=True, slots=True)
class Applied:
    """What was done of a plan; what is left, another run has in hand."""

    done: tuple[Step, ...]
    left: tuple[Step, ...]


def plan_issue(
    occasion: Occasion,
    community: Community,
    readers: Readers,
    forms: FormReader,
    letters: Letters,
) -> IntakePlan:
    """What is to be done about an issue: nothing, unless it is an open one with a form of ours.

    Raises TelemacoError.
    """
    issue = readers.issues.issue(occasion.issue)
    if issue is None or not _concerns_us(issue):
        return IntakePlan(occasion.issue, None, ())
    answer = readers.answers.answer(issue.number, MARKER)
    before = memory_in(answer.body) if answer else None
    reading = _read(issue, before, forms)
    if reading is None:
        return IntakePlan(issue.number, None, ())
    comments = _comments(occasion, readers)
    memory = remembered(before, reading, comments, community, issue.updated_at)
    agreed = having_said(reading.submission, memory, Verb.CONFIRM)
    if agreed:
        reading = forms.read(issue, reading.day, agreed) or reading
    known = _Known(issue, reading, answer, replace(memory, outcome=reading.outcome))
    plan = plan_intake(_scene(occasion, known, readers.contents), letters)
    if _moves_a_branch(plan) and not _is_newest(occasion.base, readers.contents):
        return replace(plan, steps=(), is_behind=True)
    return plan


def open_forms(issues: ForgeReader, forms: FormReader) -> Sequence[ForgeIssue]:
    """The open issues that may have to be looked at: two lists, however many forms there are."""
    found = [issue for issue in issues.open_issues() if _concerns_us(issue)]
    if not found:
        return ()
    first = min(issue.created_at for issue in found)
    comments = issues.comments_since(first)
    return tuple(unsettled(found, comments, lambda issue, known: _outcome(issue, known, forms)))


def carry_out(plan: IntakePlan, writers: Writers) -> Applied:
    """Carry a plan out, step by step. Raises ForgeError at the first that cannot be done.

    The next run finds done what was done, and carries on. Where another run is faster, the rest
    is left to it.
    """
    done: list[Step] = []
    for step in plan.steps:
        if not _is_done(step, writers):
            break
        done.append(step)
    return Applied(tuple(done), plan.steps[len(done) :])


def _concerns_us(issue: ForgeIssue) -> bool:
    """Whether a person opened it and it is open: check-ins are ours, and other bots no people."""
    is_by_person = not issue.is_ours and not issue.author.endswith("[bot]")
    return issue.state == "open" and is_by_person and issue.author != _GHOST


def _read(issue: ForgeIssue, before: Memory | None, forms: FormReader) -> Reading | None:
    """The form, judged by the same day as before as long as it can be understood so.

    A form that was mended is judged by the day of the last change, on which more may be over.
    """
    day = before.day if before else issue.created_at.date()
    reading = forms.read(issue, day)
    if reading is None:
        return forms.lost(issue, before.form, before.language, day) if before else None
    is_edited = before is None or before.text != reading.text
    changed_on = issue.updated_at.date()
    if reading.submission.problems and is_edited and changed_on != day:
        return forms.read(issue, changed_on)
    return reading


def _outcome(issue: ForgeIssue, known: Memory, forms: FormReader) -> str:
    """What becomes of a form that nobody has edited, by the files as they are now."""
    reading = _read(issue, known, forms)
    if reading is None:
        return ""
    agreed = having_said(reading.submission, known, Verb.CONFIRM)
    if agreed:
        reading = forms.read(issue, reading.day, agreed) or reading
    return reading.outcome


def _moves_a_branch(plan: IntakePlan) -> bool:
    return any(isinstance(step, PutFiles) and step.before is not None for step in plan.steps)


def _is_newest(base: str, contents: ContentsReader) -> bool:
    """Whether nothing has come in since the commit, which a branch that knows of it would lose."""
    head = contents.head(contents.default_branch())
    return head is not None and head.name == base


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of an issue, apart from its branch."""

    issue: ForgeIssue
    reading: Reading
    answer: ForgeComment | None
    memory: Memory


def _scene(occasion: Occasion, known: _Known, contents: ContentsReader) -> Scene:
    base = contents.commit(occasion.base)
    if base is None:
        raise TelemacoError(
            msg("the forge does not know the commit {commit}", commit=occasion.base),
            msg("Push it, or check out the branch as the forge has it."),
        )
    branch = branch_of(occasion.issue)
    return Scene(
        issue=known.issue,
        reading=known.reading,
        into=contents.default_branch(),
        base=base,
        head=contents.head(branch),
        pulls=tuple(contents.pull_requests(branch)),
        answer=known.answer,
        memory=known.memory,
    )


def _comments(occasion: Occasion, readers: Readers) -> Iterator[ForgeComment]:
    """Those on the issue, with the one that has just been written."""
    yield from readers.issues.comments(occasion.issue)
    if occasion.comment is not None:
        found = readers.answers.comment(occasion.comment)
        if found is not None and found.issue == occasion.issue:
            yield found


def _is_done(step: Step, writers: Writers) -> bool:
    """Make one change; False when another run is faster."""
    match step:
        case PutFiles():
            return _put_files(step, writers.contents)
        case OpenPull(new):
            writers.contents.open_pull_request(new)
        case EditPull(number, title, body):
            writers.contents.edit_pull_request(number, title, body)
        case Answer(issue, body):
            return writers.answers.give(issue, MARKER, body) is not None
        case EditAnswer(comment, body):
            writers.issues.edit_comment(comment, body)
        case PutLabel(issue, label):
            writers.issues.ensure_label(label, *_LABELS[label])
            writers.issues.add_labels(issue, [label])
        case TakeLabel(issue, label):
            writers.issues.remove_label(issue, label)
        case _:
            assert_never(step)
    return True


def _put_files(step: PutFiles, contents: ContentsWriter) -> bool:
    """A commit after everything that is on the branch, which so loses nothing."""
    tree = contents.tree(step.base.tree, step.brought.files)
    parents = (step.base.name,) if step.before is None else (step.before.name, step.base.name)
    message = commit_message(step.text, step.issue, step.brought, tree)
    commit = contents.commit(NewCommit(tree, parents, message))
    if step.before is None:
        return contents.make_branch(step.branch, commit)
    return contents.advance_branch(step.branch, commit)


_LABELS = {
    NEEDS_INFO: ("fbca04", "Something in the form is missing or unclear"),
    OBJECTION: ("d93f0b", "Somebody whom it concerns does not agree"),
}
"""Colour and description of each label."""
