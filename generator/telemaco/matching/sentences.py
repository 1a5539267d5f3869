"""What is said against a pair: why it is forbidden, what to mind."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from telemaco.matching import skills
from telemaco.matching.languages import best_in_common
from telemaco.matching.participants import Participant, Terms
from telemaco.messages import Message, msg
from telemaco.model.overlap import clock_gap, common_minutes
from telemaco.records.base import SkillId
from telemaco.records.person import FreeTime, LanguageLevel, Person
from telemaco.records.program import Weight
from telemaco.records.reminders import Weekday

Sentence = Callable[[Participant, Participant, Terms], Message]

_HALF_A_YEAR = timedelta(days=182)
_FAR = 6 * 60
_SHOWN = 3


def parted(mentee: Participant, mentor: Participant, _terms: Terms) -> Message:
    """Their pair in this program came to nothing."""
    return msg(
        "{mentee} and {mentor} were a pair in this program that was cancelled or ended early",
        mentee=mentee.person.name,
        mentor=mentor.person.name,
    )


def repeated(mentee: Participant, mentor: Participant, _terms: Terms) -> Message:
    """They were paired before, and the program wants new pairs."""
    return msg(
        "{mentee} and {mentor} were a pair before, and the program does not repeat pairs",
        mentee=mentee.person.name,
        mentor=mentor.person.name,
    )


def far_apart(mentee: Participant, mentor: Participant, _terms: Terms) -> Message:
    """Their clocks are too far apart."""
    return msg(
        "clocks too far apart: {mentee} in {place} and {mentor} in {other} by {gap}",
        mentee=mentee.person.name,
        place=city(mentee.person),
        mentor=mentor.person.name,
        other=city(mentor.person),
        gap=duration(clock_gap(mentee.ahead, mentor.ahead)),
    )


def low(score: int, mentee: Participant, mentor: Participant, terms: Terms) -> Message:
    """The score is below the program's minimum."""
    return msg(
        "too low a score: {mentee} with {mentor} is {score}, and the program asks for {least}",
        mentee=mentee.person.name,
        mentor=mentor.person.name,
        score=score // 1000,
        least=terms.program.matching.minimum_score,
    )


def cautions(
    mentee: Participant, mentor: Participant, terms: Terms, today: date
) -> Iterator[Message]:
    """What the two, or their coordinator, should know before they begin."""
    silent = [one for one in (mentor, mentee) if not one.person.availability]
    for one in silent:
        if terms.weights["availability"] is not Weight.OFF and "availability" not in terms.silent:
            yield msg("{person} does not say when they are free", person=one.person.name)
    if not silent and common_minutes(mentee.free, mentor.free) == 0:
        yield _no_common_hour(mentee, mentor, terms)
    if best_in_common(mentee.person.languages, mentor.person.languages) is None:
        yield _no_common_language(mentee, mentor, terms)
    if mentee.person.seeks and skills.value(mentee, mentor, terms) == 0:
        yield _no_skill(mentee, mentor, terms)
    gap = clock_gap(mentee.ahead, mentor.ahead)
    if silent and gap > _FAR:
        yield msg(
            "{mentor} in {place} and {mentee} in {other}: their clocks are {gap} apart",
            mentor=mentor.person.name,
            place=city(mentor.person),
            mentee=mentee.person.name,
            other=city(mentee.person),
            gap=duration(gap),
        )
    for one in (mentor, mentee):
        confirmed = one.person.confirmed
        if confirmed and confirmed < today - _HALF_A_YEAR:
            yield msg(
                "{person} last confirmed their file on {day}; ask whether they are still there",
                person=one.person.name,
                day=confirmed,
            )


def duration(minutes: int) -> Message:
    """45 min, 2 h, 2 h 30 min."""
    hours, rest = divmod(minutes, 60)
    if not rest:
        return msg("{hours} h", hours=hours)
    if not hours:
        return msg("{minutes} min", minutes=rest)
    return msg("{hours} h {minutes} min", hours=hours, minutes=rest)


def city(person: Person) -> str:
    """The place that the person's time zone is named for."""
    return person.timezone.rpartition("/")[2].replace("_", " ")


