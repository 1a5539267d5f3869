"""A circle of peers without a mentor: one leaves, one comes, it rests, and it is done early."""

from tests.lives.living import Life, Step, become, begins, held, moves, person, place, plans

PATH = "program/programs/moon.yaml"
PROGRAM = """\
title: The moon circle
summary: Friends who experiment, on the Monday nearest the full moon.
status: draft
style: informal
kind: peer-circle
dates: {start: 2027-01-11}
cadence: {every: 1, unit: month}
capacity: {group_minimum: 2, group_maximum: 6}
completion: {minimum_sessions: 3, certificate: true}
"""
PEERS = {
    "darwin": "Erasmus Darwin",
    "boulton": "Matthew Boulton",
    "watt": "James Watt",
    "wedgwood": "Josiah Wedgwood",
}
CIRCLE = "pairs/moon/soho/pair.yaml"
_FOLDER = "pairs/moon/soho"
_STAYING = ("boulton", "watt", "wedgwood")
_NOW = (*_STAYING, "priestley")
_MEMBERS = "".join(
    f"  - {{person: {who}, role: {'facilitator' if who == 'boulton' else 'peer'}}}\n"
    for who in PEERS
)


LIFE = Life(
    "moon",
    (
        Step("a draft", "2026-12-20", begins(PATH, PROGRAM)),
        Step("open", "2027-01-05", edits=((PATH, "status: draft", "status: open"),)),
        Step(
            "four want to meet",
            "2027-01-09",
            {
                f"program/people/{who}.yaml": person(name, place("moon", "peer", "accepted"))
                for who, name in PEERS.items()
            },
        ),
        Step(
            "the circle begins",
            "2027-01-20",
            {
                CIRCLE: f"title: Soho\nmembers:\n{_MEMBERS}status: active\nstart: 2027-01-18\n",
                **held(_FOLDER, PEERS, ["2027-01-18"]),
            },
            edits=(
                (PATH, "status: open", "status: running"),
                *become("accepted", "matched", *PEERS),
            ),
        ),
        Step(
            "a dinner is planned",
            "2027-02-01",
            commands=(plans("moon/soho", "2027-02-23"),),
        ),
        Step(
            "the dinner is moved",
            "2027-02-22",
            commands=(moves("moon/soho", "2027-02-25", "19:00"),),
        ),
        Step("two moons", "2027-03-24", held(_FOLDER, PEERS, ["2027-02-25", "2027-03-22"])),
        Step(
            "one leaves",
            "2027-05-25",
            held(_FOLDER, _STAYING, ["2027-05-24"]),
            edits=(
                (CIRCLE, "{person: darwin", "{until: 2027-04-30, person: darwin"),
                *become("matched", "withdrawn", "darwin"),
            ),
        ),
        Step(
            "another comes in the place of the one who left",
            "2027-06-22",
            {
                "program/people/priestley.yaml": person(
                    "Joseph Priestley", place("moon", "peer", "matched")
                ),
                **held(_FOLDER, _NOW, ["2027-06-21"]),
            },
            edits=(
                (
                    CIRCLE,
                    "status: active",
                    "  - {from: 2027-06-01, person: priestley, role: peer}\nstatus: active",
                ),
            ),
        ),
        Step(
            "it rests in summer",
            "2027-07-05",
            edits=((CIRCLE, "status: active", "status: paused\npaused_until: 2027-09-12"),),
        ),
        Step("nobody is asked while it rests", "2027-09-12"),
        Step("the rest is over", "2027-09-13"),
        Step(
            "it goes on",
            "2027-09-22",
            held(_FOLDER, _NOW, ["2027-09-20"]),
            edits=((CIRCLE, "status: paused", "status: active"),),
        ),
        Step("a circle with a rhythm is asked when it is silent", "2027-11-30"),
        Step(
            "it has done what it came for before its time",
            "2027-12-15",
            held(_FOLDER, _NOW, ["2027-12-13"]),
            edits=(
                (
                    CIRCLE,
                    "status: active",
                    "status: ended-early\nend: 2027-12-13\nreason: goals-reached",
                ),
                (PATH, "status: running", "status: completed"),
                *become("matched", "completed", *_NOW),
            ),
            looks=(("report", "moon"),),
        ),
        Step("archived", "2028-02-01", edits=((PATH, "status: completed", "status: archived"),)),
    ),
)
