"""A community with two programs, their coordinators, and a pair."""

from telemaco.model.community import Community
from tests.fakes import SETTINGS, community

SHARED = SETTINGS.replace("[cosimo]", "[cosimo, isabella]")


def person(name: str, github: str | None) -> str:
    account = f"github: {github}\n" if github else ""
    return (
        f"name: {name}\n{account}timezone: Europe/Rome\nlanguages: {{it: native}}\n"
        "enrolments: []\nconsent: {text: v1, on: 2027-01-01, publish: [name]}\n"
    )


def program(coordinators: str = "") -> str:
    return (
        "title: Atelier\nsummary: Half a year of work.\nstatus: running\nstyle: informal\n"
        f"kind: one-to-one\ndates: {{start: 2027-01-04}}\n{coordinators}"
    )


PAIR = """\
members: [{person: verrocchio, role: mentor}, {person: leonardo, role: mentee}]
status: active
start: 2027-01-04
"""

FILES = {
    "program/community.yaml": SHARED,
    "program/programs/atelier.yaml": program("coordinators: [verrocchio]\n"),
    "program/programs/bottega.yaml": program(),
    "program/people/cosimo.yaml": person("Cosimo", "cosimo"),
    "program/people/isabella.yaml": person("Isabella", "Isabella-E"),
    "program/people/verrocchio.yaml": person("Verrocchio", "verrocchio"),
    "program/people/leonardo.yaml": person("Leonardo", "Leonardo"),
    "program/people/raphael.yaml": person("Raphael", None),
    "pairs/atelier/verrocchio-leonardo/pair.yaml": PAIR,
}


def atelier(**changes: str) -> Community:
    """The community, with other texts for people or settings by name."""
    changed = dict(FILES)
    for name, text in changes.items():
        path = "program/community.yaml" if name == "settings" else f"program/people/{name}.yaml"
        changed[path] = text
    return community(changed)


def left() -> Community:
    """The same once Leonardo has left the pair."""
    member = "{person: leonardo, role: mentee, until: 2027-02-01}"
    pair = PAIR.replace("{person: leonardo, role: mentee}", member)
    return community({**FILES, "pairs/atelier/verrocchio-leonardo/pair.yaml": pair})
