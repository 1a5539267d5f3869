"""The matching against a bare solver, per-pair Python, solving again and a peer; its fairness.

CPU seconds of one thread, medians of rounds in which all take their turn in the same process. Each
part runs in a process of its own.
"""

import sys
from collections.abc import Iterator

from bench.process import run
from bench.table import Row, read_rows

PARTS: tuple[tuple[str, ...], ...] = (
    ("bench.matching_speed", "5000", "one"),
    ("bench.matching_speed", "5000", "capacity"),
    ("bench.matching_speed", "2000", "one"),
    ("bench.matching_scores",),
    ("bench.matching_why_not",),
    ("bench.matching_peer",),
    ("bench.matching_small",),
    ("bench.matching_memory",),
    ("bench.matching_growth",),
    ("bench.matching_quality",),
)
"""The modules, with what each is to measure."""


def rows() -> Iterator[Row]:
    """The figures of all parts."""
    for part in PARTS:
        yield from read_rows(run((sys.executable, "-m", *part)).output)
