"""Pairs and people in a sentence: the first few by name, the others as a number."""

from collections.abc import Iterable, Sequence

from telemaco.messages import Message, msg_n
from telemaco.records.layout import PairId

_NAMED = 3
"""So many pairs or people are named; the tables have the rest."""


def names_of(pairs: Iterable[PairId]) -> tuple[str, ...]:
    """The names of pairs, with their programs."""
    return tuple(map(str, pairs))


def named(names: Sequence[str]) -> str | Message:
    """The first names, and how many more there are."""
    shown = ", ".join(names[:_NAMED])
    left = len(names) - _NAMED
    if left <= 0:
        return shown
    return msg_n("{names} and {count} more", "{names} and {count} more", left, names=shown)
