"""Rare words that are slips of the fingers for frequent ones."""

from collections.abc import Mapping

from telemaco.model.similar import one_slip_away

_TIMES_AS_FREQUENT = 3
_RARE = 2


def corrections(uses: Mapping[str, int]) -> Mapping[str, str]:
    """The right word for each misspelt one.

    `uses` counts words as `spelling.words` gives them. A word is taken as misspelt when it is
    used at most twice and a word one slip away at least three times as often: both halves of
    the evidence are needed, because many words of science are one letter apart.
    """
    frequent = sorted(word for word, count in uses.items() if count >= _TIMES_AS_FREQUENT)
    found = {}
    for word in sorted(word for word, count in uses.items() if count <= _RARE):
        near = [
            other
            for other in one_slip_away(word, frequent)
            if uses[other] >= _TIMES_AS_FREQUENT * uses[word]
        ]
        if near:
            found[word] = max(near, key=lambda other: (uses[other], other))
    return found
