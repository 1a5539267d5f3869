"""The criterion of goals: what two people want, in the words they use for it.

Two parts, of which those count that both people say something for. Words: the words of four
letters or more in the mentee's goals that the mentor's goals and headline have too, three being
enough. Values: the part of the mentee's values that the mentor shares; shared values and
attitudes are the strongest sign of a good mentoring relationship that was found (Eby et al.
2013, meta-analysis of 173 samples). When no part counts the value is UNSAID.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from telemaco.matching.participants import UNSAID, Participant, Terms
from telemaco.matching.rows import Rows, Values, alike
from telemaco.records.person import Person

_FULL = 1000
_ENOUGH = 3
_Holders = Mapping[str, npt.NDArray[np.intp]]
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


def rows(mentees: Sequence[Participant], mentors: Sequence[Participant], _terms: Terms) -> Rows:
    """The values of all pairs; mentees who hold the same values are looked at once."""
    kinds, kind_of = alike([frozenset(one.person.values) for one in mentees])
    held = _held([mentees[at] for at in kinds], mentors)
    valued = np.array([bool(one.person.values) for one in mentors], np.bool_)
    telling = np.array([bool(_told(one.person)) for one in mentors], np.bool_)
    told = _who_has([_told(one.person) for one in mentors])

    def found(some: slice) -> Values:
        values = held[kind_of[some]]
        for row, mentee in zip(values, mentees[some], strict=True):
            if wanted := _asked(mentee.person):
                words = _shared_words(wanted, told, len(mentors))
                if mentee.person.values:
                    words = np.where(valued, (words + row) // 2, words)
                row[:] = np.where(telling, words, row)
        return values

    return found


def words_in_common(mentee: Person, mentor: Person) -> tuple[str, ...]:
    """The words of the mentee's goals that the mentor's goals and headline have, too."""
    return tuple(sorted(_asked(mentee) & _told(mentor)))


def are_comparable(mentee: Person, mentor: Person) -> bool:
    """Whether both say something of goals, or both of values."""
    has_goals = bool(_asked(mentee) and _told(mentor))
    return has_goals or bool(mentee.values and mentor.values)


def _held(mentees: Sequence[Participant], mentors: Sequence[Participant]) -> Values:
    """The part of each mentee's values that each mentor shares; UNSAID where one names none."""
    who = _who_has([frozenset(one.person.values) for one in mentors])
    named = np.array([bool(one.person.values) for one in mentors], np.bool_)
    parts = np.full((len(mentees), len(mentors)), UNSAID, np.int16)
    for row, mentee in zip(parts, mentees, strict=True):
        if wanted := frozenset(mentee.person.values):
            shared = _FULL * _counted(wanted, who, len(mentors)) // len(wanted)
            row[:] = np.where(named, shared, UNSAID)
    return parts


def _shared_words(wanted: frozenset[str], told: _Holders, mentors: int) -> Values:
    enough = min(len(wanted), _ENOUGH)
    parts = _FULL * np.minimum(np.arange(len(wanted) + 1), _ENOUGH) // enough
    return parts.astype(np.int16)[_counted(wanted, told, mentors)]


def _who_has(had: Sequence[frozenset[str]]) -> _Holders:
    """The positions of those who have each word."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for position, words in enumerate(had):
        for word in words:
            holders[word].append(position)
    return {word: np.array(positions) for word, positions in holders.items()}


def _counted(wanted: frozenset[str], told: _Holders, mentors: int) -> npt.NDArray[np.intp]:
    """How many of the words each mentor has."""
    columns = [told[word] for word in wanted & told.keys()]
    return np.bincount(np.concatenate([np.empty(0, np.intp), *columns]), minlength=mentors)


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
