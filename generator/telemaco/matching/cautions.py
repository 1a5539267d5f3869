"""What the two of a pair, or their coordinator, should know before they begin."""

from collections.abc import Iterator
from datetime import date, timedelta

from telemaco.matching import skills
from telemaco.matching.languages import best_in_common
from telemaco.matching.participants import Participant, Terms
from telemaco.matching.phrases import city, duration
from telemaco.matching.reasons import no_common_hour, no_common_language, no_skill
from telemaco.messages import Message, msg
from telemaco.model.overlap import clock_gap, common_minutes
from telemaco.records.program import Weight

_HALF_A_YEAR = timedelta(days=182)
_FAR = 6 * 60


def cautions(
    mentee: Participant, mentor: Participant, terms: Terms, today: date
) -> Iterator[Message]:
    """Everything to mind about a pair, what matters most first."""
    yield from _of_hours(mentee, mentor, terms)
    if best_in_common(mentee.person, mentor.person) is None:
        yield no_common_language(mentee, mentor, terms)
    yield from _of_skills(mentee, mentor, terms)
    yield from _of_clocks(mentee, mentor)
    for one in (mentor, mentee):
        confirmed = one.person.confirmed
        if confirmed and confirmed < today - _HALF_A_YEAR:
            yield msg(
                "{person} last confirmed their file on {day}; ask whether they are still there",
                person=one.person.name,
                day=confirmed,
            )


def _of_hours(mentee: Participant, mentor: Participant, terms: Terms) -> Iterator[Message]:
    silent = [one for one in (mentor, mentee) if not one.person.availability]
    told_once = terms.silent | terms.hardly_said
    if terms.weights["availability"] is not Weight.OFF and "availability" not in told_once:
        for one in silent:
            yield msg("{person} does not say when they are free", person=one.person.name)
    if not silent and common_minutes(mentee.free, mentor.free) == 0:
        yield no_common_hour(mentee, mentor, terms)


def _of_skills(mentee: Participant, mentor: Participant, terms: Terms) -> Iterator[Message]:
    if mentee.person.seeks:
        if skills.value(mentee, mentor, terms) == 0:
            yield no_skill(mentee, mentor, terms)
    elif not mentee.person.goals:
        yield msg(
            "{mentee} names neither a skill to learn nor a goal: the score says nothing about "
            "what they want, so ask",
            mentee=mentee.person.name,
        )


def _of_clocks(mentee: Participant, mentor: Participant) -> Iterator[Message]:
    gap = clock_gap(mentee.ahead, mentor.ahead)
    if gap > _FAR and not (mentee.person.availability and mentor.person.availability):
        yield msg(
            "{mentor} in {place} and {mentee} in {other}: their clocks are {gap} apart",
            mentor=mentor.person.name,
            place=city(mentor.person),
            mentee=mentee.person.name,
            other=city(mentee.person),
            gap=duration(gap),
        )
