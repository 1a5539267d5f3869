"""What a sentence in Italian needs besides its translation."""

import re
from collections.abc import Mapping

_ARTICLE = re.compile(r"\b([Ii]l|[Aa]l|[Dd]al|[Dd]el|[Nn]el|[Ss]ul) \{(\w+)\}")
_EIGHTH_OR_ELEVENTH = re.compile(r"(?:8|11) [a-z]{3}")
"""A day whose number begins with a vowel where it is spoken: 8 marzo, 11 apr 2027."""


def with_articles(sentence: str, facts: Mapping[str, str]) -> str:
    """The sentence with the article that its days want: l'8 marzo, dall'11 aprile.

    `sentence` has its places still open; what fills them is not changed.
    """
    if not any(map(_EIGHTH_OR_ELEVENTH.match, facts.values())):
        return sentence
    return _ARTICLE.sub(
        lambda found: (
            _elided(found) if _EIGHTH_OR_ELEVENTH.match(facts.get(found[2], "")) else found[0]
        ),
        sentence,
    )


def _elided(found: re.Match[str]) -> str:
    article = found[1]
    before = {"il": "l'", "Il": "L'"}.get(article, f"{article}l'")
    return f"{before}{{{found[2]}}}"
