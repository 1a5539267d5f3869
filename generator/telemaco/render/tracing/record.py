"""What is remembered of an edition of the site, so that the next one is made in less time."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from telemaco.records.base import Language, PersonId
from telemaco.render.tracing.inventory import Inventory
from telemaco.render.tracing.lines import Lines, Origin
from telemaco.render.tracing.sessions import TEXTS


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
    an edition works out once. `parts` are texts of pages by their names. `hanging` are the recipes
    that hang on the texts of a pair's notes, by the pair, told by their place among the outcomes.
    """

    facts: Mapping[str, str]
    outcomes: Mapping[str, Outcome]
    others: tuple[Written, ...] = ()
    looks: Mapping[str, frozenset[str]] = field(default_factory=dict)
    parts: Mapping[str, Part] = field(default_factory=dict)
    hanging: Mapping[str, Sequence[int]] = field(default_factory=dict)

    @property
    def hangs_on_texts(self) -> bool:
        """Whether the texts of notes were looked at for more than single pages."""
        return any(TEXTS in looked_at for looked_at in self.looks.values())

    def parts_without(self, changed: frozenset[int]) -> dict[str, Part]:
        """The parts that hang on none of these facts."""
        return {name: part for name, part in self.parts.items() if changed.isdisjoint(part.facts)}

    def changed(self, now: Mapping[str, str]) -> frozenset[int]:
        """The numbers of the facts that are no longer as they were."""
        return frozenset(
            number
            for number, (name, word) in enumerate(self.facts.items())
            if now.get(name, "") != word
        )


def hanging_on_texts(facts: Iterable[str], outcomes: Mapping[str, Outcome]) -> dict[str, list[int]]:
    """The outcomes that hang on the texts of a pair's notes, by the pair, told by their place."""
    return _hanging(facts, enumerate(outcomes.values()))


def hanging_again(
    before: Mapping[str, Sequence[int]], facts: Iterable[str], new: Mapping[int, Outcome]
) -> dict[str, list[int]]:
    """The same where few outcomes are new, told by their place."""
    found = {pair: [one for one in places if one not in new] for pair, places in before.items()}
    for pair, places in _hanging(facts, new.items()).items():
        found[pair] = sorted([*found.get(pair, ()), *places])
    return found


def _hanging(facts: Iterable[str], outcomes: Iterable[tuple[int, Outcome]]) -> dict[str, list[int]]:
    texts = {
        number: name.removeprefix(_OF_TEXTS)
        for number, name in enumerate(facts)
        if name.startswith(_OF_TEXTS)
    }
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place, outcome in outcomes:
        for fact in texts.keys() & outcome.facts:
            found[texts[fact]].append(place)
    return found


_OF_TEXTS = f"{TEXTS}:"


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

    `inventory` is what the folder of the site then held, `origin` the lines that this was read
    from, if it was.
    """

    key: str
    leaves: Mapping[Language, Leaf]
    inventory: Inventory = field(default_factory=Inventory)
    past: Past = field(default_factory=Past)
    hushed: Hushed = field(default_factory=Hushed)
    origin: Origin | None = field(default=None, compare=False)

    def read_all(self) -> None:
        """Read at once what would be read bit by bit; for who will look at all outcomes."""
        for leaf in self.leaves.values():
            if isinstance(leaf.outcomes, Lines):
                leaf.outcomes.read_all()
