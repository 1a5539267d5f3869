"""What is wrong in files that cannot be read whole, whatever they were meant to say."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import chain

from telemaco.findings import Finding
from telemaco.loading.guesses import Guess, doubts
from telemaco.loading.load import Loaded
from telemaco.rules import judge

_WORDS_AT_MOST = 16
"""As many words are tried; what names others is not told before the file is mended."""


def certain(loaded: Loaded, today: date | None) -> Iterator[Finding]:
    """What the rules find in such files in every way in which they may be meant.

    So that a wrong value hides nothing about the others, and what hangs on it is not told: also
    not that a name is unknown which the wrong value may have been meant to be.
    """
    for some in doubts(loaded):
        found = _in_all((_found(guess, today) for guess in some.guesses()), {})
        words = sorted(set(chain.from_iterable(map(_words, found.values()))))[:_WORDS_AT_MOST]
        found = _in_all((_found(some.guess_with(word), today) for word in words), found)
        yield from (finding for finding in found.values() if {*_words(finding)} <= {*words})


def _in_all(
    ways: Iterator[Mapping[str, Finding]], found: Mapping[str, Finding]
) -> Mapping[str, Finding]:
    """What is there in all of them, and in what was found, if anything was."""
    for way in ways:
        found = {known: finding for known, finding in way.items() if not found or known in found}
        if not found:
            break
    return found


def _words(finding: Finding) -> Iterator[str]:
    """What the finding names."""
    return (fact for fact in finding.message.facts.values() if isinstance(fact, str))


def _found(guess: Guess, today: date | None) -> Mapping[str, Finding]:
    """The findings about what doubtful files say, each under all that it tells."""
    return {
        repr(finding): replace(
            finding,
            location=replace(finding.location, path=guess.paths[finding.location.path]),
        )
        for finding in judge(guess.community, today)
        if guess.is_about(finding)
    }
