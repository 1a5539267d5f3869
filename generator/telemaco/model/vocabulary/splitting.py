"""One string to the skills that it names."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from telemaco.model.vocabulary.known import PHRASES, SMALL_WORDS
from telemaco.model.vocabulary.spelling import clean, key, words

MAXIMUM_WORDS = 6
MAXIMUM_LENGTH = 60
"""A name of a skill has at most so many words and characters; longer ones are sentences."""

_LIST = re.compile(r"[;\n\r|\u2022]+")
_COMMA = re.compile(r",(?![^(]*\))")
_CONJUNCTION = re.compile(r"^(?:and|or|&)\s+", re.IGNORECASE)
_SLASH = re.compile(r"\s*/\s*|\s+[-\u2013\u2014]\s+")
_AND = re.compile(r"\s+(?:and|&)\s+", re.IGNORECASE)
_BRACKET = re.compile(r"(?P<outside>.*\S)\s+\((?:e\.g\.\s*)?(?P<inside>[^()]*)\)?")
_SPOKEN = re.compile(r"[^\W_]+")
_ADDRESS = re.compile(r"\S@\S|https?://|www\.")
_WORDS_OF_AN_ITEM = 4
_WORDS_OF_A_HALF = 2
_LETTERS_OF_A_HALF = 3


@dataclass(slots=True)
class Split:
    """The skills that a string names, and what it says of short forms."""

    names: list[str] = field(default_factory=list)
    short_forms: dict[str, str] = field(default_factory=dict)


def listed(text: str) -> tuple[str, ...]:
    """The items of a list: what stands between semicolons, line breaks and, if short, commas."""
    items = (clean(item) for part in _LIST.split(text) for item in _between_commas(clean(part)))
    return tuple(item for item in items if item)


def split(item: str, uses: Mapping[str, int]) -> Split:
    """The skills that an item names.

    `uses` counts the keys of all items. "Git/GitHub" and "Git and GitHub" are two skills when
    both are used by themselves; "Food and agricultural law" is one.
    """
    found = Split()
    bracket = _BRACKET.fullmatch(item)
    if not bracket:
        found.names += _halves(item, uses)
        return found
    outside, inside = clean(bracket["outside"]), clean(bracket["inside"])
    if is_initials(inside, outside):
        found.names.append(outside)
        found.short_forms[key(inside)] = key(outside)
        return found
    found.names += _halves(outside, uses)
    found.names += [half for half in _halves(inside, uses) if key(half) in uses]
    return found


def is_initials(short: str, long: str) -> bool:
    """Whether a word is made of the first letters of others: HPC, high-performance computing."""
    return short.casefold() in initials(long)


def initials(text: str) -> frozenset[str]:
    """The first letters of the words of a text, with and without small words; none of one."""
    spoken = _SPOKEN.findall(text.casefold())
    if len(spoken) < 2:  # noqa: PLR2004 (one word has one initial)
        return frozenset()
    large = [word for word in spoken if word not in SMALL_WORDS]
    return frozenset("".join(word[0] for word in some) for some in (spoken, large))


def is_sentence(name: str) -> bool:
    """Whether a text is too long to be the name of a skill."""
    return len(name) > MAXIMUM_LENGTH or len(name.split()) > MAXIMUM_WORDS


def is_address(name: str) -> bool:
    """Whether a text holds an address, which is nobody's skill."""
    return _ADDRESS.search(name) is not None


def _between_commas(text: str) -> list[str]:
    items = [_CONJUNCTION.sub("", clean(item)) for item in _COMMA.split(text)]
    if any(len(item.split()) > _WORDS_OF_AN_ITEM for item in items) or _is_one_phrase(text):
        return [text]
    return items


def _is_one_phrase(text: str) -> bool:
    """Whether the commas belong to a phrase with a short form: equality, diversity, inclusion."""
    bracket = _BRACKET.fullmatch(text)
    if bracket and is_initials(clean(bracket["inside"]), bracket["outside"]):
        return True
    return words(text) in _PHRASES


def _halves(name: str, uses: Mapping[str, int]) -> list[str]:
    for separator, can_part in ((_SLASH, _slash_parts), (_AND, _and_parts)):
        halves = [clean(half) for half in separator.split(name)]
        if len(halves) > 1 and can_part(name, halves, uses):
            return [half for one in halves for half in _halves(one, uses)]
    return [name]


def _slash_parts(name: str, halves: list[str], uses: Mapping[str, int]) -> bool:
    if _and_parts(name, halves, uses):
        return True
    return key(halves[0]) in uses and all(
        len(half) >= _LETTERS_OF_A_HALF and len(half.split()) <= _WORDS_OF_A_HALF for half in halves
    )


def _and_parts(name: str, halves: list[str], uses: Mapping[str, int]) -> bool:
    counts = [uses.get(key(half), 0) for half in halves]
    return all(count and count >= uses.get(key(name), 0) for count in counts)


_PHRASES = frozenset(map(words, PHRASES))
