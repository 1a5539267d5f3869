"""Work shared with copies of this process, one for each processor that it may use."""

import gc
import os
import pickle
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from select import select
from signal import SIGKILL
from struct import Struct
from typing import Any, TypeVar

from telemaco.findings import TelemacoError
from telemaco.messages import Message

T = TypeVar("T")
R = TypeVar("R")

_WORTH_A_FORK = 200
"""Items for each hand; for fewer it is not worth the start."""

_MOST = 8

_PACKS = 192
"""Packs of work: so small that none waits long for the last, so large that taking them costs
nothing, and so few that a byte can tell one."""

_SINGLE = 32
"""Of these, the first that have one item each: what comes first is often the largest by far."""

_HEAD = Struct("!hq")
"""What a helper says of an answer that it put down: its number, and how long it is."""

_LAST = -1
"""In the place of a number: the helper is done, and what it put down is what went wrong."""


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
    ) -> Iterator[R]:
        """Deal the items out into packs; whoever is free takes the next one.

        The answers are plain values. They come as soon as they are there, between two packs that
        are done here. Raises TelemacoError where the work did.
        """
        hands = max(min(self.hands, _MOST, len(items) // _WORTH_A_FORK), 1)
        if hands == 1:
            yield work(items)
            return
        # What is there already is no garbage: a copy that looked through it would copy it.
        gc.freeze()
        packs = _packs(items)
        tickets = _tickets(len(packs))
        helpers: list[_Helper] = []
        try:
            own = partial(_taken, tickets, work, packs)
            helpers += (_begin(own) for _ in range(1, hands))
            yield from _in_order(_as_they_come(own(), helpers))
        finally:
            os.close(tickets)
            for helper in helpers:
                helper.dismiss()

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
        helper = _begin(partial(_alone, work))
        # What only the copy needs may go here.
        del work
        try:
            yield helper.answer
        finally:
            helper.dismiss()


def _alone(work: Callable[[], R]) -> Iterator[tuple[int, R]]:
    yield 0, work()


def _packs(items: Sequence[T]) -> list[Sequence[T]]:
    """What lies side by side is done by the same hands: others need no copy of it."""
    left, large = len(items) - _SINGLE, _PACKS - _SINGLE
    cuts = [*range(_SINGLE), *(_SINGLE + left * number // large for number in range(large + 1))]
    return [items[first:last] for first, last in pairwise(cuts)]


def _tickets(number: int) -> int:
    """A pipe with so many tickets of one byte in it, of which nobody gets one twice."""
    reading, writing = os.pipe()
    os.write(writing, bytes(range(number)))
    os.close(writing)
    return reading


def _taken(
    tickets: int, work: Callable[[Sequence[T]], R], packs: Sequence[Sequence[T]]
) -> Iterator[tuple[int, R]]:
    """What comes of the packs that this process gets, with their number."""
    while ticket := os.read(tickets, 1):
        yield ticket[0], work(packs[ticket[0]])


def _as_they_come(
    own: Iterable[tuple[int, R]], helpers: Sequence["_Helper"]
) -> Iterator[tuple[int, R]]:
    """What is done here, and what helpers did meanwhile; at last, what they are still at."""
    for one in own:
        yield one
        for helper in helpers:
            yield from helper.answers(waiting=False)
    for helper in helpers:
        yield from helper.answers(waiting=True)


def _in_order(answers: Iterable[tuple[int, R]]) -> Iterator[R]:
    """The answers by their numbers, of which none is missing in the end."""
    early: dict[int, R] = {}
    following = 0
    for number, answer in answers:
        early[number] = answer
        while following in early:
            yield early.pop(following)
            following += 1


_Fault = str | tuple[Message, Message | None] | None
"""What went wrong in a helper, if anything: a fault of ours, or what could not be carried out."""


@dataclass(slots=True)
class _Helper:
    """A copy of this process. It puts answers down in a file, and then speaks of each in a pipe.

    So it never waits for somebody to listen.
    """

    process: int
    pipe: int
    file: int
    place: int = 0
    is_done: bool = False
    fault: _Fault = None

    def answer(self) -> Any:  # noqa: ANN401 (whatever the work gave)
        """The only one."""
        [(_, answer)] = self.answers(waiting=True)
        return answer

    def answers(self, *, waiting: bool) -> Iterator[tuple[int, Any]]:
        """Those that are there, by their numbers; all that are missing, for who is `waiting`."""
        while not self.is_done and (waiting or self._has_spoken()):
            head = os.read(self.pipe, _HEAD.size)
            if not head:
                raise RuntimeError("a helper ended without an answer")
            number, size = _HEAD.unpack(head)
            # Written by a copy of this process, into a file that nobody else has.
            said = pickle.loads(os.pread(self.file, size, self.place))  # noqa: S301 (see above)
            self.place += size
            if number == _LAST:
                self.is_done, self.fault = True, said
            else:
                yield number, said
        _raise(self.fault)

    def _has_spoken(self) -> bool:
        return bool(select([self.pipe], [], [], 0)[0])

    def dismiss(self) -> None:
        """End it, should it be at work still."""
        os.close(self.pipe)
        os.close(self.file)
        os.kill(self.process, SIGKILL)
        os.waitpid(self.process, 0)


def _raise(fault: _Fault) -> None:
    """Raise it here."""
    if isinstance(fault, str):
        raise RuntimeError(fault)  # noqa: TRY004 (a fault of ours, told by the helper)
    if fault is not None:
        raise TelemacoError(*fault)


def _begin(work: Callable[[], Iterable[tuple[int, object]]]) -> _Helper:
    reading, writing = os.pipe()
    file = os.memfd_create("answers")
    process = os.fork()
    if process:
        os.close(writing)
        return _Helper(process, reading, file)
    # From here on in the copy, which must never come back to where it was called from.
    try:
        os.close(reading)
        _speak(work, writing, file)
    finally:
        os._exit(0)


def _speak(work: Callable[[], Iterable[tuple[int, object]]], pipe: int, file: int) -> None:
    """Tell one answer after the other, and at last what went wrong, if anything."""
    fault: _Fault = None
    with open(file, "wb") as store:

        def say(number: int, told: object) -> None:
            said = pickle.dumps(told, pickle.HIGHEST_PROTOCOL)
            store.write(said)
            store.flush()
            os.write(pipe, _HEAD.pack(number, len(said)))

        try:
            for number, answer in work():
                say(number, answer)
        except TelemacoError as error:
            fault = error.message, error.hint
        except Exception:  # noqa: BLE001 (the copy cannot raise it: the process that asked does)
            fault = traceback.format_exc()
        say(_LAST, fault)
