"""Why a pair is forbidden: the sentence of every limit, with the facts that make it hold."""

from collections.abc import Mapping

from telemaco.matching.participants import Participant, Terms
from telemaco.matching.phrases import Sentence, city, duration, free_hours, labels, spoken
from telemaco.messages import Message, msg
from telemaco.model.overlap import clock_gap


def excluded(mentee: Participant, mentor: Participant, _terms: Terms) -> Message:
    """One of them does not want to be paired with the other; who is nobody else's business."""
    return msg(
        "{mentee} and {mentor} are not to be paired: one of their files says so",
        mentee=mentee.person.name,
        mentor=mentor.person.name,
    )


def forbidden(mentee: Participant, mentor: Participant, _terms: Terms) -> Message:
    """The coordinator rules the pair out for this run."""
    return msg(
        "the pair of {mentee} and {mentor} is forbidden in this run",
        mentee=mentee.person.name,
        mentor=mentor.person.name,
    )


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


def no_common_language(mentee: Participant, mentor: Participant, _terms: Terms) -> Message:
    """They share no language at working level."""
    return msg(
        "no common language: {mentee} speaks {these}, {mentor} {those}",
        mentee=mentee.person.name,
        these=spoken(mentee.person),
        mentor=mentor.person.name,
        those=spoken(mentor.person),
    )


def no_common_hour(mentee: Participant, mentor: Participant, _terms: Terms) -> Message:
    """They are never free at the same time."""
    return msg(
        "no common hour: {mentee} is free {these} in {place}, {mentor} {those} in {other}",
        mentee=mentee.person.name,
        these=free_hours(mentee.person),
        place=city(mentee.person),
        mentor=mentor.person.name,
        those=free_hours(mentor.person),
        other=city(mentor.person),
    )


def no_skill(mentee: Participant, mentor: Participant, terms: Terms) -> Message:
    """The mentor teaches nothing of what the mentee seeks."""
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
    "skills": no_skill,
    "goals": _no_goal,
    "languages": no_common_language,
    "availability": no_common_hour,
    "approach": _no_way,
    "experience": _no_step,
    "preference": _no_wish,
}
"""What is said when a criterion that is required is not met at all."""
