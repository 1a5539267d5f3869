"""What a benchmark measured, and the table it is printed in."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One figure. `at_least` and `at_most` are the target; without either it is only told."""

    what: str
    figure: float
    unit: str
    at_least: float | None = None
    at_most: float | None = None

    @property
    def target(self) -> str:
        """The target in words; empty without one."""
        if self.at_least is not None:
            return f">= {self.at_least:g}"
        return f"<= {self.at_most:g}" if self.at_most is not None else ""

    @property
    def is_missed(self) -> bool:
        """Whether there is a target, and the figure misses it."""
        too_low = self.at_least is not None and self.figure < self.at_least
        too_high = self.at_most is not None and self.figure > self.at_most
        return too_low or too_high

    @property
    def verdict(self) -> str:
        """Whether the target is met; empty without one."""
        if not self.target:
            return ""
        return "MISSED" if self.is_missed else "met"


def line(row: Row) -> str:
    """A row in words: what, figure and unit, target, verdict."""
    figure = f"{row.figure:>10,.2f} {row.unit:<8}"
    return f"  {row.what:<66} {figure} {row.target:<8} {row.verdict}".rstrip()


def print_rows(rows: Iterable[Row]) -> None:
    """Print rows for `read_rows`, each as it comes."""
    for row in rows:
        print(json.dumps(asdict(row)), flush=True)


def read_rows(text: str) -> Iterator[Row]:
    """The rows that another process printed."""
    return (Row(**json.loads(printed)) for printed in text.splitlines())
