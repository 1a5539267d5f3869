"""A line of a file and a caret below a place in it."""

import unicodedata
from typing import NamedTuple

from telemaco.render.visible import visible

_WIDTH = 96
_TAB = "    "
_LEFT_OUT = "..."


class Excerpt(NamedTuple):
    """The line as it can be shown, and the line with the caret."""

    line: str
    caret: str


def excerpt(line: str, column: int) -> Excerpt | None:
    """The part of a line around a column (from 1) that fits a terminal; None for a blank line."""
    if not line.strip():
        return None
    cells = [_TAB if character == "\t" else visible(character) for character in line]
    place = min(column - 1, len(cells))
    first, last = _window([_width(cell) for cell in cells], place)
    head = _LEFT_OUT if first else ""
    tail = _LEFT_OUT if last < len(cells) else ""
    before = head + "".join(cells[first:place])
    return Excerpt(before + "".join(cells[place:last]) + tail, " " * _width(before) + "^")


def _window(widths: list[int], place: int) -> tuple[int, int]:
    """The cells from the first to before the last that are shown: the place and what fits."""
    if sum(widths) <= _WIDTH:
        return 0, len(widths)
    first = 0
    while sum(widths[first:place]) > _WIDTH * 3 // 4:
        first += 1 + (place - first) // 16
    last, room = place, _WIDTH - sum(widths[first:place])
    while last < len(widths) and widths[last] <= room:
        room -= widths[last]
        last += 1
    return first, last


def _width(text: str) -> int:
    """Columns of a terminal: wide letters of East Asia take two, combining marks none."""
    return sum(
        0
        if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me"}
        else 1 + (unicodedata.east_asian_width(character) in {"W", "F"})
        for character in text
    )
