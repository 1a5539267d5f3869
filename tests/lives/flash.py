"""Single sessions: one takes place, one does not and is told off, and all is over in a day."""

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

PATH = "program/programs/one-hour.yaml"
PROGRAM = """\
title: One hour
summary: One question, one hour.
status: draft
style: formal
kind: flash
objectives: [{id: answer, statement: An answer for everybody, indicator: Hours held, target: All}]
eligibility: {mentor: [I listen first.], mentee: [I bring one question.]}
dates:
  applications_open: 2027-01-04
  applications_close: 2027-01-31
  match_by: 2027-02-07
  start: 2027-02-08
  end: 2027-02-28
cadence: {every: 1, unit: week, minutes: 60, minimum_sessions: 1}
completion: {minimum_sessions: 1, certificate: true}
reminders:
  grace_days: 2
  ladder: [{after_days: 5, to: pair, action: nudge}]
"""
MENTORS = {"archimedes": "Archimedes of Syracuse", "hardy": "Godfrey Harold Hardy"}
MENTEES = {"conon": "Conon of Samos", "ramanujan": "Srinivasa Ramanujan"}
ONE, TWO = "archimedes-conon", "hardy-ramanujan"


def _pair(name: str) -> str:
    return f"pairs/one-hour/{name}/pair.yaml"


def _yes(name: str) -> tuple[tuple[str, str, str], ...]:
    members = tuple(
        (_pair(name), f"person: {who}\n", f"person: {who}\n    confirmed: 2027-02-06\n")
        for who in name.split("-")
    )
    return (*members, (_pair(name), "status: proposed", "status: active"))


LIFE = Life(
    "one-hour",
    (
        Step("a draft", "2026-12-20", begins(PATH, PROGRAM)),
        Step("open", "2027-01-04", edits=((PATH, "status: draft", "status: open"),)),
        Step(
            "four have applied",
            "2027-01-20",
            {
                f"program/people/{who}.yaml": person(
                    name,
                    place(
                        "one-hour",
                        "mentor" if who in MENTORS else "mentee",
                        "applied",
                        ", since: 2027-01-18"
                        f", prefers: [{'hardy' if who == 'ramanujan' else 'archimedes'}]"
                        if who in MENTEES
                        else "",
                    ),
                    f"{'offers' if who in MENTORS else 'seeks'}: [{{skill: geometry}}]\n",
                )
                for who, name in {**MENTORS, **MENTEES}.items()
            },
        ),
        Step(
            "matched",
            "2027-02-05",
            edits=(
                (PATH, "status: open", "status: matching"),
                *become("applied", "accepted", *MENTORS, *MENTEES),
            ),
            commands=(("match", "one-hour", "--apply"),),
        ),
        Step(
            "it begins",
            "2027-02-08",
            edits=(
                (PATH, "status: matching", "status: running"),
                *_yes(ONE),
                *_yes(TWO),
                *become("accepted", "matched", *MENTORS, *MENTEES),
                (_pair(ONE), "match:", accepted("2027-02-07", *ONE.split("-")) + "match:"),
            ),
            commands=(plans(f"one-hour/{ONE}", "2027-02-09"),),
        ),
        Step("the hour is moved", "2027-02-09", commands=(moves(f"one-hour/{ONE}", "2027-02-11"),)),
        Step(
            "one hour took place",
            "2027-02-12",
            held(f"pairs/one-hour/{ONE}", ONE.split("-"), ["2027-02-11"]),
            edits=(
                (_pair(ONE), "status: active", "status: completed\nend: 2027-02-11"),
                *become("matched", "completed", *ONE.split("-")),
            ),
        ),
        Step("the other did not yet", "2027-02-19"),
        Step(
            "it is called off",
            "2027-02-26",
            edits=(
                (
                    _pair(TWO),
                    "status: active",
                    "status: ended-early\nend: 2027-02-26\nreason: no-time",
                ),
                *become("matched", "withdrawn", *TWO.split("-")),
            ),
        ),
        Step(
            "all is over",
            "2027-03-05",
            edits=((PATH, "status: running", "status: completed"),),
            looks=(("report", "one-hour"),),
        ),
        Step("archived", "2027-06-01", edits=((PATH, "status: completed", "status: archived"),)),
    ),
)
