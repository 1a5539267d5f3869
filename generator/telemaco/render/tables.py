"""Tables for a terminal: the one place that knows rich's tables."""

import re
from collections.abc import Sequence
from io import StringIO
from textwrap import wrap

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

_GAP = 3
"""Characters between two columns."""
_INDENT = "  "
_NUMBER = re.compile(r"-|\d+%?(/\d+)?")


def table(
    header: Sequence[str], rows: Sequence[Sequence[str]], width: int, *, readable: int = 0
) -> str:
    """Rows under a header, wrapped between words to a width in characters.

    A word is never cut, so that ids can be copied. Where the longest words of the columns do
    not fit side by side, every row becomes a block: its first cell, then the others below it.
    So it does where a column with longer lines would have fewer than `readable` characters.
    Numbers stand to the right.
    """
    columns = [[title, *cells] for title, *cells in zip(header, *rows, strict=True)]
    widest = [max(map(_longest_line, column)) for column in columns]
    narrowest = [
        max(min(readable, line), *map(_longest_word, column))
        for column, line in zip(columns, widest, strict=True)
    ]
    if sum(narrowest) + _GAP * (len(columns) - 1) > width:
        return "".join(_block(header, row, width) for row in rows)
    widths = _fitting(narrowest, widest, width)
    grid = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column, characters in zip(columns, widths, strict=True):
        is_right = len(column) > 1 and all(map(_is_number, column[1:]))
        grid.add_column(Text(column[0]), justify="right" if is_right else "left", width=characters)
    for row in rows:
        grid.add_row(*(Text(cell) for cell in row))
    return _printed(grid, sum(widths) + _GAP * len(widths))


def _fitting(narrowest: Sequence[int], widest: Sequence[int], width: int) -> list[int]:
    """Widths that fit: the widest column gives way first, down to its longest word."""
    widths = list(widest)
    while sum(widths) + _GAP * (len(widths) - 1) > width:
        wide = [place for place, least in enumerate(narrowest) if widths[place] > least]
        widths[max(wide, key=lambda place: widths[place])] -= 1
    return widths


def _printed(grid: Table, width: int) -> str:
    out = StringIO()
    Console(file=out, width=width, color_system=None, highlight=False).print(grid)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _block(header: Sequence[str], row: Sequence[str], width: int) -> str:
    """The first cell on a line of its own; the numbers on one line; each text on one."""
    cells = list(zip(header, row, strict=True))[1:]
    numbers = ", ".join(f"{title} {cell}" for title, cell in cells if _is_number(cell))
    texts = [
        f"{title}: {line}" if position == 0 else f"{_INDENT}{line}"
        for title, cell in cells
        if not _is_number(cell)
        for position, line in enumerate(cell.splitlines())
    ]
    lines = [" ".join(row[0].split()), *(_INDENT + line for line in (numbers, *texts) if line)]
    return "\n".join(part for line in lines for part in _wrapped(line, width)) + "\n"


def _wrapped(line: str, width: int) -> list[str]:
    indent = line[: len(line) - len(line.lstrip())]
    return wrap(
        line,
        width,
        subsequent_indent=indent + _INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _longest_word(cell: str) -> int:
    return max(map(cell_len, cell.split()), default=1)


def _longest_line(cell: str) -> int:
    return max(map(cell_len, cell.splitlines()), default=1)


def _is_number(cell: str) -> bool:
    return _NUMBER.fullmatch(cell) is not None
