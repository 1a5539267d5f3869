"""Work shared with copies of this process, one for each processor that it may use."""

import gc
import os
import pickle
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from signal import SIGKILL
from typing import Any, TypeVar

from telemaco.findings import TelemacoError

T = TypeVar("T")
R = TypeVar("R")

_WORTH_A_FORK = 200
"""Items for each hand; for fewer it is not worth the start."""

_MOST = 8


def processors() -> int:
    """How many there are for this process; 1 where a copy of it would not be safe."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


@dataclass(frozen=True, slots=True)
class Forks:
    """A crew of so many hands. A copy knows all that this process knows when the work begins."""

    hands: int

    def share(self, work: Callable[[Sequence[T]], R], items: Sequence[T]) -> list[R]:
        """Deal the items out like cards; the answers, hand by hand, as plain values.

        Raises TelemacoError where the work did.
        """
        hands = max(min(self.hands, _MOST, len(items) // _WORTH_A_FORK), 1)
        if hands > 1:
            # What is there already is no garbage: a copy that looked through it would copy it.
            gc.freeze()
        helpers: list[_Helper] = []
        try:
            helpers += (_begin(work, items[hand::hands]) for hand in range(1, hands))
            return [work(items[::hands]), *(helper.answer() for helper in helpers)]
        finally:
            for helper in helpers:
                helper.dismiss()


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


def _begin(work: Callable[[Sequence[T]], R], items: Sequence[T]) -> _Helper:
    reading, writing = os.pipe()
    process = os.fork()
    if process:
        os.close(writing)
        return _Helper(process, reading)
    # From here on in the copy, which must never come back to where it was called from.
    try:
        os.close(reading)
        with open(writing, "wb") as pipe:  # noqa: PTH123 (no path)
            pickle.dump(_done(work, items), pipe)
    finally:
        os._exit(0)


def _done(work: Callable[[Sequence[T]], R], items: Sequence[T]) -> tuple[object, R | None]:
    """What went wrong, if anything, and the answer."""
    try:
        return None, work(items)
    except TelemacoError as error:
        return (error.message, error.hint), None
    except Exception:  # noqa: BLE001 (the copy cannot raise it: the process that asked does)
        return traceback.format_exc(), None
