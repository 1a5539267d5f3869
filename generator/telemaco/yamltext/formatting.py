"""A YAML text in its canonical form: order of keys, quotes, indentation and space.

What stands in brackets stays there while it fits on a line; a text in lines of its own keeps
them. Every comment stays beside what it is about. The order of lists, and of maps that have no
fixed keys, is what people made it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from telemaco.yamltext.comments import Comments, comments, text_end
from telemaco.yamltext.events import RefusedError, Value
from telemaco.yamltext.reading import read
from telemaco.yamltext.tree import BLOCKS, Collection, Entry, Node, Scalar, column, tree
from telemaco.yamltext.writing import write, write_inline

WIDTH = 100
"""Characters of a line, where a text can be broken."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The keys of a map in their order, with what is inside each; `each` is inside all others."""

    keys: "Mapping[str, Shape]" = field(default_factory=dict)
    each: "Shape | None" = None


class UnformattableError(Exception):
    """The text cannot be read, or its canonical form would lose something."""

    def __init__(self, *, is_readable: bool) -> None:
        self.is_readable = is_readable


def canonical(text: str, shape: Shape) -> str:
    r"""The canonical form, which is its own canonical form; ends of lines are `\n`.

    It says the same values and has the same comments. Raises UnformattableError.
    """
    try:
        value = read(text)
    except RefusedError as error:
        raise UnformattableError(is_readable=False) from error
    root = tree(text)
    if not isinstance(root, Collection) or not root.entries:
        return text
    new = _Form(text, root).text(shape)
    if new == text:
        return new
    if not _says(new, value) or _again(new, shape) != (new, comments(text, root).all()):
        raise UnformattableError(is_readable=True)
    return new


def _says(text: str, value: Value) -> bool:
    try:
        return read(text) == value
    except RefusedError:
        return False


def _again(text: str, shape: Shape) -> tuple[str, list[str]]:
    """The form of what is in the form, and its comments."""
    root = tree(text)
    assert isinstance(root, Collection)  # noqa: S101 (its values were compared)
    return _Form(text, root).text(shape), comments(text, root).all()


class _Form:
    """One text on its way to the canonical form."""

    def __init__(self, text: str, root: Collection) -> None:
        self._text = text
        self._root = root
        self._comments: Comments = comments(text, root)

    def text(self, shape: Shape) -> str:
        head, lines = self._comments.head, list(self._block(self._root, shape, 0))
        lines = [*head, *(lines[1:] if not lines[0] and not "".join(head[-1:]) else lines)]
        return "".join(f"{line}\n" for line in lines)

    def _block(self, node: Collection, shape: Shape, margin: int) -> Iterator[str]:
        """The lines of a list or a map, `margin` spaces from the left."""
        space = " " * margin
        for entry in _sorted(node, shape):
            for line in self._comments.above.get(entry.start, ()):
                yield space + line if line else ""
            inside = shape.keys.get(entry.name, shape.each) if entry.key else shape.each
            yield from self._entry(entry, inside or Shape(), margin)
        for line in self._comments.below.get(node.start, ()):
            yield space + line

    def _entry(self, entry: Entry, shape: Shape, margin: int) -> Iterator[str]:
        space = " " * margin
        lead = f"{space}{write_inline(entry.name)}:" if entry.key else f"{space}-"
        beside = "".join(f" {words}" for words in self._comments.beside.get(entry.start, ()))
        node = entry.value
        if isinstance(node, Scalar):
            yield from self._scalar(lead, entry, beside, margin)
            return
        inline = self._inline(node, shape)
        if inline is not None and (not node.entries or len(f"{lead} {inline}") <= WIDTH):
            yield f"{lead} {inline}{beside}"
            return
        lines = list(self._block(node, shape, margin + 2))
        if entry.key or beside or not lines[0].strip() or lines[0].lstrip().startswith("#"):
            yield lead + beside
        else:
            lines[0] = f"{lead} {lines[0].lstrip()}"
        yield from lines

    def _scalar(self, lead: str, entry: Entry, beside: str, margin: int) -> Iterator[str]:
        node = entry.value
        assert isinstance(node, Scalar)  # noqa: S101 (the caller looked)
        if node.style in BLOCKS:
            header, *lines = self._lines(node, column(self._text, entry.start), margin)
            yield f"{lead} {header}{beside}"
            yield from lines
            return
        bare = self._bare(node)
        if bare is not None:
            yield f"{lead} {bare}".rstrip() + beside
            return
        key = _KEY * min(len(entry.name), _LONGEST_KEY)
        text = write({key: node.text} if entry.key else [node.text], width=WIDTH - margin)
        first, *rest = text[len(key) + 2 :].rstrip("\n").split("\n")
        lines = [f"{lead} {first}", *(" " * margin + line if line else "" for line in rest)]
        lines[0 if first in _HEADERS else -1] += beside
        yield from lines

    def _lines(self, node: Scalar, old_margin: int, margin: int) -> Iterator[str]:
        """A text in lines of its own: they keep their distances from each other."""
        source = self._text[node.start : text_end(self._text, node)]
        header, *lines = source.removesuffix("\n").split("\n")
        yield re.split("[ #]", header, maxsplit=1)[0]
        given = re.match(r"[|>][-+]?([1-9])", header)
        indents = [len(line) - len(line.lstrip(" ")) for line in lines if line.strip()]
        least = old_margin + int(given[1]) if given else min(indents, default=0)
        more = int(given[1]) if given else 2
        for line in lines:
            yield " " * (margin + more) + line[least:] if line[least:] else ""

    def _bare(self, node: Scalar) -> str | None:
        """What stands there, where that must not be given quotes: a number, a date, nothing."""
        source = self._text[node.start : node.end]
        if node.style or "\n" in source:
            return None
        if node.value is None or write_inline(node.text)[:1] in _QUOTES:
            return source
        return None

    def _inline(self, node: Node, shape: Shape) -> str | None:
        """What stands in brackets, on one line; None when it does not or has comments."""
        if isinstance(node, Scalar):
            bare = self._bare(node)
            return write_inline(node.text) if bare is None else bare
        if not node.is_flow or self._comments.below.get(node.start):
            return None
        parts = []
        for entry in _sorted(node, shape):
            inside = shape.keys.get(entry.name, shape.each) if entry.key else shape.each
            part = self._inline(entry.value, inside or Shape())
            if part is None or self._is_commented(entry):
                return None
            parts.append(f"{write_inline(entry.name)}: {part}".rstrip() if entry.key else part)
        words = ", ".join(parts)
        return f"{{{words}}}" if node.is_map else f"[{words}]"

    def _is_commented(self, entry: Entry) -> bool:
        found = (
            self._comments.above.get(entry.start, ()),
            self._comments.beside.get(entry.start, ()),
        )
        return any(any(lines) for lines in found)


def _sorted(node: Collection, shape: Shape) -> list[Entry]:
    places = {name: place for place, name in enumerate(shape.keys)}
    return sorted(node.entries, key=lambda entry: places.get(entry.name, len(places)))


_KEY = "k"
_LONGEST_KEY = 100
_HEADERS = ("|", "|-", "|+")
_QUOTES = ("'", '"')
