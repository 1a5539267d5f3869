"""A report as Markdown that reads well as it is, and prints."""

from collections.abc import Iterator

from telemaco.progress.outcomes.report import Report
from telemaco.render.charts.values import Table
from telemaco.render.named_commands import in_markdown
from telemaco.render.reports.section import Section
from telemaco.render.reports.sections import introduction, sections_of, title_of
from telemaco.render.reports.voice import Voice

_SPECIAL = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_{}[]<>#|!"})


def as_markdown(voice: Voice, report: Report) -> str:
    """The whole report; the figures of pictures are tables."""
    blocks = [
        f"# {_plain(title_of(voice, report))}",
        _plain(" ".join(introduction(voice, report))),
        *(block for section in sections_of(voice, report) for block in _section(section)),
    ]
    return "\n\n".join(blocks) + "\n"


def _section(section: Section) -> Iterator[str]:
    yield f"## {_plain(section.title)}"
    yield from (_plain(sentence) for sentence in section.sentences)
    for chart in section.charts:
        yield f"### {_plain(chart.title)}"
        yield _plain(chart.sentence)
        yield _table(chart.table)
    if section.table:
        yield _table(section.table)


def _table(table: Table) -> str:
    """Columns as wide as their longest cell, so that the text itself is a table."""
    rows = [[_plain(cell) for cell in row] for row in (table.header, *table.rows)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    rule = ["-" * max(width, 3) for width in widths]
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in (rows[0], rule, *rows[1:])
    )


def _plain(text: str) -> str:
    """A text on one line in which nothing is markup but the commands that it names."""
    return in_markdown(" ".join(text.split()).translate(_SPECIAL))
