"""Runs commands and says what they cost."""

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_AS_INSTALLED = {"PYTHONDONTWRITEBYTECODE": ""}
"""An installed program finds its modules compiled."""

_ONE_THREAD = {f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL")}


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds (user and system, children too), peak memory in MB, and what was printed.

    `wall` is seconds by the clock; the memory is that of the largest single process.
    """

    seconds: float
    memory: float
    output: str
    wall: float


def run(command: Sequence[str], folder: Path | None = None) -> Cost:
    """Run a command to its end, with one thread; it must end well."""
    start = time.perf_counter()
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=folder,
        env=os.environ | _ONE_THREAD | _AS_INSTALLED,
    ) as process:
        assert process.stdout is not None  # noqa: S101 (it was asked for)
        output = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(
            f"{' '.join(command[:6])} ended with {process.returncode}\n{output[-2000:]}"
        )
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, output, wall)


def cheapest(rounds: int, *commands: Sequence[str]) -> list[Cost]:
    """The least cost of each command in several rounds, in each of which all take their turn."""
    costs = [[run(command) for command in commands] for _ in range(rounds)]
    return [min(column, key=lambda cost: cost.seconds) for column in zip(*costs, strict=True)]
