"""Waiting for files to change."""

import os
from collections.abc import Generator, Iterator
from pathlib import Path
from queue import Empty, SimpleQueue

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

_FOLDERS = ("program", "pairs", "site")
_SETTINGS = "mkdocs.yml"
CALM = 0.1
"""Seconds without a change after which a burst of them is over; editors write several times."""

_CHANGING: list[type[FileSystemEvent]] = [
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]
"""Not that a file is opened or read: every build reads all of them, and to be told so costs more
than the build and overflows the queue of the system (16,384 events on Linux)."""


def changes(root: Path, calm: float = CALM) -> Generator[frozenset[str], None, None]:
    """The paths of every burst of changes to a community's files; never ends by itself.

    They are watched from now on, not only from when the first burst is asked for.
    """
    seen: SimpleQueue[str] = SimpleQueue()
    bursts = _bursts(root, seen, calm)
    next(bursts)
    return bursts


def _bursts(
    root: Path, seen: "SimpleQueue[str]", calm: float
) -> Generator[frozenset[str], None, None]:
    """After an empty one, when everything is watched."""
    observer = Observer()
    for folder in _FOLDERS:
        if (root / folder).is_dir():
            notice = _Notice(seen)
            observer.schedule(notice, str(root / folder), recursive=True, event_filter=_CHANGING)
    observer.schedule(_Notice(seen, only=_SETTINGS), str(root), event_filter=_CHANGING)
    observer.start()
    try:
        yield frozenset()
        while True:
            first = seen.get()
            paths = {first, *_until_calm(seen, calm)}
            yield frozenset(os.path.relpath(path, root).replace(os.sep, "/") for path in paths)
    finally:
        observer.stop()
        observer.join()


def _until_calm(seen: "SimpleQueue[str]", calm: float) -> Iterator[str]:
    try:
        while True:
            yield seen.get(timeout=calm)
    except Empty:
        return


class _Notice(FileSystemEventHandler):
    """Passes on that something changed; with `only`, in the file of that name."""

    def __init__(self, seen: "SimpleQueue[str]", only: str = "") -> None:
        self._seen = seen
        self._only = only

    def on_any_event(self, event: FileSystemEvent) -> None:
        paths = (str(event.src_path), str(event.dest_path))
        if not self._only or any(Path(path).name == self._only for path in paths):
            for path in filter(None, paths):
                self._seen.put(path)
