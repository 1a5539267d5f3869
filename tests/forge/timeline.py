"""A clock that runs fast, shared by our own GitHub and by the runs that talk to it.

Everything that waits (time-outs, distances between writes, how far lists are behind) is
shortened by the same factor, so what can overtake what stays as it is; only the computing
itself is not faster, which makes each run slower in comparison than it would be.
"""

import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from telemaco.adapters.github.clock import Clock


@dataclass(frozen=True)
class Timeline:
    """`zero` is the real second, of the machine's clock, at which `start` was."""

    zero: float
    start: float
    speed: float

    def now(self) -> datetime:
        passed = (time.time() - self.zero) * self.speed
        return datetime.fromtimestamp(self.start, UTC) + timedelta(seconds=passed)

    def sleep(self, seconds: float) -> None:
        time.sleep(self.real(seconds))

    def real(self, seconds: float) -> float:
        """How many seconds of this machine such a time takes."""
        return seconds / self.speed

    def later(self, wait: timedelta) -> "Timeline":
        """The same when that much has passed at once."""
        return replace(self, start=self.start + wait.total_seconds())

    @property
    def clock(self) -> Clock:
        return Clock(self.now, self.sleep)
