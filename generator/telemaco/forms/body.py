"""Reads the text that GitHub makes of a filled-in form, or says why it cannot be read.

GitHub writes `### Label`, an empty line and the answer for every field, without marking where
an answer ends: somebody can write a heading into an answer, or edit the text afterwards. So
every heading of the form has to be there once, in the form's order, and anything else is refused:
no answer is ever taken for that of another field.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from telemaco.forms.values import Answers, Area, Boxes, Choice, Field, Form, Line, Wording
from telemaco.messages import Message, msg

NO_RESPONSE = "_No response_"
"""What GitHub writes where nothing was answered."""

Words = Callable[[Wording], str]
"""Puts a label into the language in which the form was shown."""

_HEADING = re.compile(r"### (.*)")
_BOX = re.compile(r"- \[([ xX])\] (.*)")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a filled-in form; `field` is the label of the field, if it is one's."""

    field: str | None
    message: Message


def read(form: Form, words: Words, body: str) -> Answers | tuple[Problem, ...]:
    """The answers by field, or everything that keeps them from being read."""
    lines = body.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    places, problems = _places(form, words, lines)
    if problems:
        return problems
    found: dict[str, tuple[str, ...]] = {}
    wrong: list[Problem] = []
    for field, text in _texts(form, lines, places):
        answer = _answer(field, words, text)
        if isinstance(answer, Message):
            wrong.append(Problem(words(field.label), answer))
        else:
            found[field.id] = answer
    return tuple(wrong) if wrong else found


def _places(
    form: Form, words: Words, lines: Sequence[str]
) -> tuple[Mapping[str, int], tuple[Problem, ...]]:
    """The line of every field's heading, and what is wrong with the headings."""
    labels = {words(field.label): field.id for field in form.fields}
    seen: dict[str, list[int]] = {label: [] for label in labels}
    for number, line in enumerate(lines):
        heading = _HEADING.fullmatch(line.rstrip())
        if heading and heading[1] in seen:
            seen[heading[1]].append(number)
    problems = [
        Problem(label, _MISSING if not numbers else _TWICE)
        for label, numbers in seen.items()
        if len(numbers) != 1
    ]
    if problems:
        return {}, tuple(problems)
    order = [numbers[0] for numbers in seen.values()]
    if order != sorted(order):
        return {}, (Problem(None, msg("the headings are not in the order of the form")),)
    if any(line.strip() for line in lines[: order[0]]):
        return {}, (Problem(None, msg("there is text above the first heading")),)
    return dict(zip(labels.values(), order, strict=True)), ()


_MISSING = msg("its heading is missing; the form was changed by hand")
_TWICE = msg("its heading is there more than once, so it is unclear which answer counts")


def _texts(
    form: Form, lines: Sequence[str], places: Mapping[str, int]
) -> Iterator[tuple[Field, str]]:
    """Every field with the text below its heading, without empty lines around it."""
    ends = [*(places[field.id] for field in form.fields[1:]), len(lines)]
    for field, end in zip(form.fields, ends, strict=True):
        yield field, "\n".join(lines[places[field.id] + 1 : end]).strip("\n")


def _answer(field: Field, words: Words, text: str) -> tuple[str, ...] | Message:
    """What was answered, or why it is no answer."""
    match field:
        case Boxes():
            return _ticked(field, words, text)
        case Choice():
            chosen = _chosen(field, words, text.strip())
        case Line():
            chosen = _lines(text.strip(), several=False)
        case Area():
            chosen = _lines(text, several=True)
    if chosen == () and field.is_required:
        return msg("it is needed, and nothing was answered")
    return chosen


def _lines(text: str, *, several: bool) -> tuple[str, ...] | Message:
    if text.strip() in {"", NO_RESPONSE}:
        return ()
    if not several and "\n" in text:
        return msg("it takes one line, and there are several")
    return (text,)


def _chosen(field: Choice, words: Words, text: str) -> tuple[str, ...] | Message:
    """The values of the options that were chosen."""
    labels = {words(option.label): option.value for option in field.options}
    if text in {"", NO_RESPONSE} or (text == "None" and text not in labels):
        return ()
    if not field.takes_several:
        return (labels[text],) if text in labels else _not_an_option(text)
    ways = list(islice(_ways(text, tuple(labels)), 2))
    if not ways:
        return _not_an_option(text)
    if len(ways) > 1:
        return msg('"{text}" can be read in two ways; choose fewer options', text=text)
    [chosen] = ways
    if len(set(chosen)) < len(chosen):
        return msg("an option is there twice")
    return tuple(labels[label] for label in chosen)


def _ways(text: str, labels: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The ways to read labels with commas between them; a label may have commas itself."""
    for label in labels:
        if text == label:
            yield (label,)
        elif text.startswith(f"{label}, "):
            for rest in _ways(text[len(label) + 2 :], labels):
                yield (label, *rest)


def _not_an_option(text: str) -> Message:
    return msg('"{text}" is not one of the options', text=text)


def _ticked(field: Boxes, words: Words, text: str) -> tuple[str, ...] | Message:
    """The values of the boxes that are ticked; every box has to be there once."""
    ticks: dict[str, bool] = {}
    known = {words(box.label): box for box in field.boxes}
    for line in filter(None, map(str.strip, text.split("\n"))):
        tick = _BOX.fullmatch(line)
        if tick is None or tick[2] not in known or tick[2] in ticks:
            return msg('"{line}" is not one of its boxes', line=line)
        ticks[tick[2]] = tick[1] != " "
    if len(ticks) < len(known):
        return msg("a box is missing; the form was changed by hand")
    for label, box in known.items():
        if box.is_required and not ticks[label]:
            return msg('"{label}" has to be ticked', label=label)
    return tuple(box.value for label, box in known.items() if ticks[label])
