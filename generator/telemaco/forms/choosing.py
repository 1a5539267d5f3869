"""Whether options are shown as a list, or somebody writes what they choose."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from telemaco.forms.values import Choice, Option, Wording
from telemaco.messages import Worded
from telemaco.records.base import Language

MOST_OPTIONS = 100
"""Options of a list: more than that nobody looks through."""
MOST_BYTES = 12_000
"""Bytes of the labels of the lists that one question has: a form has 65,536 for everything."""

_AROUND = 14
"""Bytes that a form has around a label."""


def choice(field: Choice) -> Choice:
    """The field, to be written into when its options are too many for a list."""
    return field if is_short([field.options]) else replace(field, is_written=True)


def is_short(lists: Sequence[Sequence[Option]]) -> bool:
    """Whether the lists of one question are short enough to be shown."""
    if any(len(options) > MOST_OPTIONS for options in lists):
        return False
    return sum(size(option.label) for options in lists for option in options) <= MOST_BYTES


def size(wording: Wording) -> int:
    """Bytes that a label takes in a form at most, in the language in which it is longest."""
    match wording:
        case str():
            return len(wording.encode()) + wording.count("'") + _AROUND
        case Worded(texts):
            return max(size(text) for _, text in texts)
        case _:
            return _AROUND * 4


def in_all_languages(text: str | Mapping[Language, str]) -> tuple[str, ...]:
    """A text of the community's files in every language that it is there in."""
    return (text,) if isinstance(text, str) else tuple(dict.fromkeys(text.values()))
