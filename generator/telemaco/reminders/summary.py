"""What a run of the reminders did for a program, in numbers."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from telemaco.records.base import ProgramId
from telemaco.reminders.steps import Step, StepKind


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


def summaries(done: Iterable[Step], waiting: Iterable[Step]) -> Sequence[RunSummary]:
    """What was done and what waits, for every program of which there is any, by its id."""
    counts = Counter((step.key.program, step.kind) for step in done if step.key)
    left = Counter(step.key.program for step in waiting if step.key)
    return [
        RunSummary(
            program,
            opened=counts[program, StepKind.OPEN],
            asked_again=counts[program, StepKind.ASK_AGAIN],
            reported=counts[program, StepKind.REPORT],
            closed=counts[program, StepKind.COMPLETE] + counts[program, StepKind.CLOSE],
            waiting=left[program],
        )
        for program in sorted({*left, *(program for program, _ in counts)})
    ]
