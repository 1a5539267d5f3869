"""Two groups: one loses a mentor and a mentee and gets another; one rests and is done early."""

from tests.lives.living import (
    Life,
    Step,
    accepted,
    become,
    begins,
    fortnights,
    held,
    moves,
    person,
    place,
    plans,
)

PATH = "program/programs/workshop.yaml"
PROGRAM = """\
title: The workshop
summary: Two masters and their pupils.
status: draft
style: formal
kind: group
objectives: [{id: altar, statement: An altarpiece, indicator: Panels finished, target: Five}]
eligibility: {mentor: [I teach what I do.], mentee: [I come to every session.]}
dates:
  applications_open: 2027-01-04
  applications_close: 2027-01-24
  match_by: 2027-01-31
  start: 2027-02-01
  end: 2027-06-30
cadence: {every: 2, unit: week, minutes: 60}
completion: {minimum_sessions: 8, certificate: true}
capacity: {group_minimum: 2, group_maximum: 4, co_mentors: 1}
reminders:
  grace_days: 4
  ladder: [{after_days: 7, to: pair, action: nudge}]
"""
MENTORS = {
    "verrocchio": "Andrea del Verrocchio",
    "pollaiolo": "Antonio del Pollaiolo",
    "ghirlandaio": "Domenico Ghirlandaio",
}
MENTEES = {
    "leonardo": "Leonardo da Vinci",
    "perugino": "Pietro Perugino",
    "credi": "Lorenzo di Credi",
    "granacci": "Francesco Granacci",
    "mainardi": "Sebastiano Mainardi",
}
GROUP = "pairs/workshop/altar/pair.yaml"
_FOLDER = "pairs/workshop/altar"
_BESIDE = "pairs/workshop/fresco"
TOGETHER = """\
title: The altar
members:
  - {person: verrocchio, role: mentor}
  - {person: pollaiolo, role: co-mentor}
  - {person: leonardo, role: mentee}
  - {person: perugino, role: mentee}
  - {person: credi, role: mentee}
status: confirmed
start: 2027-02-01
expected_end: 2027-06-30
goals:
  - {id: panels, statement: Five panels, owner: leonardo, due: 2027-06-15,
     success: They hang, objective: altar, baseline: -2}
"""
FRESCO = "pairs/workshop/fresco/pair.yaml"
BESIDE = """\
title: The fresco
members:
  - {person: ghirlandaio, role: mentor}
  - {person: granacci, role: mentee}
  - {person: mainardi, role: mentee}
status: confirmed
start: 2027-02-01
expected_end: 2027-06-30
goals:
  - {id: wall, statement: A wall, owner: mainardi, due: 2027-06-15,
     success: It is painted, objective: altar, baseline: -2}
"""
_SMALL = ("ghirlandaio", "granacci", "mainardi")
_EVERYBODY = (*MENTORS, *MENTEES)
_ALL = tuple(who for who in _EVERYBODY if who not in _SMALL)
_MARCH = ("2027-03-02", "2027-03-16")
_STAYING = ("pollaiolo", "leonardo", "credi")
_NOW = (*_STAYING, "botticelli")


def _leaves(who: str, role: str, day: str) -> tuple[str, str, str]:
    return GROUP, f"{{person: {who}, role: {role}", f"{{until: {day}, person: {who}, role: {role}"


