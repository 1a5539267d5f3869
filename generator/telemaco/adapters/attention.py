"""Answering changes at once while longer work goes on."""

from collections.abc import Callable, Iterable, Iterator
from threading import Condition, Thread
from typing import Generic, TypeVar

T = TypeVar("T")


class Attention(Generic[T]):
    """Hears of changes in a thread of its own and answers each at once.

    Whoever does the longer work asks `rounds` when to begin anew.
    """

    def __init__(self, changes: Iterable[T], at_once: Callable[[T], None]) -> None:
        self._changes = changes
        self._at_once = at_once
        self._condition = Condition()
        self._is_asked = False
        self._is_over = False
        self._failure: BaseException | None = None

    def start(self) -> None:
        """Answer in the background until the changes or the program end."""
        Thread(target=self._answer, daemon=True).start()

    def rounds(self) -> Iterator[None]:
        """One after every change; several that came meanwhile are one.

        Ends with the changes. Raises what went wrong in an answer.
        """
        while self._is_called():
            yield

    def _is_called(self) -> bool:
        with self._condition:
            self._condition.wait_for(lambda: self._is_asked or self._is_over)
            if self._failure:
                raise self._failure
            was_asked, self._is_asked = self._is_asked, False
            return was_asked

    def _answer(self) -> None:
        try:
            for change in self._changes:
                self._at_once(change)
                with self._condition:
                    self._is_asked = True
                    self._condition.notify_all()
        except BaseException as error:  # noqa: BLE001 (it is raised again where it is waited for)
            self._failure = error
        finally:
            with self._condition:
                self._is_over = True
                self._condition.notify_all()
