"""Mentors who are not there yet: what one would be like who is still to be found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from telemaco.records.parsing import Fault, parse
from telemaco.records.person import Person

_EVERY_DAY = {
    "days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
    "from": "08:00",
    "to": "22:00",
}


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A mentor of a program, free every day from 8 to 22, who speaks each language like a native.

    `skills` are the levels by skill. The number of `places` is the program's when left out.
    """

    program: str
    skills: Mapping[str, str]
    languages: Sequence[str]
    zone: str
    places: str | None


def person_of(one: Newcomer) -> Person | tuple[Fault, ...]:
    """The file that the newcomer would have, or what is wrong with what is said of them."""
    enrolment = {"program": one.program, "role": "mentor", "status": "accepted"}
    facts: dict[str, Any] = {
        "name": "-",
        "timezone": one.zone,
        "languages": dict.fromkeys(one.languages, "native"),
        "availability": [_EVERY_DAY],
        "offers": [{"skill": skill, "level": level} for skill, level in one.skills.items()],
        "enrolments": [enrolment | ({} if one.places is None else {"capacity": one.places})],
        "consent": {"text": "-", "on": "2000-01-01"},
    }
    return parse(Person, facts)
