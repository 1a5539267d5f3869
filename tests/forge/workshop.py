"""The files of a workshop that takes on more pairs every day, for campaigns."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

NAME = "atelier/workshop"
"""Its repository."""

PEOPLE = 12
"""So many mentors, and so many mentees, who take turns."""

_FIRST_MEETING_DUE = timedelta(days=10)
"""After the start of a pair: a week, and the days of grace."""

_SETTINGS = """\
title: The Workshop
languages: [en, it]
coordinators: [cosimo]
contact: workshop@example.org
code_of_conduct: CODE_OF_CONDUCT.md
reminders: {writes_per_run: 50}
"""
_PROGRAM = """\
title: Atelier
summary: Years of work.
status: running
style: formal
kind: one-to-one
objectives: [{id: craft, statement: Learn the craft.}]
dates: {start: 2026-01-01, end: 2029-12-31}
cadence: {every: 2, unit: week}
"""
_PERSON = """\
name: NAME
github: NAME
timezone: Europe/Rome
languages: {it: native}
enrolments: [{program: atelier, role: ROLE, status: matched}]
consent: {text: v1, on: 2027-02-01, publish: [name]}
confirmed: 2027-02-01
"""


class Workshop:
    """Writes the files; a pair is known by its number."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._put("program/community.yaml", _SETTINGS)
        self._put("program/programs/atelier.yaml", _PROGRAM)
        self._put("program/people/cosimo.yaml", _person("cosimo", "mentor"))
        for role, name in _names():
            self._put(f"program/people/{name}.yaml", _person(name, role))

    @property
    def logins(self) -> list[str]:
        """Of all mentors and mentees."""
        return [name for _, name in _names()]

    def begin(self, number: int, today: date) -> None:
        """A pair that began so long ago that today its first meeting is asked about."""
        mentor, mentee = (f"{role}-{number % PEOPLE}" for role in ("mentor", "mentee"))
        self._put(
            f"pairs/atelier/pair-{number}/pair.yaml",
            f"members: [{{person: {mentor}, role: mentor}}, {{person: {mentee}, role: mentee}}]\n"
            f"status: active\nstart: {today - _FIRST_MEETING_DUE}\n",
        )

    def meet(self, number: int, today: date) -> None:
        """A note of a pair lands."""
        self._put(f"pairs/atelier/pair-{number}/{today}.md", "---\nstatus: held\n---\n")

    def _put(self, path: str, text: str) -> None:
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def _names() -> Iterator[tuple[str, str]]:
    for role in ("mentor", "mentee"):
        yield from ((role, f"{role}-{number}") for number in range(PEOPLE))


def _person(name: str, role: str) -> str:
    return _PERSON.replace("NAME", name).replace("ROLE", role)
