"""Tables for a terminal: the one place that knows rich."""

from collections.abc import Sequence
from io import StringIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text


def table(header: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> str:
    """Rows under a header, wrapped to a width in characters; numbers stand to the right."""
    grid = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for position, title in enumerate(header):
        is_number = bool(rows) and all(_is_number(row[position]) for row in rows)
        grid.add_column(
            Text(title), justify="right" if is_number else "left", overflow="fold", no_wrap=False
        )
    for row in rows:
        grid.add_row(*(Text(cell) for cell in row))
    out = StringIO()
    Console(file=out, width=width, color_system=None, highlight=False).print(grid)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _is_number(cell: str) -> bool:
    return not cell.strip("0123456789%-/ ")
