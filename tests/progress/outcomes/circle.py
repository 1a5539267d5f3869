"""A program of pairs, each with a mentor and a mentee of its own, to count what came of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from telemaco.model.community import Community
from telemaco.progress.outcomes.programs import outcomes_of
from telemaco.progress.outcomes.values import Outcomes
from telemaco.progress.pair import pair_progress
from telemaco.records.base import ProgramId
from tests.fakes import community

CIRCLE = ProgramId("circle")
TODAY = date(2027, 7, 1)
PROGRAM = """\
title: Circle
summary: Half a year of letters.
status: completed
style: formal
kind: one-to-one
objectives: [{id: craft, statement: Learn it.}, {id: voice, statement: Find it.}]
dates: {start: 2027-01-04, end: 2027-06-30}
cadence: {every: 1, unit: month}
"""


@dataclass(frozen=True)
class Two:
    """A pair; `facts` are lines of its file, `notes` front matter by the day."""

    facts: str = "status: completed\nend: 2027-06-30\nreason: program-ended\n"
    notes: Mapping[str, str] = field(default_factory=dict)


DONE = Two()
EARLY = Two("status: completed\nend: 2027-03-01\nreason: goals-reached\n")
REACHED = Two("status: ended-early\nend: 2027-03-01\nreason: goals-reached\n")
LEFT = Two("status: ended-early\nend: 2027-02-15\nreason: no-time\n")
GOES_ON = Two("status: active\n")


def files(
    pairs: Sequence[Two],
    *,
    name: str = "circle",
    program: str = PROGRAM,
    more: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """The files of a program; pair 3 is of mentor m3 and mentee e3."""
    made = {f"program/programs/{name}.yaml": program}
    for number, pair in enumerate(pairs):
        members = ", ".join(
            f"{{person: {name}-{letter}{number}, role: {role}}}"
            for letter, role in (("m", "mentor"), ("e", "mentee"))
        )
        folder = f"pairs/{name}/pair-{number}"
        made[f"{folder}/pair.yaml"] = f"members: [{members}]\nstart: 2027-01-04\n{pair.facts}"
        for day, front in pair.notes.items():
            made[f"{folder}/{day}.md"] = f"---\n{front}\n---\n"
        made[f"program/people/{name}-m{number}.yaml"] = person("mentor", name)
        made[f"program/people/{name}-e{number}.yaml"] = person("mentee", name)
    return made | dict(more or {})


def person(role: str, program: str = "circle", status: str = "matched") -> str:
    """Somebody enrolled."""
    return (
        "name: Somebody\ntimezone: Europe/Rome\nlanguages: {it: native}\n"
        f"enrolments: [{{program: {program}, role: {role}, status: {status}}}]\n"
        "consent: {text: v1, on: 2027-01-01, publish: [name]}\n"
    )


def circle(*pairs: Two, program: str = PROGRAM, more: Mapping[str, str] | None = None) -> Community:
    """A community of this one program."""
    return community(files(pairs, program=program, more=more))


def found(
    mentoring: Community, today: date = TODAY, names: Sequence[ProgramId] = (CIRCLE,)
) -> Outcomes:
    """What came of it."""
    progress = {pair: pair_progress(mentoring, pair, today) for pair in mentoring.pairs}
    return outcomes_of(mentoring, names, progress, today)
