"""An informal program: two find each other, rest, part; another comes, and nobody is chased."""

from tests.lives.living import Life, Step, begins, held, moves, person, place, plans

PATH = "program/programs/open-door.yaml"
PROGRAM = """\
title: The open door
summary: Find each other, meet as you like.
status: draft
style: informal
kind: one-to-one
dates: {start: 2027-01-11}
"""
PAIR = "pairs/open-door/socrates-plato/pair.yaml"
NEXT = "pairs/open-door/archytas-plato/pair.yaml"
FOUND = """\
members: [{person: socrates, role: mentor}, {person: plato, role: mentee}]
status: active
start: 2027-02-01
"""
_BOTH = ("socrates", "plato")
_FOLDER = "pairs/open-door/socrates-plato"
_NEXT_FOLDER = "pairs/open-door/archytas-plato"

LIFE = Life(
    "open-door",
    (
        Step("a draft", "2027-01-04", begins(PATH, PROGRAM)),
        Step(
            "open with a mentor",
            "2027-01-11",
            {
                "program/people/socrates.yaml": person(
                    "Socrates of Athens",
                    place("open-door", "mentor", "accepted"),
                    "offers: [{skill: geometry}]\n",
                )
            },
            edits=((PATH, "status: draft", "status: open"),),
        ),
        Step(
            "a mentee came and they began by themselves",
            "2027-02-01",
            {
                "program/people/plato.yaml": person(
                    "Plato of Athens", place("open-door", "mentee", "matched")
                ),
                PAIR: FOUND,
            },
            edits=(("program/people/socrates.yaml", "status: accepted", "status: matched"),),
        ),
        Step(
            "they plan an hour",
            "2027-02-09",
            commands=(plans("open-door/socrates-plato", "2027-02-16"),),
        ),
        Step(
            "they move it",
            "2027-02-15",
            commands=(moves("open-door/socrates-plato", "2027-02-18"),),
        ),
        Step("a first note", "2027-02-20", held(_FOLDER, _BOTH, ["2027-02-18"])),
        Step("nobody is chased after half a year of silence", "2027-08-20"),
        Step("another note", "2027-09-02", held(_FOLDER, _BOTH, ["2027-09-01"])),
        Step(
            "they rest",
            "2027-09-10",
            edits=((PAIR, "status: active", "status: paused\npaused_until: 2027-09-30"),),
        ),
        Step("the rest is over and nobody said so", "2027-10-01"),
        Step(
            "they go on",
            "2027-10-05",
            held(_FOLDER, _BOTH, ["2027-10-04"]),
            edits=((PAIR, "status: paused", "status: active"),),
        ),
        Step(
            "the mentor has to leave",
            "2027-10-18",
            edits=(
                (
                    PAIR,
                    "status: active",
                    "status: ended-early\nend: 2027-10-18\nreason: moved-on",
                ),
                ("program/people/socrates.yaml", "status: matched", "status: withdrawn"),
                ("program/people/plato.yaml", "status: matched", "status: waiting"),
            ),
        ),
        Step(
            "another mentor takes the place",
            "2027-10-25",
            {
                "program/people/archytas.yaml": person(
                    "Archytas of Tarentum",
                    place("open-door", "mentor", "matched"),
                    "offers: [{skill: geometry}]\n",
                ),
                NEXT: FOUND.replace("socrates", "archytas").replace("02-01", "10-25"),
                **held(_NEXT_FOLDER, ("archytas", "plato"), ["2027-10-25"]),
            },
            edits=(("program/people/plato.yaml", "status: waiting", "status: matched"),),
        ),
        Step(
            "they reach their goal early",
            "2027-11-20",
            held(_NEXT_FOLDER, ("archytas", "plato"), ["2027-11-18"]),
            edits=(
                (
                    NEXT,
                    "status: active",
                    "status: ended-early\nend: 2027-11-18\nreason: goals-reached",
                ),
            ),
        ),
        Step(
            "the door closes",
            "2027-12-01",
            edits=(
                (PATH, "status: open", "status: completed"),
                ("program/people/archytas.yaml", "status: matched", "status: completed"),
                ("program/people/plato.yaml", "status: matched", "status: completed"),
            ),
            looks=(("report", "open-door"),),
        ),
        Step("archived", "2028-02-01", edits=((PATH, "status: completed", "status: archived"),)),
    ),
)
