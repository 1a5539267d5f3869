"""Which of many words stand in a text."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field

WORD = re.compile(r"\w+")
"""A word of a text."""

_LATIN = "latin-1"
_ONLY_WORDS = bytes(
    byte if WORD.fullmatch(bytes([byte]).decode(_LATIN)) else ord(" ") for byte in range(256)
)
"""Turns what parts words into blanks."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words that are looked for, all at once.

    Most pages can be written in Latin-1, where a text is parted into words in a third of the time.
    """

    all: frozenset[str]
    latin: frozenset[bytes] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "latin", frozenset(_in_latin(self.all)))

    def found_in(self, text: str) -> set[str]:
        """Those that stand in the text, between characters that are no part of a word."""
        if not self.all:
            return set()
        try:
            plain = text.encode(_LATIN)
        except UnicodeEncodeError:
            return set(self.all.intersection(WORD.findall(text)))
        found = self.latin.intersection(plain.translate(_ONLY_WORDS).split())
        return {word.decode(_LATIN) for word in found}


def _in_latin(words: Iterable[str]) -> Iterator[bytes]:
    for word in words:
        with suppress(UnicodeEncodeError):
            yield word.encode(_LATIN)
