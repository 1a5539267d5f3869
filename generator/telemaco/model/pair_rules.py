"""A program's own rules for pairs, read from their text.

    must differ: location
    must agree: timezone
    mentee experience_years < mentor experience_years
    mentor hours_per_month >= 4
    mentor experience_years >= mentee experience_years + 5
    must reach: target level

A rule looks at what people say about their work and their time, never at who they are: there
is no fact for gender, age, origin or the like.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from telemaco.model.similar import closest

Side = Literal["mentee", "mentor"]
Comparison = Literal["<", "<=", ">", ">=", "=", "!="]

SHARED_FACTS = ("languages", "location", "timezone", "values")
"""Facts that two people can have in common."""

NUMBERS = ("directness", "experience_years", "hours_per_month", "initiative", "structure")
"""Facts that are numbers."""

TARGET = "must reach: target level"
"""The mentor teaches one of the skills that the mentee seeks, at the level wanted or above."""

_PERSONAL = re.compile(
    r"\b(age|birthday|children|colour|color|disability|ethnicity|family|gender|health|name|"
    r"nationality|origin|politics|pronouns|race|religion|sex)\b"
)
_COMPARED = re.compile(
    r"(?P<side>\w+) +(?P<fact>\w+) *(?P<how><=|>=|!=|<|>|=) *"
    r"(?:(?P<number>\d{1,4})|"
    r"(?P<other_side>\w+) +(?P<other>\w+)(?: *(?P<sign>[+-]) *(?P<step>\d{1,4}))?)",
    re.ASCII,
)
_EXAMPLE = "mentee experience_years < mentor experience_years"


@dataclass(frozen=True, slots=True)
class Shared:
    """Both must have the fact in common, or must not."""

    fact: str
    agree: bool


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of one side's file and so much more; without a side the number itself."""

    side: Side | None
    fact: str
    plus: int = 0


@dataclass(frozen=True, slots=True)
class Compared:
    """One number must stand to another in this way."""

    left: Quantity
    how: Comparison
    right: Quantity


@dataclass(frozen=True, slots=True)
class Reached:
    """The mentor reaches the level wanted in a skill that the mentee seeks."""


PairRule: TypeAlias = Shared | Compared | Reached


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A rule that cannot be read: the word at fault, what may have been meant, what is allowed.

    `personal` says that the word is about who somebody is, for which there is no rule.
    """

    word: str
    meant: str | None
    allowed: tuple[str, ...]
    personal: bool = False


def parse(text: str) -> PairRule | Unreadable:
    """The rule that a text says. Letters may be capital, and spaces more than one."""
    words = " ".join(text.casefold().split())
    personal = _PERSONAL.search(words)
    if personal:
        return Unreadable(personal[0], None, (*SHARED_FACTS, *NUMBERS), personal=True)
    if ":" in words:
        return _of_both(words)
    found = _COMPARED.fullmatch(words)
    return _compared(found.groupdict()) if found else _unknown(words, (_EXAMPLE, *_FORMS))


_FORMS = ("must agree: timezone", "must differ: location", TARGET)


def _of_both(words: str) -> PairRule | Unreadable:
    if words == TARGET:
        return Reached()
    verb, _, fact = (part.strip() for part in words.partition(":"))
    if verb not in _VERBS:
        return _unknown(verb, (*_VERBS, "must reach"))
    if fact in SHARED_FACTS:
        return Shared(fact, agree=_VERBS[verb])
    return _unknown(fact, SHARED_FACTS)


_VERBS: Mapping[str, bool] = {"must agree": True, "must differ": False}


def _compared(parts: Mapping[str, str | None]) -> Compared | Unreadable:
    left = _quantity(parts["side"] or "", parts["fact"] or "", 0)
    if isinstance(left, Unreadable):
        return left
    if parts["number"]:
        right: Quantity | Unreadable = Quantity(None, "", int(parts["number"]))
    else:
        step = int(f"{parts['sign'] or '+'}{parts['step'] or 0}")
        right = _quantity(parts["other_side"] or "", parts["other"] or "", step)
    if isinstance(right, Unreadable):
        return right
    return Compared(left, _HOW[parts["how"] or ""], right)


def _quantity(side: str, fact: str, plus: int) -> Quantity | Unreadable:
    if side not in _SIDES:
        return _unknown(side, tuple(_SIDES))
    return Quantity(_SIDES[side], fact, plus) if fact in NUMBERS else _unknown(fact, NUMBERS)


_SIDES: Mapping[str, Side] = {"mentee": "mentee", "mentor": "mentor"}
_HOW: Mapping[str, Comparison] = {
    "<": "<",
    "<=": "<=",
    ">": ">",
    ">=": ">=",
    "=": "=",
    "!=": "!=",
}


def _unknown(word: str, allowed: tuple[str, ...]) -> Unreadable:
    return Unreadable(word, closest(word, allowed), allowed)
