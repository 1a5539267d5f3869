"""A formal program, one to one: drop-out, replacement, a rest, an early finish, a quiet pair."""

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

PATH = "program/programs/spring-2027.yaml"
PROGRAM = """\
title: Spring 2027
summary: Half a year of lessons for two.
status: draft
style: formal
kind: one-to-one
series: spring
objectives:
  - {id: work, statement: Everybody finishes a work, indicator: Works shown, target: One each}
eligibility: {mentor: [I keep an hour free.], mentee: [I come prepared.]}
dates:
  applications_open: 2027-01-04
  applications_close: 2027-01-24
  match_by: 2027-01-31
  start: 2027-02-01
  midpoint: 2027-05-03
  end: 2027-07-31
cadence: {every: 2, unit: week, minutes: 60, minimum_sessions: 8}
completion: {minimum_sessions: 8, certificate: true}
reminders:
  grace_days: 4
  ladder:
    - {after_days: 7, to: pair, action: nudge}
    - {after_days: 14, to: coordinator, action: escalate}
"""
MENTORS = {"galileo": "Galileo Galilei", "haydn": "Joseph Haydn", "melzi": "Francesco Melzi"}
MENTEES = {
    "torricelli": ("Evangelista Torricelli", "geometry"),
    "beethoven": ("Ludwig van Beethoven", "music"),
    "anguissola": ("Sofonisba Anguissola", "painting"),
    "viviani": ("Vincenzo Viviani", "geometry"),
    "diogenes": ("Diogenes of Sinope", "painting"),
}
SKILL = {"galileo": "geometry", "haydn": "music", "melzi": "painting"}


def _people() -> dict[str, str]:
    mentors = {
        f"program/people/{who}.yaml": person(
            name,
            place("spring-2027", "mentor", "applied", ", since: 2027-01-10"),
            f"offers: [{{skill: {SKILL[who]}, level: expert}}]\n",
        )
        for who, name in MENTORS.items()
    }
    mentees = {
        f"program/people/{who}.yaml": person(
            name,
            place("spring-2027", "mentee", "applied", ", since: 2027-01-12"),
            f"seeks: [{{skill: {skill}, now: beginner, target: advanced}}]\n",
        )
        for who, (name, skill) in MENTEES.items()
    }
    return mentors | mentees


def _program(old: str, new: str) -> tuple[str, str, str]:
    return PATH, f"status: {old}", f"status: {new}"


def _pair(name: str) -> str:
    return f"pairs/spring-2027/{name}/pair.yaml"


def _agreed(name: str, day: str) -> tuple[tuple[str, str, str], ...]:
    """Both have said yes, and the pair has begun."""
    mentor, mentee = name.split("-")
    return (
        (_pair(name), f"person: {mentor}\n", f"person: {mentor}\n    confirmed: {day}\n"),
        (_pair(name), f"person: {mentee}\n", f"person: {mentee}\n    confirmed: {day}\n"),
        (_pair(name), "status: proposed", "status: active"),
    )


def _adds(path: str, before: str, text: str) -> tuple[str, str, str]:
    return path, before, text + before


def _met(name: str, *days: str) -> dict[str, str]:
    return held(f"pairs/spring-2027/{name}", name.split("-"), days)


GALILEO, HAYDN, MELZI = "galileo-torricelli", "haydn-beethoven", "melzi-anguissola"
CAMPI, VIVIANI = "campi-anguissola", "galileo-viviani"
AGREEMENT = accepted("2027-02-01", "galileo", "torricelli")
GOAL = (
    "goals: [{id: void, statement: Show that a void can be, owner: torricelli, due: 2027-06-30,"
    " success: A tube with nothing in it, objective: work}]\n"
)

