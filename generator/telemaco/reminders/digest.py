"""What waits for the coordinators, and what their overview remembers."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256

from telemaco.messages import Message
from telemaco.reminders.marker import VERSION, Mark
from telemaco.reminders.values import CheckInKey

KEPT_ITEMS = 300
"""Items that the overview remembers having told."""
_SHORT = 8
_DIGEST = "digest"
_MEMORY = "digest-memory"


class Concern(StrEnum):
    """Why something waits for the coordinators."""

    WISH = "wish"
    SIGN_UP = "sign-up"
    UNANSWERED = "unanswered"
    DONE = "done"
    UNREACHED = "unreached"


@dataclass(frozen=True, slots=True)
class Item:
    """Something that waits for the coordinators.

    `number` is the issue in which members asked for something, `reports` say what is open in
    words about the people, `since` is the day from which it counts.
    """

    concern: Concern
    key: CheckInKey
    since: date
    reports: tuple[Message, ...]
    number: int | None = None

    @property
    def name(self) -> str:
        """A short word that stands for it and tells nothing of it."""
        return sha256(f"{self.concern} {self.key}".encode()).hexdigest()[:_SHORT]


@dataclass(frozen=True, slots=True)
class Digest:
    """Everything that waits, and how many pairs and people are left alone.

    Those are left alone whose files have errors: who knows what is in them.
    """

    items: tuple[Item, ...]
    held: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DigestMemory:
    """What the overview remembers.

    `read` is the moment up to which comments were dealt with, `told` the day on which the
    coordinators last heard of news, `known` the names of the items they heard of.
    """

    read: datetime | None = None
    told: date | None = None
    known: tuple[str, ...] = ()


DIGEST_MARKER = f"<!-- telemaco:{_DIGEST}:{VERSION} -->"
"""The line by which the overview is known again."""


def digest_memory_line(memory: DigestMemory) -> str:
    """The line that holds what the overview remembers."""
    said = {
        "read": memory.read and memory.read.isoformat(),
        "told": memory.told and memory.told.isoformat(),
        "known": list(memory.known[:KEPT_ITEMS]),
    }
    text = json.dumps({name: value for name, value in said.items() if value}, sort_keys=True)
    return f"<!-- telemaco:{_MEMORY}:{VERSION} {text} -->"


def is_digest(marks: tuple[Mark, ...]) -> bool:
    """Whether an issue with these hidden lines is the coordinators' overview."""
    return any(mark.kind == _DIGEST for mark in marks)


def digest_memory_in(marks: tuple[Mark, ...]) -> DigestMemory:
    """What the overview remembers; nothing when its line was damaged."""
    texts = [mark.text for mark in marks if mark.kind == _MEMORY]
    try:
        found = json.loads(texts[-1] if texts else "{}")
        read, told = found.get("read"), found.get("told")
        return DigestMemory(
            read=datetime.fromisoformat(read) if read else None,
            told=date.fromisoformat(told) if told else None,
            known=tuple(map(str, found.get("known", ()))),
        )
    except (ValueError, TypeError, AttributeError, RecursionError):
        return DigestMemory()
