"""The program's own rules as limits: which pairs they forbid, and the fact that does it.

Who does not say the fact is not forbidden by it: leaving a field out is no fault. Two time
zones agree when their clocks do, all through the program.
"""

import operator
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, assert_never

import numpy as np
import numpy.typing as npt

from telemaco.matching import reasons, skills
from telemaco.matching.participants import Mask, Participant, Terms
from telemaco.matching.phrases import city, listed, spoken
from telemaco.messages import Fact, Message, msg
from telemaco.model.pair_rules import (
    Compared,
    PairRule,
    Quantity,
    Reached,
    Shared,
    Unreadable,
    parse,
)
from telemaco.model.spoken import working_languages
from telemaco.model.wording import VALUES
from telemaco.records.person import Person
from telemaco.records.text import worded

_Numbers = npt.NDArray[np.float64]
_FULL = 1000


def broken_rule(mentee: Participant, mentor: Participant, terms: Terms) -> PairRule | None:
    """The first of the program's rules that a pair breaks."""
    rules = _rules(terms.program.matching.rules)
    return next((rule for rule in rules if not _keeps(rule, mentee, mentor)), None)


def breaks_a_rule(mentee: Participant, mentor: Participant, terms: Terms) -> bool:
    """Whether a pair breaks one of the program's rules."""
    return broken_rule(mentee, mentor, terms) is not None


def broken(mentees: Sequence[Participant], mentors: Sequence[Participant], terms: Terms) -> Mask:
    """Which of all pairs break one of the program's rules."""
    found = np.zeros((len(mentees), len(mentors)), np.bool_)
    for rule in _rules(terms.program.matching.rules):
        match rule:
            case Shared():
                found |= _at_odds(rule, mentees, mentors)
            case Compared():
                found |= _unequal(rule, mentees, mentors)
            case Reached():
                found |= _unreached(mentees, mentors)
            case _:
                assert_never(rule)
    return found


def reason(mentee: Participant, mentor: Participant, terms: Terms) -> Message:
    """The rule that a pair breaks, with the facts that break it."""
    rule = broken_rule(mentee, mentor, terms)
    mine: Fact
    theirs: Fact
    match rule:
        case Shared(fact):
            mine, theirs = _SAID[fact](mentee.person), _SAID[fact](mentor.person)
        case Compared(left, _, right):
            mine, theirs = _quantities(left, right, mentee, mentor)
        case _:
            return reasons.unreached(mentee, mentor, terms)
    return msg(
        'the program\'s rule "{rule}": {mentee} {mine}, {mentor} {theirs}',
        rule=next(text for text in terms.program.matching.rules if parse(text) == rule),
        mentee=mentee.person.name,
        mine=mine,
        mentor=mentor.person.name,
        theirs=theirs,
    )


@cache
def _rules(texts: tuple[str, ...]) -> tuple[PairRule, ...]:
    """The rules that can be read; `telemaco check` tells of the others."""
    parsed = (parse(text) for text in texts)
    return tuple(rule for rule in parsed if not isinstance(rule, Unreadable))


def _keeps(rule: PairRule, mentee: Participant, mentor: Participant) -> bool:
    match rule:
        case Shared(fact, agree):
            mine, theirs = _FACTS[fact](mentee), _FACTS[fact](mentor)
            return not mine or not theirs or bool(mine & theirs) == agree
        case Compared(left, how, right):
            one, other = _number(left, mentee, mentor), _number(right, mentee, mentor)
            return one is None or other is None or bool(_COMPARE[how](one, other))
        case Reached():
            offers = skills.levels_of(mentor.person)
            wishes = mentee.person.seeks
            return not wishes or any(skills.reaches(wish, offers) for wish in wishes)
        case _:
            assert_never(rule)


def _at_odds(rule: Shared, mentees: Sequence[Participant], mentors: Sequence[Participant]) -> Mask:
    mine = [_FACTS[rule.fact](one) for one in mentees]
    theirs = [_FACTS[rule.fact](one) for one in mentors]
    words = {word: at for at, word in enumerate(sorted(_all(mine) & _all(theirs)))}
    shared = _bits(mine, words) @ _bits(theirs, words).T > 0
    said = _some(mine)[:, None] & _some(theirs)
    at_odds: Mask = said & (shared != rule.agree)
    return at_odds


