"""The facts that pages of a language hang on, by numbers, in which a page may have thousands."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from telemaco.render.tracing.facts import name_of
from telemaco.render.tracing.notebook import WHOLE, Fact
from telemaco.render.tracing.parts import PARTS, Made
from telemaco.render.tracing.record import Part

Names = tuple[str, ...]


def names_of(facts: Collection[Fact]) -> Names:
    """Facts by their names, without what the look at a whole mapping tells already."""
    whole = {name for name, key in facts if key is WHOLE}
    return tuple(name_of(fact) for fact in facts if fact[1] is WHOLE or fact[0] not in whole)


def parts_told(parts: Mapping[str, Made], always: frozenset[Fact]) -> dict[str, tuple[Names, str]]:
    """Parts that were made, each below the names of its facts and of those that hold `always`."""
    return {name: (names_of(one.facts | always), one.text) for name, one in parts.items()}


@dataclass(frozen=True, slots=True)
class Ledger:
    """Numbers of facts, in their order, and the parts that are remembered."""

    numbers: dict[str, int]
    parts: dict[str, Part]

    def note_parts(self, parts: Mapping[str, tuple[Names, str]]) -> None:
        """Remember parts that were made, each below the facts it hangs on."""
        for name, (facts, text) in parts.items():
            self.parts[name] = Part(self.numbered(facts), text)

    def numbered(self, names: Iterable[str]) -> tuple[int, ...]:
        """The facts by their numbers, and those of the parts among them."""
        found: set[int] = set()
        for name in names:
            mapping, _, key = name.partition(":")
            if mapping == PARTS:
                found.update(self.parts[key].facts)
            else:
                found.add(self.numbers.setdefault(name, len(self.numbers)))
        return tuple(sorted(found))
