"""One formal program with a pair that meets every two weeks from 4 January 2027."""

from collections.abc import Mapping
from datetime import date

from telemaco.model.community import Community
from telemaco.records.base import PairName, ProgramId
from telemaco.records.layout import PairId
from tests.fakes import community

PAIR = PairId(ProgramId("atelier"), PairName("verrocchio-leonardo"))
START = date(2027, 1, 4)
"""A Monday."""

PROGRAM = """\
title: Atelier
summary: A winter of work.
status: running
style: formal
kind: one-to-one
objectives: [{id: craft, statement: Learn the craft.}]
dates: {start: 2027-01-04, end: 2027-12-31}
cadence: {every: 2, unit: week}
reminders:
  grace_days: 3
  ladder:
    - {after_days: 7, to: pair, action: nudge}
    - {after_days: 14, to: coordinator, action: escalate}
"""
FACTS = "members: [{person: verrocchio, role: mentor}, {person: leonardo, role: mentee}]\n"
ACTIVE = FACTS + "status: active\nstart: 2027-01-04\n"


def person(role: str, status: str = "matched", rest: str = "") -> str:
    return (
        "name: Somebody\ntimezone: Europe/Rome\nlanguages: {it: native}\n"
        f"enrolments: [{{program: atelier, role: {role}, status: {status}}}]\n"
        f"consent: {{text: v1, on: 2027-01-01, publish: [name]}}\n{rest}"
    )


def atelier(
    notes: Mapping[str, str] | None = None,
    *,
    pair: str = ACTIVE,
    program: str = PROGRAM,
    more: Mapping[str, str] | None = None,
) -> Community:
    """The community; `notes` are front matter by the day of the session."""
    files = {
        "program/programs/atelier.yaml": program,
        "program/people/verrocchio.yaml": person("mentor", rest="confirmed: 2027-01-01\n"),
        "program/people/leonardo.yaml": person("mentee"),
        "pairs/atelier/verrocchio-leonardo/pair.yaml": pair,
    }
    for day, front in (notes or {}).items():
        files[f"pairs/atelier/verrocchio-leonardo/{day}.md"] = f"---\n{front}\n---\n"
    return community({**files, **(more or {})})


HELD = "status: held\nminutes: 60"
