"""Sentences for people, kept apart from the language they are read in.

A message is an English sentence with named places and the facts that fill them. The
English sentence is the key of the gettext catalogs, so a third language is one more
catalog. `msg` and `msg_n` are the words that Babel looks for when it extracts.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Choices:
    """Allowed values, written in the reader's language as "a, b or c"."""

    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Worded:
    """A text of the files that is there in several languages; the reader's own is shown.

    Without it the first of `fallbacks` that there is, else any. Made by `records.text.worded`.
    """

    texts: tuple[tuple[str, str], ...]
    fallbacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LanguageName:
    """A language by its code; what the reader's language calls it is shown."""

    code: str


@dataclass(frozen=True, slots=True)
class CityName:
    """The city that an IANA time zone is named for, as the reader's language calls it."""

    zone: str


Fact: TypeAlias = "str | int | float | date | Choices | Worded | LanguageName | CityName | Message"
"""What may fill a place."""


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence: `text` has a `{name}` for every fact."""

    text: str
    facts: Mapping[str, Fact]
    plural: str | None = None
    count: int = 1

    def __hash__(self) -> int:
        """By the sentence alone: facts come in a mapping, which has no hash."""
        return hash((self.text, self.plural, self.count))

    def __str__(self) -> str:
        """The sentence in English, for those who have no translator at hand."""
        form = self.text if self.plural is None or self.count == 1 else self.plural
        return form.format(**self.facts)


def as_in_files(message: Message) -> Message:
    """The sentence with its days as files and commands have them: 2027-02-03."""
    facts = {name: _typed(fact) for name, fact in message.facts.items()}
    return replace(message, facts=facts)


def msg(text: str, /, **facts: Fact) -> Message:
    """A sentence that has one form."""
    return Message(text, facts)


def msg_n(one: str, many: str, count: int, /, **facts: Fact) -> Message:
    """A sentence that depends on a number; `{count}` stands for it in both forms."""
    return Message(one, {"count": count, **facts}, many, count)


def _typed(fact: Fact) -> Fact:
    match fact:
        case Message():
            return as_in_files(fact)
        case date():
            return fact.isoformat()
        case _:
            return fact