def _all(sets: Sequence[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)


def _some(sets: Sequence[frozenset[str]]) -> npt.NDArray[np.bool_]:
    return np.array([bool(words) for words in sets], np.bool_)


def _bits(sets: Sequence[frozenset[str]], words: Mapping[str, int]) -> npt.NDArray[np.float32]:
    """1 where somebody (row) has a word (column)."""
    found = np.zeros((len(sets), len(words)), np.float32)
    for row, own in enumerate(sets):
        found[row, [words[word] for word in own if word in words]] = 1
    return found


def _unequal(
    rule: Compared, mentees: Sequence[Participant], mentors: Sequence[Participant]
) -> Mask:
    left, right = (_column(one, mentees, mentors) for one in (rule.left, rule.right))
    keeps = _COMPARE[rule.how](left, right) | np.isnan(left) | np.isnan(right)
    unequal: Mask = np.broadcast_to(~keeps, (len(mentees), len(mentors)))
    return unequal


def _column(
    quantity: Quantity, mentees: Sequence[Participant], mentors: Sequence[Participant]
) -> _Numbers:
    """The numbers down the rows or along the columns; nan where somebody does not say."""
    if quantity.side is None:
        return np.full((1, 1), quantity.plus, np.float64)
    people = mentees if quantity.side == "mentee" else mentors
    said = (_said(quantity.fact, one.person) for one in people)
    numbers = np.array([np.nan if one is None else one + quantity.plus for one in said], np.float64)
    return numbers[:, None] if quantity.side == "mentee" else numbers[None, :]


def _unreached(mentees: Sequence[Participant], mentors: Sequence[Participant]) -> Mask:
    offers = [skills.levels_of(one.person) for one in mentors]
    known: dict[Any, npt.NDArray[np.bool_]] = {}
    found = np.zeros((len(mentees), len(mentors)), np.bool_)
    for row, mentee in enumerate(mentees):
        for wish in mentee.person.seeks:
            key = (wish.skill, wish.target)
            if key not in known:
                known[key] = np.array([skills.reaches(wish, one) for one in offers], np.bool_)
            found[row] |= known[key]
        found[row] = bool(mentee.person.seeks) & ~found[row]
    return found


def _number(quantity: Quantity, mentee: Participant, mentor: Participant) -> int | None:
    if quantity.side is None:
        return quantity.plus
    said = _said(quantity.fact, (mentee if quantity.side == "mentee" else mentor).person)
    return None if said is None else said + quantity.plus


def _said(fact: str, person: Person) -> int | None:
    value = getattr(person.approach if fact in _SCALES else person, fact, None)
    return None if value is None else int(value)


def _quantities(
    left: Quantity, right: Quantity, mentee: Participant, mentor: Participant
) -> tuple[Fact, Fact]:
    """What the two say that the rule compares."""
    told = {one.side: one.fact for one in (right, left)}
    mine, theirs = (
        _said(told[side], one.person) if side in told else None
        for side, one in (("mentee", mentee), ("mentor", mentor))
    )
    return _figure(mine), _figure(theirs)


def _figure(number: int | None) -> Fact:
    return msg("(is not asked)") if number is None else number


_SCALES = frozenset({"structure", "directness", "initiative"})
_COMPARE: Mapping[str, Callable[[Any, Any], Any]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "!=": operator.ne,
}


def _places(person: Person) -> frozenset[str]:
    """Where somebody is, in every language in which they say it."""
    place = person.location or {}
    names = [place] if isinstance(place, str) else place.values()
    return frozenset(name.casefold() for name in names)


_FACTS: Mapping[str, Callable[[Participant], frozenset[str]]] = {
    "languages": lambda one: frozenset(working_languages(one.person)),
    "location": lambda one: _places(one.person),
    "timezone": lambda one: frozenset({str(one.ahead)}),
    "values": lambda one: frozenset(one.person.values),
}
_SAID: Mapping[str, Callable[[Person], Fact]] = {
    "languages": spoken,
    "location": lambda person: worded(person.location or ""),
    "timezone": city,
    "values": lambda person: listed([VALUES[value] for value in person.values]),
}
