"""What a run of the reminders did for a program, in numbers."""

from dataclasses import dataclass

from telemaco.records.base import ProgramId


@dataclass(frozen=True, slots=True)
class RunSummary:
    """How many check-ins of a program a run opened, asked again, reported or closed.

    `waiting` are those that were due and have to wait for the next run.
    """

    program: ProgramId
    opened: int = 0
    asked_again: int = 0
    reported: int = 0
    closed: int = 0
    waiting: int = 0

    @property
    def has_news(self) -> bool:
        """Whether anything happened that a team would want to hear of."""
        return bool(self.opened or self.asked_again or self.reported)
