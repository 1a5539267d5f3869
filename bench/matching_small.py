"""100 mentees and 100 mentors within the process: the match, and the proposal with its reasons."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench import made_up
from bench.matching_speed import whole
from bench.mentoring import population
from bench.rounds import medians
from bench.table import Row, print_rows
from telemaco.adapters.disk import DiskSources
from telemaco.usecases.check import check
from telemaco.usecases.match import match

_SIZE = 100
_ROUNDS = 15


def rows() -> Iterator[Row]:
    """Milliseconds from people to proven pairs, and with every reason in words."""
    people = population(_SIZE, _SIZE, 1)
    with tempfile.TemporaryDirectory() as name:
        made_up.write(Path(name), people=2 * _SIZE, pairs=0, notes=0)
        community = check(DiskSources(Path(name))).community
    pairs, told = medians(
        _ROUNDS,
        lambda: whole(people),
        lambda: match(community, "spring", made_up.TODAY, None),
    )
    yield Row(f"{_SIZE} x {_SIZE}: from people to proven pairs", pairs * 1000, "ms", at_most=20)
    yield Row("  telemaco match in memory, every pair explained", told * 1000, "ms")


if __name__ == "__main__":
    print_rows(rows())
