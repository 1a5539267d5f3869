"""Reads the text that GitHub makes of a filled-in form, or says why it cannot be read.

GitHub writes `### Label`, an empty line and the answer for every field, without marking where
an answer ends: somebody can write a heading into an answer, or edit the text afterwards. So
every heading of the form has to be there once, in the form's order, as it is shown now or was
before, and anything else is refused: no answer is ever taken for that of another field.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from telemaco.forms.chosen import chosen
from telemaco.forms.labels import (
    NO_RESPONSE,
    Words,
    box_labels,
    field_labels,
    is_blank,
    known_headings,
)
from telemaco.forms.problem import Problem, Unread
from telemaco.forms.values import Answers, Area, Boxes, Choice, Field, Form, Line
from telemaco.messages import Message, msg

__all__ = ["NEEDED", "Problem", "Words", "headings_of", "lines_of", "read", "read_fields"]

NEEDED = msg("it is needed, and nothing was answered")
"""What is said of a field without which a form is nothing."""

_HEADING = re.compile(r"### (.*)")
_BOX = re.compile(r"- \[([ xX])\] (.*)")


def read(form: Form, words: Words, body: str) -> Answers | tuple[Problem, ...]:
    """The answers by field, or everything that keeps them from being read."""
    answers, problems = read_fields(form, words, body)
    return problems or answers


def read_fields(form: Form, words: Words, body: str) -> tuple[Answers, tuple[Problem, ...]]:
    """The answers that can be read, by field, and what keeps the others from it.

    There is no answer at all where it is unclear which field a text belongs to.
    """
    lines = lines_of(body)
    labels = field_labels(form, words)
    places, problems = _places(labels, known_headings(form, words), lines)
    if problems:
        return {}, problems
    found: dict[str, tuple[str, ...]] = {}
    wrong: list[Problem] = []
    for field, label, text in zip(form.fields, labels, _texts(lines, places), strict=True):
        answer = _answer(field, words, text)
        if isinstance(answer, Unread):
            wrong.append(Problem(label, answer.message, answer.hint))
        else:
            found[field.id] = answer
    return found, tuple(wrong)


def lines_of(body: str) -> Sequence[str]:
    """The lines of a body, whichever way they end."""
    return body.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def headings_of(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The number of every line that may be a heading of a form, and what it says."""
    for number, line in enumerate(lines):
        heading = _HEADING.fullmatch(line.rstrip())
        if heading:
            yield number, heading[1]


def _places(
    labels: Sequence[str], known: Mapping[str, str], lines: Sequence[str]
) -> tuple[Sequence[int], tuple[Problem, ...]]:
    """The line of every field's heading, and what is wrong with the headings."""
    seen: dict[str, list[int]] = {label: [] for label in labels}
    for number, heading in headings_of(lines):
        if heading in known:
            seen[known[heading]].append(number)
    problems = [
        Problem(label, *(_TWICE if numbers else _missing(label)))
        for label, numbers in seen.items()
        if len(numbers) != 1
    ]
    if problems:
        return (), tuple(problems)
    order = [numbers[0] for numbers in seen.values()]
    if order != sorted(order):
        return (), (Problem(None, *_MIXED),)
    if any(not is_blank(line) for line in lines[: order[0]]):
        return (), (Problem(None, *_ABOVE),)
    return order, ()


def _missing(label: str) -> tuple[Message, Message]:
    return (
        msg("its heading is missing: the text was changed by hand, or the form has changed since"),
        msg(
            "Add a line with {heading}, and below it the answer, or {nothing}; or fill in the "
            "form anew.",
            heading=f"### {label}",
            nothing=NO_RESPONSE,
        ),
    )


_TWICE = (
    msg("its heading is there more than once, so it is unclear which answer counts"),
    msg("Leave one of the two, or write the other one without the signs ### before it."),
)
_MIXED = (
    msg("the headings are not in the order of the form"),
    msg("Put them back into their order, or fill in the form anew."),
)
_ABOVE = (
    msg("there is text above the first heading"),
    msg("Move it below the heading that it belongs to, or delete it."),
)


def _texts(lines: Sequence[str], places: Sequence[int]) -> Iterator[str]:
    """The text below every heading, without empty lines around it."""
    for place, end in zip(places, [*places[1:], len(lines)], strict=True):
        yield "\n".join(lines[place + 1 : end]).strip("\n")


def _answer(field: Field, words: Words, text: str) -> tuple[str, ...] | Unread:
    """What was answered, or why it is no answer."""
    if isinstance(field, Boxes):
        return _ticked(field, words, text)
    found = () if is_blank(text) or text.strip() == NO_RESPONSE else _given(field, words, text)
    if found == () and field.is_required:
        return Unread(NEEDED)
    return found


def _given(field: Line | Area | Choice, words: Words, text: str) -> tuple[str, ...] | Unread:
    """The answer, where there is one."""
    match field:
        case Choice():
            return chosen(field, words, text.strip())
        case Line() if "\n" in text.strip():
            return Unread(msg("it takes one line, and there are several"))
        case Line():
            return (text.strip(),)
        case _:
            return (text,)


def _ticked(field: Boxes, words: Words, text: str) -> tuple[str, ...] | Unread:
    """The values of the boxes that are ticked; every box has to be there once."""
    ticks: dict[str, bool] = {}
    known = box_labels(field, words)
    for line in filter(None, map(str.strip, text.split("\n"))):
        tick = _BOX.fullmatch(line)
        if tick is None or tick[2] not in known or tick[2] in ticks:
            return Unread(msg('"{line}" is not one of its boxes', line=line[:_SHOWN]))
        ticks[tick[2]] = tick[1] != " "
    if len(ticks) < len(known):
        return Unread(msg("a box is missing: the text was changed by hand"))
    required = {box.value for box in field.boxes if box.is_required}
    for label, value in known.items():
        if value in required and not ticks[label]:
            return Unread(msg('"{label}" has to be ticked', label=label))
    return tuple(value for label, value in known.items() if ticks[label])


_SHOWN = 100
"""Letters of a line that a message repeats."""
