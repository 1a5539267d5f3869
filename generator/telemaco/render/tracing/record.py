"""What is remembered of an edition of the site, so that the next one is made in less time."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, NamedTuple

from telemaco.ports import Stamp
from telemaco.records.base import Language
from telemaco.records.packing import packed, unpacked

FORM = 4
"""Raised when a record of an earlier version could be misunderstood."""


class Written(NamedTuple):
    """A page or a file of the site.

    `title` and `description` are a page's, None for another file; `shell` is the address of its
    frame; `targets` are the files that it names.
    """

    path: str
    digest: str
    shell: str = ""
    title: str | None = None
    description: str = ""
    targets: tuple[str, ...] = ()


class Outcome(NamedTuple):
    """What came of a recipe: the facts it hangs on, by their number, and what was written."""

    facts: tuple[int, ...]
    written: tuple[Written, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """The outcomes of one language, by recipe, and words for the facts they hang on.

    The facts are told by name, in the order of their numbers.
    """

    facts: Mapping[str, str]
    outcomes: Mapping[str, Outcome]

    def changed(self, now: Mapping[str, str]) -> frozenset[int]:
        """The numbers of the facts that are no longer as they were."""
        return frozenset(
            number
            for number, (name, word) in enumerate(self.facts.items())
            if now.get(name, "") != word
        )


@dataclass(frozen=True, slots=True)
class Record:
    """What is remembered, by language; `key` stands for everything that all pages hang on.

    `stamps` are those of the site's files, where they are known.
    """

    key: str
    leaves: Mapping[Language, Leaf]
    stamps: Mapping[str, Stamp] = field(default_factory=dict)


def as_bytes(record: Record) -> bytes:
    """A record as JSON, below a word that tells whether it is whole."""
    leaves = {language: [leaf.facts, leaf.outcomes] for language, leaf in record.leaves.items()}
    written = packed([FORM, record.key, leaves, record.stamps]).encode()
    return f"{sha256(written).hexdigest()}\n".encode() + written


def of_bytes(content: bytes) -> Record | None:
    """The record; None when it is damaged, or of another form."""
    word, _, written = content.partition(b"\n")
    if sha256(written).hexdigest().encode() != word:
        return None
    form, *told = unpacked(written)
    if form != FORM:
        return None
    key, leaves, stamps = told
    return Record(
        key,
        {Language(name): _leaf(*leaf) for name, leaf in leaves.items()},
        {path: Stamp._make(stamp) for path, stamp in stamps.items()},
    )


def _leaf(facts: dict[str, str], outcomes: dict[str, Any]) -> Leaf:
    return Leaf(facts, {name: _outcome(*outcome) for name, outcome in outcomes.items()})


def _outcome(facts: list[int], written: list[list[Any]]) -> Outcome:
    return Outcome(
        tuple(facts),
        tuple(Written(*head, targets=tuple(targets)) for *head, targets in written),
    )
