"""A sign of life while something takes long."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer
from typing import TextIO

SHORT = 1.0
"""What takes fewer seconds needs no sign."""


@contextmanager
def waiting(
    text: str, stream: TextIO, total: int | None = None, *, after: float = SHORT
) -> Iterator[Callable[[], None]]:
    """Show the text and the time while the block runs, on a terminal only.

    It is shown once `after` seconds have gone by. The block gets a function to call for each of
    the `total` things that it does: a bar then says how many are done. Nothing is written where
    the stream is no terminal, and nothing stays afterwards.
    """
    if not stream.isatty():
        yield _nothing
        return
    from rich import progress as rich  # noqa: PLC0415 (takes a while, and often nobody looks)
    from rich.console import Console  # noqa: PLC0415 (the same)

    bar = (rich.BarColumn(), rich.MofNCompleteColumn()) if total else ()
    sentence = rich.TextColumn("{task.description}", markup=False)
    columns = (rich.SpinnerColumn(), sentence, *bar, rich.TimeElapsedColumn())
    shown = rich.Progress(*columns, console=Console(file=stream), transient=True)
    task = shown.add_task(text, total=total)
    later = Timer(after, shown.start)
    later.start()
    try:
        yield lambda: shown.advance(task)
    finally:
        later.cancel()
        later.join()
        shown.stop()


def _nothing() -> None:
    """Nobody looks."""
