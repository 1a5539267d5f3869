"""Which pieces of a YAML text to replace so that it says something else.

Where the text and the wanted value agree nothing is touched. Lists are compared item by item,
maps key by key.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple, TypeGuard, cast

from telemaco.findings import Route
from telemaco.yamltext.changes import plain
from telemaco.yamltext.tree import BLOCKS, Collection, Entry, Node, Scalar, column, tree
from telemaco.yamltext.writing import Plain, write, write_inline


class Piece(NamedTuple):
    """A part of the text, by offsets, and what takes its place."""

    start: int
    end: int
    text: str


class NoPieceError(Exception):
    """The text cannot be changed to say this without losing a comment."""


def pieces(text: str, wanted: Plain, route: Route = ()) -> Iterator[Piece]:
    """The pieces, in no order, none within another. Raises NoPieceError.

    The text ends with the end of a line and holds something. `route` leads to what differs, where
    that is known: of two equal items it says which one goes.
    """
    root = tree(text)
    if root is None or not _is_alike(root, wanted):
        raise NoPieceError
    yield from _Pieces(text).inside(root, wanted, route)


def _is_alike(node: Node, wanted: Plain) -> TypeGuard[Collection]:
    """Whether both are lists that are not empty, or maps with a key in common."""
    if not isinstance(node, Collection) or not node.entries:
        return False
    if node.is_map:
        return isinstance(wanted, dict) and any(entry.name in wanted for entry in node.entries)
    return isinstance(wanted, list) and bool(wanted)


class _Pieces:
    """The pieces of one text."""

    def __init__(self, text: str) -> None:
        self._text = text

    def inside(self, node: Collection, wanted: Plain, route: Route) -> Iterator[Piece]:
        """What to change within a list or a map that stays one."""
        if node.is_map:
            yield from self._map(node, wanted, route)
        elif route:
            yield from self._item(node, wanted, route)
        else:
            yield from self._list(node, wanted)

    def _map(self, node: Collection, wanted: dict[str, Plain], route: Route) -> Iterator[Piece]:
        goes = [entry for entry in node.entries if entry.name not in wanted]
        yield from self._cut(node, goes)
        there = {entry.name: entry for entry in node.entries if entry.name in wanted}
        for name, entry in there.items():
            yield from self._value(
                node, entry, wanted[name], route[1:] if name in route[:1] else ()
            )
        after: Entry | None = None
        for name, value in wanted.items():
            if name in there:
                after = there[name]
            else:
                yield self._new(node, after, {name: value})

    def _item(self, node: Collection, wanted: list[Plain], route: Route) -> Iterator[Piece]:
        """One item that is changed or goes, by the route."""
        entry = node.entries[cast(int, route[0])]
        if len(wanted) < len(node.entries):
            yield from self._cut(node, [entry])
        else:
            yield from self._value(node, entry, wanted[cast(int, route[0])], route[1:])

    def _list(self, node: Collection, wanted: list[Plain]) -> Iterator[Piece]:
        old = [repr(entry.value.value) for entry in node.entries]
        new = [repr(plain(item)) for item in wanted]
        goes: list[Entry] = []
        for kind, first, last, low, high in SequenceMatcher(None, old, new, False).get_opcodes():  # noqa: FBT003 (positional in Python 3.11)
            if kind == "equal":
                continue
            kept = min(last - first, high - low)
            for entry, value in zip(node.entries[first:last], wanted[low:high], strict=False):
                yield from self._value(node, entry, value)
            goes += node.entries[first + kept : last]
            after = node.entries[first + kept - 1] if first + kept else None
            for value in wanted[low + kept : high]:
                yield self._new(node, after, [value])
        yield from self._cut(node, goes)

    def _value(
        self,
        around: Collection,
        entry: Entry,
        wanted: Plain,
        route: Route = (),
    ) -> Iterator[Piece]:
        node = entry.value
        if node.value == plain(wanted):
            return
        if _is_alike(node, wanted):
            yield from self.inside(node, wanted, route)
        elif around.is_flow:
            yield Piece(node.start, node.end, self._spaced(entry, write_inline(wanted)))
        else:
            yield from self._replaced(entry, wanted)

    def _spaced(self, entry: Entry, words: str) -> str:
        """A value in brackets, apart from the key if that had none."""
        if entry.key is None or entry.value.start != entry.value.end:
            return words
        between = self._text[entry.key.end : entry.value.start]
        if ":" not in between:
            return f": {words}"
        return words if between.endswith(" ") else f" {words}"

    def _replaced(self, entry: Entry, wanted: Plain) -> Iterator[Piece]:
        """Another value for an entry of a list or map that is not in brackets."""
        node = entry.value
        after = entry.key.end + 1 if entry.key else entry.start + 1
        comment = self._comment(after, node)
        margin = column(self._text, entry.start)
        is_beside = bool(comment) or "#" in self._text[node.end : self._line_end(node.end - 1)]
        head, body = _head_and_body(entry, wanted, margin, is_beside=is_beside)
        if "\n" in comment and head.startswith(BLOCKS):
            head, body = write_inline(wanted), ""
        lead = (f" {head}" if head else "") + comment
        if isinstance(node, Scalar) and node.style in BLOCKS:
            end = self._line_end(node.start + len(self._text[node.start : node.end].rstrip()))
            yield Piece(after, end, lead + body)
            return
        yield Piece(after, node.end, lead)
        if body:
            end = self._line_end(node.end)
            yield Piece(end, end, body)

    def _comment(self, after: int, node: Node) -> str:
        """The comments between a key and the lines of its value, with the space before them."""
        if isinstance(node, Scalar) and node.style in BLOCKS:
            header = _HEADER.match(self._text, node.start)
            return header[1] if header else ""
        return self._text[after : node.start].rstrip()

    def _new(self, node: Collection, after: Entry | None, part: Plain) -> Piece:
        """A new entry, as a list or map of one, after another; before all when that is None."""
        if node.is_flow:
            words = write_inline(part)[1:-1]
            if after:
                return Piece(after.end, after.end, f", {words}")
            return Piece(node.entries[0].start, node.entries[0].start, f"{words}, ")
        margin = column(self._text, node.entries[0].start)
        lines = _indented(write(part), margin)
        if after:
            end = self._entry_end(after)
            return Piece(end, end, lines)
        start = node.entries[0].start
        before = self._before(node.entries[0])
        if not before.strip():
            # From the beginning of the line on, which goes when the first entry does.
            return Piece(start - len(before), start - len(before), lines)
        return Piece(start, start, lines[margin:] + " " * margin)

    def _cut(self, node: Collection, goes: list[Entry]) -> Iterator[Piece]:
        """Take entries away; one at least stays."""
        entries = node.entries
        stays = next(place for place, entry in enumerate(entries) if entry not in goes)
        is_in_line = node.is_flow or bool(self._before(entries[0]).strip())
        if stays and is_in_line:
            yield from self._cut_first(node, stays)
        for place, entry in enumerate(entries):
            if entry not in goes or (place < stays and is_in_line):
                continue
            if not node.is_flow:
                yield self._lines(entry)
            elif "#" in self._text[entries[place - 1].end : entry.start]:
                raise NoPieceError
            else:
                yield Piece(entries[place - 1].end, entry.end, "")

    def _cut_first(self, node: Collection, stays: int) -> Iterator[Piece]:
        """Take the first entries away when something stands before them on their line."""
        entries = node.entries[: stays + 1]
        gaps = [self._text[one.end : other.start] for one, other in pairwise(entries)]
        if "#" not in "".join(gaps):
            yield Piece(entries[0].start, entries[-1].start, "")
            return
        if node.is_flow:
            raise NoPieceError
        spaces = len(self._before(entries[0])) - len(self._before(entries[0]).rstrip())
        yield Piece(entries[0].start - spaces, self._entry_end(entries[0]) - 1, "")
        for entry in entries[1:-1]:
            yield self._lines(entry)

    def _lines(self, entry: Entry) -> Piece:
        """Cut all lines of an entry."""
        return Piece(entry.start - len(self._before(entry)), self._entry_end(entry), "")

    def _before(self, entry: Entry) -> str:
        """What stands before it on its line."""
        return self._text[self._text.rfind("\n", 0, entry.start) + 1 : entry.start]

    def _entry_end(self, entry: Entry) -> int:
        """Where the lines of an entry end."""
        end = entry.end
        return end if self._text[end - 1] == "\n" else self._line_end(end) + 1

    def _line_end(self, offset: int) -> int:
        return self._text.index("\n", offset)


def _head_and_body(entry: Entry, wanted: Plain, margin: int, *, is_beside: bool) -> tuple[str, str]:
    """What to write on the line of the key or the hyphen, and the lines below.

    Without a comment beside it the first key of a map may stand on the line of its hyphen.
    """
    if not is_beside and entry.key is None:
        return _indented(write([wanted]), margin).strip()[2:], ""
    text = _indented(write({_KEY: wanted}), margin).strip()[len(_KEY) + 1 :]
    head, _, body = text.partition("\n")
    if isinstance(wanted, dict | list) or head.lstrip()[:1] in BLOCKS:
        return head.strip(), f"\n{body}" if body else ""
    return text.strip(), ""


def _indented(text: str, margin: int) -> str:
    lines = text.splitlines(keepends=True)
    return "".join(f"{' ' * margin}{line}" if line.strip() else line for line in lines)


_KEY = "k"
_HEADER = re.compile(r"[|>][-+0-9]*( +#.*)")
