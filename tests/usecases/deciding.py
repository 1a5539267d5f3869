"""A program with a pair, and what is decided about it, as text."""

from collections.abc import Iterable, Mapping

from telemaco.adapters.translations import Catalog
from telemaco.usecases.decisions import Decision, LeftOut
from tests.fakes import COSIMO, SETTINGS, FakeSources
from tests.progress.atelier import FACTS, PROGRAM, person

FOLDER = "pairs/atelier/verrocchio-leonardo"
PAIR_FILE = f"{FOLDER}/pair.yaml"
PROPOSED = "# made together\n" + FACTS + "status: proposed # ask them\nstart: 2027-01-04\n"


def files_of(
    pair: str = PROPOSED,
    mentor: str = "accepted",
    mentee: str = "accepted",
    program: str = PROGRAM,
    more: Mapping[str, str] | None = None,
) -> dict[str, str]:
    return {
        "program/community.yaml": SETTINGS,
        "program/people/cosimo.yaml": COSIMO,
        "program/programs/atelier.yaml": program,
        "program/people/verrocchio.yaml": person("mentor", mentor, "confirmed: 2027-01-01\n"),
        "program/people/leonardo.yaml": person("mentee", mentee),
        PAIR_FILE: pair,
        **(more or {}),
    }


def sources_of(files: Mapping[str, str]) -> FakeSources:
    return FakeSources(dict(files))


def told(found: Iterable[Decision | LeftOut]) -> list[str]:
    say = Catalog("en").text
    return [
        f"{one.subject}: {say(one.what)}"
        if isinstance(one, Decision)
        else f"{one.subject} stays: {say(one.why)}"
        for one in found
    ]
