"""The comments and empty lines of a YAML text, each with the part of the tree it belongs to.

A comment beside something is about that. One on a line of its own is about what follows, unless
it is indented further than that: then it ends the list or map before it. An empty line belongs
to what follows it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from telemaco.yamltext.tree import BLOCKS, Collection, Entry, Node, Scalar, column


@dataclass(frozen=True, slots=True)
class Comments:
    """Lines by the offset at which an entry, or a list or map, begins; an empty one is a gap.

    `head` is about the file; `above` and `beside` are an entry's, `below` a list's or a map's.
    """

    head: tuple[str, ...]
    above: Mapping[int, Sequence[str]]
    beside: Mapping[int, Sequence[str]]
    below: Mapping[int, Sequence[str]]

    def all(self) -> list[str]:
        """Every comment, sorted."""
        found = [*self.head]
        for lines in (self.above, self.beside, self.below):
            found += [line for some in lines.values() for line in some]
        return sorted(filter(None, found))


def comments(text: str, root: Collection) -> Comments:
    """The comments of a text and what they belong to."""
    places = _Places(text, root)
    above: _Lines = defaultdict(list)
    beside: _Lines = defaultdict(list)
    below: _Lines = defaultdict(list)
    for start, words in _comments_and_gaps(text, sorted(_scalars(text, root))):
        before, after = places.around(start)
        if before and words and text[text.rfind("\n", 0, start) + 1 : start].strip():
            beside[before.owner(start).start].append(words)
        elif before and start < before.entry.value.start and not before.is_above(after):
            above[before.entry.start].append(words)
        elif after and (not words or places.is_about(start, before, after)):
            above[after.entry.start].append(words)
        elif before and words:
            below[before.inside(text, start).start].append(words)
    first = above.pop(root.entries[0].start, [])
    cut = _end_of_head(first)
    above[root.entries[0].start] = first[cut:]
    return Comments(
        tuple(_with_single_gaps(first[:cut], is_gap=True)),
        {start: tuple(_with_single_gaps(lines)) for start, lines in above.items()},
        beside,
        below,
    )


_Lines = defaultdict[int, list[str]]


@dataclass(frozen=True, slots=True)
class _Found:
    """An entry, with the lists and maps that are around it and the entries that hold these.

    The outermost comes first; nothing holds the root.
    """

    entry: Entry
    around: tuple[Collection, ...]
    holders: tuple[Entry, ...]

    def is_above(self, other: "_Found | None") -> bool:
        """Whether the other is the first one of its value, which is not in brackets."""
        value = self.entry.value
        is_block = isinstance(value, Collection) and not value.is_flow
        return is_block and other is not None and other.around[-1] is value

    def owner(self, offset: int) -> Entry:
        """The entry that a comment on the same line is about: brackets before it are closed."""
        for collection, holder in zip(self.around[1:], self.holders, strict=True):
            if collection.is_flow and collection.end <= offset:
                return holder
        return self.entry

    def inside(self, text: str, offset: int) -> Collection:
        """The list or map that a line of its own, below the entry, still belongs to."""
        open_ones = [one for one in self.around if not one.is_flow or offset < one.end]
        if open_ones[-1].is_flow:
            return open_ones[-1]
        margin = column(text, offset)
        return [self.around[0], *(one for one in open_ones if column(text, one.start) <= margin)][
            -1
        ]


class _Places:
    """The entries of a text in the order in which they begin; to be asked from first to last."""

    def __init__(self, text: str, root: Collection) -> None:
        self._text = text
        self._entries = list(_entries(root, (root,), ()))
        self._place = 0

    def around(self, offset: int) -> tuple[_Found | None, _Found | None]:
        """The last entry that began before, and the next one."""
        entries = self._entries
        while self._place < len(entries) and entries[self._place].entry.start < offset:
            self._place += 1
        before = entries[self._place - 1] if self._place else None
        return before, entries[self._place] if self._place < len(entries) else None

    def is_about(self, offset: int, before: _Found | None, after: _Found) -> bool:
        """Whether a comment on a line of its own is about what follows it."""
        if before is None or after.around[-1].is_flow or before.is_above(after):
            return True
        is_within = before.inside(self._text, offset).is_flow
        return not is_within and column(self._text, offset) <= column(self._text, after.entry.start)


def _entries(
    node: Collection, around: tuple[Collection, ...], holders: tuple[Entry, ...]
) -> Iterator[_Found]:
    for entry in node.entries:
        yield _Found(entry, around, holders)
        if isinstance(entry.value, Collection):
            yield from _entries(entry.value, (*around, entry.value), (*holders, entry))


def _scalars(text: str, node: Node) -> Iterator[tuple[int, int]]:
    """Where texts begin and end; empty lines below one do not belong to it, if they say nothing."""
    if isinstance(node, Scalar):
        if node.style in BLOCKS:
            # What stands beside the first line of a text in lines is no part of it.
            yield node.start, node.start
            yield node.start + len(first_line(text, node)), text_end(text, node)
        else:
            yield node.start, node.end
        return
    for entry in node.entries:
        if entry.key:
            yield entry.key.start, entry.key.end
        yield from _scalars(text, entry.value)


def first_line(text: str, node: Scalar) -> str:
    """The line on which a text begins, from there on."""
    return text[node.start : node.end].partition("\n")[0]


def text_end(text: str, node: Scalar) -> int:
    """Where a text ends, apart from empty lines that say nothing."""
    source = text[node.start : node.end]
    if node.style in BLOCKS and "+" not in first_line(text, node).partition("#")[0]:
        return node.start + len(source.rstrip())
    return node.end


def _comments_and_gaps(text: str, scalars: Sequence[tuple[int, int]]) -> Iterator[tuple[int, str]]:
    """Every comment outside of scalars with its offset, and an empty text for an empty line."""
    begin = 0
    for start, end in (*scalars, (len(text), len(text))):
        for found in _COMMENT_OR_GAP.finditer(text, begin, start):
            yield found.start(), (found[1] or "").rstrip()
        begin = max(end, begin)


def _with_single_gaps(lines: Sequence[str], *, is_gap: bool = False) -> Iterator[str]:
    """The lines without an empty one after another; `is_gap`: as if one came before them."""
    for line in lines:
        if line or not is_gap:
            yield line
        is_gap = not line


def _end_of_head(lines: Sequence[str]) -> int:
    """How many of the lines above the first entry are about the file: an editor's, or apart."""
    ends = [place for place, line in enumerate(lines) if not line or _FOR_EDITORS in line]
    return ends[-1] + 1 if ends else 0


_COMMENT_OR_GAP = re.compile(r"(?<![^\s])(#.*)|^[ \t]*\n", re.MULTILINE)
_FOR_EDITORS = "yaml-language-server:"
