"""Dates as form services and spreadsheets write them."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Literal

DayOrder = Literal["day-first", "month-first"]

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_NUMBERS = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)")
_DAY_AND_NAME = re.compile(
    r"(?:[^\W\d]+,? )?(\d{1,2})\.?(?:st|nd|rd|th|º|°)? (?:di )?([^\W\d]{3,})\.?,? (\d{4})"
)
_NAME_AND_DAY = re.compile(r"(?:[^\W\d]+, )?([^\W\d]{3,})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_MONTHS = (
    ("jan", "gen"), ("feb",), ("mar",), ("apr",), ("may", "mag"), ("jun", "giu"),
    ("jul", "lug"), ("aug", "ago"), ("sep", "set"), ("oct", "ott"), ("nov",), ("dec", "dic"),
)  # fmt: skip
_LAST_MONTH = 12


def day_order(cells: Iterable[str]) -> DayOrder | None:
    """Whether the day or the month comes first in a column; None when no cell tells."""
    for cell in cells:
        found = _NUMBERS.match(cell)
        if found and int(found[1]) > _LAST_MONTH:
            return "day-first"
        if found and int(found[2]) > _LAST_MONTH:
            return "month-first"
    return None


def day_of(cell: str, order: DayOrder | None) -> date | None:
    """The day that a cell names, a time after it is left out; None when it does not name one.

    Of 3/2/2027 nobody knows the month without an order.
    """
    if found := _ISO.match(cell):
        return _day(found[1], found[2], found[3])
    if found := _NUMBERS.match(cell):
        first, second, year = found.groups()
        if order is None and first != second:
            return None
        month, day = (first, second) if order == "month-first" else (second, first)
        return _day(year if len(year) > 2 else f"20{year}", month, day)  # noqa: PLR2004 (digits)
    if found := _DAY_AND_NAME.match(cell):
        return _day(found[3], _month(found[2]), found[1])
    if found := _NAME_AND_DAY.match(cell):
        return _day(found[3], _month(found[1]), found[2])
    return None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _month(name: str) -> str:
    """The number of a month by its name; 0 for none."""
    start = name[:3].casefold()
    return str(next((n for n, names in enumerate(_MONTHS, 1) if start in names), 0))
