"""What the planning needs of whoever puts check-ins into words."""

from dataclasses import dataclass
from typing import Protocol

from telemaco.reminders.digest import Digest
from telemaco.reminders.memory import Memory
from telemaco.reminders.question import Question
from telemaco.reminders.values import CheckInKey


@dataclass(frozen=True, slots=True)
class Letter:
    """A check-in before it is put into words: what it asks, what else is due, how it stands."""

    key: CheckInKey
    question: Question
    also: tuple[Question, ...]
    memory: Memory


@dataclass(frozen=True, slots=True)
class Written:
    """A title and a text, without hidden lines."""

    title: str
    text: str


class Letters(Protocol):
    """Writes for one forge, in the language of those it writes to.

    The same letter is always written the same, or else it would be sent anew every day.
    """

    def check_in(self, letter: Letter) -> Written:
        """The issue."""
        ...

    def call(self, letter: Letter) -> str:
        """The comment that asks again."""
        ...

    def explanation(self, letter: Letter) -> str:
        """The comment that explains the commands."""
        ...

    def digest(self, digest: Digest) -> Written:
        """The coordinators' overview."""
        ...

    def news(self, digest: Digest) -> str:
        """The comment that tells the coordinators that there is something new in it."""
        ...
