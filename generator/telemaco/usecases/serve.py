"""Show the site while its files change."""

from collections.abc import Callable, Iterable
from typing import Protocol


class Screen(Protocol):
    """Where the site is shown."""

    def reload(self) -> None:
        """Show the new edition."""


def serve(rebuild: Callable[[], bool], changes: Iterable[None], screen: Screen) -> None:
    """Build at once and after every change; what is shown changes only with a good build."""
    rebuild()
    for _change in changes:
        if rebuild():
            screen.reload()
