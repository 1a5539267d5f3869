"""Tables for a terminal: the one place that knows rich."""

from collections.abc import Sequence
from io import StringIO

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

_WIDEST = 1000
"""Characters of a line at most, however long the words."""


def table(header: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> str:
    """Rows under a header, wrapped between words to a width in characters.

    A word is never cut, so that ids can be copied: where words are too long for the width, the
    table is wider. Numbers stand to the right.
    """
    grid = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for position, title in enumerate(header):
        is_number = bool(rows) and all(_is_number(row[position]) for row in rows)
        grid.add_column(
            Text(title),
            justify="right" if is_number else "left",
            overflow="fold",
            min_width=_longest_word([title, *(row[position] for row in rows)]),
        )
    for row in rows:
        grid.add_row(*(Text(cell) for cell in row))
    out = StringIO()
    console = Console(file=out, width=width, color_system=None, highlight=False)
    needed = console.measure(grid, options=console.options.update(max_width=_WIDEST)).minimum
    console.print(grid, width=max(width, needed), no_wrap=False, crop=False)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _longest_word(cells: Sequence[str]) -> int:
    return max((cell_len(word) for cell in cells for word in cell.split()), default=1)


def _is_number(cell: str) -> bool:
    return not cell.strip("0123456789%-/ ")
