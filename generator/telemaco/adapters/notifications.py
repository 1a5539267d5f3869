"""Notices to chats and mailboxes, through apprise, which knows how to speak to each.

The addresses hold secrets. They come from the environment only: TELEMACO_NOTIFY for all
programs, TELEMACO_NOTIFY_SPRING_2027 for the program spring-2027; several are apart by white space.
How an address is written: https://github.com/caronc/apprise/wiki.
"""

import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from apprise import Apprise, AppriseAttachment, NotifyBase, NotifyFormat
from apprise.attachment.memory import AttachMemory

from telemaco.messages import Message, msg
from telemaco.ports.notifications import VARIABLE, Delivery, Notice
from telemaco.records.base import ProgramId

_CALENDAR = "telemaco.ics"
_MAIL = frozenset({"mailto", "mailtos"})


class Notifications:
    """The channels that the environment names."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment

    def send(self, program: ProgramId, notice: Notice) -> Sequence[Delivery]:
        """Send to every channel, in the order of the addresses."""
        return [
            _sent(f"{number}. {_kind(address)}", address, notice)
            for number, address in enumerate(self._addresses(program), start=1)
        ]

    def _addresses(self, program: ProgramId) -> list[str]:
        """The addresses of the program, each once."""
        names = (VARIABLE, variable_of(program))
        words = (self._environment.get(name, "").split() for name in names)
        return list(dict.fromkeys(address for found in words for address in found))


def variable_of(program: ProgramId) -> str:
    """The environment variable with the addresses of one program."""
    return f"{VARIABLE}_{program.replace('-', '_').upper()}"


def _kind(address: str) -> str:
    """The part of an address that is no secret: even the path of a web hook can be one."""
    kind, separator, _ = address.partition("://")
    return f"{kind}://..." if separator else "..."


def _sent(name: str, address: str, notice: Notice) -> Delivery:
    with _listening() as said:
        channel = Apprise.instantiate(address)
        if not isinstance(channel, NotifyBase):
            return Delivery(name, msg("it is not an address that can be used"))
        is_taken = channel.notify(
            title=notice.title,
            body=notice.body,
            body_format=NotifyFormat.TEXT,
            attach=_calendar(address, notice),
        )
    return Delivery(name, None if is_taken else _problem(said))


def _calendar(address: str, notice: Notice) -> AppriseAttachment | None:
    """The calendar, for mail; chats would show it as a file that nobody opens."""
    if notice.calendar is None or address.partition("://")[0] not in _MAIL:
        return None
    attachment = AppriseAttachment()
    file = {"content": notice.calendar, "name": _CALENDAR, "mimetype": "text/calendar"}
    attachment.add(AttachMemory(**file))  # type: ignore[no-untyped-call] # apprise's gap
    return attachment


def _problem(said: Sequence[str]) -> Message:
    if said:
        return msg("it was not taken: {reason}", reason=said[-1])
    return msg("it was not taken, and no reason was given")


@contextmanager
def _listening() -> Iterator[list[str]]:
    """The warnings and errors that apprise logs meanwhile, which is how it gives reasons."""
    said: list[str] = []
    ear = logging.Handler(logging.WARNING)
    ear.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign] # the documented way to handle records
    log = logging.getLogger("apprise")
    log.addHandler(ear)
    try:
        yield said
    finally:
        log.removeHandler(ear)