def listed(parts: Sequence[Message]) -> Message:
    """Messages in a row, with commas."""
    if len(parts) == 1:
        return parts[0]
    return msg("{first}, {rest}", first=parts[0], rest=listed(parts[1:]))


def _no_common_language(mentee: Participant, mentor: Participant, _terms: Terms) -> Message:
    return msg(
        "no common language: {mentee} speaks {these}, {mentor} {those}",
        mentee=mentee.person.name,
        these=_spoken(mentee.person),
        mentor=mentor.person.name,
        those=_spoken(mentor.person),
    )


def _no_common_hour(mentee: Participant, mentor: Participant, _terms: Terms) -> Message:
    return msg(
        "no common hour: {mentee} is free {these} in {place}, {mentor} {those} in {other}",
        mentee=mentee.person.name,
        these=_free(mentee.person),
        place=city(mentee.person),
        mentor=mentor.person.name,
        those=_free(mentor.person),
        other=city(mentor.person),
    )


def _no_skill(mentee: Participant, mentor: Participant, terms: Terms) -> Message:
    wanted = labels([wish.skill for wish in mentee.person.seeks], terms)
    if not mentor.person.offers:
        return msg(
            "no skill in common: {mentee} seeks {wanted}, {mentor} names no skill",
            mentee=mentee.person.name,
            wanted=wanted,
            mentor=mentor.person.name,
        )
    return msg(
        "no skill in common: {mentee} seeks {wanted}, {mentor} does not offer it at a higher level",
        mentee=mentee.person.name,
        wanted=wanted,
        mentor=mentor.person.name,
    )


def _no_goal(mentee: Participant, mentor: Participant, _terms: Terms) -> Message:
    return msg(
        "no goal in common: {mentee} and {mentor} name different things",
        mentee=mentee.person.name,
        mentor=mentor.person.name,
    )


def _no_way(mentee: Participant, mentor: Participant, _terms: Terms) -> Message:
    return msg(
        "opposite ways to work: {mentee} and {mentor}",
        mentee=mentee.person.name,
        mentor=mentor.person.name,
    )


def _no_step(mentee: Participant, mentor: Participant, _terms: Terms) -> Message:
    return msg(
        "no step in experience: {mentee} has {mine} years, {mentor} {theirs}",
        mentee=mentee.person.name,
        mine=mentee.person.experience_years or 0,
        mentor=mentor.person.name,
        theirs=mentor.person.experience_years or 0,
    )


def _no_wish(mentee: Participant, mentor: Participant, _terms: Terms) -> Message:
    return msg(
        "not asked for: {mentee} asked for others than {mentor}",
        mentee=mentee.person.name,
        mentor=mentor.person.name,
    )


UNMET: Mapping[str, Sentence] = {
    "skills": _no_skill,
    "goals": _no_goal,
    "languages": _no_common_language,
    "availability": _no_common_hour,
    "approach": _no_way,
    "experience": _no_step,
    "preference": _no_wish,
}
"""What is said when a criterion that is required is not met at all."""


def _spoken(person: Person) -> str:
    enough = (code for code, level in person.languages.items() if level is not LanguageLevel.BASIC)
    return "/".join(sorted(enough)) or "/".join(sorted(person.languages))


def _free(person: Person) -> Message:
    shown = [_hours(hours) for hours in person.availability[:_SHOWN]]
    left = len(person.availability) - len(shown)
    return listed([*shown, msg("and more")] if left else shown)


def _hours(hours: FreeTime) -> Message:
    days = listed([_DAYS[day] for day in hours.days])
    return msg("{days} {start}-{end}", days=days, start=_time(hours.start), end=_time(hours.end))


def _time(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def labels(wanted: Sequence[SkillId], terms: Terms) -> str:
    """The names of the first few skills."""
    return some([terms.labels.get(skill, skill) for skill in wanted])


def some(words: Sequence[str]) -> str:
    """The first few words."""
    return ", ".join(words[:_SHOWN]) + (" ..." if len(words) > _SHOWN else "")


_DAYS = {
    Weekday.MON: msg("Mon"),
    Weekday.TUE: msg("Tue"),
    Weekday.WED: msg("Wed"),
    Weekday.THU: msg("Thu"),
    Weekday.FRI: msg("Fri"),
    Weekday.SAT: msg("Sat"),
    Weekday.SUN: msg("Sun"),
}
