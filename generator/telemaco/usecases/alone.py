"""Work that is shared with nobody."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


class _Alone:
    """A crew of one, in this process."""

    def share(
        self,
        work: Callable[[Sequence[T]], R],
        items: Sequence[T],
    ) -> Iterator[R]:
        """All of it, in one pack."""
        yield work(items)

    @contextmanager
    def begun(self, work: Callable[[], R], items: int) -> Iterator[Callable[[], R]]:
        """Done when somebody waits for it, however many items."""
        del items
        yield work


ALONE = _Alone()
