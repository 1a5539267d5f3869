"""Reading and checking 10,000 people, 5,000 pairs and 60,000 notes; 1,000 people against a peer.

CPU seconds, the least of several rounds in which all take their turn.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench import made_up
from bench.process import Cost, cheapest
from bench.table import Row

SCHEMA = Path(__file__).resolve().parent.parent / "docs" / "schema" / "person.json"
PARTS = ("floor", "strict", "safe", "whole", "plain")
ROUNDS = 3


def rows() -> Iterator[Row]:
    """The figures of both comparisons."""
    with tempfile.TemporaryDirectory() as name:
        yield from _large(Path(name))
    with tempfile.TemporaryDirectory() as name:
        yield from _against_a_peer(Path(name))


def _large(folder: Path) -> Iterator[Row]:
    count = made_up.write(folder, people=10_000, pairs=5_000, notes=60_000)
    commands = [(sys.executable, "-m", "bench.check_parts", part, str(folder)) for part in PARTS]
    costs = dict(zip(PARTS, cheapest(ROUNDS, *commands), strict=True))
    seconds = {part: float(cost.output) for part, cost in costs.items()}
    yield Row("files", count, "")
    yield Row("floor: reading them, libyaml without Python's objects", seconds["floor"], "s")
    yield Row("reading and parsing", seconds["strict"], "s")
    yield Row("  times the floor", seconds["strict"] / seconds["floor"], "x")
    yield Row("  faster than CSafeLoader", seconds["safe"] / seconds["strict"], "x", at_least=2.5)
    yield Row("the whole check", seconds["whole"], "s")
    yield Row("  times the floor", seconds["whole"] / seconds["floor"], "x")
    yield Row("  files a second", count / seconds["whole"], "files/s")
    yield Row(
        "  faster than CSafeLoader and pydantic without a rule",
        seconds["plain"] / seconds["whole"],
        "x",
        at_least=2,
    )
    yield Row("  peak memory", costs["whole"].memory, "MB", at_most=1500)


def _against_a_peer(folder: Path) -> Iterator[Row]:
    made_up.write(folder, people=1_000, pairs=0, notes=0)
    people = sorted(str(path) for path in (folder / "program" / "people").iterdir())
    ours: Cost
    theirs: Cost
    ours, theirs = cheapest(
        ROUNDS,
        (sys.executable, "-m", "telemaco", "check", "--root", str(folder)),
        (sys.executable, "-m", "check_jsonschema", "--schemafile", str(SCHEMA), *people),
    )
    yield Row("1,000 people: telemaco check, the whole process", ours.seconds, "s")
    yield Row("1,000 people: check-jsonschema, the whole process", theirs.seconds, "s")
    yield Row("  telemaco is faster", theirs.seconds / ours.seconds, "x", at_least=9)
