"""Work shared with copies of this process."""

import os
from collections.abc import Sequence

import pytest

from telemaco.adapters.forks import Forks, processors
from telemaco.findings import TelemacoError
from telemaco.messages import msg

ITEMS = range(1000)


def at_work(items: Sequence[int]) -> tuple[int, list[int]]:
    """Who did it, and what."""
    return os.getpid(), list(items)


def test_each_hand_gets_every_so_many_items_and_answers_in_turn() -> None:
    answers = Forks(3).share(at_work, ITEMS)

    assert [items for _, items in answers] == [list(ITEMS[hand::3]) for hand in range(3)]
    assert len({process for process, _ in answers}) == 3
    assert answers[0][0] == os.getpid()


@pytest.mark.parametrize(("hands", "items"), [(1, ITEMS), (0, ITEMS), (4, ITEMS[:300])])
def test_what_is_not_worth_it_is_done_here(hands: int, items: Sequence[int]) -> None:
    assert Forks(hands).share(at_work, items) == [(os.getpid(), list(items))]


def test_what_could_not_be_carried_out_elsewhere_is_told_here() -> None:
    here = os.getpid()

    def fail_elsewhere(items: Sequence[int]) -> int:
        if os.getpid() != here:
            raise TelemacoError(msg("{path} cannot be written", path="a"), msg("Make room."))
        return len(items)

    with pytest.raises(TelemacoError, match="a cannot be written") as raised:
        Forks(2).share(fail_elsewhere, ITEMS)
    assert raised.value.hint == msg("Make room.")


def test_a_fault_of_ours_elsewhere_comes_with_its_place() -> None:
    here = os.getpid()

    def fail_elsewhere(_items: Sequence[int]) -> float:
        return 1 / (os.getpid() == here)

    with pytest.raises(RuntimeError, match=r"(?s)fail_elsewhere.*ZeroDivisionError"):
        Forks(2).share(fail_elsewhere, ITEMS)


def test_a_helper_that_is_gone_is_missed() -> None:
    here = os.getpid()

    def vanish_elsewhere(_items: Sequence[int]) -> None:
        if os.getpid() != here:
            os._exit(0)

    with pytest.raises(RuntimeError, match="without an answer"):
        Forks(2).share(vanish_elsewhere, ITEMS)


def test_no_helper_is_left_when_the_work_fails_here() -> None:
    here = os.getpid()

    def fail_here(items: Sequence[int]) -> int:
        if os.getpid() == here:
            raise ValueError("here")
        return sum(items)

    with pytest.raises(ValueError, match="here"):
        Forks(2).share(fail_here, ITEMS)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_there_is_a_processor() -> None:
    assert processors() >= 1
