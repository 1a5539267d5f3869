"""What is remembered of an edition of the site, so that the next one is made in less time."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field, fields
from hashlib import sha256
from typing import Any, NamedTuple

from telemaco.ports import Stamp
from telemaco.records.base import Language, PersonId
from telemaco.records.packing import packed, unpacked
from telemaco.render.tracing.sessions import TEXTS

FORM = 6
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
    """What came of a recipe: the facts it hangs on, by their number, and what was written.

    `is_searched` as in the recipe.
    """

    facts: tuple[int, ...]
    written: tuple[Written, ...]
    is_searched: bool = False


class Part(NamedTuple):
    """A text that pages have a part of themselves from, and the facts it hangs on."""

    facts: tuple[int, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """The outcomes of one language, by recipe, and words for the facts they hang on.

    The facts are told by name, in the order of their numbers. `others` are the files of the
    language that hang on what all pages hang on, `looks` the mappings at which those looked that
    an edition works out once. `parts` are texts of pages by their names.
    """

    facts: Mapping[str, str]
    outcomes: Mapping[str, Outcome]
    others: tuple[Written, ...] = ()
    looks: Mapping[str, frozenset[str]] = field(default_factory=dict)
    parts: Mapping[str, Part] = field(default_factory=dict)

    @property
    def hangs_on_texts(self) -> bool:
        """Whether the texts of notes were looked at for more than single pages."""
        return any(TEXTS in looked_at for looked_at in self.looks.values())

    def parts_without(self, changed: Container[int]) -> dict[str, Part]:
        """The parts that hang on none of these facts."""
        return {
            name: part
            for name, part in self.parts.items()
            if not any(fact in changed for fact in part.facts)
        }

    def changed(self, now: Mapping[str, str]) -> frozenset[int]:
        """The numbers of the facts that are no longer as they were."""
        return frozenset(
            number
            for number, (name, word) in enumerate(self.facts.items())
            if now.get(name, "") != word
        )


@dataclass(frozen=True, slots=True)
class Past:
    """What was known of the community's files when a build ended.

    `rest` stands for all that does not hang on the texts of notes, `texts` has a word for the
    notes of each pair. Of what was worked out, `silent` are the people who publish nothing yet, and
    `is_faultless` says that nothing at all was found, not even what only a strict check minds.
    """

    rest: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    silent: tuple[PersonId, ...] = ()
    is_faultless: bool = False


@dataclass(frozen=True, slots=True)
class Hushed:
    """What no page may say, packed, and what that hangs on.

    `key` stands for all of it but for the texts of notes, `notes` has a word for these by pair. It
    is worked out of the doubtful texts, which are packed, too.
    """

    key: str = ""
    secrets: str = ""
    doubtful: str = ""
    notes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Record:
    """What is remembered, by language; `key` stands for everything that all pages hang on.

    `stamps` are those of the site's files, where they are known.
    """

    key: str
    leaves: Mapping[Language, Leaf]
    stamps: Mapping[str, Stamp] = field(default_factory=dict)
    past: Past = field(default_factory=Past)
    hushed: Hushed = field(default_factory=Hushed)


def as_bytes(record: Record) -> bytes:
    """A record as JSON, below a word that tells whether it is whole."""
    leaves = {
        language: [leaf.facts, leaf.outcomes, leaf.others, _sorted(leaf.looks), leaf.parts]
        for language, leaf in record.leaves.items()
    }
    told = [record.key, leaves, record.stamps, _values(record.past), _values(record.hushed)]
    written = packed([FORM, *told]).encode()
    return f"{sha256(written).hexdigest()}\n".encode() + written


def of_bytes(content: bytes) -> Record | None:
    """The record; None when it is damaged, or of another form."""
    word, _, written = content.partition(b"\n")
    if sha256(written).hexdigest().encode() != word:
        return None
    form, *told = unpacked(written)
    if form != FORM:
        return None
    key, leaves, stamps, (rest, texts, silent, is_faultless), hushed = told
    return Record(
        key,
        {Language(name): _leaf(*leaf) for name, leaf in leaves.items()},
        {path: Stamp._make(stamp) for path, stamp in stamps.items()},
        Past(rest, texts, tuple(silent), is_faultless),
        Hushed(*hushed),
    )


def _values(told: Past | Hushed) -> list[object]:
    return [getattr(told, one.name) for one in fields(told)]


def _sorted(looks: Mapping[str, frozenset[str]]) -> dict[str, list[str]]:
    return {name: sorted(looked_at) for name, looked_at in looks.items()}


def _leaf(
    facts: dict[str, str],
    outcomes: dict[str, Any],
    others: list[list[Any]],
    looks: dict[str, list[str]],
    parts: dict[str, list[Any]],
) -> Leaf:
    return Leaf(
        facts,
        {name: _outcome(*outcome) for name, outcome in outcomes.items()},
        _written(others),
        {name: frozenset(looked_at) for name, looked_at in looks.items()},
        {name: Part(tuple(facts), text) for name, (facts, text) in parts.items()},
    )


def _outcome(*told: Any) -> Outcome:  # noqa: ANN401 (as JSON has them)
    facts, written, is_searched = told
    return Outcome(tuple(facts), _written(written), is_searched)


def _written(told: list[list[Any]]) -> tuple[Written, ...]:
    return tuple(Written._make((*head, tuple(targets))) for *head, targets in told)
