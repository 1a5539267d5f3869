"""A YAML document as a tree of what stands where: for changing a text without rewriting it.

Only for texts that `telemaco.yamltext.reading` reads. Offsets count characters of the text.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from yaml._yaml import CParser
from yaml.events import (
    CollectionEndEvent,
    CollectionStartEvent,
    MappingStartEvent,
    ScalarEvent,
    StreamEndEvent,
)

from telemaco.yamltext.events import NULLS, Value

BLOCKS = ("|", ">")
"""The styles of a text in lines of its own."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A word or a text; `style` is empty, or the character that begins it: one of '"|>."""

    start: int
    end: int
    text: str
    style: str

    @property
    def value(self) -> str | None:
        """What is read."""
        return None if not self.style and self.text in NULLS else self.text


@dataclass(frozen=True, slots=True)
class Collection:
    """A list or a map; one that `is_flow` is written in brackets.

    One in block style ends where its last value ends.
    """

    start: int
    end: int
    is_map: bool
    is_flow: bool
    entries: "tuple[Entry, ...]"

    @property
    def value(self) -> Value:
        """What is read."""
        if self.is_map:
            return {entry.name: entry.value.value for entry in self.entries}
        return [entry.value.value for entry in self.entries]


Node = Scalar | Collection


@dataclass(frozen=True, slots=True)
class Entry:
    """An item of a list, or a key with its value; it begins with its hyphen or its key."""

    start: int
    key: Scalar | None
    value: Node

    @property
    def name(self) -> str:
        """The key's word; empty for an item of a list."""
        return self.key.text if self.key else ""

    @property
    def end(self) -> int:
        """Where its value ends."""
        return max(self.value.end, self.start + 1)


def tree(text: str) -> Node | None:
    """What the text holds; None when it is empty."""
    walk = _Walk(text)
    return None if isinstance(walk.event, StreamEndEvent) else walk.node()


def column(text: str, offset: int) -> int:
    """How many characters stand before this one on its line."""
    return offset - text.rfind("\n", 0, offset) - 1


class _Walk:
    """The events of a text that was read before, so nothing in them is odd or deep."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._events = _events(text)
        next(self._events)
        self.event: Any = next(self._events)
        if not isinstance(self.event, StreamEndEvent):
            self._advance()

    def node(self) -> Node:
        event = self._advance()
        start, end = event.start_mark.index, event.end_mark.index
        if isinstance(event, ScalarEvent):
            style = str(event.style or "")
            return Scalar(start, end, event.value, style)
        assert isinstance(event, CollectionStartEvent)  # noqa: S101 (aliases are refused)
        is_map, is_flow = isinstance(event, MappingStartEvent), bool(event.flow_style)
        entries = tuple(self._entries(start, is_map=is_map, is_flow=is_flow))
        end = self._advance().end_mark.index
        return Collection(start, end if is_flow else entries[-1].end, is_map, is_flow, entries)

    def _entries(self, start: int, *, is_map: bool, is_flow: bool) -> Iterator[Entry]:
        margin = column(self._text, start)
        while not isinstance(self.event, CollectionEndEvent):
            first = self.node()
            if is_map:
                assert isinstance(first, Scalar)  # noqa: S101 (other keys are refused)
                yield Entry(first.start, first, self.node())
            elif is_flow:
                yield Entry(first.start, None, first)
            else:
                yield Entry(self._hyphen(first.start, margin), None, first)

    def _hyphen(self, offset: int, margin: int) -> int:
        """The hyphen of the item of a list that begins here; all are in one column."""
        begin = self._text.rfind("\n", 0, offset) + 1
        while True:
            line = self._text[begin : begin + margin + 1]
            if line.endswith("-") and not line.strip(" -") and begin + margin < offset:
                return begin + margin
            begin = self._text.rfind("\n", 0, begin - 1) + 1

    def _advance(self) -> Any:  # noqa: ANN401 (PyYAML's events share no type with these)
        event, self.event = self.event, next(self._events)
        return event


def _events(text: str) -> Iterator[Any]:
    parser = CParser(text)
    try:
        while True:
            yield parser.get_event()
    finally:
        parser.dispose()
