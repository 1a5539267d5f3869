"""The criterion of goals: what two people want, in the words they use for it.

Two parts, of which those count that both people say something for. Words: the words of four
letters or more in the mentee's goals that the mentor's goals and headline have too, three being
enough. Values: the part of the mentee's values that the mentor shares; shared values and
attitudes are the strongest sign of a good mentoring relationship that was found (Eby et al.
2013, meta-analysis of 173 samples). When no part counts the value is UNSAID.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from telemaco.matching.participants import UNSAID, Matrix, Participant, Terms
from telemaco.records.person import Person

_FULL = 1000
_ENOUGH = 3
_WORD = re.compile(r"[^\W\d_]{4,}")
_COMMON_WORDS = frozenset(
    """
    about after alla alle also anche ancora another avere back been before being bene better
    come cosa could dalla dalle degli della delle dello does dove each essere every fare
    from getting good have help here imparare into just know learn learning like loro make
    meglio mentre molto more most much need nella nelle nello ogni other over perche perché
    poter prima quale quando quello questa questo should some sono such sulla than that
    their them then there these they this those tutti tutto voglio vorrei want well were
    what when where which while will with work would your
    """.split()  # noqa: SIM905 (words read better as text)
)


def value(mentee: Participant, mentor: Participant, _terms: Terms) -> int:
    """The value of one pair."""
    parts = []
    if _asked(mentee.person) and _told(mentor.person):
        wanted = _asked(mentee.person)
        shared = len(wanted & _told(mentor.person))
        parts.append(_FULL * min(shared, _ENOUGH) // min(len(wanted), _ENOUGH))
    if mentee.person.values and mentor.person.values:
        held = set(mentee.person.values)
        parts.append(_FULL * len(held & set(mentor.person.values)) // len(held))
    return sum(parts) // len(parts) if parts else UNSAID


def values(mentees: Sequence[Participant], mentors: Sequence[Participant], _terms: Terms) -> Matrix:
    """The values of all pairs."""
    asked = [_asked(one.person) for one in mentees]
    told = [_told(one.person) for one in mentors]
    words, both_words = _shares(asked, told, _ENOUGH)
    held, both_values = _shares(
        [frozenset(one.person.values) for one in mentees],
        [frozenset(one.person.values) for one in mentors],
        3,
    )
    parts = both_words.astype(np.int32) + both_values
    mean = (words * both_words + held * both_values) // np.maximum(parts, 1)
    return np.where(parts == 0, UNSAID, mean).astype(np.int32)


def words_in_common(mentee: Person, mentor: Person) -> tuple[str, ...]:
    """The words of the mentee's goals that the mentor's goals and headline have, too."""
    return tuple(sorted(_asked(mentee) & _told(mentor)))


def are_comparable(mentee: Person, mentor: Person) -> bool:
    """Whether both say something of goals, or both of values."""
    has_goals = bool(_asked(mentee) and _told(mentor))
    return has_goals or bool(mentee.values and mentor.values)


def _shares(
    wanted: Sequence[frozenset[str]], had: Sequence[frozenset[str]], enough: int
) -> tuple[Matrix, npt.NDArray[np.bool_]]:
    """The part of each row's words that each column has, and where both have any."""
    who_has: defaultdict[str, list[int]] = defaultdict(list)
    for column, words in enumerate(had):
        for word in words:
            who_has[word].append(column)
    shared = np.zeros((len(wanted), len(had)), np.int32)
    for row, words in enumerate(wanted):
        for word in words & who_has.keys():
            shared[row, who_has[word]] += 1
    most = np.array([max(1, min(len(words), enough)) for words in wanted], np.int32)
    part = _FULL * np.minimum(shared, enough) // most[:, None]
    return part, _some(wanted)[:, None] & _some(had)


def _some(texts: Sequence[frozenset[str]]) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return np.array([bool(words) for words in texts], np.bool_)


def _asked(person: Person) -> frozenset[str]:
    return _words(_goals(person))


def _told(person: Person) -> frozenset[str]:
    headline = person.headline or ""
    texts = (headline,) if isinstance(headline, str) else tuple(headline.values())
    return _words((*_goals(person), *texts))


def _goals(person: Person) -> tuple[str, ...]:
    statements = (goal.statement for goal in person.goals)
    return tuple(
        text
        for statement in statements
        for text in ((statement,) if isinstance(statement, str) else statement.values())
    )


@cache
def _words(texts: tuple[str, ...]) -> frozenset[str]:
    words = frozenset(_WORD.findall(" ".join(texts).casefold()))
    return words - _COMMON_WORDS
