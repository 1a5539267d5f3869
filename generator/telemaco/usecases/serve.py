"""Show the site while its files change."""

from collections.abc import Collection, Iterable
from typing import Protocol


class Screen(Protocol):
    """Where the site is shown."""

    def reload(self) -> None:
        """Show the new edition."""


class Bench(Protocol):
    """Where the site is made."""

    def rebuild(self) -> bool:
        """Make all of it; False when it is not good, so that the former edition stays."""
        ...

    def glance(self, paths: Collection[str]) -> bool:
        """Make the pages at once that show these files alone; False when there are none."""
        ...


def serve(bench: Bench, changes: Iterable[Collection[str]], screen: Screen) -> None:
    """Build at once and after every change.

    Whoever writes a note sees its page before the rest of the site is made.
    """
    bench.rebuild()
    for paths in changes:
        if bench.glance(paths):
            screen.reload()
        if bench.rebuild():
            screen.reload()
