"""A YAML document with the place of everything in it: the thorough way, for files with faults.

Like `telemaco.yamltext.events` it walks libyaml's events, but it goes on after what is not
allowed, notes where each key and value begins, and names every fault.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, Protocol

from yaml import MarkedYAMLError, YAMLError
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    StreamEndEvent,
)

from telemaco.findings import Route
from telemaco.yamltext.events import MAXIMUM_DEPTH, MERGE_KEY
from telemaco.yamltext.mistakes import Mark, MistakeKind, mistake

FaultKind = (
    MistakeKind
    | Literal[
        "duplicate-key",
        "alias",
        "anchor",
        "tag",
        "merge-key",
        "not-a-word",
        "several-documents",
        "depth",
    ]
)
"""A mistake of writing, or a part of YAML that is not used here; `not-a-word` is a key that is
a list or a map."""


@dataclass(frozen=True, slots=True)
class YamlFault:
    """What is wrong with the text itself.

    `detail` is the word it is about; `other` is the place of the first of two equal keys.
    """

    kind: FaultKind
    mark: Mark
    detail: str = ""
    other: Mark | None = None


@dataclass(frozen=True, slots=True)
class Survey:
    """Where everything begins, and everything that is wrong."""

    values: Mapping[Route, Mark]
    keys: Mapping[Route, Mark]
    faults: tuple[YamlFault, ...]


def survey(text: str) -> Survey:
    """The places and the faults of a text; after a mistake of writing, of what came before.

    Some mistakes of one line say nothing about the other lines: those are surveyed as if the line
    were right.
    """
    told: list[YamlFault] = []
    found = _survey(text)
    while len(told) < _MOST and (mended := _without_mistake(text, found.faults[-1:])) is not None:
        told.append(found.faults[-1])
        text, found = mended, _survey(mended)
    if not told:
        return found
    faults = sorted({*found.faults, *told}, key=lambda fault: fault.mark)
    return replace(found, faults=tuple(faults))


def _without_mistake(text: str, last: Sequence[YamlFault]) -> str | None:
    """The text without a mistake of one line; None if there is none that is sure to be one.

    Nor where quotes, brackets or a line below may be a part of it.
    """
    if not last or last[0].kind not in _OF_ONE_LINE:
        return None
    lines = text.split("\n")
    place = last[0].mark.line - 1
    pattern, instead = _OF_ONE_LINE[last[0].kind]
    found = pattern.fullmatch(lines[place])
    if found is None or _goes_on(lines[place + 1 :], len(found[1])):
        return None
    return "\n".join((*lines[:place], found.expand(instead), *lines[place + 1 :]))


def _goes_on(lines: Sequence[str], indentation: int) -> bool:
    """Whether the first line that is not blank may belong to a key that is indented so."""
    first = next((line for line in lines if line.strip()), "")
    deeper = len(first) - len(first.lstrip()) - indentation
    return deeper > 0 or (deeper == 0 and first.lstrip().startswith("-"))


def _survey(text: str) -> Survey:
    walk = _Walk()
    parser = CParser(text)
    try:
        while not walk.ended:
            walk.take(parser.get_event())
    except MarkedYAMLError as error:
        _note(walk, text, error)
    except YAMLError:
        walk.faults.append(YamlFault("unclear", Mark(1, 1)))
    finally:
        parser.dispose()
    return Survey(walk.values, walk.keys, tuple(walk.faults))


def _note(walk: "_Walk", text: str, error: MarkedYAMLError) -> None:
    context = None if error.context_mark is None else _mark(error.context_mark)
    mark = context if error.problem_mark is None else _mark(error.problem_mark)
    found = mistake(text, error.problem or "", mark or Mark(1, 1), context)
    # `*bold text*` is an alias to the parser and then a mistake: one thing to a person.
    if not any(fault.mark.line == found.mark.line for fault in walk.faults):
        walk.faults.append(YamlFault(found.kind, found.mark, found.word))


class _Place(Protocol):
    """What PyYAML's two kinds of marks have in common."""

    line: int
    column: int


def _mark(mark: _Place | None) -> Mark:
    assert mark is not None  # noqa: S101 (libyaml marks everything)
    return Mark(mark.line + 1, mark.column + 1)


_MOST = 20
"""Mistakes that are told of one text."""
_REST = r"[^'\"\[\]{}|>&*!]+"
_OF_ONE_LINE: Mapping[FaultKind, tuple[re.Pattern[str], str]] = {
    "colon-in-text": (
        re.compile(r"( *(?:- +)*)([^\s#:'\"\[\]{}|>-][^:'\"\[\]{}]*): " + _REST),
        r"\1\2: x",
    ),
    "no-space-after-colon": (re.compile(r"()[A-Za-z_]+:" + _REST), ""),
}
"""By the kind of a mistake: a line that has it, what stands before its key, and what to read."""


@dataclass(slots=True)
class _Level:
    route: Route
    is_mapping: bool
    key: str | None = None
    length: int = 0
    seen: dict[str, Mark] = field(default_factory=dict)


class _Walk:
    """What was met on the way through the events."""

    def __init__(self) -> None:
        self.values: dict[Route, Mark] = {}
        self.keys: dict[Route, Mark] = {}
        self.faults: list[YamlFault] = []
        self.ended = False
        self._levels: list[_Level] = []
        self._documents = 0

    def take(self, event: Event | None) -> None:
        """Go one event further."""
        if isinstance(event, NodeEvent):
            self._node(event, _mark(event.start_mark))
        elif isinstance(event, CollectionEndEvent):
            self._levels.pop()
            self._close()
        elif isinstance(event, DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._stop("several-documents", _mark(event.start_mark))
        elif isinstance(event, StreamEndEvent):
            self.ended = True

    def _node(self, event: NodeEvent, mark: Mark) -> None:
        self._properties(event, mark)
        level = self._levels[-1] if self._levels else None
        if level and level.is_mapping and level.key is None:
            self._key(level, event, mark)
        elif isinstance(event, CollectionStartEvent):
            self._open(event, mark, self._next_route())
        else:
            self.values[self._next_route()] = mark
            self._close()

    def _properties(self, event: NodeEvent, mark: Mark) -> None:
        if isinstance(event, AliasEvent):
            self._fault("alias", mark, event.anchor or "")
        elif event.anchor is not None:
            self._fault("anchor", mark, event.anchor)
        if isinstance(event, ScalarEvent | CollectionStartEvent) and event.tag is not None:
            self._fault("tag", mark, event.tag)

    def _key(self, level: _Level, event: NodeEvent, mark: Mark) -> None:
        if not isinstance(event, ScalarEvent):
            self._stop("not-a-word", mark)
            return
        level.key = event.value
        if event.value == MERGE_KEY and not event.style:
            self._fault("merge-key", mark)
        first = level.seen.setdefault(event.value, mark)
        if first is not mark:
            self._fault("duplicate-key", mark, event.value, first)
        self.keys[*level.route, event.value] = mark

    def _open(self, event: CollectionStartEvent, mark: Mark, route: Route) -> None:
        self.values[route] = mark
        if len(self._levels) >= MAXIMUM_DEPTH:
            self._stop("depth", mark)
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

    def _stop(self, kind: FaultKind, mark: Mark) -> None:
        """A fault after which nothing more can be made out."""
        self._fault(kind, mark)
        self.ended = True

    def _fault(
        self, kind: FaultKind, mark: Mark, detail: str = "", other: Mark | None = None
    ) -> None:
        self.faults.append(YamlFault(kind, mark, detail, other))
