"""Single changes to what people or the program say, and the sentence for each."""

from dataclasses import dataclass, replace
from enum import StrEnum

from telemaco.matching.participants import Participant, Terms
from telemaco.matching.phrases import CRITERIA_NAMES, WEEKDAYS, city, time_of_day
from telemaco.messages import LanguageName, Message, msg
from telemaco.model.overlap import free_slots
from telemaco.records.base import Language
from telemaco.records.person import FreeTime, LanguageLevel, Offer, SkillLevel, Wish
from telemaco.records.program import Matching, Weight
from telemaco.records.reminders import Weekday


class Kind(StrEnum):
    """What is changed, the smallest change first.

    What one person can say, what a mentor can give, what takes time to learn, what the program
    asks of everybody, an exception for one person.
    """

    HOUR = "hour"
    SKILL = "skill"
    PLACE = "place"
    LEVEL = "level"
    GAP = "gap"
    MINIMUM = "minimum"
    RULE = "rule"
    REPEAT = "repeat"
    ORDER = "order"
    CRITERION = "criterion"
    PAIRS = "pairs"


@dataclass(frozen=True, slots=True)
class Change:
    """A change and whom it brings into reach: what it is in words, the person and the terms after.

    For one more place only the room of `other` changes; for more pairs only how many there may
    be, and there is no `other`.
    """

    kind: Kind
    text: Message
    one: Participant
    other: Participant | None
    terms: Terms


def one_more_hour(
    one: Participant, other: Participant, terms: Terms, day: Weekday, start: int
) -> Change:
    """Free for an hour more, from so many minutes after midnight by their own clock."""
    end = start + 60
    hours = FreeTime.model_validate(
        {"days": [day], "from": time_of_day(start), "to": time_of_day(end)}
    )
    changed = _with(one, availability=(*one.person.availability, hours))
    free = tuple(free_slots(changed.person.availability, minutes) for minutes in one.ahead)
    text = msg(
        "one more free hour, {day} {start}-{end} in {place}: {other} is free then",
        day=WEEKDAYS[day],
        start=time_of_day(start),
        end=time_of_day(end),
        place=city(one.person),
        other=other.person.name,
    )
    return Change(Kind.HOUR, text, replace(changed, free=free), other, terms)


def one_more_wish(one: Participant, other: Participant, terms: Terms, offer: Offer) -> Change:
    """A mentee who would also learn what a mentor offers, up to the mentor's level."""
    wish = Wish(skill=offer.skill, now=SkillLevel.NONE, target=offer.level, priority=2)
    text = msg(
        "seeking {skill} as well, which {other} offers",
        skill=terms.labels.get(offer.skill, offer.skill),
        other=other.person.name,
    )
    return Change(Kind.SKILL, text, _with(one, seeks=(*one.person.seeks, wish)), other, terms)


def one_more_offer(one: Participant, other: Participant, terms: Terms, wish: Wish) -> Change:
    """A mentor who would also teach what a mentee seeks, at the level wanted."""
    offer = Offer(skill=wish.skill, level=wish.target)
    text = msg(
        "offering {skill} as well, which {other} seeks",
        skill=terms.labels.get(wish.skill, wish.skill),
        other=other.person.name,
    )
    return Change(Kind.SKILL, text, _with(one, offers=(*one.person.offers, offer)), other, terms)


def one_level_more(
    one: Participant, other: Participant, terms: Terms, language: Language
) -> Change:
    """A language at working level that somebody has the basics of."""
    languages = {**one.person.languages, language: LanguageLevel.WORKING}
    text = msg(
        "{language} at working level instead of basic: {other} speaks it",
        language=LanguageName(language),
        other=other.person.name,
    )
    return Change(Kind.LEVEL, text, _with(one, languages=languages), other, terms)


def wider_gap(one: Participant, other: Participant, terms: Terms, hours: int) -> Change:
    """A larger difference between clocks."""
    return _of_program(
        Kind.GAP,
        msg(
            "a maximum_timezone_gap of {hours} instead of {now}: then {other} would fit",
            hours=hours,
            now=terms.program.matching.maximum_timezone_gap or 0,
            other=other.person.name,
        ),
        (one, other, terms),
        maximum_timezone_gap=hours,
    )


def lower_minimum(one: Participant, other: Participant, terms: Terms, score: int) -> Change:
    """A lower score that is enough, of 100."""
    return _of_program(
        Kind.MINIMUM,
        msg(
            "a minimum_score of {score} instead of {now}: then {other} would fit",
            score=score,
            now=terms.program.matching.minimum_score,
            other=other.person.name,
        ),
        (one, other, terms),
        minimum_score=score,
    )


def without_rule(one: Participant, other: Participant, terms: Terms, rule: str) -> Change:
    """The program without one of its rules."""
    text = msg(
        'leaving out the rule "{rule}": then {other} would fit', rule=rule, other=other.person.name
    )
    rules = tuple(one for one in terms.program.matching.rules if one != rule)
    return _of_program(Kind.RULE, text, (one, other, terms), rules=rules)


def repeated_pairs(one: Participant, other: Participant, terms: Terms) -> Change:
    """People may be paired again."""
    text = msg("repeat_pairs: true, then {other} would fit again", other=other.person.name)
    return _of_program(Kind.REPEAT, text, (one, other, terms), repeat_pairs=True)


def without_order(one: Participant, other: Participant, terms: Terms) -> Change:
    """The pair is not forbidden in this run."""
    pair = frozenset({one.id, other.id})
    text = msg(
        "leaving out --forbid {one}={other}: then they could be a pair", one=one.id, other=other.id
    )
    return Change(Kind.ORDER, text, one, other, replace(terms, forbidden=terms.forbidden - {pair}))


def criterion_not_required(
    one: Participant, other: Participant, terms: Terms, criterion: str
) -> Change:
    """A criterion that is not required of this one person, though it counts as much."""
    weights = terms.program.matching.weights.model_copy(update={criterion: Weight.HIGH})
    text = msg(
        "an exception for {one}, so that {criterion} need not be met: then {other} would fit",
        one=one.person.name,
        criterion=CRITERIA_NAMES[criterion],
        other=other.person.name,
    )
    return _of_program(Kind.CRITERION, text, (one, other, terms), weights=weights)


def _with(one: Participant, **keys: object) -> Participant:
    """Somebody whose file says something else."""
    return replace(one, person=one.person.model_copy(update=keys))


def _of_program(
    kind: Kind, text: Message, known: tuple[Participant, Participant, Terms], **keys: object
) -> Change:
    one, other, terms = known
    matching: Matching = terms.program.matching.model_copy(update=keys)
    program = terms.program.model_copy(update={"matching": matching})
    return Change(kind, text, one, other, replace(terms, program=program))
