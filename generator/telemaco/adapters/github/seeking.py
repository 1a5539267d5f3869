"""Looks for what a write of unknown outcome may have made."""

from collections.abc import Callable
from typing import TypeVar

from telemaco.adapters.github.answers import UnreadableError
from telemaco.adapters.github.clock import Clock
from telemaco.adapters.github.refusals import unclear
from telemaco.adapters.github.transport import JSON, Answer
from telemaco.ports.forge import ForgeUnavailableError

_Value = TypeVar("_Value")

_LOOKS = (1, 2, 4)
"""Seconds before each look for what a write may have made; lists are known to be behind."""


def sought(clock: Clock, look: Callable[[], _Value | None], request: str) -> _Value:
    """What a write of unknown outcome has made. Raises ForgeUnclearError if it cannot be seen.

    That it cannot be seen does not show that it is not there, so it is not made again.
    """
    for seconds in _LOOKS:
        clock.sleep(seconds)
        try:
            found = look()
        except ForgeUnavailableError:
            continue
        if found is not None:
            return found
    raise unclear(request)


def written(path: str, answer: Answer, reading: Callable[[JSON], _Value]) -> _Value:
    """What a write answers. Raises ForgeUnclearError when its answer cannot be read.

    It was carried out all the same.
    """
    try:
        return reading(answer.body)
    except UnreadableError as error:
        raise unclear(path) from error
