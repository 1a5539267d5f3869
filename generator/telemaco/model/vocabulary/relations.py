"""Which skills stand under one heading, and which go together."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from math import sqrt

from telemaco.model.vocabulary.known import SMALL_WORDS

_SMALLEST_GROUP = 3
_LONGEST_NAME = 3
_PEOPLE_IN_COMMON = 3
_LIFT = 2.0
_CLOSENESS = 0.2
_MOST_RELATED = 4
_SAY_LITTLE = frozenset(
    {
        *("analysis", "approach", "design", "development", "engineering", "management", "method"),
        *("practice", "principle", "research", "science", "skill", "study", "system", "training"),
        *("practices", "studies", "work"),
    }
)


def groups(names: Mapping[str, Sequence[str]]) -> Mapping[str, str]:
    """The word under which each skill stands, where at least three skills share one.

    `names` are the words of each skill. The word is the last ("cancer genomics", "functional
    genomics") or the first ("open data", "open access"), whichever more skills share; a last
    word that says little ("management") heads no group.
    """
    sharing = Counter(word for words in names.values() for word in _headwords(words))
    found = {}
    for skill, words in names.items():
        best = max(_headwords(words), key=lambda word: (sharing[word], word), default="")
        if sharing[best] >= _SMALLEST_GROUP:
            found[skill] = best
    left = Counter(found.values())
    return {skill: word for skill, word in found.items() if left[word] >= _SMALLEST_GROUP}


def related(people: Iterable[frozenset[str]]) -> Mapping[str, tuple[str, ...]]:
    """The skills that go with each: at most four, the closest first.

    Two skills go together when at least three people have both, at least twice as many as
    would by chance (lift = n * both / (one * other), as in association rules), and those are
    no small part of either side's people (cosine = both / sqrt(one * other), at least 0.2).
    """
    counted = 0
    alone: Counter[str] = Counter()
    both: Counter[tuple[str, str]] = Counter()
    for skills in people:
        counted += 1
        alone.update(skills)
        both.update(combinations(sorted(skills), 2))
    found: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    for (one, other), together in both.items():
        by_chance = alone[one] * alone[other]
        closeness = together / sqrt(by_chance)
        lift = counted * together / by_chance
        if together >= _PEOPLE_IN_COMMON and lift >= _LIFT and closeness >= _CLOSENESS:
            found[one].append((-closeness, other))
            found[other].append((-closeness, one))
    return {
        skill: tuple(other for _, other in sorted(others)[:_MOST_RELATED])
        for skill, others in found.items()
    }


def _headwords(words: Sequence[str]) -> set[str]:
    if len(words) > _LONGEST_NAME:
        return set()
    first, last = words[:1], words[-1:]
    heads = {*first, *(word for word in last if word not in _SAY_LITTLE)}
    return {word for word in heads if len(word) > 1 and word not in SMALL_WORDS}
