"""Pictures of the pages: how long each kind takes to draw and how large it is, at its largest."""

from collections.abc import Callable, Iterable, Mapping
from statistics import median
from time import perf_counter

from bench.table import Row
from telemaco.adapters.translations import Catalog
from telemaco.render.charts.columns import columns
from telemaco.render.charts.percentages import Point, intervals, steps
from telemaco.render.charts.rows import Bar, Part, bars, stack
from telemaco.render.charts.values import Chart, Drawing, Table
from telemaco.render.pages.environment import environment

_ROUNDS = 200
_MONTHS = 12
_KINDS: Mapping[str, Callable[[], Drawing]] = {
    "columns": lambda: columns([("Jan", "2027")] * _MONTHS, [100 * n for n in range(_MONTHS)]),
    "bars": lambda: bars([Bar("Active at the midpoint", 120, "120 of 400", 400)] * 8),
    "stack": lambda: stack(
        [Part("Active", 12, fill) for fill in ("plain", "hatched", "dotted", "open", "track")]
    ),
    "steps": lambda: steps(
        [(month, Point("", 100 - month, 50, 100)) for month in range(25)], "Months"
    ),
    "intervals": lambda: intervals([Point(f"Atelier {n}", 80, 60, 95) for n in range(8)]),
}


def rows() -> Iterable[Row]:
    """The middle of many drawings of each kind."""
    source = '{% import "chart.html" as c %}{{ c.picture(chart) }}'
    template = environment(Catalog("en")).from_string(source)
    for kind, drawing in _KINDS.items():
        times = []
        picture = ""
        for _ in range(_ROUNDS):
            before = perf_counter()
            picture = template.render(chart=_chart(drawing()))
            times.append(perf_counter() - before)
        yield Row(f"a picture: {kind}", 1000 * median(times), "ms", at_most=2)
        yield Row(f"a picture: {kind}, its size", len(picture.encode()) / 1024, "KB", at_most=5)


def _chart(drawing: Drawing) -> Chart:
    sentence = "67 of 89 active pairs met in the last month, of which some are in groups."
    return Chart("states", "Where pairs and groups are", sentence, drawing, Table((), ()))
