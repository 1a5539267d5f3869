"""What is amiss behind a quotation mark within brackets: one is missing, or a comma is."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

_QUOTES = ('"', "'")
_CLOSED = (*_QUOTES, "]", "}")
_NEXT_TEXT = r"[,{\[\n]\s*(?:-\s+)*(?:[{\[]\s*)?"
_BEGINS_AN_ITEM = re.compile(rf"{_NEXT_TEXT}(?:[\w-]+:\s*)?\Z")
_BEGINS_A_VALUE = re.compile(rf"{_NEXT_TEXT}[\w-]+:\s*\Z")
"""How a text ends that goes on to where the next one begins, in a list and in a map."""

_END_OF_VALUE = re.compile(r"[\]}]*\s*(?:,\s*[\w-]+:|,\s*\Z|\n)")
_NEXT = re.compile(r"[\w-]+:(?:\s|$)|[\"'{\[]")
_NEXT_BELOW = re.compile(r"[\"'{\[]")
"""What begins as the next entry does, on the same line and on one below: a key there may be one
of what the bracket is in, if that was never closed."""


class Slip(NamedTuple):
    """What is amiss: the text that lacks its second mark, else what comes where it should not.

    Line and column, from 1, are where that text, or what comes, begins.
    """

    kind: Literal["open-quote", "no-comma", "quote-in-brackets"]
    line: int
    column: int
    word: str


def slip(lines: Sequence[str], line: int, column: int, bracket: str) -> Slip | None:
    """What is amiss before the place, from 1, where no comma came; None where that is unclear.

    `bracket` is the one that the place is within.

    >>> slip(['{from: "18:00, to: "20:00"}'], 1, 21, "{")
    Slip(kind='open-quote', line=1, column=8, word='18:00')
    """
    here = lines[line - 1] if line <= len(lines) else ""
    rest = here[column - 1 :].rstrip()
    until = here[: column - 1]
    before = "\n".join((*lines[: line - 1], until)).rstrip()
    if not before.endswith(_CLOSED) or not rest:
        return None
    opened = _opened(before, bracket) if before.endswith(_QUOTES) else None
    if opened:
        return opened
    if (_NEXT if until.strip() else _NEXT_BELOW).match(rest):
        return Slip("no-comma", line, column, rest)
    return Slip("quote-in-brackets", line, column, rest) if before.endswith(_QUOTES) else None


def _opened(before: str, bracket: str) -> Slip | None:
    """The text that seems to end where the next one begins, as it lacks its own second mark."""
    start = before.rfind(before[-1], 0, -1)
    above, inside = before[: max(start, 0)], before[start + 1 : -1]
    reaches = _BEGINS_AN_ITEM if bracket == "[" else _BEGINS_A_VALUE
    said = _END_OF_VALUE.split(inside)[0].strip()
    if start < 0 or not said or not reaches.search(inside):
        return None
    return Slip("open-quote", above.count("\n") + 1, start - above.rfind("\n"), said)
