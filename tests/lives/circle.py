"""A circle of peers without a mentor: one of them leaves, and it ends by itself."""

from tests.lives.living import Life, Step, become, begins, held, moves, person, place, plans

PATH = "program/programs/moon.yaml"
PROGRAM = """\
title: The moon circle
summary: Friends who experiment, on the Monday nearest the full moon.
status: open
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
_MEMBERS = "".join(
    f"  - {{person: {who}, role: {'facilitator' if who == 'boulton' else 'peer'}}}\n"
    for who in PEERS
)


LIFE = Life(
    "moon",
    (
        Step("open", "2027-01-05", begins(PATH, PROGRAM)),
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
        Step("a circle with a rhythm is asked when it is silent", "2027-09-15"),
        Step(
            "it ends",
            "2027-12-01",
            edits=(
                (CIRCLE, "status: active", "status: completed\nend: 2027-11-30"),
                (PATH, "status: running", "status: completed"),
                *become("matched", "completed", *_STAYING),
            ),
            looks=(("report", "moon"),),
        ),
        Step("archived", "2028-02-01", edits=((PATH, "status: completed", "status: archived"),)),
    ),
)
