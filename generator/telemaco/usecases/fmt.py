"""Bring the files that people write into one form: order of keys, quotes, indentation, space."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from telemaco.findings import Finding
from telemaco.loading import front_matter
from telemaco.loading.text import decode
from telemaco.ports import Obstacle, SourceFile, Sources, Writer
from telemaco.records.layout import Kind, address_of
from telemaco.records.order import shape_of
from telemaco.yamltext.formatting import Shape, UnformattableError, canonical

_BY_HAND = frozenset(Kind) - {Kind.RECEIPT, Kind.ANSWER, Kind.RESULTS, Kind.SEALED_NOTE}
_MARKDOWN = frozenset({Kind.NOTE, Kind.AGENDA})


@dataclass(frozen=True, slots=True)
class Reform:
    """A file that gets another form; both texts have line ends of Unix."""

    path: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """A file that cannot be read, or whose form cannot be changed without loss."""

    path: str
    is_readable: bool


def formatted(sources: Sources, paths: Sequence[str] = ()) -> list[Reform | LeftAlone]:
    """The files that are to be changed or left alone, by path; all are looked at without `paths`.

    A path that ends with `/` stands for everything in the folder.
    """
    return list(_formatted(sources, paths))


def write_formatted(found: Sequence[Reform | LeftAlone], writer: Writer) -> None:
    """Write the files that get another form. Raises TelemacoError."""
    for one in found:
        if isinstance(one, Reform):
            writer.write(one.path, one.new.encode())


def _formatted(sources: Sources, paths: Sequence[str]) -> Iterator[Reform | LeftAlone]:
    shapes: dict[Kind, Shape] = {}
    for source in sources.files():
        address = address_of(source.path)
        if address is None or address.kind not in _BY_HAND or not _is_meant(source.path, paths):
            continue
        if isinstance(source, Obstacle):
            yield LeftAlone(source.path, is_readable=False)
            continue
        kind = address.kind
        shape = shapes.setdefault(kind, shape_of(kind))
        found = _reform(source, shape, is_markdown=kind in _MARKDOWN)
        if found is not None:
            yield found


def _is_meant(path: str, paths: Sequence[str]) -> bool:
    return not paths or any(
        path == one or (one.endswith("/") and path.startswith(one)) for one in paths
    )


def _reform(source: SourceFile, shape: Shape, *, is_markdown: bool) -> Reform | LeftAlone | None:
    text = decode(source.path, source.content)
    if not isinstance(text, str):
        return LeftAlone(source.path, is_readable=False)
    header, body = text, ""
    if is_markdown:
        parts = front_matter.split(source.path, text)
        if isinstance(parts, Finding):
            return LeftAlone(source.path, is_readable=False)
        header, body = parts.header, parts.body
    try:
        new = canonical(header, shape)
    except UnformattableError as error:
        return LeftAlone(source.path, is_readable=error.is_readable)
    if is_markdown:
        new = f"---\n{new}---\n{body}"
    return None if new.encode() == source.content else Reform(source.path, text, new)
