"""People and terms for the tests of the matching."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from telemaco.matching.participants import Earlier, Participant, Terms
from telemaco.model.overlap import free_slots, seasons
from telemaco.records.base import PersonId, ProgramId, SkillId
from telemaco.records.pair import PairStatus
from telemaco.records.person import Person
from telemaco.records.program import Program

FIRST, LAST = date(2027, 1, 11), date(2027, 12, 20)
ZONES = ("Europe/Rome", "America/Lima", "Asia/Kathmandu", "America/New_York", "Pacific/Auckland")
SEASONS = seasons(ZONES, FIRST, LAST)
SKILLS = ("fugue", "counterpoint", "singing", "organ")
RELATED = {
    SkillId("fugue"): frozenset({SkillId("counterpoint")}),
    SkillId("counterpoint"): frozenset({SkillId("fugue")}),
}
OTHER_NAMES = tuple(f"{side}-{number}" for side in ("mentee", "mentor") for number in range(3))


def participant(  # noqa: PLR0913 (one argument a key)
    person_id: str,
    values: Mapping[str, Any] | None = None,
    *,
    role: str = "mentee",
    room: int = 1,
    prefers: Sequence[str] = (),
    comes_first: bool = False,
) -> Participant:
    """Somebody with the keys of a person's file given, and what a file must have."""
    person = Person.model_validate(
        {
            "name": person_id.title(),
            "timezone": "Europe/Rome",
            "languages": {"it": "native"},
            "enrolments": [
                {
                    "program": "spring",
                    "role": role,
                    "status": "accepted",
                    "prefers": [*prefers],
                    "comes_first": comes_first,
                }
            ],
            "consent": {"text": "v1", "on": "2027-01-01"},
            **(values or {}),
        }
    )
    ahead = tuple(season[person.timezone] for season in SEASONS)
    free = tuple(free_slots(person.availability, minutes) for minutes in ahead)
    return Participant(PersonId(person_id), person, person.enrolments[0], room, 0, free, ahead)


def terms(matching: Mapping[str, Any] | None = None, **program: Any) -> Terms:  # noqa: ANN401 (keys of a file)
    """The terms of a program with the matching given."""
    record = Program.model_validate(
        {
            "title": "Spring",
            "summary": "Lessons.",
            "status": "open",
            "style": "informal",
            "kind": "one-to-one",
            "dates": {"start": FIRST},
            "matching": dict(matching or {}),
            **program,
        }
    )
    labels = {SkillId(skill): skill.title() for skill in SKILLS}
    return Terms(ProgramId("spring"), record, RELATED, labels, {}, {})


def parted(one: str, other: str, known: Terms) -> Terms:
    """The terms when these two were a pair in the program that came to nothing."""
    couple = frozenset({PersonId(one), PersonId(other)})
    earlier = Earlier(ProgramId("spring"), PairStatus.CANCELLED, date(2026, 10, 1), None)
    return replace(known, parted={couple: earlier}, former={couple: earlier})


_LEVELS = st.sampled_from(("none", "beginner", "intermediate", "advanced", "expert"))
_SCALE = st.integers(1, 5)
FREE = st.builds(
    lambda days, start, length: {
        "days": sorted(days),
        "from": f"{start // 60:02}:{start % 60:02}",
        "to": f"{(start + length) // 60:02}:{(start + length) % 60:02}",
    },
    st.sets(st.sampled_from(("mon", "tue", "sun")), min_size=1),
    st.integers(0, 1200),
    st.integers(10, 230),
)
_APPROACH = st.fixed_dictionaries(
    {
        "structure": _SCALE,
        "directness": _SCALE,
        "initiative": _SCALE,
        "learns_by": st.lists(st.sampled_from(("doing", "reading", "writing")), unique=True),
    }
)
_GOAL = st.sampled_from(("Finish a great fugue", "Great concerts abroad", "Read"))

VALUES = st.fixed_dictionaries(
    {
        "timezone": st.sampled_from(ZONES),
        "languages": st.dictionaries(
            st.sampled_from(("it", "de", "en")),
            st.sampled_from(("basic", "working", "fluent", "native")),
            min_size=1,
        ),
    },
    optional={
        "availability": st.lists(FREE, max_size=3),
        "offers": st.lists(
            st.fixed_dictionaries({"skill": st.sampled_from(SKILLS), "level": _LEVELS}),
            max_size=4,
        ),
        "seeks": st.lists(
            st.fixed_dictionaries(
                {
                    "skill": st.sampled_from(SKILLS),
                    "now": _LEVELS,
                    "target": _LEVELS,
                    "priority": st.integers(1, 3),
                }
            ),
            max_size=3,
        ),
        "goals": st.lists(st.fixed_dictionaries({"statement": _GOAL}), max_size=2),
        "headline": st.sampled_from(("A great reader", "Concerts")),
        "values": st.lists(
            st.sampled_from(("patience", "courage", "growth")), unique=True, max_size=3
        ),
        "experience_years": st.integers(0, 60),
        "approach": _APPROACH,
        "excludes": st.lists(st.sampled_from(OTHER_NAMES), max_size=2),
    },
)
"""What somebody's file may say."""


@st.composite
def sides(draw: st.DrawFn) -> tuple[list[Participant], list[Participant]]:
    """Up to three mentees and three mentors; `both` may be on both sides."""
    found = []
    for role in ("mentee", "mentor"):
        names = [*OTHER_NAMES[:3], "both"] if role == "mentee" else [*OTHER_NAMES[3:], "both"]
        chosen = draw(st.lists(st.sampled_from(names), unique=True, max_size=3))
        prefers = st.lists(st.sampled_from(OTHER_NAMES), unique=True, max_size=2)
        found.append(
            [
                participant(name, draw(VALUES), role=role, prefers=draw(prefers))
                for name in sorted(chosen)
            ]
        )
    return found[0], found[1]


WEIGHTS = st.fixed_dictionaries(
    dict.fromkeys(
        (
            "skills",
            "goals",
            "languages",
            "availability",
            "approach",
            "experience",
            "preference",
        ),
        st.sampled_from(("required", "high", "medium", "low", "off")),
    )
)
