"""Parts of pages that hang on much and change seldom, remembered beside the pages.

The home page shows the latest notes below figures of everybody. Once a part is remembered, a page
is made again without a look at what that part hangs on.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from telemaco.render.tracing.notebook import Fact, Notebook
from telemaco.render.tracing.record import Part

PARTS = "parts"
"""In a fact, a part that a former build made: it stands for all that the part hangs on."""


class Made(NamedTuple):
    """A part that was made now, and the facts it hangs on by their names."""

    facts: frozenset[Fact]
    text: str


@dataclass(slots=True)
class Parts:
    """Gives parts: those that are `known` from a former build, others are made."""

    notebook: Notebook
    known: Mapping[str, Part]
    made: dict[str, Made] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def part(self, name: str, make: Callable[[], str]) -> str:
        """The part; the notebook learns what it hangs on."""
        known = self.known.get(name)
        if known:
            self.notebook.facts.add((PARTS, name))
            return known.text
        if name not in self.made:
            before = self.notebook.tear_out()
            text = make()
            self.made[name] = Made(self.notebook.tear_out(), text)
            self.notebook.facts |= before
        self.used.add(name)
        self.notebook.facts |= self.made[name].facts
        return self.made[name].text

    def tear_out(self) -> dict[str, Made]:
        """The parts that were made and used since the last time."""
        found = {name: self.made[name] for name in sorted(self.used)}
        self.used.clear()
        return found
