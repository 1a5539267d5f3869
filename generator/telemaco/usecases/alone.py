"""Work that is shared with nobody."""

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


class _Alone:
    """A crew of one, in this process."""

    def share(self, work: Callable[[Sequence[T]], R], items: Sequence[T]) -> list[R]:
        """All of it, in one hand."""
        return [work(items)]


ALONE = _Alone()