STEPS = (
    Step("a draft that only coordinators know", "2026-12-10", begins(PATH, PROGRAM)),
    Step("open for applications", "2027-01-05", edits=(_program("draft", "open"),)),
    Step("eight people have applied", "2027-01-14", _people()),
    Step(
        "accepted, waiting and declined",
        "2027-01-26",
        edits=(
            _program("open", "matching"),
            *become("applied", "accepted", *MENTORS, "torricelli", "beethoven", "anguissola"),
            *become("applied", "waiting", "viviani"),
            *become("applied", "declined", "diogenes"),
        ),
    ),
    Step(
        "pairs are proposed",
        "2027-01-28",
        commands=(("match", "spring-2027", "--apply"),),
    ),
    Step(
        "everybody agrees and begins",
        "2027-02-01",
        edits=(
            _program("matching", "running"),
            *become("accepted", "matched", *MENTORS, "torricelli", "beethoven", "anguissola"),
            *_agreed(GALILEO, "2027-01-29"),
            *_agreed(HAYDN, "2027-01-30"),
            *_agreed(MELZI, "2027-01-31"),
            _adds(_pair(GALILEO), "match:", AGREEMENT + GOAL),
        ),
    ),
    Step(
        "two pairs have met and one has not",
        "2027-02-15",
        _met(GALILEO, "2027-02-02") | _met(HAYDN, "2027-02-04"),
        commands=(plans(f"spring-2027/{HAYDN}", "2027-02-16"),),
        looks=(("meet", f"spring-2027/{HAYDN}"),),
    ),
    Step(
        "a session is moved by two days",
        "2027-02-16",
        commands=(moves(f"spring-2027/{HAYDN}", "2027-02-18"),),
    ),
    Step(
        "the third is silent", "2027-03-03", _met(GALILEO, "2027-02-16") | _met(HAYDN, "2027-02-18")
    ),
    Step(
        "a mentor drops out",
        "2027-03-08",
        _met(GALILEO, "2027-03-02") | _met(HAYDN, "2027-03-04"),
        edits=(
            (
                _pair(MELZI),
                "status: active",
                "status: ended-early\nend: 2027-03-08\nreason: no-time",
            ),
            *become("matched", "withdrawn", "melzi"),
            *become("matched", "waiting", "anguissola"),
        ),
    ),
    Step(
        "a new mentor and a second place",
        "2027-03-15",
        {
            "program/people/campi.yaml": person(
                "Bernardino Campi",
                place("spring-2027", "mentor", "accepted", ", since: 2027-03-12"),
                "offers: [{skill: painting, level: expert}]\n",
            )
        },
        edits=(("program/people/galileo.yaml", "status: matched", "status: matched, capacity: 2"),),
        commands=(("match", "spring-2027", "--apply"),),
    ),
    Step(
        "the replacement begins",
        "2027-03-22",
        _met(GALILEO, "2027-03-16") | _met(HAYDN, "2027-03-18"),
        edits=(
            *_agreed(CAMPI, "2027-03-17"),
            *_agreed(VIVIANI, "2027-03-18"),
            *become("accepted", "matched", "campi"),
            *become("waiting", "matched", "anguissola", "viviani"),
        ),
    ),
    Step(
        "a pair rests",
        "2027-04-05",
        _met(GALILEO, "2027-03-30") | _met(CAMPI, "2027-03-25") | _met(VIVIANI, "2027-03-24"),
        edits=((_pair(HAYDN), "status: active", "status: paused\npaused_until: 2027-05-01"),),
    ),
    Step(
        "nobody asks a pair that rests",
        "2027-04-26",
        _met(GALILEO, "2027-04-13")
        | _met(CAMPI, "2027-04-08", "2027-04-22")
        | _met(VIVIANI, "2027-04-07", "2027-04-21"),
    ),
    Step(
        "halfway, and the pair that rested goes on",
        "2027-05-04",
        _met(GALILEO, "2027-04-27"),
        edits=((_pair(HAYDN), "status: paused", "status: active"),),
    ),
    Step(
        "a pair reaches its goal early",
        "2027-05-20",
        _met(GALILEO, "2027-05-11", "2027-05-20")
        | _met(HAYDN, "2027-05-06", "2027-05-20")
        | _met(CAMPI, "2027-05-06", "2027-05-20")
        | _met(VIVIANI, "2027-05-05", "2027-05-19"),
        edits=(
            (
                _pair(GALILEO),
                "status: active",
                "status: ended-early\nend: 2027-05-20\nreason: goals-reached",
            ),
            (_pair(GALILEO), "objective: work", "objective: work, status: achieved"),
            _adds(
                _pair(GALILEO),
                "match:",
                "closing: {on: 2027-05-20, reflection: We saw the void.}\n",
            ),
            *become("matched", "completed", "torricelli"),
        ),
    ),
    Step(
        "the last weeks",
        "2027-07-20",
        _met(HAYDN, *fortnights("2027-06-03", 4))
        | _met(CAMPI, *fortnights("2027-06-03", 4))
        | _met(VIVIANI, "2027-06-02"),
    ),
    Step("the last day is over", "2027-08-05", edits=(_program("running", "closing"),)),
    Step(
        "every pair has closed",
        "2027-08-16",
        edits=(
            (_pair(HAYDN), "status: active", "status: completed\nend: 2027-07-31"),
            _adds(_pair(HAYDN), "match:", "closing: {on: 2027-07-31, next_step: A symphony.}\n"),
            (_pair(CAMPI), "status: active", "status: completed\nend: 2027-07-31"),
            (
                _pair(VIVIANI),
                "status: active",
                "status: ended-early\nend: 2027-07-31\nreason: no-contact",
            ),
            *become("matched", "completed", "haydn", "beethoven", "campi", "anguissola", "viviani"),
            ("program/people/galileo.yaml", "status: matched", "status: completed"),
            _program("closing", "completed"),
        ),
        looks=(("report", "spring-2027"),),
    ),
    Step("kept for those who come after", "2028-01-10", edits=(_program("completed", "archived"),)),
)
LIFE = Life("spring-2027", STEPS)
