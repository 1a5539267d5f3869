"""Made-up mentors and mentees, whose skills, tongues and hours are spread as real people's are."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from telemaco.matching.participants import Participant, Terms
from telemaco.model.overlap import Season, free_slots, seasons
from telemaco.records.base import PersonId, ProgramId, SkillId
from telemaco.records.person import Person
from telemaco.records.program import Program

_SKILLS = tuple(SkillId(f"skill-{number}") for number in range(200))
_POPULAR = tuple(1 / (rank + 1) ** 0.8 for rank in range(len(_SKILLS)))
_LANGUAGES = ("en", "it", "es", "fr", "de", "pt", "pl", "ar", "hi", "zh", "ja", "ru", "tr", "nl")
_WORLD = {
    "Europe/Rome": 35,
    "America/New_York": 14,
    "America/Los_Angeles": 10,
    "America/Lima": 6,
    "America/Sao_Paulo": 5,
    "Asia/Kolkata": 10,
    "Asia/Tokyo": 7,
    "Africa/Nairobi": 8,
    "Australia/Sydney": 5,
}
_WITHOUT_ENGLISH = 0.15
_LEVELS = ("beginner", "intermediate", "advanced", "expert")
_VALUES = ("curiosity", "honesty", "patience", "courage", "kindness", "fairness", "growth")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_FIRST, _LAST = date(2027, 1, 11), date(2027, 12, 20)


@dataclass(frozen=True, slots=True)
class Population:
    """Two sides and the terms on which they meet."""

    mentees: tuple[Participant, ...]
    mentors: tuple[Participant, ...]
    terms: Terms


def population(
    mentees: int, mentors: int, seed: int, *, capacity: bool = False, world: bool = True
) -> Population:
    """So many people; mentors have room for one, or with `capacity` for one to three."""
    chance = random.Random(seed)
    zones = _WORLD if world else {"Europe/Rome": 1}
    ahead = seasons(tuple(zones), _FIRST, _LAST)
    mentor_ids = [f"mentor-{number}" for number in range(mentors)]
    learning = tuple(
        _participant(
            f"mentee-{number}", _mentee(chance, zones), ahead, 0, _wishes(chance, mentor_ids)
        )
        for number in range(mentees)
    )
    teaching = tuple(
        _participant(
            name, _mentor(chance, zones), ahead, chance.randint(1, 3) if capacity else 1, []
        )
        for name in mentor_ids
    )
    return Population(learning, teaching, _terms())


def _participant(
    name: str, keys: Mapping[str, Any], ahead: Sequence[Season], room: int, prefers: list[str]
) -> Participant:
    role = "mentor" if room else "mentee"
    person = Person.model_validate(
        {
            "name": name,
            "enrolments": [
                {"program": "bench", "role": role, "status": "accepted", "prefers": prefers}
            ],
            "consent": {"text": "v1", "on": "2027-01-01"},
            **keys,
        }
    )
    zones = tuple(season[person.timezone] for season in ahead)
    free = tuple(free_slots(person.availability, minutes) for minutes in zones)
    return Participant(PersonId(name), person, person.enrolments[0], room, 0, free, zones)


def _wishes(chance: random.Random, mentors: Sequence[str]) -> list[str]:
    return chance.sample(mentors, min(len(mentors), chance.randint(0, 4)))


def _somebody(chance: random.Random, zones: Mapping[str, int]) -> dict[str, Any]:
    tongues = (
        {} if chance.random() < _WITHOUT_ENGLISH else {"en": chance.choice(("working", "fluent"))}
    )
    for code in chance.sample(_LANGUAGES[1:], chance.randint(0 if tongues else 1, 2)):
        tongues[code] = chance.choice(("working", "fluent", "native"))
    start = chance.choice((8, 9, 12, 17, 18))
    hours = {
        "days": sorted(chance.sample(_DAYS, chance.randint(2, 6)), key=_DAYS.index),
        "from": f"{start:02}:00",
        "to": f"{start + chance.randint(2, 5):02}:00",
    }
    return {
        "timezone": chance.choices(list(zones), list(zones.values()))[0],
        "languages": tongues,
        "availability": [hours],
        "values": chance.sample(_VALUES, chance.randint(0, 3)),
        "approach": {
            "structure": chance.randint(1, 5),
            "directness": chance.randint(1, 5),
            "initiative": chance.randint(1, 5),
        },
    }


def _mentee(chance: random.Random, zones: Mapping[str, int]) -> dict[str, Any]:
    wanted = sorted(set(chance.choices(_SKILLS, _POPULAR, k=chance.randint(1, 4))))
    seeks = [
        {
            "skill": skill,
            "now": "beginner",
            "target": chance.choice(_LEVELS[1:]),
            "priority": chance.randint(1, 3),
        }
        for skill in wanted
    ]
    return _somebody(chance, zones) | {"seeks": seeks, "experience_years": chance.randint(0, 9)}


def _mentor(chance: random.Random, zones: Mapping[str, int]) -> dict[str, Any]:
    known = sorted(set(chance.choices(_SKILLS, _POPULAR, k=chance.randint(4, 12))))
    offers = [{"skill": skill, "level": chance.choice(_LEVELS[1:])} for skill in known]
    return _somebody(chance, zones) | {"offers": offers, "experience_years": chance.randint(5, 35)}


def _terms() -> Terms:
    program = Program.model_validate(
        {
            "title": "Bench",
            "summary": "Made up.",
            "status": "matching",
            "style": "informal",
            "kind": "one-to-one",
            "dates": {"start": "2027-01-11"},
            "matching": {"weights": {"availability": "required"}},
        }
    )
    related = {
        skill: frozenset({_SKILLS[at ^ 1]}) if at % 3 == 0 else frozenset[SkillId]()
        for at, skill in enumerate(_SKILLS)
    }
    return Terms(
        program_id=ProgramId("bench"),
        program=program,
        related=related,
        labels={},
        former={},
        parted={},
    )
