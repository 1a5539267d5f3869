"""What the intake plans and has done, for whoever runs it: the log of a job is public."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from telemaco.intake.branch import Brought
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
from telemaco.intake.values import Standing
from telemaco.messages import Message, msg
from telemaco.ports import Translator
from telemaco.render.visible import visible


def as_text(plan: IntakePlan, translator: Translator) -> str:
    """The plan, a line for each step."""
    return _lines(_plan(plan), translator)


def done_as_text(plan: IntakePlan, done: Iterable[Step], translator: Translator) -> str:
    """What was done about an issue, a line for each step."""
    return _lines(_done(plan, tuple(done)), translator)


def _plan(plan: IntakePlan) -> Iterator[Message]:
    if plan.standing is None:
        yield msg("Issue {number} has no form that is to be looked at.", number=plan.issue)
        return
    yield msg("Issue {number}: {standing}.", number=plan.issue, standing=_STANDINGS[plan.standing])
    if plan.is_behind:
        yield _BEHIND
    elif not plan.steps:
        yield msg("There is nothing to do.")
    for step in plan.steps:
        yield msg("- to do: {step}", step=_step(step))


def _done(plan: IntakePlan, done: tuple[Step, ...]) -> Iterator[Message]:
    if plan.standing is None or not plan.steps:
        yield from _plan(plan)
        return
    yield msg("Issue {number}: {standing}.", number=plan.issue, standing=_STANDINGS[plan.standing])
    for step in done:
        yield msg("- done: {step}", step=_step(step))
    if len(done) < len(plan.steps):
        yield msg("Another run has the rest in hand.")


_BEHIND = msg("The files have changed since. A run that has them as they are now does the rest.")
_STANDINGS = {
    Standing.UNCLEAR: msg("something is missing or unclear"),
    Standing.BLOCKED: msg("a coordinator has to mend something first"),
    Standing.OBJECTED: msg("somebody does not agree"),
    Standing.WAITING: msg("somebody has yet to agree"),
    Standing.NOTED: msg("a coordinator has something to do"),
    Standing.NOTHING: msg("the files say it already"),
    Standing.READY: msg("a coordinator can take it in"),
}


def _step(step: Step) -> Message:
    match step:
        case PutFiles(branch=branch, brought=Brought(files)):
            said = msg("put {paths} on the branch {branch}", paths=", ".join(files), branch=branch)
        case OpenPull():
            said = msg("open a pull request")
        case EditPull(number):
            said = msg("change what pull request {number} says", number=number)
        case Answer():
            said = msg("answer with a comment")
        case EditAnswer():
            said = msg("change the comment")
        case PutLabel(label=label):
            said = msg("add the label {label}", label=label)
        case TakeLabel(label=label):
            said = msg("take away the label {label}", label=label)
        case _:
            assert_never(step)
    return said


def _lines(messages: Iterable[Message], translator: Translator) -> str:
    return "".join(f"{visible(translator.text(message))}\n" for message in messages)
