"""Waiting for files to change."""

from collections.abc import Generator
from pathlib import Path
from queue import Empty, SimpleQueue

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

_FOLDERS = ("program", "pairs", "site")
_SETTINGS = "mkdocs.yml"
_CALM = 0.15
"""Seconds without a change after which a burst of them is over; editors write several times."""

_READING = frozenset({"opened", "closed_no_write"})


def changes(root: Path) -> Generator[None, None, None]:
    """One item for every burst of changes to a community's files; never ends by itself."""
    seen: SimpleQueue[None] = SimpleQueue()
    observer = Observer()
    for folder in _FOLDERS:
        if (root / folder).is_dir():
            observer.schedule(_Notice(seen), str(root / folder), recursive=True)
    observer.schedule(_Notice(seen, only=_SETTINGS), str(root))
    observer.start()
    try:
        while True:
            seen.get()
            _wait_for_calm(seen)
            yield
    finally:
        observer.stop()
        observer.join()


def _wait_for_calm(seen: "SimpleQueue[None]") -> None:
    try:
        while True:
            seen.get(timeout=_CALM)
    except Empty:
        return


class _Notice(FileSystemEventHandler):
    """Passes on that something changed; with `only`, in the file of that name."""

    def __init__(self, seen: "SimpleQueue[None]", only: str = "") -> None:
        self._seen = seen
        self._only = only

    def on_any_event(self, event: FileSystemEvent) -> None:
        paths = (str(event.src_path), str(event.dest_path))
        is_ours = not self._only or any(Path(path).name == self._only for path in paths)
        if event.event_type not in _READING and is_ours:
            self._seen.put(None)
