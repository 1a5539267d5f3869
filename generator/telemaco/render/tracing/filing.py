"""A record in two files: a head that is read whole, and lines that are read when asked for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, NamedTuple

from telemaco.records.base import Language
from telemaco.records.packing import packed, unpacked
from telemaco.render.tracing.facts import digest, texts_as_facts
from telemaco.render.tracing.inventory import Inventory
from telemaco.render.tracing.lines import Lines, Origin, WordLines
from telemaco.render.tracing.record import (
    Hushed,
    Leaf,
    Outcome,
    Part,
    Past,
    Record,
    Written,
)

FORM = 7
"""Raised when a record of an earlier version could be misunderstood."""

_MOST = 2
"""So many times as large as they were the lines may become before all are written anew."""


class Filed(NamedTuple):
    """The head and the lines; `is_more` where these belong behind those that are there."""

    head: bytes
    lines: bytes
    is_more: bool


def filed(record: Record) -> Filed:
    """The record as JSON, the head below a word that tells whether it is whole.

    What lies there already, in the lines that the record comes from, is not written again.
    """
    origin = record.origin
    if origin and origin.size <= _MOST * origin.whole:
        drawer = _Drawer(origin, origin.size)
        told = _told(record, drawer)
        if drawer.here <= _MOST * origin.whole:
            return _filed(told, drawer, origin.whole)
    drawer = _Drawer(None, 0)
    told = _told(record, drawer)
    return _filed(told, drawer, drawer.here)


def _filed(told: Sequence[Any], drawer: "_Drawer", whole: int) -> Filed:
    head = packed([FORM, drawer.here, whole, *told]).encode()
    word = digest(head).encode()
    return Filed(word + b"\n" + head, b"".join(drawer.lines), drawer.origin is not None)


@dataclass(slots=True)
class _Drawer:
    """Puts values into lines, but for those that lie in some already."""

    origin: Origin | None
    here: int
    lines: list[bytes] = field(default_factory=list)

    def put(self, value: object, told: Iterable[object]) -> int:
        """Where the line of the value begins; `told` is what stands in it."""
        known = self.origin.start_of(value) if self.origin else None
        return self.add(told) if known is None else known

    def add(self, told: Iterable[object]) -> int:
        """Where a new line begins."""
        line = packed([*told]).encode() + b"\n"
        self.lines.append(line)
        self.here += len(line)
        return self.here - len(line)

    def is_of(self, other: Origin) -> bool:
        """Whether the lines of something else are ours."""
        return other is self.origin


def _told(record: Record, drawer: _Drawer) -> list[Any]:
    leaves = {language: _leaf_told(leaf, drawer) for language, leaf in record.leaves.items()}
    folders, files, stamps, words = record.inventory
    places = drawer.put(folders, [folders, files])
    key, secrets, doubtful, notes = (getattr(record.hushed, one.name) for one in fields(Hushed))
    hidden = drawer.put(secrets, [secrets])
    past = [getattr(record.past, one.name) for one in fields(Past)]
    return [record.key, leaves, [places, stamps, words], past, [key, hidden, doubtful, notes]]


def _leaf_told(leaf: Leaf, drawer: _Drawer) -> list[Any]:
    facts, outcomes = leaf.facts, leaf.outcomes
    if isinstance(facts, WordLines) and drawer.is_of(facts.origin):
        words = [facts.names_at, facts.words_at]
    else:
        words = [drawer.add(facts), drawer.add(facts.values())]
    if isinstance(outcomes, Lines) and drawer.is_of(outcomes.origin):
        names, starts = outcomes.names_at, [*outcomes.starts]
        for name, outcome in outcomes.over.items():
            starts[outcomes.places[name]] = drawer.put(outcome, outcome)
    else:
        names = drawer.add(outcomes)
        starts = [drawer.put(one, one) for one in outcomes.values()]
    parts = {name: drawer.put(one, one) for name, one in leaf.parts.items()}
    looks = {name: sorted(looked_at) for name, looked_at in leaf.looks.items()}
    return [words, names, starts, parts, leaf.hanging, leaf.others, looks]


def read(head: bytes, lines: bytes) -> Record | None:
    """The record; None when the head is damaged, or of another form.

    The lines are all that were filed with it, one behind the other.
    """
    word, _, written = head.partition(b"\n")
    if digest(written).encode() != word:
        return None
    form, *told = unpacked(written)
    if form != FORM:
        return None
    size, whole, key, leaves, (places, stamps, words), past, hushed = told
    origin = Origin(lines, size, whole)
    rest, texts, silent, is_faultless = past
    hushed_key, hidden, doubtful, notes = hushed
    folders, files = origin.values(places)
    return Record(
        key,
        {Language(name): _leaf(origin, texts, leaf) for name, leaf in leaves.items()},
        Inventory(origin.learn(folders, places), files, stamps, words),
        Past(rest, texts, tuple(silent), is_faultless),
        Hushed(hushed_key, origin.learn(origin.values(hidden)[0], hidden), doubtful, notes),
        origin,
    )


def _leaf(origin: Origin, texts: Mapping[str, str], told: list[Any]) -> Leaf:
    words, names, starts, parts, hanging, others, looks = told
    return Leaf(
        WordLines(origin, words[0], words[1], texts_as_facts(texts)),
        Lines(origin, names, starts, _outcome),
        _written(others),
        {name: frozenset(looked_at) for name, looked_at in looks.items()},
        {name: origin.learn(_part(*origin.values(one)), one) for name, one in parts.items()},
        hanging,
    )


def _part(facts: list[int], text: str) -> Part:
    return Part(tuple(facts), text)


def _outcome(facts: list[int], written: list[list[Any]], is_searched: bool) -> Outcome:  # noqa: FBT001 (as JSON has them)
    return Outcome(tuple(facts), _written(written), is_searched)


def _written(told: list[list[Any]]) -> tuple[Written, ...]:
    return tuple(Written._make((*head, tuple(targets))) for *head, targets in told)
