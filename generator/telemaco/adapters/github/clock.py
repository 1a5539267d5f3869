"""The time, and waiting for it to pass."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


@dataclass(frozen=True, slots=True)
class Clock:
    """Aware moments, and a sleep of so many seconds."""

    now: Callable[[], datetime]
    sleep: Callable[[float], None]


SYSTEM_CLOCK = Clock(lambda: datetime.now(UTC), time.sleep)


def written(moment: datetime) -> str:
    """A moment as people read it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC")


class Pace:
    """Keeps a distance between writes: GitHub asks for a second."""

    def __init__(self, clock: Clock, seconds: float = 1.0) -> None:
        self._clock = clock
        self._distance = timedelta(seconds=seconds)
        self._last: datetime | None = None

    def wait(self) -> None:
        """Wait until the next write may go out."""
        if self._last is not None:
            rest = self._last + self._distance - self._clock.now()
            if rest > timedelta(0):
                self._clock.sleep(rest.total_seconds())

    def mark(self) -> None:
        """A write has just ended."""
        self._last = self._clock.now()
