"""Show the site while its files change."""

from collections.abc import Collection, Iterable
from itertools import chain
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


class Glass(Protocol):
    """Where a few pages are made at once, also while the whole site is being made."""

    def glance(self, paths: Collection[str]) -> bool:
        """Make the pages that show these files alone; False when there are none."""
        ...


def serve(bench: Bench, rounds: Iterable[object], screen: Screen) -> None:
    """Build at once, and in every round, of which there is one after changes."""
    for _ in chain([None], rounds):
        if bench.rebuild():
            screen.reload()


def show(glass: Glass, paths: Collection[str], screen: Screen) -> None:
    """Whoever writes a note sees its page before the rest of the site is made."""
    if glass.glance(paths):
        screen.reload()
