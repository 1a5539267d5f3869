"""A reverse program: the younger teaches the older; they miss each other, rest and finish."""

from tests.lives.living import (
    Life,
    Step,
    accepted,
    become,
    begins,
    held,
    moves,
    person,
    place,
    plans,
)

PATH = "program/programs/turned.yaml"
PROGRAM = """\
title: The world turned round
summary: The young show the old what is new.
status: draft
style: formal
kind: reverse
objectives: [{id: engine, statement: The old use the new, indicator: Tables worked, target: Two}]
eligibility: {mentor: [I have patience.], mentee: [I let myself be taught.]}
dates:
  applications_open: 2027-01-04
  applications_close: 2027-01-24
  match_by: 2027-01-31
  start: 2027-02-01
  end: 2027-05-31
cadence: {every: 1, unit: month, minutes: 60}
completion: {minimum_sessions: 3, certificate: true}
reminders:
  grace_days: 4
  ladder: [{after_days: 7, to: pair, action: nudge}]
"""
PAIR = "pairs/turned/lovelace-somerville/pair.yaml"
_FOLDER = "pairs/turned/lovelace-somerville"
_BOTH = ("lovelace", "somerville")


LIFE = Life(
    "turned",
    (
        Step("a draft", "2026-12-10", begins(PATH, PROGRAM)),
        Step(
            "open with two applications",
            "2027-01-10",
            {
                "program/people/lovelace.yaml": person(
                    "Ada Lovelace",
                    place("turned", "mentor", "applied", ", since: 2027-01-08"),
                    "offers: [{skill: geometry, level: advanced}]\nexperience_years: 3\n",
                ),
                "program/people/somerville.yaml": person(
                    "Mary Somerville",
                    place("turned", "mentee", "applied", ", since: 2027-01-09"),
                    "seeks: [{skill: geometry}]\nexperience_years: 40\n",
                ),
            },
            edits=((PATH, "status: draft", "status: open"),),
        ),
        Step(
            "matched",
            "2027-01-28",
            edits=(
                (PATH, "status: open", "status: matching"),
                *become("applied", "accepted", *_BOTH),
            ),
            commands=(("match", "turned", "--apply"),),
        ),
        Step(
            "they begin",
            "2027-02-02",
            held(_FOLDER, _BOTH, ["2027-02-01"]),
            edits=(
                (PATH, "status: matching", "status: running"),
                (PAIR, "person: lovelace\n", "person: lovelace\n    confirmed: 2027-01-30\n"),
                (PAIR, "person: somerville\n", "person: somerville\n    confirmed: 2027-01-30\n"),
                (PAIR, "status: proposed", "status: active"),
                *become("accepted", "matched", *_BOTH),
            ),
        ),
        Step(
            "they accept their agreement and plan",
            "2027-02-09",
            edits=((PAIR, "match:", accepted("2027-02-08", *_BOTH) + "match:"),),
            commands=(plans("turned/lovelace-somerville", "2027-02-23"),),
        ),
        Step(
            "they move the session",
            "2027-02-20",
            commands=(moves("turned/lovelace-somerville", "2027-02-25", "17:30"),),
        ),
        Step(
            "it took place",
            "2027-02-26",
            held(_FOLDER, _BOTH, ["2027-02-25"]),
        ),
        Step(
            "a session is missed",
            "2027-03-08",
            {f"{_FOLDER}/2027-03-01.md": "---\nstatus: missed\nnext: 2027-03-20\n---\n"},
        ),
        Step("the next one too", "2027-03-29"),
        Step(
            "they rest",
            "2027-04-02",
            edits=((PAIR, "status: active", "status: paused\npaused_until: 2027-04-20"),),
        ),
        Step("the rest is over and nobody said so", "2027-04-27"),
        Step(
            "they go on",
            "2027-05-05",
            held(_FOLDER, _BOTH, ["2027-05-04"]),
            edits=((PAIR, "status: paused", "status: active"),),
        ),
        Step(
            "one of the two is away",
            "2027-05-10",
            edits=(
                (
                    "program/people/somerville.yaml",
                    "name: Mary Somerville\n",
                    "name: Mary Somerville\npaused_until: 2027-05-25\n",
                ),
            ),
        ),
        Step(
            "the end",
            "2027-06-01",
            held(_FOLDER, _BOTH, ["2027-05-31"]),
            edits=(
                (PAIR, "status: active", "status: completed\nend: 2027-05-31"),
                (PATH, "status: running", "status: completed"),
                *become("matched", "completed", *_BOTH),
            ),
            looks=(("report", "turned"),),
        ),
        Step("archived", "2028-01-10", edits=((PATH, "status: completed", "status: archived"),)),
    ),
)
