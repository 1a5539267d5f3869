"""What the package ships for communities to start from."""

from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable

_DOT = "dot-"


def skeleton() -> Mapping[str, str]:
    """The files of a new community by path. A name that begins with `dot-` begins with a dot."""
    return dict(_texts(files("telemaco") / "builtin" / "community", ""))


def _texts(folder: Traversable, prefix: str) -> Iterator[tuple[str, str]]:
    for entry in folder.iterdir():
        name = f".{entry.name.removeprefix(_DOT)}" if entry.name.startswith(_DOT) else entry.name
        if entry.is_dir():
            yield from _texts(entry, f"{prefix}{name}/")
        else:
            yield f"{prefix}{name}", entry.read_text(encoding="utf-8")
