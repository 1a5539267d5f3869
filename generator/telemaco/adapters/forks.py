"""Work shared with copies of this process, one for each processor that it may use."""

import gc
import os
import pickle
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from signal import SIGKILL
from typing import Any, TypeVar

from telemaco.findings import TelemacoError
from telemaco.ports import nothing

T = TypeVar("T")
R = TypeVar("R")

_WORTH_A_FORK = 200
"""Items for each hand; for fewer it is not worth the start."""

_MOST = 8

_PACKS = 192
"""Packs of work: so small that none waits long for the last, so large that taking them costs
nothing, and so few that a byte can tell one."""


def processors() -> int:
    """How many there are for this process; 1 where a copy of it would not be safe."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


@dataclass(frozen=True, slots=True)
class Forks:
    """A crew of so many hands. A copy knows all that this process knows when the work begins."""

    hands: int

    def share(
        self,
        work: Callable[[Sequence[T]], R],
        items: Sequence[T],
        meanwhile: Callable[[], object] = nothing,
    ) -> list[R]:
        """Deal the items out into packs; whoever is free takes the next one.

        The answers are plain values, pack by pack. Raises TelemacoError where the work did.
        """
        hands = max(min(self.hands, _MOST, len(items) // _WORTH_A_FORK), 1)
        if hands == 1:
            meanwhile()
            return [work(items)]
        # What is there already is no garbage: a copy that looked through it would copy it.
        gc.freeze()
        packs = [items[number::_PACKS] for number in range(_PACKS)]
        tickets = _tickets(len(packs))
        helpers: list[_Helper] = []
        try:
            helpers += (_begin(partial(_taken, tickets, work, packs)) for _ in range(1, hands))
            meanwhile()
            done = _taken(tickets, work, packs)
            for helper in helpers:
                done |= helper.answer()
        finally:
            os.close(tickets)
            for helper in helpers:
                helper.dismiss()
        return [done[number] for number in range(len(packs))]

    @contextmanager
    def begun(self, work: Callable[[], R], items: int) -> Iterator[Callable[[], R]]:
        """A copy of this process at work on so many items; what it says is waited for.

        What is not worth a copy is done when it is asked for. Raises TelemacoError where the work
        did.
        """
        if min(self.hands, items // _WORTH_A_FORK) < 2:  # noqa: PLR2004 (with this one)
            yield work
            return
        gc.freeze()
        helper = _begin(work)
        try:
            yield helper.answer
        finally:
            helper.dismiss()


def _tickets(number: int) -> int:
    """A pipe with so many tickets of one byte in it, of which nobody gets one twice."""
    reading, writing = os.pipe()
    os.write(writing, bytes(range(number)))
    os.close(writing)
    return reading


def _taken(
    tickets: int, work: Callable[[Sequence[T]], R], packs: Sequence[Sequence[T]]
) -> dict[int, R]:
    """What came of the packs that this process got, by their number."""
    done: dict[int, R] = {}
    while ticket := os.read(tickets, 1):
        done[ticket[0]] = work(packs[ticket[0]])
    return done


@dataclass(frozen=True, slots=True)
class _Helper:
    process: int
    pipe: int

    def answer(self) -> Any:  # noqa: ANN401 (whatever the work gave)
        with open(self.pipe, "rb", closefd=False) as pipe:
            said = pipe.read()
        if not said:
            raise RuntimeError("a helper ended without an answer")
        # Written by a copy of this process, into a pipe that nobody else has.
        fault, answer = pickle.loads(said)  # noqa: S301 (see above)
        if isinstance(fault, str):
            raise RuntimeError(fault)  # noqa: TRY004 (a fault of ours, told by the helper)
        if fault is not None:
            raise TelemacoError(*fault)
        return answer

    def dismiss(self) -> None:
        """End it, should it be at work still."""
        os.close(self.pipe)
        os.kill(self.process, SIGKILL)
        os.waitpid(self.process, 0)


def _begin(work: Callable[[], R]) -> _Helper:
    reading, writing = os.pipe()
    process = os.fork()
    if process:
        os.close(writing)
        return _Helper(process, reading)
    # From here on in the copy, which must never come back to where it was called from.
    try:
        os.close(reading)
        with open(writing, "wb") as pipe:  # noqa: PTH123 (no path)
            pickle.dump(_done(work), pipe, pickle.HIGHEST_PROTOCOL)
    finally:
        os._exit(0)


def _done(work: Callable[[], R]) -> tuple[object, R | None]:
    """What went wrong, if anything, and the answer."""
    try:
        return None, work()
    except TelemacoError as error:
        return (error.message, error.hint), None
    except Exception:  # noqa: BLE001 (the copy cannot raise it: the process that asked does)
        return traceback.format_exc(), None
