"""The plan to forget a person, as values."""

from collections.abc import Mapping
from dataclasses import dataclass

from telemaco.records.base import PersonId


@dataclass(frozen=True, slots=True)
class StandIn:
    """Who stands in the place of the person: the id, which is the name of a file, and the name."""

    alias: str
    name: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A line that may still say who it was: somebody has to decide what becomes of it."""

    path: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Forgetting:
    """Files with their new content, files that go, and what people decide themselves.

    `alias` is None where nothing has to stay of the person, so that the file simply goes. `moves`
    are folders of pairs that get another name, `own_words` lines of the files of their pairs and
    of notes with words that may be theirs, `sealed` notes that only their readers can open, and
    `words` what the person was called, as a whole.
    """

    person: PersonId
    alias: PersonId | None
    writes: Mapping[str, bytes]
    removes: tuple[str, ...]
    moves: Mapping[str, str]
    mentions: tuple[Mention, ...]
    own_words: tuple[Mention, ...]
    sealed: tuple[str, ...]
    words: tuple[str, ...]
