"""A part of a report: a heading, sentences, pictures, a table."""

from dataclasses import dataclass

from telemaco.render.charts.values import Chart, Table


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a report. Each chart has its own sentence and table."""

    id: str
    title: str
    sentences: tuple[str, ...] = ()
    charts: tuple[Chart, ...] = ()
    table: Table | None = None
