"""What can go wrong between us and a forge, to be asked of our own GitHub."""

import re
from collections.abc import Callable
from enum import StrEnum
from random import Random
from typing import TypeAlias

from tests.forge.call import Answer


class Fault(StrEnum):
    """What happens to a request; `after` and `late` mean that the forge does carry it out."""

    BAD_GATEWAY_BEFORE = "502 before"
    BAD_GATEWAY_AFTER = "502 after"
    DROPPED_BEFORE = "connection dropped before"
    DROPPED_AFTER = "connection dropped after"
    TIMED_OUT_BEFORE = "no answer in time, before"
    TIMED_OUT_AFTER = "no answer in time, after"
    LATE = "no answer in time, and carried out later"
    SECONDARY_LIMIT = "secondary limit"
    TOO_MANY_REQUESTS = "429"

    @property
    def is_carried_out(self) -> bool:
        """Whether the request has its effect all the same."""
        return self in {
            Fault.BAD_GATEWAY_AFTER,
            Fault.DROPPED_AFTER,
            Fault.TIMED_OUT_AFTER,
            Fault.LATE,
        }

    @property
    def is_slow(self) -> bool:
        """Whether the asker waits in vain."""
        return self in {Fault.TIMED_OUT_BEFORE, Fault.TIMED_OUT_AFTER, Fault.LATE}

    @property
    def answer(self) -> Answer | None:
        """What is answered; None for nothing at all."""
        if self in {Fault.BAD_GATEWAY_BEFORE, Fault.BAD_GATEWAY_AFTER}:
            return Answer(502, headers={"content-type": "text/html"})
        if self in {Fault.SECONDARY_LIMIT, Fault.TOO_MANY_REQUESTS}:
            said = {"message": _LIMIT, "documentation_url": "https://docs.github.com/rest"}
            status = 403 if self is Fault.SECONDARY_LIMIT else 429
            return Answer(status, said, {"retry-after": "1"})
        return None


_LIMIT = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again."

Faults: TypeAlias = Callable[[str], Fault | None]
"""Which fault, if any, meets a request such as `POST /repos/a/b/issues`."""


def no_faults(request: str) -> Fault | None:  # noqa: ARG001 (none meets any)
    """All goes well."""
    return None


class Once:
    """Each fault meets the first request, not yet met, that its pattern fits."""

    def __init__(self, *faults: tuple[str, Fault]) -> None:
        self.left = list(faults)

    def __call__(self, request: str) -> Fault | None:
        for place, (pattern, fault) in enumerate(self.left):
            if re.search(pattern, request):
                del self.left[place]
                return fault
        return None


class Always:
    """The same fault meets every request that the pattern fits."""

    def __init__(self, pattern: str, fault: Fault) -> None:
        self._pattern = pattern
        self._fault = fault

    def __call__(self, request: str) -> Fault | None:
        return self._fault if re.search(self._pattern, request) else None


class Sometimes:
    """A share of the requests is met by a fault, seldom by a slow one; counts them."""

    def __init__(self, random: Random, share: float) -> None:
        self._random = random
        self._share = share
        self.counts = dict.fromkeys(Fault, 0)

    @property
    def count(self) -> int:
        """Of all faults so far."""
        return sum(self.counts.values())

    def __call__(self, request: str) -> Fault | None:  # noqa: ARG002 (any may be met)
        if self._random.random() >= self._share:
            return None
        weights = [1 if fault.is_slow else 3 for fault in Fault]
        fault = self._random.choices(list(Fault), weights)[0]
        self.counts[fault] += 1
        return fault
