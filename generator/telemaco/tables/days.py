"""Dates as form services and spreadsheets write them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

DayOrder = Literal["day-first", "month-first"]

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_NUMBERS = re.compile(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4}|\d{2})(?!\d)")
_DOTS = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?!\d)")
_DAY_AND_NAME = re.compile(
    r"(?:[^\W\d]+,? )?(\d{1,2})\.?(?:st|nd|rd|th|º|°)? (?:di )?([^\W\d]{3,})\.?,? (\d{4})"
)
_NAME_AND_DAY = re.compile(r"(?:[^\W\d]+, )?([^\W\d]{3,})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_MONTHS = (
    ("jan", "gen"), ("feb",), ("mar",), ("apr",), ("may", "mag"), ("jun", "giu"),
    ("jul", "lug"), ("aug", "ago"), ("sep", "set"), ("oct", "ott"), ("nov",), ("dec", "dic"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Orders:
    """How the days of a column can be read that are numbers with slashes, with one cell for each.

    `day_first` and `month_first` can be read in one way only, `either` in both. Empty: there is no
    such cell. With dots the day comes first, everywhere.
    """

    day_first: str = ""
    month_first: str = ""
    either: str = ""

    @property
    def order(self) -> DayOrder | None:
        """The order of all of them; None when no cell tells, or two contradict each other."""
        if bool(self.day_first) is bool(self.month_first):
            return None
        return "day-first" if self.day_first else "month-first"

    @property
    def is_mixed(self) -> bool:
        """Whether cells contradict each other."""
        return bool(self.day_first and self.month_first)


def orders(cells: Iterable[str]) -> Orders:
    """How the days of a column can be read, by all its cells."""
    found: dict[str, str] = {}
    for cell in cells:
        day, month = day_of(cell, "day-first"), day_of(cell, "month-first")
        if day != month:
            kind = "either" if day and month else "day_first" if day else "month_first"
            found.setdefault(kind, cell)
    return Orders(**found)


def day_of(cell: str, order: DayOrder | None) -> date | None:
    """The day that a cell names, a time after it is left out; None when it does not name one.

    Of 3/2/2027 nobody knows the month without an order; in 3.2.2027 the day comes first.
    """
    if found := _ISO.match(cell):
        return _day(found[1], found[2], found[3])
    if found := _DOTS.match(cell):
        return _day(_full(found[3]), found[2], found[1])
    if found := _NUMBERS.match(cell):
        return _numbered(found, order)
    if found := _DAY_AND_NAME.match(cell):
        return _day(found[3], _month(found[2]), found[1])
    found = _NAME_AND_DAY.match(cell)
    return _day(found[3], _month(found[1]), found[2]) if found else None


def _numbered(found: re.Match[str], order: DayOrder | None) -> date | None:
    first, second, year = found.groups()
    if order is None and first != second:
        return None
    month, day = (first, second) if order == "month-first" else (second, first)
    return _day(_full(year), month, day)


def _full(year: str) -> str:
    return year if len(year) > 2 else f"20{year}"  # noqa: PLR2004 (digits)


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _month(name: str) -> str:
    """The number of a month by its name; 0 for none."""
    start = name[:3].casefold()
    return str(next((n for n, names in enumerate(_MONTHS, 1) if start in names), 0))
