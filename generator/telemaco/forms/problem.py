"""What is wrong with a filled-in form."""

from dataclasses import dataclass

from telemaco.messages import Message


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong; `field` is the label of the field, if it is one's."""

    field: str | None
    message: Message
    hint: Message | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """Why an answer cannot be read, and what to do about it."""

    message: Message
    hint: Message | None = None
