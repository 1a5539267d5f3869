"""Short forms and what they stand for, where both are used."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from telemaco.model.vocabulary.known import ABBREVIATIONS
from telemaco.model.vocabulary.spelling import KNOWN_LABELS, key
from telemaco.model.vocabulary.splitting import initials

_SHORTEST = 3
_LONGEST = 5


@dataclass(frozen=True, slots=True)
class ShortForms:
    """Keys of short forms with the keys they stand for.

    `guessed` are those of `meant` for which only the initials speak. `open` are short forms
    that could stand for several skills, or for one on weaker evidence.
    """

    meant: Mapping[str, str]
    guessed: frozenset[str]
    open: Mapping[str, tuple[str, ...]]


def short_forms(
    spellings: Mapping[str, Mapping[str, int]], defined: Mapping[str, str]
) -> ShortForms:
    """What the short forms among the keys stand for.

    `spellings` counts the ways in which each key is written; `defined` are the short forms that
    somebody explained: "Computational fluid dynamics (CFD)".
    """
    meant: dict[str, str] = {}
    guessed: set[str] = set()
    unsure: dict[str, tuple[str, ...]] = {}
    spelt_by = _by_initials(spellings)
    for short in sorted(spellings):
        known = defined.get(short) or _well_known(short)
        if known and known in spellings and known != short:
            meant[short] = known
        elif _looks_short(short) and short not in KNOWN_LABELS and short not in ABBREVIATIONS:
            longs = tuple(sorted(spelt_by[short] - {short}))
            if len(longs) == 1 and len(short) >= _SHORTEST and _is_used(spellings[longs[0]]):
                meant[short] = longs[0]
                guessed.add(short)
            elif longs:
                unsure[short] = longs
    return ShortForms(meant, frozenset(guessed), unsure)


def _by_initials(spellings: Mapping[str, Mapping[str, int]]) -> defaultdict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one, written in spellings.items():
        for letters in {letters for spelling in written for letters in initials(spelling)}:
            found[letters].add(one)
    return found


def _well_known(short: str) -> str | None:
    long = ABBREVIATIONS.get(short)
    return key(long) if long else None


def _is_used(spellings: Mapping[str, int]) -> bool:
    """Whether more than one person writes it: initials alone fit many a phrase by chance."""
    return sum(spellings.values()) > 1


def _looks_short(text: str) -> bool:
    return len(text) <= _LONGEST and text.isascii() and text.isalpha() and len(text) > 1
