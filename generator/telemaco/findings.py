"""What is wrong in the data, and the error for a run that could not be carried out."""

from dataclasses import dataclass
from enum import StrEnum

from telemaco.messages import Message

Route = tuple[str | int, ...]
"""The way through a record to a value: keys, and positions in lists (from 0)."""


class Severity(StrEnum):
    """How much a finding matters: an error makes `telemaco check` fail."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file.

    `path` is relative to the community's folder, with `/`; "." is the folder itself.
    `line` and `column` count characters from 1; 0 means not known yet, or the whole
    file. A rule knows the `route` only, and loading turns it into line and column;
    `on_key` asks for the place of the key rather than of its value.
    """

    path: str
    line: int = 0
    column: int = 0
    route: Route = ()
    on_key: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong in the data: what, where, and what to do next."""

    code: str
    location: Location
    message: Message
    hint: Message | None = None
    severity: Severity = Severity.ERROR


class TelemacoError(Exception):
    """The run could not be carried out; `hint` says what to do next."""

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(message.text.format(**message.facts))
        self.message = message
        self.hint = hint
