"""The most memory that a command and its helpers take together, as Linux counts it.

A page of memory that several processes share is told once (PSS), so that copies of a process, which
share what neither changes, are counted for what they really take.
"""

import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

_PAUSE = 0.5
_KIB = 1024


def peak(command: Sequence[str], folder: Path) -> float:
    """Megabytes, looked at twice a second."""
    most = 0
    with subprocess.Popen(command, cwd=folder, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            most = max(most, sum(map(_own, _with_children(process.pid))))
            time.sleep(_PAUSE)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    return most / _KIB


def _with_children(process: int) -> Iterator[int]:
    yield process
    with suppress(OSError):
        children = Path(f"/proc/{process}/task/{process}/children").read_text()
        for child in children.split():
            yield from _with_children(int(child))


def _own(process: int) -> int:
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0
