"""Columns side by side: a figure a month."""

from collections.abc import Iterator, Sequence

from telemaco.render.charts.values import WIDTH, Box, Drawing, Line, Word, tidy

_HEIGHT = 150
_TOP = 16
_BOTTOM = 32
_FILLED = 0.72
"""The part of its place that a column fills."""


def columns(labels: Sequence[tuple[str, str]], values: Sequence[int]) -> Drawing:
    """A column a value, with its number above it.

    A label has two lines; the second, such as a year, is empty where it is that of the one before.
    """
    top = max((*values, 1))
    width = WIDTH / max(len(values), 1)
    return Drawing(
        height=_HEIGHT,
        boxes=tuple(_boxes(values, width, top)),
        lines=(Line(f"M0 {_HEIGHT - _BOTTOM}H{WIDTH}", "axis"),),
        words=(*_numbers(values, width, top), *_labels(labels, width)),
    )


def _boxes(values: Sequence[int], width: float, top: int) -> Iterator[Box]:
    for number, value in enumerate(values):
        if value:
            high = _high(value, top)
            x = (number + (1 - _FILLED) / 2) * width
            yield Box(tidy(x), tidy(_HEIGHT - _BOTTOM - high), tidy(width * _FILLED), tidy(high))


def _numbers(values: Sequence[int], width: float, top: int) -> Iterator[Word]:
    for number, value in enumerate(values):
        y = _HEIGHT - _BOTTOM - _high(value, top) - 4
        yield Word(tidy((number + 0.5) * width), tidy(y), str(value), "middle")


def _labels(labels: Sequence[tuple[str, str]], width: float) -> Iterator[Word]:
    for number, lines in enumerate(labels):
        for below, text in enumerate(lines):
            if text:
                y = _HEIGHT - _BOTTOM + 13 + 14 * below
                yield Word(tidy((number + 0.5) * width), y, text, "middle")


def _high(value: int, top: int) -> float:
    return (_HEIGHT - _TOP - _BOTTOM) * value / top
