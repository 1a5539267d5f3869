"""Figures on a scale from 0 to 100 percent of the way, and how sure they are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from telemaco.render.charts.values import LETTER, WIDTH, Drawing, Line, Look, Word, shortened, tidy

_LEFT = 34
_RIGHT = 10
_HEIGHT = 176
_TOP = 10
_BOTTOM = 38
_ROW = 36
_FOOT = 18
_QUARTERS = (0, 25, 50, 75, 100)
_PERCENTAGES = {part: f"{part}%" for part in _QUARTERS}
_LABELS = 13


@dataclass(frozen=True, slots=True)
class Point:
    """A share and the ends of its interval, in percent; `said` is how it is written.

    `note` follows the name and is never cut.
    """

    name: str
    percent: int
    low: int
    high: int
    said: str = ""
    note: str = ""

    def label(self, width: float) -> str:
        """The name, with its note, as it stands before the figure, about as wide at most."""
        name = self.name.removesuffix(".")
        if not self.note:
            return shortened(name, width)
        return f"{shortened(name, width - LETTER * (len(self.note) + 1))} {self.note}"

    @property
    def words(self) -> str:
        """The figure as it stands beside its name."""
        return self.said or f"{self.percent}%"


def steps(points: Sequence[tuple[int, Point]], unit: str) -> Drawing:
    """Shares that hold until the next month, each with its interval; `unit` names the months.

    Nothing is drawn across months that are left out: a share with no neighbour is a dot.
    """
    last = max((*(month for month, _point in points), 1))
    runs = list(_runs(points))
    every = -(-(last + 1) // _LABELS)
    return Drawing(
        height=_HEIGHT,
        lines=(
            *(Line(f"M{_LEFT} {_y(part)}H{WIDTH}", "grid") for part in _QUARTERS[1:]),
            Line(f"M{_LEFT} {_y(0)}H{WIDTH}", "axis"),
            *(
                Line(f"M{_x(month, last)} {_y(point.low)}V{_y(point.high)}", "range")
                for month, point in points
                if month
            ),
            *(Line(_stairs(run, last), "curve") for run in runs if run[1:]),
        ),
        dots=tuple(
            (_x(month, last), _y(point.percent)) for (month, point), *others in runs if not others
        ),
        words=(
            *(Word(_LEFT - 5, tidy(_y(part) + 4), f"{part}%", "end") for part in _QUARTERS),
            *(
                Word(_x(month, last), _HEIGHT - 21, str(month), "middle")
                for month in range(0, last + 1, every)
            ),
            Word(WIDTH, _HEIGHT - 5, unit, "end"),
        ),
    )


def intervals(points: Sequence[Point], ends: tuple[str, str] | None = None) -> Drawing:
    """A point a row with the line of its interval, and the figure beside its name.

    `ends` are the words at both ends of the scale; percentages when left out.
    """
    marks = dict(zip((0, _QUARTERS[-1]), ends, strict=True)) if ends else _PERCENTAGES
    return Drawing(
        height=_ROW * len(points) + _FOOT,
        lines=(*_scale(len(points)), *_ranges(points)),
        dots=tuple(
            (_across(point.percent), _ROW * number + 24) for number, point in enumerate(points)
        ),
        words=(
            *(
                Word(
                    0,
                    _ROW * number + 12,
                    f"{point.label(WIDTH - 48)}: {point.words}",
                )
                for number, point in enumerate(points)
            ),
            *(
                Word(
                    _across(part),
                    _ROW * len(points) + 13,
                    mark,
                    "start" if part == 0 else "end" if part == _QUARTERS[-1] else "middle",
                )
                for part, mark in marks.items()
            ),
        ),
    )


def _runs(points: Sequence[tuple[int, Point]]) -> Iterator[list[tuple[int, Point]]]:
    """The months that follow one another, together."""
    for _start, run in groupby(enumerate(points), key=lambda placed: placed[1][0] - placed[0]):
        yield [point for _place, point in run]


def _stairs(points: Sequence[tuple[int, Point]], last: int) -> str:
    """The path: level to the next month, then down to its share."""
    (first, top), *others = points
    path = f"M{_x(first, last)} {_y(top.percent)}"
    for month, point in others:
        path += f"H{_x(month, last)}V{_y(point.percent)}"
    return path


def _scale(rows: int) -> Iterator[Line]:
    """The marks of the scale, in each row below its name."""
    for part in _QUARTERS:
        look: Look = "axis" if part == 0 else "grid"
        strokes = "".join(f"M{_across(part)} {_ROW * row + 17}v14" for row in range(rows))
        yield Line(strokes, look)


def _ranges(points: Sequence[Point]) -> Iterator[Line]:
    for number, point in enumerate(points):
        y = _ROW * number + 24
        yield Line(f"M{_across(point.low)} {y}H{_across(point.high)}", "range")


def _x(month: int, last: int) -> float:
    return tidy(_LEFT + (WIDTH - _RIGHT - _LEFT) * month / last)


def _y(percent: int) -> float:
    return tidy(_TOP + (_HEIGHT - _TOP - _BOTTOM) * (1 - percent / 100))


def _across(percent: int) -> float:
    return tidy(4 + (WIDTH - 8) * percent / 100)
