"""Tell the channels of each program what a run of the reminders did: one digest a run."""

from collections.abc import Iterable, Sequence

from telemaco.ports.notifications import Delivery, Notice, Notifier
from telemaco.records.base import ProgramId


def notify(notices: Iterable[tuple[ProgramId, Notice]], notifier: Notifier) -> Sequence[Delivery]:
    """What became of each notice on each channel of its program.

    A channel that takes nothing is told in the answer and never raises: the check-ins are on
    the forge, and no channel is the only one.
    """
    return [delivery for program, notice in notices for delivery in notifier.send(program, notice)]