LIFE = Life(
    "workshop",
    (
        Step("a draft", "2026-12-10", begins(PATH, PROGRAM)),
        Step("open", "2027-01-05", edits=((PATH, "status: draft", "status: open"),)),
        Step(
            "eight have applied",
            "2027-01-14",
            {
                f"program/people/{who}.yaml": person(
                    name,
                    place(
                        "workshop",
                        "mentor" if who in MENTORS else "mentee",
                        "applied",
                        ", since: 2027-01-12",
                    ),
                    f"{'offers' if who in MENTORS else 'seeks'}: [{{skill: painting}}]\n",
                )
                for who, name in {**MENTORS, **MENTEES}.items()
            },
        ),
        Step(
            "all are accepted",
            "2027-01-26",
            edits=(
                (PATH, "status: open", "status: matching"),
                *become("applied", "accepted", *_EVERYBODY),
            ),
        ),
        Step(
            "two groups are put together by hand",
            "2027-01-30",
            {GROUP: TOGETHER, FRESCO: BESIDE},
            edits=become("accepted", "matched", *_EVERYBODY),
        ),
        Step(
            "the groups begin",
            "2027-02-03",
            held(_FOLDER, _ALL, ["2027-02-02"]) | held(_BESIDE, _SMALL, ["2027-02-02"]),
            edits=(
                (PATH, "status: matching", "status: running"),
                (FRESCO, "status: confirmed", "status: active"),
                (FRESCO, "goals:", accepted("2027-02-03", *_SMALL) + "goals:"),
                (GROUP, "status: confirmed", "status: active"),
            ),
        ),
        Step(
            "most accept the agreement and a session is planned",
            "2027-02-11",
            edits=((GROUP, "goals:", accepted("2027-02-10", *_STAYING, "perugino") + "goals:"),),
            commands=(plans("workshop/altar", "2027-02-16"),),
        ),
        Step(
            "the session is moved and the last one accepts",
            "2027-02-15",
            edits=(
                (GROUP, "perugino: 2027-02-10", "perugino: 2027-02-10, verrocchio: 2027-02-14"),
            ),
            commands=(moves("workshop/altar", "2027-02-18"),),
        ),
        Step(
            "one group rests",
            "2027-02-20",
            held(_FOLDER, _ALL, ["2027-02-18"]) | held(_BESIDE, _SMALL, ["2027-02-16"]),
            edits=((FRESCO, "status: active", "status: paused\npaused_until: 2027-03-16"),),
        ),
        Step("the other meets and the rest is over", "2027-03-18", held(_FOLDER, _ALL, _MARCH)),
        Step(
            "both meet again",
            "2027-03-26",
            held(_BESIDE, _SMALL, ["2027-03-25"]),
            edits=((FRESCO, "status: paused", "status: active"),),
        ),
        Step(
            "a mentor leaves the group",
            "2027-04-01",
            held(_FOLDER, _ALL, ["2027-03-30"]) | held(_BESIDE, _SMALL, ["2027-03-30"]),
            edits=(
                _leaves("verrocchio", "mentor", "2027-03-31"),
                *become("matched", "withdrawn", "verrocchio"),
            ),
        ),
        Step(
            "another master takes the place",
            "2027-04-14",
            {
                "program/people/botticelli.yaml": person(
                    "Sandro Botticelli",
                    place("workshop", "mentor", "matched", ", since: 2027-04-08"),
                    "offers: [{skill: painting}]\n",
                ),
                **held(_FOLDER, (*_STAYING, "botticelli"), ["2027-04-13"]),
                **held(_BESIDE, _SMALL, ["2027-04-13"]),
            },
            edits=(
                (
                    GROUP,
                    "status: active",
                    "  - {from: 2027-04-12, person: botticelli, role: co-mentor}\nstatus: active",
                ),
                (
                    GROUP,
                    "role: co-mentor}\n  - {person: leonardo",
                    "role: mentor}\n  - {person: leonardo",
                ),
                (GROUP, "accepted: {", "accepted: {botticelli: 2027-04-13, "),
            ),
        ),
        Step(
            "a mentee leaves it too and the others go on",
            "2027-04-28",
            held(_FOLDER, _NOW, ["2027-04-27"]) | held(_BESIDE, _SMALL, ["2027-04-27"]),
            edits=(
                _leaves("perugino", "mentee", "2027-04-10"),
                *become("matched", "withdrawn", "perugino"),
            ),
        ),
        Step(
            "the other group is done early",
            "2027-05-12",
            held(_BESIDE, _SMALL, ["2027-05-11"]),
            edits=(
                (
                    FRESCO,
                    "status: active",
                    "status: ended-early\nend: 2027-05-11\nreason: goals-reached",
                ),
                (FRESCO, "baseline: -2", "baseline: -2, status: achieved"),
                *become("matched", "completed", *_SMALL),
            ),
        ),
        Step("nobody who left is asked when it is silent", "2027-05-31"),
        Step(
            "the last session",
            "2027-06-30",
            held(_FOLDER, _NOW, fortnights("2027-06-01", 3)),
            edits=(
                (PATH, "status: running", "status: closing"),
                (GROUP, "baseline: -2", "baseline: -2, status: achieved"),
            ),
        ),
        Step(
            "the group has closed",
            "2027-07-05",
            edits=(
                (GROUP, "status: active", "status: completed\nend: 2027-06-30"),
                (PATH, "status: closing", "status: completed"),
                *become("matched", "completed", *_NOW),
            ),
            looks=(("report", "workshop"),),
        ),
        Step("archived", "2028-01-10", edits=((PATH, "status: completed", "status: archived"),)),
    ),
)
