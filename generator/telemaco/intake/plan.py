"""Works out what is to be done about an issue with a form of ours."""

from collections.abc import Iterator

from telemaco.intake.branch import Brought, branch_of, holds, is_ours
from telemaco.intake.letters import Letters, Matter
from telemaco.intake.marker import with_memory
from telemaco.intake.sayings import having_said, waiting_for
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
from telemaco.intake.values import Scene, Standing, Verb
from telemaco.ports.contents import NewPullRequest

NEEDS_INFO = "needs-info"
"""The label of an issue that its author has to mend."""
OBJECTION = "objection"
"""The label of an issue that somebody does not agree with."""


def plan_intake(scene: Scene, letters: Letters) -> IntakePlan:
    """What is to be done; the same scene gives the same plan, and after it there is nothing."""
    number = scene.issue.number
    if scene.issue.state == "closed" or any(pull.is_merged for pull in scene.pulls):
        return IntakePlan(number, None, ())
    is_changed = scene.head is not None and not is_ours(scene.head, number)
    matter = Matter(scene, standing_of(scene), is_changed)
    steps = (
        *_on_branch(matter, letters),
        *_on_pull(matter, letters),
        *_on_issue(matter, letters),
    )
    return IntakePlan(number, matter.standing, steps)


def standing_of(scene: Scene) -> Standing:
    """How it stands with the form."""
    submission = scene.reading.submission
    if submission.problems:
        is_theirs = all(problem.for_coordinators for problem in submission.problems)
        return Standing.BLOCKED if is_theirs else Standing.UNCLEAR
    if having_said(submission, scene.memory, Verb.OBJECT):
        return Standing.OBJECTED
    if waiting_for(submission, scene.memory):
        return Standing.WAITING
    if scene.reading.files:
        return Standing.READY
    return Standing.NOTED if submission.to_do else Standing.NOTHING


def _on_branch(matter: Matter, letters: Letters) -> Iterator[Step]:
    """The files, when they may be taken in and the branch does not say so yet."""
    scene, reading = matter.scene, matter.scene.reading
    brought = Brought(reading.files, reading.before)
    if matter.standing is not Standing.READY or matter.is_changed or _is_closed(scene):
        return
    if scene.head is None or not holds(scene.head, brought):
        number = scene.issue.number
        yield PutFiles(
            number, branch_of(number), scene.base, scene.head, brought, letters.commit(matter)
        )


def _on_pull(matter: Matter, letters: Letters) -> Iterator[Step]:
    """One pull request, which always says how it stands; somebody else's is left alone."""
    scene, pull = matter.scene, matter.scene.pull
    if pull is None:
        if matter.standing is Standing.READY and not matter.is_changed:
            said = letters.pull_request(matter)
            branch = branch_of(scene.issue.number)
            yield OpenPull(NewPullRequest(branch, scene.into, said.title, said.body))
    elif pull.state == "open" and pull.is_ours:
        said = letters.pull_request(matter)
        if (pull.title, pull.body.splitlines()) != (said.title, said.body.splitlines()):
            yield EditPull(pull.number, said.title, said.body)


def _on_issue(matter: Matter, letters: Letters) -> Iterator[Step]:
    """Our one comment and the labels."""
    scene, number = matter.scene, matter.scene.issue.number
    body = with_memory(letters.answer(matter), scene.memory)
    if scene.answer is None:
        yield Answer(number, body)
    elif scene.answer.body.splitlines() != body.splitlines():
        yield EditAnswer(scene.answer.id, body)
    for label, standing in ((NEEDS_INFO, Standing.UNCLEAR), (OBJECTION, Standing.OBJECTED)):
        is_there = label in scene.issue.labels
        if matter.standing is standing and not is_there:
            yield PutLabel(number, label)
        elif matter.standing is not standing and is_there:
            yield TakeLabel(number, label)


def _is_closed(scene: Scene) -> bool:
    """Whether a coordinator closed the pull request without taking it in."""
    return scene.pull is not None and scene.pull.state == "closed"
