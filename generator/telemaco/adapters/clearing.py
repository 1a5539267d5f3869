"""Take away what lies in a folder and does not belong there."""

from collections.abc import Collection, Sequence
from pathlib import Path

from telemaco.adapters.walking import Place


def remove_others(folder: Path, places: Sequence[Place], names: Collection[str]) -> Collection[str]:
    """Take away all files but those named, and folders that are left empty; links, too.

    The answer is what is gone.
    """
    gone: set[str] = set()
    for place in reversed(places):
        others = [path for path in place.paths if path not in names]
        for path in others:
            (folder / path).unlink()
            gone.add(path)
        if len(others) == len(place.files) and gone.issuperset(place.places):
            (folder / place.path.strip("/")).rmdir()
            gone.add(place.path)
    return gone


def remove_empty(folder: Path, top: Path) -> None:
    """Take away a folder in which nothing is left, and those above it, but not the top."""
    while folder != top and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
