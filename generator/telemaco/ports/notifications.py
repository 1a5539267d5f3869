"""What the reminders need besides the forge: channels that a team reads anyway."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from telemaco.messages import Message
from telemaco.records.base import ProgramId

VARIABLE = "TELEMACO_NOTIFY"
"""How the environment variables begin that name channels."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A short text for a channel; `calendar` is an iCalendar file for channels that take one."""

    title: str
    body: str
    calendar: bytes | None = None


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of a notice on one channel; `problem` is None when it was taken.

    `channel` names the channel without its secrets.
    """

    channel: str
    problem: Message | None


class Notifier(Protocol):
    """Sends notices to the channels of a program."""

    def send(self, program: ProgramId, notice: Notice) -> Sequence[Delivery]:
        """Send to every channel of the program, none included.

        One that fails is told, and keeps no other from being tried.
        """
        ...
