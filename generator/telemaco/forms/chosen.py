"""Reads which options were chosen, or says which words are none of them."""

from collections.abc import Iterator, Mapping, Sequence

from telemaco.forms.labels import (
    BETWEEN,
    CHOOSE,
    Words,
    folded,
    option_labels,
    written_names,
)
from telemaco.forms.problem import Unread
from telemaco.forms.values import Choice
from telemaco.messages import Choices, Message, msg
from telemaco.model.similar import by_likeness, closest

_TWO_WAYS = msg("it can be read in two ways; choose fewer options")
_FEW, _MOST_ALIKE = 12, 5
"""Of more options than a few, only those are named that are most like what was written."""
_SHOWN = 100
"""Letters of an answer that a message repeats."""


def chosen(choice: Choice, words: Words, text: str) -> tuple[str, ...] | Unread:
    """The values of the options that a text names, in its order; the text is not blank."""
    if choice.is_written:
        return _written(choice, words, text)
    labels = option_labels(choice, words)
    if choice.takes_several:
        return () if text == "None" else _several(labels, text)
    return _single(choice, words, labels, text)


def _single(
    choice: Choice, words: Words, labels: Mapping[str, str], text: str
) -> tuple[str, ...] | Unread:
    """The option of a list, by the label that it has or had."""
    former = {words(label): option.value for option in choice.options for label in option.former}
    value = (former | dict(labels)).get(text)
    if value is not None:
        return (value,)
    if text in {"None", words(CHOOSE)}:
        return ()
    return _unknown([text], tuple(labels), _listed_names(choice, words, labels))


def _listed_names(choice: Choice, words: Words, labels: Mapping[str, str]) -> Mapping[str, str]:
    """The label in the list by everything that somebody may have written instead."""
    shown = {value: label for label, value in labels.items()}
    return {name: shown[value] for name, value in written_names(choice, words).items()}


def _written(choice: Choice, words: Words, text: str) -> tuple[str, ...] | Unread:
    """What somebody wrote: the value or a name, one a line or between commas if several may be."""
    names = written_names(choice, words)
    lines = [line.strip().removeprefix("- ") for line in text.split("\n") if line.strip()]
    if not choice.takes_several:
        if len(lines) > 1:
            return Unread(msg("it takes one line, and there are several"))
        value = names.get(folded(text))
        return (value,) if value is not None else _none_of_these([text], choice, names)
    split = {tuple(map(folded, name.split(","))): name for name in names}
    found = [_ways([folded(part) for part in line.split(",")], split) for line in lines]
    if None in found:
        return Unread(_TWO_WAYS)
    unknown = [line for line, ways in zip(lines, found, strict=True) if not ways]
    if unknown:
        parts = [part for line in unknown for part in map(str.strip, line.split(","))]
        strange = [part for part in parts if folded(part) not in names]
        return _none_of_these(strange or unknown, choice, names)
    return _once(tuple(names[name] for ways in found if ways for name in ways))


def _none_of_these(texts: Sequence[str], choice: Choice, names: Mapping[str, str]) -> Unread:
    """Names what may be suggested, by its value."""
    allowed = tuple(option.value for option in choice.options if option.is_suggested)
    known = {name: value for name, value in names.items() if value in allowed}
    return _unknown(texts, allowed, known)


def _several(labels: Mapping[str, str], text: str) -> tuple[str, ...] | Unread:
    """The options of a list, whose labels have commas between them and may have some inside.

    `option_labels` sees to it that there is one way at most to tell them apart.
    """
    ways = _ways(text.split(BETWEEN), {tuple(label.split(BETWEEN)): label for label in labels})
    if not ways:
        return _unknown(_strange(text.split(BETWEEN), labels), tuple(labels))
    return _once(tuple(labels[label] for label in ways))


def _ways(parts: Sequence[str], labels: Mapping[tuple[str, ...], str]) -> tuple[str, ...] | None:
    """The labels that the parts are made of; nothing if of none, None if in more than one way."""
    longest = max(map(len, labels), default=0)
    counts = [0] * len(parts) + [1]
    follows: dict[int, tuple[str, int]] = {}
    for start in reversed(range(len(parts))):
        for end in range(start + 1, min(start + longest, len(parts)) + 1):
            label = labels.get(tuple(parts[start:end]))
            if label is not None and counts[end]:
                counts[start] += counts[end]
                follows[start] = (label, end)
    if counts[0] > 1:
        return None
    return tuple(_steps(follows)) if counts[0] else ()


def _steps(follows: Mapping[int, tuple[str, int]]) -> Iterator[str]:
    place = 0
    while place in follows:
        label, place = follows[place]
        yield label


def _strange(parts: Sequence[str], labels: Mapping[str, str]) -> Sequence[str]:
    """The parts that belong to no option, or all of them when each belongs to one."""
    known = {part for label in labels for part in label.split(BETWEEN)}
    return [part for part in parts if part not in known] or [BETWEEN.join(parts)]


def _once(values: tuple[str, ...]) -> tuple[str, ...] | Unread:
    if len(set(values)) < len(values):
        return Unread(msg("an option is there twice"))
    return values


def _unknown(
    texts: Sequence[str], allowed: Sequence[str], names: Mapping[str, str] | None = None
) -> Unread:
    """The first of the texts that are no options, and what may have been meant."""
    text = texts[0] if len(texts[0]) <= _SHOWN else f"{texts[0][:_SHOWN]}\N{HORIZONTAL ELLIPSIS}"
    return Unread(
        msg('"{text}" is not one of the options', text=text), _hint(text, allowed, names or {})
    )


def _hint(text: str, allowed: Sequence[str], names: Mapping[str, str]) -> Message:
    meant = closest(text, {*allowed, *names})
    if meant is not None:
        return msg("Did you mean {meant}?", meant=names.get(meant, meant))
    if not allowed:
        return msg("There is nothing to choose from at present.")
    if len(allowed) > _FEW:
        near = Choices(tuple(by_likeness(text, allowed)[:_MOST_ALIKE]))
        return msg("It has to be one of them; those most like it are {options}.", options=near)
    return msg("Write one of these: {options}.", options=Choices(tuple(allowed)))
