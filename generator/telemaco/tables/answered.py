"""What a coordinator answers in the mapping, in place of cells that are not understood."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from telemaco.tables.columns import Table
from telemaco.tables.mapping import ColumnMap
from telemaco.tables.reading import Row

ByPlace = Mapping[int, Mapping[str, str]]


def answered(table: Table, chosen: ColumnMap) -> Table:
    """The table with the answers of the mapping in place of the cells that they are about."""
    answers: ByPlace = {
        table.columns[title].place: {in_one_line(cell): text for cell, text in of_column.items()}
        for title, of_column in chosen.cells.items()
        if title in table.columns
    }
    if not answers:
        return table
    rows = tuple(replace(row, cells=tuple(_cells(row, answers))) for row in table.rows)
    return replace(table, rows=rows)


def in_one_line(cell: str) -> str:
    """The text of a cell as the mapping names it: one space between two words."""
    return " ".join(cell.split())


def _cells(row: Row, answers: ByPlace) -> Iterator[str]:
    for place, cell in enumerate(row.cells):
        yield answers.get(place, {}).get(in_one_line(cell), cell)
