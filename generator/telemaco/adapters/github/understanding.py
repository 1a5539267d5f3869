"""An answer of GitHub's, read; what cannot be understood becomes an error with words."""

from collections.abc import Callable
from typing import TypeVar

from telemaco.adapters.github.answers import UnreadableError
from telemaco.adapters.github.refusals import unreadable
from telemaco.adapters.github.transport import JSON

_Value = TypeVar("_Value")


def understood(path: str, raw: JSON, reading: Callable[[JSON], _Value]) -> _Value:
    """What an answer says. Raises ForgeUnavailableError when it cannot be understood."""
    try:
        return reading(raw)
    except UnreadableError as error:
        raise unreadable(f"GET {path}", str(error)) from error
