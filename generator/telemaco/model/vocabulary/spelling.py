"""One key for all spellings of a skill."""

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache

from telemaco.model.vocabulary.known import (
    FILLERS,
    LANGUAGE_WORDS,
    LANGUAGES,
    NAMES,
    ONE_SPELLING,
)
from telemaco.records.base import ID_LENGTH

_SIGNS = (
    (re.compile(r"\+\+"), "plusplus "),
    (re.compile(r"(?<=\b[cf])#"), "sharp "),
    (re.compile(r"\.net"), " dotnet "),
    (re.compile(r"(?<=\w)\.js\b"), "js"),
    (re.compile(r"&"), " and "),
    (re.compile("['\u2019`]"), ""),
)
_WORD = re.compile(r"[^\W_]+")
_NO_PLURAL = re.compile(r"(ss|us|is|js|[^a-z]s|^.{1,3}|^.ies)$")
_EDGES = " \t\"'.,;:*-_\u201c\u201d\u2018\u2019\u00ab\u00bb\u2026\u2022\u2013\u2014"
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"})
_ID_BREAK = re.compile(r"[^a-z0-9]+")


def clean(text: str) -> str:
    """The text without what does not belong to a name: odd spaces, quotes, stops at its ends."""
    text = " ".join(unicodedata.normalize("NFKC", text).split())
    if text.startswith(".") and text[1:2].isalnum():
        return "." + text.strip(_EDGES)
    text = text.strip(_EDGES)
    if text.count("(") != text.count(")") and (text.endswith(")") or text.startswith("(")):
        text = text.strip("()")
    return text


@cache
def words(text: str) -> tuple[str, ...]:
    """The words of a text in the one form that all spellings share.

    That form has no case, no accents, no plural, and one of British and American endings.
    """
    plain = plain_letters(text)
    for sign, name in _SIGNS:
        plain = sign.sub(name, plain)
    found = (_one_form(word) for word in _WORD.findall(plain))
    return tuple(word for word in found if word not in FILLERS)


def key(text: str, corrections: Mapping[str, str] | None = None) -> str:
    """What all spellings of a skill have in common; empty for a text without a word.

    `corrections` puts right words in the place of misspelt ones, each as `words` gives it.
    Words run together, so that "front end", "front-end" and "frontend" are one.
    """
    right = tuple((corrections or {}).get(word, word) for word in words(text))
    return _known("".join(_without_language_word(right)))


def identifier(label: str) -> str:
    """An id made of a label; of its digest where the label has no Latin letter or digit."""
    plain = plain_letters(label)
    for sign, name in ((r"\+\+", "-plus-plus"), (r"(?<=[cf])#", "-sharp"), (r"\.net", "-dotnet")):
        plain = re.sub(sign, name, plain)
    cut = _ID_BREAK.sub("-", plain.replace("'", "")).strip("-")[:ID_LENGTH].rstrip("-")
    return cut or f"skill-{hashlib.sha256(label.encode()).hexdigest()[:8]}"


def plain_letters(text: str) -> str:
    """The text in small letters without marks: what people sort and search by."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _one_form(word: str) -> str:
    word = _singular(word)
    for pattern, replacement in ONE_SPELLING:
        word = pattern.sub(replacement, word)
    return word


def _singular(word: str) -> str:
    if not word.endswith("s") or _NO_PLURAL.search(word):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if word.endswith("lyses"):
        return word[:-2] + "is"
    return word[:-1]


def _without_language_word(right: Sequence[str]) -> Sequence[str]:
    for ending in LANGUAGE_WORDS:
        rest = right[: -len(ending)]
        if tuple(right[-len(ending) :]) == ending and _known("".join(rest)) in _LANGUAGE_KEYS:
            return rest
    return right


def _known(joined: str) -> str:
    return _OTHER_SPELLINGS.get(joined, joined)


_OTHER_SPELLINGS: dict[str, str] = {
    spelling: "".join(words(name)) for name, spellings in NAMES.items() for spelling in spellings
}
_LANGUAGE_KEYS = frozenset("".join(words(name)) for name in LANGUAGES)
KNOWN_LABELS: Mapping[str, str] = {"".join(words(name)): name for name in NAMES}
"""The right spelling of well-known names, by key."""
