"""The most memory that a process takes that matches 5,000 with 5,000, Python and numpy included."""

import resource
from collections.abc import Iterator

from bench.matching_speed import whole
from bench.mentoring import population
from bench.table import Row, print_rows

_SIZE = 5000
_KILO = 1024


def rows() -> Iterator[Row]:
    """Megabytes."""
    people = population(_SIZE, _SIZE, 1)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KILO
    whole(people)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KILO
    yield Row(f"{_SIZE} x {_SIZE}: peak memory", peak, "MB", at_most=700)
    yield Row("  of which before the match", before, "MB")


if __name__ == "__main__":
    print_rows(rows())
