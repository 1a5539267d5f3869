"""What a form calls its fields, options and boxes in one language, so that it can be read back.

A form is shown with the same labels by which its answers are read. GitHub refuses a form with
two fields or two options of one name, or with an option None; it writes the options that were
chosen with a comma and a blank between them, whatever an option's own commas are.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from telemaco.forms.values import Boxes, Choice, Form, Wording
from telemaco.messages import Message, msg
from telemaco.ports import Translator

Words = Callable[[Wording], str]
"""Puts a label into the language in which the form is shown."""

CHOOSE = msg("(choose)")
"""What a list from which something must be chosen begins with: its first line is preselected."""
NO_RESPONSE = "_No response_"
"""What GitHub writes where nothing was answered."""
BETWEEN = ", "
"""What GitHub writes between the options that were chosen."""

_LONGEST = 200
_ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
_RESERVED = frozenset({"none", NO_RESPONSE.casefold()})
_JOINERS = frozenset("\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}")
_BLANKS = frozenset(
    "\N{HANGUL FILLER}\N{HALFWIDTH HANGUL FILLER}\N{HANGUL CHOSEONG FILLER}"
    "\N{HANGUL JUNGSEONG FILLER}\N{BRAILLE PATTERN BLANK}\N{COMBINING GRAPHEME JOINER}"
)
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_HEADING = re.compile(r"^#+\s*")


def words_of(translator: Translator) -> Words:
    """The words of a translator's language."""

    def words(wording: Wording) -> str:
        if isinstance(wording, Message):
            return translator.text(wording)
        return translator.text(Message("{wording}", {"wording": wording}))

    return words


def field_labels(form: Form, words: Words) -> tuple[str, ...]:
    """The headings of a form's fields, in their order; no two are alike, nor like a box's."""
    taken = {
        box.casefold()
        for field in form.fields
        if isinstance(field, Boxes)
        for box in box_labels(field, words)
    }
    return tuple(_distinct(_one_line(words(field.label)), field.id, taken) for field in form.fields)


def known_headings(form: Form, words: Words) -> Mapping[str, str]:
    """The heading of a field by every heading that it has or had.

    One that a field has is that field's alone; one that several fields had is left out.
    """
    labels = field_labels(form, words)
    meant: dict[str, set[str]] = {}
    for field, label in zip(form.fields, labels, strict=True):
        for wording in field.former:
            meant.setdefault(_one_line(words(wording)), set()).add(label)
    former = {heading: min(found) for heading, found in meant.items() if len(found) == 1}
    return former | {label: label for label in labels}


def option_labels(choice: Choice, words: Words) -> Mapping[str, str]:
    """The value of each option by its label, in the order in which they are shown.

    Labels joined by commas can be told apart again: none begins with the whole of another one
    and a comma.
    """
    taken = {*_RESERVED, words(CHOOSE).casefold()}
    labels = {
        option.value: _distinct(_one_line(words(option.label)), option.value, taken)
        for option in choice.options
    }
    if choice.takes_several:
        labels = dict(_separable(labels, taken))
    shown = list(labels.items())
    first = len(shown) if choice.sorts_after is None else choice.sorts_after
    ordered = [*shown[:first], *sorted(shown[first:], key=_alphabetical)]
    return {label: value for value, label in ordered}


def box_labels(boxes: Boxes, words: Words) -> Mapping[str, str]:
    """The value of each box by its label, in their order."""
    taken: set[str] = set()
    return {
        _distinct(_one_line(words(box.label)), box.value, taken): box.value for box in boxes.boxes
    }


def written_names(choice: Choice, words: Words) -> Mapping[str, str]:
    """The value of each option by everything it may be called, in small letters.

    A name that several options have is left out; the values themselves always count.
    """
    meant: dict[str, set[str]] = {}
    for option in choice.options:
        for name in (_one_line(words(option.label)), *map(words, option.aliases)):
            meant.setdefault(folded(name), set()).add(option.value)
    single = {name: min(values) for name, values in meant.items() if len(values) == 1}
    return {**single, **{folded(option.value): option.value for option in choice.options}}


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """A name as it is compared: letters alike, one blank between words."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def is_blank(text: str) -> bool:
    """Whether nobody would see anything of the text."""
    return all(
        character.isspace() or character in _BLANKS or unicodedata.category(character) in _UNSEEN
        for character in text
    )


@lru_cache(maxsize=8192)
def _one_line(text: str) -> str:
    """The text as a label: on one line, without what cannot be seen, not too long."""
    seen = text if text.isprintable() else "".join(c if _is_seen(c) else " " for c in text)
    line = _HEADING.sub("", " ".join(seen.split()))
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + _ELLIPSIS


def _alphabetical(option: tuple[str, str]) -> str:
    """What an option is sorted by: its label without accents."""
    return unicodedata.normalize("NFKD", option[1].casefold())


def _is_seen(character: str) -> bool:
    return character in _JOINERS or unicodedata.category(character) not in _UNSEEN


def _distinct(label: str, value: str, taken: set[str]) -> str:
    """The label, or the label with its value, and a number if that does not tell it apart."""
    for candidate in _candidates(label, value):
        if not is_blank(candidate) and candidate.casefold() not in taken:
            taken.add(candidate.casefold())
            return candidate
    raise AssertionError  # pragma: no cover (there is always a next number)


def _candidates(label: str, value: str) -> Iterator[str]:
    yield label
    yield f"{label} ({value})" if not is_blank(label) else value
    number = 1
    while True:
        number += 1
        yield f"{label} ({value} {number})"


def _separable(labels: Mapping[str, str], taken: set[str]) -> Iterator[tuple[str, str]]:
    """The labels, without commas if one of them begins with the whole of another and a comma."""
    parts = {value: tuple(label.split(BETWEEN)) for value, label in labels.items()}
    wholes = frozenset(parts.values())
    if not any(own[:end] in wholes for own in parts.values() for end in range(1, len(own))):
        yield from labels.items()
        return
    for value, own in parts.items():
        label = BETWEEN.join(own)
        yield value, label if len(own) == 1 else _distinct(" / ".join(own), value, taken)
