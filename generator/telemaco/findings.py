"""What is wrong in the data, and the error for a run that could not be carried out."""

from dataclasses import dataclass
from enum import StrEnum

from telemaco.messages import Message

Route = tuple[str | int, ...]
"""The way through a record to a value: keys, and positions in lists (from 0)."""


BODY = "---"
"""The step that leads below the front matter; line and column follow, which count from 0 there."""


class Severity(StrEnum):
    """How much a finding matters: an error makes `telemaco check` fail."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file.

    `path` is relative to the community's folder, with `/`; "." is the folder itself.
    `line` and `column` count from 1. A rule knows the `route` only: line 0 is not known yet,
    and loading turns the route into line and column; `on_key` asks for the place of the key
    rather than of its value. Line 1 without a column is the file as a whole.
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

    @property
    def identity(self) -> tuple[str, str, tuple[str, ...], str]:
        """What stays the same when lines and entries above it come and go."""
        location = self.location
        keys = tuple(step for step in location.route if isinstance(step, str))
        facts = {name: fact for name, fact in self.message.facts.items() if name != "line"}
        return (self.code, location.path, keys, repr((self.message.text, facts)))


class TelemacoError(Exception):
    """The run could not be carried out; `hint` says what to do next."""

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(str(message))
        self.message = message
        self.hint = hint
