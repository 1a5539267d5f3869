"""Read the files of a folder: several at a time, and only those that changed."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from telemaco.loading.load import Loaded, Read, gathered, read_plainly
from telemaco.loading.remembered import Seen, as_line, of_line
from telemaco.ports import Crew, Folder, Obstacle
from telemaco.usecases.alone import ALONE
from telemaco.usecases.check import collector_paused

_YOUNG = 2_000_000_000
"""Nanoseconds: of a file that is younger, another change may leave the stamp as it is."""


@dataclass(slots=True)
class Recollection:
    """What files said when they were last read, by path.

    `lines` outlive this process, `seen` does not; `seen` is None where nobody asks again.
    """

    lines: dict[str, str] = field(default_factory=dict)
    seen: dict[str, Seen] | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What could be read, and a word for every file; `is_news` says that lines differ."""

    loaded: Loaded
    digests: dict[str, str]
    is_news: bool


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads files of a folder one by one.

    `began` is the time by the clock of the disk before the first is read, 0 where nothing is to
    be remembered; `digest` gives a word for bytes.
    """

    folder: Folder
    digest: Callable[[bytes], str]
    began: int = 0


def read_folder(reader: Reader, recollection: Recollection, crew: Crew = ALONE) -> Reading:
    """Read all files; one that has the same stamp says what it said.

    Afterwards the recollection is of this reading.
    """
    with collector_paused():
        listed = list(reader.folder.paths())
        paths = [one for one in listed if isinstance(one, str)]
        found: dict[str, _Found] = {}
        for some in crew.share(partial(_look, reader, recollection), paths):
            found |= some
        is_news = _remember(recollection, found)
        loaded = gathered(_in_order(listed, found))
    seen = {path: one.told for path, one in found.items() if isinstance(one.told, Seen)}
    return Reading(loaded, {path: one.digest for path, one in seen.items()}, is_news)


@dataclass(frozen=True, slots=True)
class _Found:
    """What there is at a path; `line` is to be remembered of it, None where what is there stays."""

    told: Seen | Obstacle
    line: str | None


def _look(reader: Reader, recollection: Recollection, paths: Sequence[str]) -> dict[str, _Found]:
    """What there is at the paths, but for files that went away."""
    looked = {path: _look_at(reader, recollection, path) for path in paths}
    return {path: found for path, found in looked.items() if found}


def _look_at(reader: Reader, recollection: Recollection, path: str) -> _Found | None:
    known = _recalled(reader.folder, recollection, path)
    if known:
        return _Found(known, None)
    source = reader.folder.source(path)
    if source is None:
        return None
    if isinstance(source, Obstacle):
        return _Found(source, "")
    read, plain = read_plainly(source)
    if isinstance(read, Obstacle):
        return _Found(read, "")
    word = reader.digest(source.content)
    stamp = source.stamp
    if stamp is None or max(stamp.modified, stamp.changed) > reader.began - _YOUNG:
        return _Found(Seen(None, word, read), "")
    return _Found(Seen(stamp, word, read), as_line(stamp, word, plain) if plain else "")


def _recalled(folder: Folder, recollection: Recollection, path: str) -> Seen | None:
    line = recollection.lines.get(path)
    seen = recollection.seen.get(path) if recollection.seen else None
    stamp = folder.stamp(path) if line or seen else None
    if stamp is None:
        return None
    if seen and seen.stamp == stamp:
        return seen
    return of_line(path, line, stamp) if line else None


def _remember(recollection: Recollection, found: Mapping[str, _Found]) -> bool:
    """Whether that changes any line."""
    before = recollection.lines
    lines = {
        path: line
        for path, one in found.items()
        if (line := before.get(path) if one.line is None else one.line)
    }
    is_news = lines.keys() != before.keys() or any(one.line for one in found.values())
    recollection.lines = lines
    if recollection.seen is not None:
        recollection.seen = {
            path: one.told for path, one in found.items() if isinstance(one.told, Seen)
        }
    return is_news


def _in_order(
    listed: Iterable[str | Obstacle], found: Mapping[str, _Found]
) -> Iterator[tuple[str, Read | Obstacle]]:
    for one in listed:
        if isinstance(one, Obstacle):
            yield one.path, one
        elif one in found:
            told = found[one].told
            yield one, told if isinstance(told, Obstacle) else told.read
