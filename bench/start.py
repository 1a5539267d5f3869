"""Start-up: `telemaco --help` against importing YAML and click alone."""

import sys
from collections.abc import Iterator

from bench.process import cheapest
from bench.table import Row


def rows() -> Iterator[Row]:
    """The seconds of both, and their ratio."""
    ours, floor = cheapest(
        10,
        (sys.executable, "-m", "telemaco", "--help"),
        (sys.executable, "-c", "import yaml, click"),
    )
    yield Row("telemaco --help", ours.seconds, "s")
    yield Row("python -c 'import yaml, click'", floor.seconds, "s")
    yield Row("  times", ours.seconds / floor.seconds, "x", at_most=3)
