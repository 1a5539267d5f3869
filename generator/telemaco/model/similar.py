"""Which word somebody may have meant: the one home of rapidfuzz."""

from collections.abc import Iterable, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA, DamerauLevenshtein

_LIKENESS = 0.6
_LONG_ENOUGH_FOR_A_SWAP = 6
_LONG_ENOUGH_FOR_A_MISSING_LETTER = 7
_LONG_ENOUGH_FOR_ANOTHER_VOWEL = 10
_LONG_ENOUGH_FOR_TWO_SLIPS = 10
_SAME = 3
"""Letters with which words begin that are taken for each other without asking."""
_VOWELS = frozenset("aeiouy")


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like the word, if one is like enough; the first of equals."""
    found = process.extractOne(
        word.casefold(),
        sorted(candidates),
        processor=str.casefold,
        scorer=DamerauLevenshtein.normalized_similarity,
        score_cutoff=_LIKENESS,
    )
    return found[0] if found else None


def clearly_meant(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that is the word but for a letter, or two of a long word; None if none is.

    Both begin with the same letters: painting is no printing, sculpture is no writing.
    """
    written = word.casefold()
    same = [one for one in sorted(candidates) if one.casefold()[:_SAME] == written[:_SAME]]
    found = process.extractOne(
        written,
        same,
        processor=str.casefold,
        scorer=DamerauLevenshtein.distance,
        score_cutoff=2 if len(written) >= _LONG_ENOUGH_FOR_TWO_SLIPS else 1,
    )
    return found[0] if found else None


def by_likeness(word: str, candidates: Iterable[str]) -> list[str]:
    """The candidates, the most alike first; equals in the order of their letters."""
    found = process.extract(
        word.casefold(),
        sorted(candidates),
        processor=str.casefold,
        scorer=DamerauLevenshtein.normalized_similarity,
        limit=None,
    )
    return [candidate for candidate, _, _ in found]


def one_slip_away(word: str, candidates: Sequence[str]) -> list[str]:
    """The candidates that one slip of the fingers turns into the word, in their order.

    A slip is a letter left out, doubled, put in or swapped with its neighbour, or one vowel
    for another in a long word. Words that differ in their first letter, in a digit or by an
    ending (structure, structured) are different words; so are short ones, where a letter
    makes another word.
    """
    found = process.extract(word, candidates, scorer=OSA.distance, score_cutoff=1, limit=None)
    near = sorted((position, other) for other, _, position in found if other != word)
    return [other for _, other in near if _is_slip(word, other)]


def _is_slip(word: str, other: str) -> bool:
    length = max(len(word), len(other))
    if word[0] != other[0] or not (word + other).isalpha():
        return False
    if len(word) != len(other):
        is_ending = word.startswith(other) or other.startswith(word)
        return length >= _LONG_ENOUGH_FOR_A_MISSING_LETTER and not is_ending
    if sorted(word) == sorted(other):
        return length >= _LONG_ENOUGH_FOR_A_SWAP
    differing = {
        letter for pair in zip(word, other, strict=True) if pair[0] != pair[1] for letter in pair
    }
    return length >= _LONG_ENOUGH_FOR_ANOTHER_VOWEL and differing <= _VOWELS
