"""What was understood of a form, and what is wrong with it, as Markdown."""

from collections.abc import Iterator, Sequence

from telemaco.messages import Fact, msg, msg_n
from telemaco.render.check_ins.safe import Safe
from telemaco.render.check_ins.voice import Voice
from telemaco.submissions.values import Problem, Understood

_MOST_ALLOWED = 20
_MOST_PROBLEMS = 40
_ENDS = (".", "?", ":", "\N{HORIZONTAL ELLIPSIS}")


def understood_table(rows: Sequence[Understood], voice: Voice) -> Iterator[str]:
    """A row for each field that says something."""
    if not rows:
        return
    field, said = voice.say(msg("Field")), voice.say(msg("What was understood"))
    yield f"| {field} | {said} |"
    yield "| --- | --- |"
    for row in rows:
        values = ", ".join(map(voice.fact, row.values))
        yield f"| {voice.fact(row.label)} | {values} |"


def problem_list(problems: Sequence[Problem], voice: Voice) -> Iterator[str]:
    """An entry for each thing that is wrong: where, what, what may be there, what to do."""
    for problem in problems[:_MOST_PROBLEMS]:
        parts = [voice.say(problem.message)]
        if problem.allowed:
            parts.append(voice.say(msg("Allowed: {values}.", values=_several(problem, voice))))
        if problem.hint is not None:
            parts.append(voice.say(problem.hint))
        where = "" if problem.field is None else f"**{voice.fact(problem.field)}**: "
        said = " ".join(_ended(part) for part in parts)
        yield f"- {where}{said if where else _begun(said)}"
    left = len(problems) - _MOST_PROBLEMS
    if left > 0:
        yield "- " + voice.say(msg_n("{count} more thing.", "{count} more things.", left))


def _several(problem: Problem, voice: Voice) -> Fact:
    """The values that are allowed; of many the first, and how many more."""
    shown = Safe(", ".join(map(voice.fact, problem.allowed[:_MOST_ALLOWED])))
    left = len(problem.allowed) - _MOST_ALLOWED
    if left <= 0:
        return shown
    return msg_n("{values} and {count} more", "{values} and {count} more", left, values=shown)


def _begun(sentence: str) -> str:
    """A sentence with its capital letter, which it does not have after the name of a field."""
    return sentence[:1].upper() + sentence[1:]


def _ended(sentence: str) -> str:
    """A sentence with its full stop: what is wrong with a field is often said without one."""
    return sentence if sentence.endswith(_ENDS) else f"{sentence}."
