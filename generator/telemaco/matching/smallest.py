"""The smallest single change that would bring somebody left out one partner into reach.

Changes are tried in the order of `Kind`; of one kind the one that asks for least, then the one
with the best score. An hour, a skill and a level of a language are looked at where they lift the
limit of hours, skills or languages; where the minimum score alone binds, the score is told that
would do. Every change that is named was proven: the limits of the pair were judged again with
it, and none holds.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from telemaco.matching import changes, program_rules
from telemaco.matching.changes import Change, Kind
from telemaco.matching.hours import HOURS, Hours
from telemaco.matching.limits import BIT, limit_of
from telemaco.matching.participants import Participant, Terms
from telemaco.matching.scores import CRITERIA, HIGHEST, score, shares, weights_of
from telemaco.model.overlap import SLOT, clock_gap
from telemaco.records.person import LanguageLevel, SkillLevel
from telemaco.records.program import Weight

Positions = npt.NDArray[np.int64]

_AN_HOUR = 60 // SLOT
_LEVELS = tuple(SkillLevel)
_POINT = 1000

_LOW = BIT["minimum-score"]
_OF_EVERYBODY = frozenset({Kind.GAP, Kind.MINIMUM, Kind.RULE, Kind.REPEAT})


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """Somebody left out, and those on the other side with whom there would be one more pair.

    `barred` are all limits (sums of BIT) that forbid each of them, `scores` of 100000, and
    `enough` those from which on the pair would be made, once it is allowed. `hours` are those of
    the same people. `of_everybody` says whether changes of the program's numbers are looked at,
    which let in other pairs, too. `place` is one more place that would help.
    """

    one: Participant
    is_mentee: bool
    others: Sequence[Participant]
    barred: npt.NDArray[np.int32]
    scores: npt.NDArray[np.int32]
    enough: Positions
    hours: Hours
    terms: Terms
    of_everybody: bool
    place: Change | None = None

    def barred_by(self, *limits: int) -> Positions:
        """Whom one or more of these limits forbid and nothing else; the best score first."""
        any_of = sum(limits)
        found = np.flatnonzero(((self.barred & any_of) != 0) & ((self.barred & ~any_of) == 0))
        return found[np.argsort(-self.scores[found], kind="stable")]

    def without(self, criterion: str, *limits: int) -> Positions:
        """Whom these limits forbid because a criterion is not met at all; the best score first.

        Also those who score too little without its points, if all of them would be enough.
        """
        weights = weights_of(self.terms)
        most = weights[criterion] * HIGHEST // max(1, sum(weights.values()))
        found = np.concatenate((self.barred_by(*limits), self._low_and(*limits)))
        least = self.terms.program.matching.minimum_score * _POINT
        enough = found[self.scores[found] + most >= least]
        return enough[np.argsort(-self.scores[enough], kind="stable")]

    def _low_and(self, *limits: int) -> Positions:
        low = (self.barred & _LOW) != 0
        barred = np.where(low, self.barred & ~_LOW, 0)
        any_of = sum(limits)
        return np.flatnonzero(((barred & any_of) != 0) & ((barred & ~any_of) == 0))


def smallest_change(given: Candidates) -> Change | None:
    """The smallest change that helps; None when no single one does."""
    if not given.others:
        return given.place
    for kind, tried in _TRIED.items():
        if kind in _OF_EVERYBODY and not given.of_everybody:
            continue
        for at, change in tried(given):
            if kind is Kind.PLACE or _helps(given, at, change):
                return change
    return None


def _helps(given: Candidates, at: int, change: Change) -> bool:
    """Whether no limit forbids the pair any more, and it would be made."""
    one, other = change.one, given.others[at]
    mentee, mentor = (one, other) if given.is_mentee else (other, one)
    if limit_of(mentee, mentor, change.terms) is not None:
        return False
    return score(shares(mentee, mentor, change.terms)) >= int(given.enough[at])


_Found = Iterator[tuple[int, Change]]


def _hours(given: Candidates) -> _Found:
    """An hour that gives most time in common, an hour being enough; then the best score."""
    at = given.without("availability", BIT["availability"])
    if not len(at):
        return
    slots = np.minimum(given.hours.in_common(given.one, at), _AN_HOUR)
    best = slots.argmax(axis=1)
    most = slots[np.arange(len(at)), best]
    for place in np.argsort(-most, kind="stable").tolist():
        if most[place]:
            day, start = HOURS[int(best[place])]
            position = int(at[place])
            other = given.others[position]
            yield position, changes.one_more_hour(given.one, other, given.terms, day, start)


def _skills(given: Candidates) -> _Found:
    for at in given.without("skills", BIT["skills"], BIT["rules"]).tolist():
        other = given.others[at]
        if given.is_mentee:
            known = {wish.skill for wish in given.one.person.seeks}
            offers = sorted(other.person.offers, key=lambda offer: -_LEVELS.index(offer.level))
            for offer in offers:
                if offer.skill not in known:
                    yield at, changes.one_more_wish(given.one, other, given.terms, offer)
        else:
            known = {offer.skill for offer in given.one.person.offers}
            for wish in sorted(other.person.seeks, key=lambda wish: wish.priority):
                if wish.skill not in known:
                    yield at, changes.one_more_offer(given.one, other, given.terms, wish)


def _levels(given: Candidates) -> _Found:
    for at in given.without("languages", BIT["languages"]).tolist():
        other = given.others[at]
        for code, level in sorted(given.one.person.languages.items()):
            theirs = other.person.languages.get(code, LanguageLevel.BASIC)
            if level is LanguageLevel.BASIC is not theirs:
                yield at, changes.one_level_more(given.one, other, given.terms, code)


def _gaps(given: Candidates) -> _Found:
    at = given.barred_by(BIT["timezones"]).tolist()
    hours = [-(-clock_gap(given.one.ahead, given.others[one].ahead) // 60) for one in at]
    for needed, one in sorted(zip(hours, at, strict=True), key=lambda pair: pair[0]):
        yield one, changes.wider_gap(given.one, given.others[one], given.terms, needed)


def _minima(given: Candidates) -> _Found:
    for at in given.barred_by(_LOW)[:1].tolist():
        least = int(given.scores[at]) // _POINT
        yield at, changes.lower_minimum(given.one, given.others[at], given.terms, least)


def _rules(given: Candidates) -> _Found:
    at = given.barred_by(BIT["rules"])
    others = [given.others[one] for one in at.tolist()]
    for rule in given.terms.program.matching.rules if others else ():
        change = changes.without_rule(given.one, others[0], given.terms, rule)
        mentees, mentors = ([given.one], others) if given.is_mentee else (others, [given.one])
        kept = np.flatnonzero(~program_rules.broken(mentees, mentors, change.terms).ravel())
        for one in kept[:1].tolist():
            yield int(at[one]), changes.without_rule(given.one, others[one], given.terms, rule)


def _repeats(given: Candidates) -> _Found:
    for at in given.barred_by(BIT["repeated"])[:1].tolist():
        yield at, changes.repeated_pairs(given.one, given.others[at], given.terms)


def _orders(given: Candidates) -> _Found:
    for at in given.barred_by(BIT["forbidden"])[:1].tolist():
        yield at, changes.without_order(given.one, given.others[at], given.terms)


def _criteria(given: Candidates) -> _Found:
    """The exception with the best score; never from languages: two people must be able to talk."""
    found = [
        (int(given.scores[at]), name, at)
        for name in CRITERIA.keys() - {"languages"}
        if given.terms.weights[name] is Weight.REQUIRED
        for at in given.barred_by(BIT[name])[:1].tolist()
    ]
    for _, name, at in sorted(found, key=lambda entry: (-entry[0], entry[1])):
        yield at, changes.criterion_not_required(given.one, given.others[at], given.terms, name)


_TRIED: dict[Kind, Callable[[Candidates], _Found]] = {
    Kind.HOUR: _hours,
    Kind.SKILL: _skills,
    Kind.PLACE: lambda given: iter([(0, given.place)] if given.place else []),
    Kind.LEVEL: _levels,
    Kind.GAP: _gaps,
    Kind.MINIMUM: _minima,
    Kind.RULE: _rules,
    Kind.REPEAT: _repeats,
    Kind.ORDER: _orders,
    Kind.CRITERION: _criteria,
}
