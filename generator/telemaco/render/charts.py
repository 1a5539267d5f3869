"""Bar charts as values: where every bar, line and word of the picture goes.

The template `chart.html` draws them as SVG. Units are those of the picture, 640 wide, which
the page scales to its own width; numbers have one decimal, so the same figures give the
same bytes.
"""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 640
HEIGHT = 270
_LEFT = 36
_RIGHT = 8
_TOP = 12
_BOTTOM = 34
_FILLED = 0.66
"""The part of its column that a bar fills."""

_LABELS = 12
"""More words than these below the bars would run into one another."""


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of one colour, one a column."""

    name: str
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar, which series it belongs to (from 1), and what it stands for."""

    x: float
    y: float
    width: float
    height: float
    series: int
    label: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A word of an axis and where it stands."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of stacked bars with everything that its table and its picture say."""

    id: str
    title: str
    sentence: str
    columns: tuple[str, ...]
    series: tuple[Series, ...]
    bars: tuple[Bar, ...]
    ticks: tuple[Mark, ...]
    labels: tuple[Mark, ...]

    @property
    def rows(self) -> tuple[tuple[str, tuple[int, ...]], ...]:
        """The table: each column's name with its figures."""
        return tuple(
            (column, tuple(series.values[number] for series in self.series))
            for number, column in enumerate(self.columns)
        )


def bar_chart(
    identifier: str, title: str, sentence: str, columns: Sequence[str], series: Sequence[Series]
) -> Chart:
    """Stacked bars, a column a name; `sentence` says what they show."""
    step = _step(max((sum(values) for values in _stacks(series)), default=0))
    top = step * 4
    width = (WIDTH - _LEFT - _RIGHT) / max(1, len(columns))
    every = -(-len(columns) // _LABELS)
    return Chart(
        id=identifier,
        title=title,
        sentence=sentence,
        columns=tuple(columns),
        series=tuple(series),
        bars=tuple(_bars(columns, series, width, top)),
        ticks=tuple(Mark(_y(value, top), str(value)) for value in range(0, top + 1, step)),
        labels=tuple(
            Mark(round(_LEFT + (number + 0.5) * width, 1), column)
            for number, column in enumerate(columns)
            if number % every == 0
        ),
    )


def _bars(columns: Sequence[str], series: Sequence[Series], width: float, top: int) -> list[Bar]:
    found: list[Bar] = []
    for number, values in enumerate(_stacks(series)):
        below = 0
        for which, value in enumerate(values, start=1):
            if value:
                found.append(
                    Bar(
                        x=round(_LEFT + (number + (1 - _FILLED) / 2) * width, 1),
                        y=_y(below + value, top),
                        width=round(width * _FILLED, 1),
                        height=round(_y(below, top) - _y(below + value, top), 1),
                        series=which,
                        label=f"{columns[number]}, {series[which - 1].name}: {value}",
                    )
                )
            below += value
    return found


def _stacks(series: Sequence[Series]) -> list[tuple[int, ...]]:
    return list(zip(*(one.values for one in series), strict=True))


def _y(value: int, top: int) -> float:
    return round(_TOP + (HEIGHT - _TOP - _BOTTOM) * (1 - value / top), 1)


def _step(largest: int) -> int:
    """The distance of the four lines above the axis: 1, 2 or 5 times a power of ten."""
    power = 1
    while True:
        for factor in (1, 2, 5):
            if factor * power * 4 >= largest:
                return factor * power
        power *= 10
