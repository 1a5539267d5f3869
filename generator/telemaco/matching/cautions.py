"""What the two of a pair, or their coordinator, should know before they begin."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from telemaco.matching import skills
from telemaco.matching.availability import brief_minutes
from telemaco.matching.languages import best_in_common
from telemaco.matching.meeting import meeting_minutes
from telemaco.matching.participants import Participant, Terms
from telemaco.matching.phrases import city
from telemaco.matching.reasons import no_common_hour, no_common_language, no_skill
from telemaco.messages import Message, msg
from telemaco.model.durations import duration
from telemaco.model.overlap import clock_gap, common_minutes
from telemaco.records.base import PersonId
from telemaco.records.person import EnrolmentStatus
from telemaco.records.program import Weight

_HALF_A_YEAR = timedelta(days=182)
_FAR = 6 * 60
_NOTHING = msg("they have neither a skill nor an hour in common: think twice")


class CautionKind(StrEnum):
    """What is to be minded, what matters most first."""

    AGAINST_LIMIT = "against-limit"
    NOTHING = "nothing-in-common"
    HOURS = "hours"
    BRIEF = "too-brief"
    LANGUAGE = "language"
    SKILLS = "skills"
    CLOCKS = "clocks"
    AIMLESS = "aimless"
    SILENT = "silent"
    STALE = "stale"
    PLACE = "no-place-yet"


@dataclass(frozen=True, slots=True)
class Caution:
    """Something to mind, in a sentence, and whom it is about: both of a pair, or one of them."""

    kind: CautionKind
    people: tuple[PersonId, ...]
    text: Message


def cautions(
    mentee: Participant, mentor: Participant, terms: Terms, today: date
) -> Iterator[Caution]:
    """Everything to mind about a pair."""
    both = (mentor.id, mentee.id)
    hours = tuple(_of_hours(mentee, mentor, terms))
    of_skills = tuple(_of_skills(mentee, mentor, terms))
    kinds = {caution.kind for caution in (*hours, *of_skills)}
    if kinds >= {CautionKind.HOURS, CautionKind.SKILLS}:
        yield Caution(CautionKind.NOTHING, both, _NOTHING)
    yield from hours
    if best_in_common(mentee.person, mentor.person) is None:
        text = no_common_language(mentee, mentor, terms)
        yield Caution(CautionKind.LANGUAGE, both, text)
    yield from of_skills
    yield from _of_clocks(mentee, mentor)
    for one in (mentor, mentee):
        if one.enrolment.status is EnrolmentStatus.WAITING:
            text = msg(
                "{name} only waits for a place: telemaco accept {program} {person} --apply gives "
                "one, or confirming the pair does",
                name=one.person.name,
                program=terms.program_id,
                person=one.id,
            )
            yield Caution(CautionKind.PLACE, (one.id,), text)
        confirmed = one.person.confirmed
        if confirmed and confirmed < today - _HALF_A_YEAR:
            text = msg(
                "{person} last confirmed their file on {day}; ask whether they are still there",
                person=one.person.name,
                day=confirmed,
            )
            yield Caution(CautionKind.STALE, (one.id,), text)


def _of_hours(mentee: Participant, mentor: Participant, terms: Terms) -> Iterator[Caution]:
    silent = [one for one in (mentor, mentee) if not one.person.availability]
    told_once = terms.silent | terms.hardly_said
    if terms.weights["availability"] is not Weight.OFF and "availability" not in told_once:
        for one in silent:
            text = msg("{person} does not say when they are free", person=one.person.name)
            yield Caution(CautionKind.SILENT, (one.id,), text)
    if not silent and common_minutes(mentee.free, mentor.free) == 0:
        text = no_common_hour(mentee, mentor, terms)
        yield Caution(CautionKind.HOURS, (mentor.id, mentee.id), text)
    elif not silent and (found := brief_minutes(mentee, mentor, terms)) is not None:
        text = msg(
            "they have no time in common that is long enough: {found} minutes at a stretch, and a "
            "session takes {wanted}; ask for one more free hour before they confirm",
            found=found,
            wanted=meeting_minutes(terms.program),
        )
        yield Caution(CautionKind.BRIEF, (mentor.id, mentee.id), text)


def _of_skills(mentee: Participant, mentor: Participant, terms: Terms) -> Iterator[Caution]:
    if mentee.person.seeks:
        if skills.value(mentee, mentor, terms) == 0:
            text = no_skill(mentee, mentor, terms)
            yield Caution(CautionKind.SKILLS, (mentor.id, mentee.id), text)
    elif not mentee.person.goals:
        text = msg(
            "{mentee} names neither a skill to learn nor a goal: the score says nothing about "
            "what they want, so ask",
            mentee=mentee.person.name,
        )
        yield Caution(CautionKind.AIMLESS, (mentee.id,), text)


def _of_clocks(mentee: Participant, mentor: Participant) -> Iterator[Caution]:
    gap = clock_gap(mentee.ahead, mentor.ahead)
    if gap > _FAR and not (mentee.person.availability and mentor.person.availability):
        text = msg(
            "{mentor} in {place} and {mentee} in {other}: their clocks are {gap} apart",
            mentor=mentor.person.name,
            place=city(mentor.person),
            mentee=mentee.person.name,
            other=city(mentee.person),
            gap=duration(gap),
        )
        yield Caution(CautionKind.CLOCKS, (mentor.id, mentee.id), text)
