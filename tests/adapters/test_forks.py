"""Work shared with copies of this process."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest

from telemaco.adapters.forks import Forks, processors
from telemaco.findings import TelemacoError
from telemaco.messages import msg

ITEMS = range(1000)


@dataclass(frozen=True)
class Bell:
    """Rings in one process and is heard in another."""

    reading: int
    writing: int

    def ring(self) -> None:
        os.write(self.writing, b".")

    def wait(self) -> None:
        os.read(self.reading, 1)


@pytest.fixture
def bell() -> Iterator[Bell]:
    reading, writing = os.pipe()
    yield Bell(reading, writing)
    os.close(reading)
    os.close(writing)


def at_work(items: Sequence[int]) -> tuple[int, list[int]]:
    """Who did it, and what."""
    return os.getpid(), list(items)


def meet(bell: Bell, here: int) -> None:
    """Wait here until somebody is at work elsewhere, for each pack."""
    if os.getpid() == here:
        bell.wait()
    bell.ring()


def test_every_item_comes_in_its_order_whoever_takes_it() -> None:
    answers = Forks(3).share(at_work, ITEMS)

    assert [item for _, items in answers for item in items] == list(ITEMS)


def test_helpers_are_at_work_while_something_is_done_here(bell: Bell) -> None:
    here = os.getpid()

    def ring_elsewhere(items: Sequence[int]) -> tuple[int, list[int]]:
        if os.getpid() != here:
            bell.ring()
        elif items[0] == 0:
            bell.wait()
        return at_work(items)

    answers = [*Forks(2).share(ring_elsewhere, ITEMS)]

    assert any(process != here for process, _ in answers)
    assert [item for _, items in answers for item in items] == list(ITEMS)


def test_answers_come_while_helpers_are_at_work(bell: Bell) -> None:
    here = os.getpid()

    def wait_elsewhere(items: Sequence[int]) -> tuple[int, list[int]]:
        if os.getpid() != here and items[0] > len(ITEMS) // 2:
            bell.wait()
            bell.ring()
        return at_work(items)

    answers = Forks(2).share(wait_elsewhere, ITEMS)

    assert next(answers)[1] == [0]
    bell.ring()
    assert [item for _, items in answers for item in items] == list(ITEMS[1:])


@pytest.mark.parametrize(("hands", "items"), [(1, ITEMS), (0, ITEMS), (4, ITEMS[:300])])
def test_what_is_not_worth_it_is_done_here(hands: int, items: Sequence[int]) -> None:
    assert list(Forks(hands).share(at_work, items)) == [(os.getpid(), list(items))]


def test_what_could_not_be_carried_out_elsewhere_is_told_here(bell: Bell) -> None:
    here = os.getpid()

    def fail_elsewhere(items: Sequence[int]) -> int:
        meet(bell, here)
        if os.getpid() != here:
            raise TelemacoError(msg("{path} cannot be written", path="a"), msg("Make room."))
        return len(items)

    with pytest.raises(TelemacoError, match="a cannot be written") as raised:
        list(Forks(2).share(fail_elsewhere, ITEMS))
    assert raised.value.hint == msg("Make room.")


def test_a_fault_of_ours_elsewhere_comes_with_its_place(bell: Bell) -> None:
    here = os.getpid()

    def fail_elsewhere(_items: Sequence[int]) -> float:
        meet(bell, here)
        return 1 / (os.getpid() == here)

    with pytest.raises(RuntimeError, match=r"(?s)fail_elsewhere.*ZeroDivisionError"):
        list(Forks(2).share(fail_elsewhere, ITEMS))


def test_a_helper_that_is_gone_is_missed(bell: Bell) -> None:
    here = os.getpid()

    def vanish_elsewhere(_items: Sequence[int]) -> None:
        meet(bell, here)
        if os.getpid() != here:
            os._exit(0)

    with pytest.raises(RuntimeError, match="without an answer"):
        list(Forks(2).share(vanish_elsewhere, ITEMS))


def test_no_helper_is_left_when_the_work_fails_here(bell: Bell) -> None:
    here = os.getpid()

    def fail_here(items: Sequence[int]) -> int:
        if os.getpid() == here:
            raise ValueError("here")
        bell.wait()
        return sum(items)

    with pytest.raises(ValueError, match="here"):
        list(Forks(2).share(fail_here, ITEMS))
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_there_is_a_processor() -> None:
    assert processors() >= 1


def test_what_is_begun_is_done_elsewhere_until_somebody_waits_for_it(bell: Bell) -> None:
    def ringing() -> int:
        bell.ring()
        return os.getpid()

    with Forks(2).begun(ringing, len(ITEMS)) as wait:
        bell.wait()
        assert wait() != os.getpid()


def test_what_is_not_worth_beginning_is_done_here() -> None:
    with Forks(2).begun(os.getpid, 10) as wait:
        assert wait() == os.getpid()


def test_nobody_waits_for_what_is_no_longer_wanted(bell: Bell) -> None:
    def never_ending() -> None:
        bell.ring()
        bell.wait()

    with Forks(2).begun(never_ending, len(ITEMS)):
        pass
