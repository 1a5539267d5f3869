"""Which word somebody may have meant: the one home of rapidfuzz."""

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

_LIKENESS = 0.6


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
