"""Numbers in a column about a goal: places from 1 to 5, or levels from -2 to 2."""

import re
from collections.abc import Iterable, Mapping

from telemaco.messages import Message, msg
from telemaco.model.instruments import GAS_WORDS

_LEVELS = tuple(GAS_WORDS)
_BY_PLACE: Mapping[str, str] = {str(place): level for place, level in enumerate(_LEVELS, 1)}
_BY_LEVEL: Mapping[str, str] = {level: level for level in _LEVELS}
_ONLY_PLACES = frozenset(_BY_PLACE) - frozenset(_LEVELS)
_ONLY_LEVELS = frozenset(_LEVELS) - frozenset(_BY_PLACE)
_NUMBER = re.compile(r"\s*([+-]?\d{1,2})\s*(?:$|[-\u2013\u2014/=:)])")

UNCLEAR: Message = msg(
    "its numbers can be places, where {one} is {least}, or levels, where {one} is {more}: write "
    "the words instead of the numbers",
    one="1",
    least=GAS_WORDS["-2"],
    more=GAS_WORDS["1"],
)
"""Why a number is no answer in a column that has none but 1 and 2."""


def number_in(cell: str) -> str:
    """The number with which a cell begins, as files write it; empty if there is none."""
    number = _NUMBER.match(cell.replace("\u2212", "-"))
    return str(int(number[1])) if number else ""


def levels_meant(cells: Iterable[str]) -> Mapping[str, str] | None:
    """The level for every number in a column; None where nobody can tell.

    A column in which there is 3, 4 or 5, and neither 0 nor less, has places; one with 0 or less
    has levels; one with nothing but 1 and 2 may have either, and both mean the opposite.
    """
    numbers = {number_in(cell) for cell in cells} - {""}
    if numbers & _ONLY_LEVELS or not numbers:
        return _BY_LEVEL
    return _BY_PLACE if numbers & _ONLY_PLACES else None
