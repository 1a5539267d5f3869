"""Why a pair is forbidden: the sentence of every limit, with the facts that make it hold."""

from collections.abc import Mapping

from telemaco.matching.meeting import meeting_minutes
from telemaco.matching.participants import Participant, Terms
from telemaco.matching.phrases import (
    Sentence,
    city,
    free_hours,
    labels,
    levels,
    spoken,
)
from telemaco.messages import Fact, Message, msg
from telemaco.model.durations import duration
from telemaco.model.overlap import clock_gap
from telemaco.records.pair import PairStatus
from telemaco.records.person import Approach


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


def parted(mentee: Participant, mentor: Participant, terms: Terms) -> Message:
    """Their pair in this program came to nothing."""
    pair = terms.parted[frozenset((mentee.id, mentor.id))]
    names: dict[str, Fact] = {"mentee": mentee.person.name, "mentor": mentor.person.name}
    if pair.status is PairStatus.CANCELLED:
        return msg(
            "{mentee} and {mentor}: their pair in this program was cancelled; it was to start on "
            "{start}",
            **names,
            start=pair.start,
        )
    return msg(
        "{mentee} and {mentor}: their pair in this program ended early, on {end}",
        **names,
        end=pair.end or pair.start,
    )


def repeated(mentee: Participant, mentor: Participant, terms: Terms) -> Message:
    """They were paired before, and the program wants new pairs."""
    pair = terms.former[frozenset((mentee.id, mentor.id))]
    return msg(
        "{mentee} and {mentor} were a pair before, in {program} from {start} on, and the program "
        "does not repeat pairs",
        mentee=mentee.person.name,
        mentor=mentor.person.name,
        program=pair.program,
        start=pair.start,
    )


def far_apart(mentee: Participant, mentor: Participant, terms: Terms) -> Message:
    """Their clocks are too far apart."""
    return msg(
        "time zones too far apart: {mentee} in {place} and {mentor} in {other} by {gap}, the "
        "program allows {most}",
        mentee=mentee.person.name,
        place=city(mentee.person),
        mentor=mentor.person.name,
        other=city(mentor.person),
        gap=duration(clock_gap(mentee.ahead, mentor.ahead)),
        most=duration(60 * (terms.program.matching.maximum_timezone_gap or 0)),
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


def no_common_meeting(mentee: Participant, mentor: Participant, terms: Terms) -> Message:
    """They are never free together for as long as a group of the program meets."""
    return msg(
        "no common {length} in one go: {mentee} is free {these} in {place}, {mentor} {those} in "
        "{other}",
        length=duration(meeting_minutes(terms.program)),
        mentee=mentee.person.name,
        these=free_hours(mentee.person),
        place=city(mentee.person),
        mentor=mentor.person.name,
        those=free_hours(mentor.person),
        other=city(mentor.person),
    )


def no_skill(mentee: Participant, mentor: Participant, terms: Terms) -> Message:
    """The mentor teaches nothing of what the mentee seeks."""
    facts: dict[str, Fact] = {"mentee": mentee.person.name, "mentor": mentor.person.name}
    facts["wanted"] = labels([wish.skill for wish in mentee.person.seeks], terms)
    if not mentor.person.offers:
        return msg("no skill in common: {mentee} seeks {wanted}, {mentor} names no skill", **facts)
    sought = {wish.skill for wish in mentee.person.seeks}
    known = {one.skill: one.level for one in mentor.person.offers if one.skill in sought}
    if not known:
        return msg(
            "no skill in common: {mentee} seeks {wanted}, {mentor} offers {offered}",
            **facts,
            offered=labels([one.skill for one in mentor.person.offers], terms),
        )
    return msg(
        "no skill in common: {mentee} seeks {wanted}, {mentor} does not offer it at a higher "
        "level: {offered}",
        **facts,
        offered=levels(known, terms),
    )


def unreached(mentee: Participant, mentor: Participant, terms: Terms) -> Message:
    """The mentor offers nothing that the mentee seeks at the level wanted."""
    wanted = {wish.skill: wish.target for wish in mentee.person.seeks}
    known = {one.skill: one.level for one in mentor.person.offers if one.skill in wanted}
    facts: dict[str, Fact] = {"mentee": mentee.person.name, "mentor": mentor.person.name}
    facts["wanted"] = levels(wanted, terms)
    if not known:
        return msg(
            "the program's rule: {mentee} seeks {wanted}, {mentor} offers none of it", **facts
        )
    return msg(
        "the program's rule: {mentee} seeks {wanted}, {mentor} offers {offered}",
        **facts,
        offered=levels(known, terms),
    )


def _no_goal(mentee: Participant, mentor: Participant, _terms: Terms) -> Message:
    return msg(
        "no goal in common: {mentee} and {mentor} name different things",
        mentee=mentee.person.name,
        mentor=mentor.person.name,
    )


def _no_way(mentee: Participant, mentor: Participant, _terms: Terms) -> Message:
    return msg(
        "opposite ways to work: of structure, directness and initiative {mentee} says {these}, "
        "{mentor} {those}",
        mentee=mentee.person.name,
        these=_scales(mentee),
        mentor=mentor.person.name,
        those=_scales(mentor),
    )


def _scales(one: Participant) -> str:
    own = one.person.approach or Approach.model_construct()
    return f"{own.structure}, {own.directness}, {own.initiative}"


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
