"""Criteria about which nobody says anything: they do not count.

A program that does not ask for free hours should not have all its scores lowered for it. A
criterion counts as soon as one mentee and one mentor say something about it; skills as soon as a
mentee seeks one, preference as soon as anybody asks for somebody. What most people leave unsaid
is told once for all of them, with their number.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from telemaco.matching.participants import Participant, Terms
from telemaco.messages import Message, msg, msg_n
from telemaco.records.program import Weight

_Says = Callable[[Participant], bool]


def silent_criteria(
    mentees: Sequence[Participant], mentors: Sequence[Participant]
) -> frozenset[str]:
    """The criteria that do not count; none when there is nobody to pair."""
    if not mentees or not mentors:
        return frozenset()
    silent = {
        name
        for name, says in _BOTH_SAY.items()
        if not any(map(says, mentees)) or not any(map(says, mentors))
    }
    if not any(one.person.seeks for one in mentees):
        silent.add("skills")
    if not any(one.enrolment.prefers for one in (*mentees, *mentors)):
        silent.add("preference")
    return frozenset(silent)


def silent_beside(
    terms: Terms,
    mentees: Sequence[Participant],
    mentors: Sequence[Participant],
    *,
    has_others: bool,
) -> Iterator[frozenset[str]]:
    """Which criteria would not count if each of these mentors took part besides."""
    known: dict[tuple[bool, ...], frozenset[str]] = {}
    for one in mentors:
        said = (bool(one.enrolment.prefers), *(says(one) for says in _BOTH_SAY.values()))
        if said not in known:
            alone = silent_criteria(mentees, [one])
            known[said] = alone & terms.silent if has_others else alone
        yield known[said]


def with_silence(
    terms: Terms, mentees: Sequence[Participant], mentors: Sequence[Participant]
) -> Terms:
    """The terms, with what these people leave unsaid."""
    everybody = {one.id: one for one in (*mentees, *mentors)}.values()
    silent = sum(not one.person.availability for one in everybody)
    hardly = frozenset({"availability"}) if 2 * silent > len(everybody) else frozenset[str]()
    return replace(terms, silent=silent_criteria(mentees, mentors), hardly_said=hardly)


def notices(
    terms: Terms, mentees: Sequence[Participant], mentors: Sequence[Participant]
) -> Iterator[Message]:
    """What is to be told once of all that people leave unsaid."""
    counting = [name for name, weight in terms.weights.items() if weight is not Weight.OFF]
    for name in counting:
        if name in terms.silent:
            yield SILENCE[name]
    left = [name for name in counting if name not in terms.silent]
    if len(left) == 1 and len(counting) > 1:
        yield msg("Only one criterion counts, so a high score says little.")
    everybody = {one.id: one for one in (*mentees, *mentors)}.values()
    if "availability" in terms.hardly_said and "availability" in left:
        yield msg_n(
            "{count} of {all} person does not say when they are free.",
            "{count} of {all} people do not say when they are free.",
            sum(not one.person.availability for one in everybody),
            all=len(everybody),
        )
    aimless = sum(not one.person.seeks and not one.person.goals for one in mentees)
    if aimless and mentors:
        yield msg_n(
            "{count} of {all} mentees who wait for a mentor names neither a skill to learn nor "
            "a goal: ask them first.",
            "{count} of {all} mentees who wait for a mentor name neither a skill to learn nor "
            "a goal: ask them first.",
            aimless,
            all=len(mentees),
        )


SILENCE: Mapping[str, Message] = {
    "skills": msg("Nobody names a skill to learn, so skills do not count."),
    "goals": msg("No two who could meet both name goals or values, so these do not count."),
    "availability": msg("No two who could meet both name free hours, so these do not count."),
    "approach": msg("No two who could meet both describe their approach, so it does not count."),
    "experience": msg("No two who could meet both name years of experience: they do not count."),
    "preference": msg("Nobody asks for anybody, so wishes do not count."),
}
"""What is said of a criterion that does not count."""

_BOTH_SAY: Mapping[str, _Says] = {
    "goals": lambda one: bool(one.person.goals or one.person.values),
    "availability": lambda one: bool(one.person.availability),
    "approach": lambda one: one.person.approach is not None,
    "experience": lambda one: one.person.experience_years is not None,
}
