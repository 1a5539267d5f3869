"""What speaks for a pair: the facts behind the value of every criterion.

The sentences can be sent to both people: they name what the two share and what they do not, and
say nothing that only one of them should know.
"""

from collections.abc import Mapping

from telemaco.matching import goals, skills
from telemaco.matching.availability import brief_minutes
from telemaco.matching.experience import years_between
from telemaco.matching.languages import best_in_common
from telemaco.matching.participants import Participant, Terms
from telemaco.matching.phrases import Sentence, joined, labels, listed, some
from telemaco.messages import LanguageName, Message, msg, msg_n
from telemaco.model.durations import duration
from telemaco.model.overlap import common_minutes
from telemaco.model.wording import LEARNS_BY, VALUES
from telemaco.records.person import LanguageLevel

_FULL = 1000
_CLOSE = 1
"""Steps apart on a scale of five at which two people are still taken as alike."""

_SCALES = {
    "structure": msg("structure"),
    "directness": msg("directness"),
    "initiative": msg("initiative"),
}


def evidence(criterion: str, mentee: Participant, mentor: Participant, terms: Terms) -> Message:
    """What in the two people's files gave the value of a criterion."""
    return _EVIDENCE[criterion](mentee, mentor, terms)


def _skills_met(mentee: Participant, mentor: Participant, terms: Terms) -> Message:
    wishes = sorted(mentee.person.seeks, key=lambda wish: wish.priority)
    if not wishes:
        return msg("{person} names no skill to learn", person=mentee.person.name)
    offers = skills.levels_of(mentor.person)
    met = {wish.skill: skills.met_by(wish, offers, terms) for wish in wishes}
    wholly = [skill for skill, value in met.items() if value == _FULL]
    partly = [skill for skill, value in met.items() if 0 < value < _FULL]
    unmet = [skill for skill, value in met.items() if not value]
    parts = [msg("{skills}", skills=labels(wholly, terms))] if wholly else []
    if partly:
        parts.append(msg("in part {skills}", skills=labels(partly, terms)))
    if unmet:
        parts.append(msg("not offered: {skills}", skills=labels(unmet, terms)))
    return joined(parts)


def _goals_shared(mentee: Participant, mentor: Participant, _terms: Terms) -> Message:
    if not goals.are_comparable(mentee.person, mentor.person):
        return _nothing_to_compare(mentee, mentor)
    words = goals.words_in_common(mentee.person, mentor.person)
    values = [VALUES[value] for value in mentee.person.values if value in mentor.person.values]
    parts = [msg("both write of {words}", words=some(words))] if words else []
    if values:
        parts.append(msg("both value {values}", values=listed(values)))
    return joined(parts) if parts else msg("they name different goals and values")


def _nothing_to_compare(mentee: Participant, mentor: Participant) -> Message:
    for one in (mentor, mentee):
        if not one.person.goals and not one.person.values:
            return msg("{person} names neither goals nor values", person=one.person.name)
    return msg("one names goals and the other values")


def _language_shared(mentee: Participant, mentor: Participant, _terms: Terms) -> Message:
    best = best_in_common(mentee.person, mentor.person)
    if best is None:
        return msg("none in common at working level")
    _, language, level = best
    return msg("{language} ({level})", language=LanguageName(language), level=_LEVELS[level])


def _hours_shared(mentee: Participant, mentor: Participant, terms: Terms) -> Message:
    for one in (mentor, mentee):
        if not one.person.availability:
            return msg("{person} names no free hours", person=one.person.name)
    minutes = common_minutes(mentee.free, mentor.free)
    if not minutes:
        return msg("no hour in common")
    if (longest := brief_minutes(mentee, mentor, terms)) is not None:
        return msg(
            "{hours} a week in common, but at most {longest} at a stretch: too short for a session",
            hours=duration(minutes),
            longest=duration(longest),
        )
    return msg("{hours} a week in common", hours=duration(minutes))


def _approach_shared(mentee: Participant, mentor: Participant, _terms: Terms) -> Message:
    mine, theirs = mentee.person.approach, mentor.person.approach
    if mine is None or theirs is None:
        silent = mentee if mine is None else mentor
        return msg("{person} does not describe their approach", person=silent.person.name)
    apart = {scale: abs(getattr(mine, scale) - getattr(theirs, scale)) for scale in _SCALES}
    close = [_SCALES[scale] for scale in apart if apart[scale] <= _CLOSE]
    far = [_SCALES[scale] for scale in apart if apart[scale] > _CLOSE]
    parts = [msg("alike in {scales}", scales=listed(close))] if close else []
    if far:
        parts.append(msg("different in {scales}", scales=listed(far)))
    ways = [LEARNS_BY[way] for way in mine.learns_by if way in theirs.learns_by]
    if ways:
        parts.append(msg("both learn or teach by {ways}", ways=listed(ways)))
    return joined(parts)


def _step(mentee: Participant, mentor: Participant, terms: Terms) -> Message:
    step = years_between(mentee, mentor, terms)
    if step is None:
        silent = mentee if mentee.person.experience_years is None else mentor
        return msg("{person} does not say their years of experience", person=silent.person.name)
    if step <= 0:
        return msg("no step in years")
    return msg_n("a step of {count} year", "a step of {count} years", step)


def _wished(mentee: Participant, mentor: Participant, _terms: Terms) -> Message:
    """Who asked for whom; that somebody asked for others is not for the other's eyes."""
    asked = mentor.id in mentee.enrolment.prefers, mentee.id in mentor.enrolment.prefers
    names = {"mentee": mentee.person.name, "mentor": mentor.person.name}
    if all(asked):
        return msg("each asked for the other")
    if asked[0]:
        return msg("{mentee} asked for {mentor}", **names)
    if asked[1]:
        return msg("{mentor} asked for {mentee}", **names)
    return msg("neither asked for the other")


_EVIDENCE: Mapping[str, Sentence] = {
    "skills": _skills_met,
    "goals": _goals_shared,
    "languages": _language_shared,
    "availability": _hours_shared,
    "approach": _approach_shared,
    "experience": _step,
    "preference": _wished,
}


_LEVELS = {
    LanguageLevel.BASIC: msg("basic"),
    LanguageLevel.WORKING: msg("working level"),
    LanguageLevel.FLUENT: msg("fluent"),
    LanguageLevel.NATIVE: msg("native"),
}
