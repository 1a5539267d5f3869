"""The three ways in which answers are compared, in words: by side, by moment, by run."""

from collections.abc import Callable
from dataclasses import dataclass

from telemaco.messages import Message, msg
from telemaco.progress.comparisons import Compared, Seen
from telemaco.records.program import Role
from telemaco.render.reports.questions import question_of
from telemaco.render.reports.voice import MANY, Voice


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a comparison is about, and how its parts are called.

    `group` names who gave an answer: the first of the two asks for the `other`. `columns` are the
    titles of both, the `other` before the `one`. `verdict` says what a difference tells.
    """

    id: str
    title: Message
    about: Message
    question: Callable[[Voice, Compared], str]
    columns: Callable[[Compared], tuple[Message, Message]]
    verdict: Callable[[Compared], Message]


def _sides_asked(voice: Voice, one: Compared) -> str:
    """The survey, and the question as each side was asked."""
    texts = (question_of(voice, seen.figures) for seen in (one.other, one.one))
    return _asked(voice, one.one, " / ".join(dict.fromkeys(texts)))


def _moments_asked(voice: Voice, one: Compared) -> str:
    first, last = (voice.text(seen.survey.survey.title) for seen in (one.other, one.one))
    question = question_of(voice, one.one.figures)
    return voice.say(
        msg("“{first}”, then “{last}”: {question}", first=first, last=last, question=question)
    )


def _run_asked(voice: Voice, one: Compared) -> str:
    return _asked(voice, one.one, question_of(voice, one.one.figures))


def _asked(voice: Voice, seen: Seen, question: str) -> str:
    survey = voice.text(seen.survey.survey.title)
    return voice.say(msg("{survey}: {question}", survey=survey, question=question))


def _sides_told(one: Compared) -> Message:
    higher = one.one.role if one.difference.value > 0 else one.other.role
    return _HIGHER[higher]


_HIGHER = {
    Role.MENTOR: msg("mentors answered higher"),
    Role.MENTEE: msg("mentees answered higher"),
    Role.PEER: msg("peers answered higher"),
    Role.FACILITATOR: msg("facilitators answered higher"),
}

SIDES = Comparison(
    "sides",
    msg("The same, from two sides"),
    msg("Both sides were asked about the same. Where they see it differently, talk about it."),
    _sides_asked,
    lambda one: (MANY[one.other.role], MANY[one.one.role]),
    _sides_told,
)
CHANGES = Comparison(
    "changes",
    msg("What changed"),
    msg(
        "The same question, at the first moment and at the last. Nobody knows whether the same "
        "people answered, so these are changes of groups."
    ),
    _moments_asked,
    lambda _one: (msg("First"), msg("Last")),
    lambda one: msg("it rose") if one.difference.value > 0 else msg("it fell"),
)
BESIDE = Comparison(
    "answers-beside",
    msg("Answers beside earlier runs"),
    msg(
        "The same questions in earlier runs of the series, taken together. Whoever answered in "
        "two runs counts in both."
    ),
    _run_asked,
    lambda _one: (msg("Earlier runs"), msg("This run")),
    lambda one: msg("higher now") if one.difference.value > 0 else msg("lower now"),
)
