"""A chart: what its picture, its sentence and its table say.

Units are those of the picture, 300 wide: about as many pixels as a phone has room for, so that
words are read there as they are drawn. Numbers have one decimal at most, so the same figures
give the same bytes.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

WIDTH = 300
LETTER = 6.4
"""About the width of a letter of the words in a chart, which are 12 high."""


Fill: TypeAlias = Literal["plain", "hatched", "dotted", "open", "track"]
"""The pattern of a bar; `track` is the whole that another bar is a part of."""

Look: TypeAlias = Literal["axis", "grid", "curve", "range"]
"""What a line means."""


@dataclass(frozen=True, slots=True)
class Box:
    """A bar."""

    x: float
    y: float
    width: float
    height: float
    fill: Fill = "plain"


@dataclass(frozen=True, slots=True)
class Line:
    """A line along a path."""

    path: str
    look: Look


@dataclass(frozen=True, slots=True)
class Word:
    """A word, by the point that its line stands on: at its left end, its middle or its right."""

    x: float
    y: float
    text: str
    anchor: Literal["start", "middle", "end"] = "start"


@dataclass(frozen=True, slots=True)
class Table:
    """Figures as text: the first cell of a row is its name, the others are numbers or why none."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn, from the back to the front, and how high it is; dots are where points are."""

    height: float
    boxes: tuple[Box, ...] = ()
    lines: tuple[Line, ...] = ()
    dots: tuple[tuple[float, float], ...] = ()
    words: tuple[Word, ...] = ()

    @property
    def patterns(self) -> tuple[str, ...]:
        """The patterns that have to be there."""
        used = {box.fill for box in self.boxes}
        return tuple(name for name in ("hatched", "dotted") if name in used)


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture with its title, the sentence that says what it shows, and its figures.

    `left_out` says what the table has and the picture has not.
    """

    id: str
    title: str
    sentence: str
    drawing: Drawing
    table: Table
    left_out: str = ""


def tidy(value: float) -> float:
    """A length with one decimal; a whole number has none."""
    rounded = round(value, 1)
    return int(rounded) if rounded == int(rounded) else rounded


def shortened(text: str, width: float) -> str:
    """A text that is about as wide at most; the table says it whole."""
    letters = int(width / LETTER)
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"
