"""What speaks for a pair: the facts behind the value of every criterion."""

from collections.abc import Mapping

from telemaco.matching import goals, skills
from telemaco.matching.experience import years_between
from telemaco.matching.languages import best_in_common
from telemaco.matching.participants import Participant, Terms
from telemaco.matching.phrases import Sentence, duration, labels, some
from telemaco.messages import Message, msg, msg_n
from telemaco.model.overlap import common_minutes
from telemaco.records.person import LanguageLevel


def evidence(criterion: str, mentee: Participant, mentor: Participant, terms: Terms) -> Message:
    """What in the two people's files gave the value of a criterion."""
    return _EVIDENCE[criterion](mentee, mentor, terms)


def _skills_met(mentee: Participant, mentor: Participant, terms: Terms) -> Message:
    wishes = sorted(mentee.person.seeks, key=lambda wish: wish.priority)
    if not wishes:
        return msg("seeks no skill by name")
    offers = skills.levels_of(mentor.person)
    met = [wish.skill for wish in wishes if skills.met_by(wish, offers, terms)]
    unmet = [wish.skill for wish in wishes if wish.skill not in met]
    if not met:
        return msg("none of {wanted}", wanted=labels(unmet, terms))
    if not unmet:
        return msg("{met}", met=labels(met, terms))
    return msg("{met}; not {unmet}", met=labels(met, terms), unmet=labels(unmet, terms))


def _goals_shared(mentee: Participant, mentor: Participant, _terms: Terms) -> Message:
    shared = goals.words_in_common(mentee.person, mentor.person)
    if not shared:
        return msg("no words in common")
    return msg("{words}", words=some(shared))


def _language_shared(mentee: Participant, mentor: Participant, _terms: Terms) -> Message:
    best = best_in_common(mentee.person, mentor.person)
    if best is None:
        return msg("none in common")
    _, language, level = best
    return msg("{language} ({level})", language=language, level=_LEVELS[level])


def _hours_shared(mentee: Participant, mentor: Participant, _terms: Terms) -> Message:
    for one in (mentor, mentee):
        if not one.person.availability:
            return msg("{person} does not say", person=one.person.name)
    return msg("{hours} a week in common", hours=duration(common_minutes(mentee.free, mentor.free)))


def _approach_shared(mentee: Participant, mentor: Participant, _terms: Terms) -> Message:
    mine, theirs = mentee.person.approach, mentor.person.approach
    if mine is None or theirs is None:
        return msg("{person} does not say", person=(mentee if mine is None else mentor).person.name)
    return msg(
        "structure {mine}/{theirs}, directness {direct}/{other}, initiative {own}/{leaves}",
        mine=mine.structure,
        theirs=theirs.structure,
        direct=mine.directness,
        other=theirs.directness,
        own=mine.initiative,
        leaves=theirs.initiative,
    )


def _step(mentee: Participant, mentor: Participant, terms: Terms) -> Message:
    step = years_between(mentee, mentor, terms)
    if step is None:
        silent = mentee if mentee.person.experience_years is None else mentor
        return msg("{person} does not say", person=silent.person.name)
    return msg_n("a step of {count} year", "a step of {count} years", step)


def _wished(mentee: Participant, mentor: Participant, _terms: Terms) -> Message:
    asked = mentor.id in mentee.enrolment.prefers, mentee.id in mentor.enrolment.prefers
    names = {"mentee": mentee.person.name, "mentor": mentor.person.name}
    if all(asked):
        return msg("each asked for the other")
    if asked[0]:
        return msg("{mentee} asked for {mentor}", **names)
    if asked[1]:
        return msg("{mentor} asked for {mentee}", **names)
    if mentee.enrolment.prefers:
        return msg("{mentee} asked for others", **names)
    return msg("nobody asked")


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
