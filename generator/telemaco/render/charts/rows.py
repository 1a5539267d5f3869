"""Rows below one another, each with its name above it: funnels, parts of a whole, states."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from telemaco.render.charts.values import WIDTH, Box, Drawing, Fill, Line, Word, shortened, tidy

_ROW = 32
_BAR = 10
_ROOM = 44
"""Room for the number right of the longest bar."""

_HEAD = 28
_STEP = 20
_KEY = 12


@dataclass(frozen=True, slots=True)
class Bar:
    """A row: its name, its value, what stands beside it; `value` is None where it is not told.

    `whole` is what the value is a part of; it is drawn behind it.
    """

    name: str
    value: int | None
    said: str
    whole: int | None = None


def bars(rows: Sequence[Bar]) -> Drawing:
    """A bar a row; all to one scale."""
    top = max((*(row.whole or row.value or 0 for row in rows), 1))
    long = WIDTH - _ROOM
    boxes: list[Box] = []
    words: list[Word] = []
    for number, row in enumerate(rows):
        y = number * _ROW
        words.append(Word(0, y + 12, shortened(row.name, WIDTH)))
        if row.value is None:
            words.append(Word(0, y + 26, shortened(row.said, WIDTH)))
            continue
        widest = tidy(long * (row.value if row.whole is None else row.whole) / top)
        if row.whole is not None:
            boxes.append(Box(0, y + 17, widest, _BAR, "track"))
        if row.value:
            boxes.append(Box(0, y + 17, tidy(long * row.value / top), _BAR))
        words.append(Word(tidy(widest + 5), y + 26, row.said))
    return Drawing(height=max(len(rows), 1) * _ROW, boxes=tuple(boxes), words=tuple(words))


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a whole, and the pattern that stands for it."""

    name: str
    value: int
    fill: Fill


def stack(parts: Sequence[Part]) -> Drawing:
    """One bar cut into parts, each with a pattern of its own, and a key below with the numbers."""
    return Drawing(
        height=_HEAD + _STEP * len(parts),
        boxes=(*_pieces(parts), *_keys(parts)),
        lines=(Line(f"M0 {_HEAD - 8}H{WIDTH}", "axis"),),
        words=tuple(
            Word(_KEY + 8, _HEAD + _STEP * number + 12, f"{part.name}: {part.value}")
            for number, part in enumerate(parts)
        ),
    )


def _pieces(parts: Sequence[Part]) -> Iterator[Box]:
    total = sum(part.value for part in parts)
    before = 0
    for part in parts:
        x, end = WIDTH * before / total, WIDTH * (before + part.value) / total
        yield Box(tidy(min(x + 0.5, WIDTH)), 0, tidy(max(end - x - 1, 0)), _HEAD - 8, part.fill)
        before += part.value


def _keys(parts: Sequence[Part]) -> Iterator[Box]:
    for place, part in enumerate(parts):
        yield Box(0, _HEAD + _STEP * place + 2, _KEY, _KEY, part.fill)
