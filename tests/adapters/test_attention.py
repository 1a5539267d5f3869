from collections.abc import Iterator
from threading import Event

import pytest

from telemaco.adapters.attention import Attention

WAIT = 60


def test_every_change_is_answered_while_other_work_goes_on() -> None:
    more, done = Event(), Event()
    answered: list[str] = []

    def changes() -> Iterator[str]:
        yield "a"
        more.wait(WAIT)
        yield "b"
        yield "c"
        done.set()

    attention = Attention(changes(), answered.append)
    attention.start()
    rounds = attention.rounds()
    next(rounds)
    assert answered == ["a"]

    more.set()
    done.wait(WAIT)
    left = sum(1 for _ in rounds)

    assert answered == ["a", "b", "c"]
    assert left == 1


def test_what_goes_wrong_in_an_answer_is_raised_where_it_is_waited_for() -> None:
    def fail(change: str) -> None:
        raise ValueError(change)

    attention = Attention(["a"], fail)
    attention.start()

    with pytest.raises(ValueError, match="a"):
        list(attention.rounds())
