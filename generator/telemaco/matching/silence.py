"""Criteria about which nobody says anything: they do not count.

A program that does not ask for free hours should not have all its scores lowered for it. A
criterion counts as soon as one mentee and one mentor say something about it; skills as soon as a
mentee seeks one, preference as soon as anybody asks for somebody.
"""

from collections.abc import Callable, Mapping, Sequence

from telemaco.matching.participants import Participant
from telemaco.messages import Message, msg

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


SILENCE: Mapping[str, Message] = {
    "skills": msg("Nobody names a skill to learn, so skills do not count."),
    "goals": msg("No mentee and mentor both name goals or values, so these do not count."),
    "availability": msg("No mentee and mentor both name free hours, so these do not count."),
    "approach": msg("No mentee and mentor both describe their approach, so it does not count."),
    "experience": msg("No mentee and mentor both name years of experience: they do not count."),
    "preference": msg("Nobody asks for anybody, so wishes do not count."),
}
"""What is said of a criterion that does not count."""

_BOTH_SAY: Mapping[str, _Says] = {
    "goals": lambda one: bool(one.person.goals or one.person.values),
    "availability": lambda one: bool(one.person.availability),
    "approach": lambda one: one.person.approach is not None,
    "experience": lambda one: one.person.experience_years is not None,
}
