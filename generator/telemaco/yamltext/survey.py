"""A YAML document with the place of everything in it: the thorough way, for files with faults.

Like `telemaco.yamltext.reading` it walks libyaml's events, but it goes on after what is not
allowed, notes where each key and value begins, and names every fault.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from yaml import MarkedYAMLError, YAMLError
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    StreamEndEvent,
)
from yaml.reader import ReaderError

from telemaco.findings import Route
from telemaco.yamltext.reading import MAXIMUM_DEPTH, MERGE_KEY


class Mark(NamedTuple):
    """A place in the text: line and column from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class YamlFault:
    """What is wrong with the text itself.

    `kind` is one of syntax, duplicate-key, alias, anchor, tag, merge-key, not-a-word (a key
    that is no plain word), several-documents, depth; `detail` is the word it is about, or
    the parser's own words; `other` is the place of the first of two equal keys.
    """

    kind: str
    mark: Mark
    detail: str = ""
    other: Mark | None = None


@dataclass(frozen=True, slots=True)
class Survey:
    """Where everything begins, and everything that is wrong."""

    values: Mapping[Route, Mark]
    keys: Mapping[Route, Mark]
    faults: tuple[YamlFault, ...]


@dataclass(slots=True)
class _Level:
    route: Route
    is_mapping: bool
    key: str | None = None
    length: int = 0
    seen: dict[str, Mark] = field(default_factory=dict)


def survey(text: str) -> Survey:
    """The places and the faults of a text; after a syntax fault, of what came before it."""
    walk = _Walk()
    parser = CParser(text)
    try:
        while not walk.ended:
            walk.take(parser.get_event())
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        walk.faults.append(YamlFault("syntax", _mark(mark), error.problem or ""))
    except (YAMLError, ReaderError) as error:
        walk.faults.append(YamlFault("syntax", Mark(1, 1), str(error)))
    finally:
        parser.dispose()
    return Survey(walk.values, walk.keys, tuple(walk.faults))


def _mark(mark: Any) -> Mark:  # PyYAML's two kinds of marks share no type
    return Mark(mark.line + 1, mark.column + 1)


class _Walk:
    """What was met on the way through the events."""

    def __init__(self) -> None:
        self.values: dict[Route, Mark] = {}
        self.keys: dict[Route, Mark] = {}
        self.faults: list[YamlFault] = []
        self.ended = False
        self._levels: list[_Level] = []
        self._documents = 0

    def take(self, event: Any) -> None:
        """Go one event further."""
        if isinstance(event, NodeEvent):
            self._node(event, _mark(event.start_mark))
        elif isinstance(event, CollectionEndEvent):
            self._levels.pop()
            self._close()
        elif isinstance(event, DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._fault("several-documents", _mark(event.start_mark))
                self.ended = True
        elif isinstance(event, StreamEndEvent):
            self.ended = True

    def _node(self, event: Any, mark: Mark) -> None:
        self._properties(event, mark)
        level = self._levels[-1] if self._levels else None
        if level and level.is_mapping and level.key is None:
            self._key(level, event, mark)
        elif isinstance(event, CollectionStartEvent):
            self._open(event, mark, self._next_route())
        else:
            self.values[self._next_route()] = mark
            self._close()

    def _properties(self, event: Any, mark: Mark) -> None:
        if isinstance(event, AliasEvent):
            self._fault("alias", mark, event.anchor)
        elif event.anchor is not None:
            self._fault("anchor", mark, event.anchor)
        if getattr(event, "tag", None) is not None:
            self._fault("tag", mark, event.tag)

    def _key(self, level: _Level, event: Any, mark: Mark) -> None:
        if not isinstance(event, ScalarEvent):
            self._fault("not-a-word", mark)
            self.ended = True
            return
        level.key = event.value
        if event.value == MERGE_KEY:
            self._fault("merge-key", mark)
        first = level.seen.setdefault(event.value, mark)
        if first is not mark:
            self._fault("duplicate-key", mark, event.value, first)
        self.keys[(*level.route, event.value)] = mark

    def _open(self, event: Any, mark: Mark, route: Route) -> None:
        self.values[route] = mark
        if len(self._levels) >= MAXIMUM_DEPTH:
            self._fault("depth", mark)
            self.ended = True
        self._levels.append(_Level(route, isinstance(event, MappingStartEvent)))

    def _next_route(self) -> Route:
        if not self._levels:
            return ()
        level = self._levels[-1]
        return (*level.route, level.length if level.key is None else level.key)

    def _close(self) -> None:
        """A value ended: the level around it waits for its next key or item."""
        if self._levels:
            self._levels[-1].key = None
            self._levels[-1].length += 1

    def _fault(self, kind: str, mark: Mark, detail: str = "", other: Mark | None = None) -> None:
        self.faults.append(YamlFault(kind, mark, detail, other))
