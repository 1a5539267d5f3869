"""What a sentence in Italian needs besides its translation."""

import re
from collections.abc import Mapping

_ARTICLE = re.compile(r"\b([Ii]l|[Aa]l|[Dd]al|[Dd]el|[Nn]el|[Ss]ul) \{(\w+)\}( ?%)?")
_EIGHTH_OR_ELEVENTH = re.compile(r"(?:8|11) [a-z]{3}")
"""A day whose number begins with a vowel where it is spoken: 8 marzo, 11 apr 2027."""
_EIGHTY_OR_ELEVEN = re.compile(r"(?:8\d?|11)(?:[.,]\d+)?")
"""Such a number of percents: 8, 11, 80, 88,5."""


def with_articles(sentence: str, facts: Mapping[str, str]) -> str:
    """The sentence with the article that its days and percents want: l'8 marzo, dall'11 %.

    `sentence` has its places still open; what fills them is not changed.
    """
    if not any(fact.startswith(("8", "11")) for fact in facts.values()):
        return sentence
    return _ARTICLE.sub(
        lambda found: _elided(found) if _is_spoken_so(found, facts) else found[0], sentence
    )


def _is_spoken_so(found: re.Match[str], facts: Mapping[str, str]) -> bool:
    fact = facts.get(found[2], "")
    if found[3]:
        return _EIGHTY_OR_ELEVEN.fullmatch(fact) is not None
    return _EIGHTH_OR_ELEVENTH.match(fact) is not None


def _elided(found: re.Match[str]) -> str:
    article = found[1]
    before = {"il": "l'", "Il": "L'"}.get(article, f"{article}l'")
    return f"{before}{{{found[2]}}}{found[3] or ''}"
