from collections.abc import Sequence

from telemaco.messages import msg
from telemaco.ports.notifications import Delivery, Notice
from telemaco.records.base import ProgramId
from telemaco.usecases.notify import notify


class _Channels:
    """Takes every notice but those of the program that it is told."""

    def __init__(self, deaf: str) -> None:
        self._deaf = deaf

    def send(self, program: ProgramId, notice: Notice) -> Sequence[Delivery]:
        problem = msg("it is away") if program == self._deaf else None
        return [Delivery(f"{program}: {notice.title}", problem)]


def test_every_program_is_told_though_a_channel_fails() -> None:
    notices = [(ProgramId(name), Notice("Check-ins", "1")) for name in ("spring", "autumn")]

    deliveries = notify(notices, _Channels("spring"))

    assert deliveries == [
        Delivery("spring: Check-ins", msg("it is away")),
        Delivery("autumn: Check-ins", None),
    ]
