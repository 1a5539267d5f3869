"""A sign of life while something takes long."""

from contextlib import AbstractContextManager
from typing import Any, TextIO

from rich.console import Console


def waiting(text: str, stream: TextIO) -> AbstractContextManager[Any]:
    """Show the text with a turning sign as long as the block runs, on a terminal only.

    Nothing is written where the stream is no terminal, and nothing stays afterwards.
    """
    return Console(file=stream, markup=False).status(text)
