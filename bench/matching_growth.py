"""How the time of the whole match grows with the people, from 1,000 to 10,000 on each side.

The exponent is the slope of the straight line through the logarithms (least squares).
"""

from collections.abc import Iterator

import numpy as np

from bench.matching_speed import whole
from bench.mentoring import population
from bench.rounds import medians
from bench.table import Row, print_rows

_SIZES = (1000, 2000, 5000, 10_000)


def rows() -> Iterator[Row]:
    """Seconds by size, and the exponent."""
    seconds = []
    for size in _SIZES:
        people = population(size, size, 1)
        seconds += medians(1, lambda: whole(people))  # noqa: B023 (called at once)
        yield Row(f"{size:,} x {size:,}: the whole default match", seconds[-1], "s")
    slope = np.polyfit(np.log(_SIZES), np.log(seconds), 1)[0]
    yield Row("  grows with the people to the power of", float(slope), "")


if __name__ == "__main__":
    print_rows(rows())
