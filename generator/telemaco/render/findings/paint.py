"""Colours for those who have a terminal."""

from collections.abc import Callable
from typing import Literal

Part = Literal["place", "error", "warning", "caret", "gutter"]
Paint = Callable[[Part, str], str]
"""Gives a part of a finding its colour."""


def plain(_part: Part, text: str) -> str:
    """No colour."""
    return text
