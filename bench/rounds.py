"""Measures several ways to do a thing in turn, so that what else the machine does hits all."""

import time
from collections.abc import Callable
from statistics import median


def medians(rounds: int, *ways: Callable[[], object]) -> list[float]:
    """The median CPU seconds of each way over several rounds; in each all take their turn."""
    seconds: list[list[float]] = [[] for _ in ways]
    for _ in range(rounds):
        for way, spent in zip(ways, seconds, strict=True):
            begin = time.process_time()
            way()
            spent.append(time.process_time() - begin)
    return [median(spent) for spent in seconds]
