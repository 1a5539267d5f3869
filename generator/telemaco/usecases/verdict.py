"""What the check says of a community, which is heard before the pages of its site are made."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from telemaco.findings import Finding
from telemaco.render.tracing.record import Past

T = TypeVar("T")


class _RefusedError(Exception):
    """There are findings: whatever is made is for nothing."""


@dataclass(frozen=True)
class Verdict:
    """The findings that must be mended before a site may be published.

    `judge` gives them and what is known of the files; it is called once, by whoever asks first.
    """

    judge: Callable[[], tuple[tuple[Finding, ...], Past]]

    @cached_property
    def _judged(self) -> tuple[tuple[Finding, ...], Past]:
        return self.judge()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """None where the site may be published."""
        return self._judged[0]

    @property
    def past(self) -> Past:
        """What is known of the files."""
        return self._judged[1]

    def hear(self) -> None:
        """Break off what is being made where there are findings."""
        if self.findings:
            raise _RefusedError

    def unless_refused(self, make: Callable[[], T]) -> T | None:
        """What is made; None where there are findings, whatever went wrong on the way.

        Who makes something of records that are wrong may not be able to.
        """
        try:
            made = make()
        except Exception:
            if self.findings:
                return None
            raise
        return None if self.findings else made
