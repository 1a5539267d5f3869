"""A list of mentors (Coding Coach) as Telemaco's files: one informal, open program."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from bench import real_files
from bench.real_files import Files
from bench.real_skills import vocabulary
from telemaco.yamltext.writing import write

DAY = date(2019, 8, 1)
"""The list as it was then."""

_START = date(2019, 2, 1)
_PROGRAM = "find-a-mentor"
_MENTEES_OF_A_MENTOR = 2
_MENTEES = 60


def files(data: Mapping[str, Any], today: date, *, mentees: int = 0) -> tuple[Files, list[str]]:
    """The community's files by path, and what was left out.

    The data hold no mentee. With `mentees`, so many of the mentors (every n-th) seek what they
    offer instead, so that the matching has something to do; that is made up, and said so.
    """
    mentors = data["mentors"]
    skills = vocabulary([person["tags"] for person in mentors])
    step = len(mentors) // mentees if mentees else 0
    made: Files = {
        "program/community.yaml": real_files.settings(
            "A list of mentors", [mentors[0]["id"]], today
        ),
        "program/skills.yaml": real_files.skill_file(skills),
        f"program/programs/{_PROGRAM}.yaml": _program(),
    }
    for number, person in enumerate(mentors):
        seeks = bool(step) and number > 0 and number % step == 0
        entries = [{"skill": skill} for skill in skills.ids(person["tags"])]
        role = "mentee" if seeks else "mentor"
        parts = {
            "bio": real_files.also(skills.left(person["tags"])),
            "seeks" if seeks else "offers": entries,
            "enrolments": [
                {"program": _PROGRAM, "role": role, "status": "accepted", "since": _START}
            ],
        }
        name = f"{role.capitalize()} {person['id'][3:]}"
        who = real_files.Who(name, person["country"], number, tuple(person["languages"]))
        made[f"program/people/{person['id']}.yaml"] = real_files.person(who, _START, parts)
    left = f"channels of {len(mentors)} mentors: ways to reach a person are not in the files"
    return made, [left]


def _program() -> str:
    return write(
        {
            "title": "Find a mentor",
            "summary": "Mentors say what they help with; whoever wants one asks.",
            "status": "open",
            "style": "informal",
            "kind": "one-to-one",
            "dates": {"start": _START},
            "capacity": {"mentor_default": _MENTEES_OF_A_MENTOR},
        }
    )
