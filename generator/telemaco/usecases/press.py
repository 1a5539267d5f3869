"""Make the pages and files of a language, or keep those that a former build left as they are."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from html import escape
from itertools import chain
from typing import NamedTuple

from telemaco.messages import Message
from telemaco.model.late import Late
from telemaco.ports import Crew
from telemaco.records.base import Language
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.listing import recipe_named, recipes
from telemaco.render.pages.page import Page
from telemaco.render.pages.recipes import Made, PlainFile, Recipe
from telemaco.render.tracing.facts import digest, name_of
from telemaco.render.tracing.ledger import Ledger, Names, names_of, parts_told
from telemaco.render.tracing.lines import with_others
from telemaco.render.tracing.notebook import Notebook
from telemaco.render.tracing.parts import Parts
from telemaco.render.tracing.record import (
    Leaf,
    Outcome,
    Written,
    hanging_again,
    hanging_on_texts,
)
from telemaco.render.tracing.sessions import TEXTS
from telemaco.render.tracing.traced import Watched, traced
from telemaco.usecases.desk import Desk, Pressed, Remembered, Work, places_of
from telemaco.usecases.proof import Proof

_Place = tuple[Language, str]
"""A recipe by its name, in a language."""

_LISTING = "recipes"
"""In what is noted of looks: the list of all recipes."""


def press(
    works: Mapping[Language, Work],
    desk: Desk,
    former: Mapping[Language, Remembered],
    crew: Crew,
    hear: Callable[[], object],
) -> dict[Language, Pressed]:
    """Go through the recipes of all languages; `former` are builds of which pages may be kept.

    What comes of it is the same, with a former build or without. The crew shares what is to be
    made. Before that, `hear` waits for what is worked out elsewhere, and may break off.
    """
    pressings = {name: _Press(work, desk, former.get(name)) for name, work in works.items()}
    missing = [(name, one) for name, pressing in pressings.items() for one in pressing.missing()]
    for work in works.values():
        work.facts  # noqa: B018 (worked out while something else is elsewhere)
    hear()
    drafts = chain.from_iterable(crew.share(partial(_drafts, pressings), missing))
    for pressing in pressings.values():
        pressing.take_all(drafts)
    # Only whoever asks once more lets the helpers go.
    left = [*drafts]
    assert not left  # noqa: S101 (each was taken for a recipe)
    _keep_others(desk.proof, [*pressings.values()])
    return {name: pressing.result() for name, pressing in pressings.items()}


def _keep_others(proof: Proof, pressings: Sequence["_Press"]) -> None:
    """Keep all that was not looked at, where the site is as the former build left it."""
    gone = {path for pressing in pressings for path in pressing.gone()}
    for pressing in pressings:
        if pressing.former and pressing.former.is_untouched:
            for path in pressing.former.site.keep_others(gone):
                proof.add_known(path, ())
            if gone:
                pressing.look_at_targets()


class _Draft(NamedTuple):
    """What was made of a recipe: the facts it hangs on, what was written, what that tells.

    `parts` are the texts in it that are remembered, each below the facts it hangs on.
    """

    facts: Names
    written: tuple[Written, ...]
    leaks: tuple[Message, ...]
    parts: Mapping[str, tuple[Names, str]]


def _as_before(leaf: Leaf, edition: Edition) -> Mapping[str, Recipe]:
    """The recipes of the former build by name, where all that they hang on is as it was."""

    @cache
    def listed() -> Mapping[str, Recipe]:
        return {one.name: one for one in recipes(edition)}

    def named(name: str) -> Recipe:
        known = recipe_named(name, is_searched=leaf.outcomes[name].is_searched)
        return known or listed()[name]

    return Late(leaf.outcomes, named)


def _drafts(pressings: Mapping[Language, "_Press"], listed: Sequence[_Place]) -> list[_Draft]:
    """What is made of the recipes, in their order; nothing of it is noted down yet."""
    return [pressings[name].draft(recipe) for name, recipe in listed]


@dataclass(slots=True)
class _Press:
    work: Work
    desk: Desk
    former: Remembered | None
    notebook: Notebook = field(default_factory=Notebook)
    ledger: Ledger = field(init=False)
    changed: frozenset[int] = field(init=False)
    watched: Watched = field(init=False)
    parts: Parts = field(init=False)
    looks: dict[str, frozenset[str]] = field(init=False)
    recipes: Mapping[str, Recipe] = field(init=False)
    known: dict[str, Outcome | None] = field(default_factory=dict)
    spots: list[int] = field(default_factory=list)
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    looked_at: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        edition, former = self.work.edition, self.former
        leaf = former.leaf if former else Leaf({}, {})
        late = leaf.looks if former and former.is_of_texts else {}
        numbers = {name: number for number, name in enumerate(leaf.facts)}
        if former and former.is_of_texts:
            names = (name_of((TEXTS, pair)) for pair in former.pairs)
            self.changed = frozenset(numbers[name] for name in names if name in numbers)
        else:
            self.changed = leaf.changed(self.work.facts) if former else frozenset()
        self.parts = Parts(self.notebook, leaf.parts_without(self.changed))
        self.ledger = Ledger(numbers, dict(self.parts.known))
        self.watched = traced(edition, self.notebook, late, self.parts.part)
        self.looks = dict(self.watched.looks)
        if former and former.is_of_texts:
            self.recipes = _as_before(leaf, edition)
            self.looks[_LISTING] = leaf.looks[_LISTING]
        else:
            self.recipes = {one.name: one for one in recipes(self.watched.edition)}
            self.looks[_LISTING] = frozenset(name for name, _ in self.notebook.tear_out())

    def missing(self) -> list[str]:
        """The recipes of which something is to be made."""
        if self.former and self.former.is_untouched:
            leaf = self.former.leaf
            found = {place for pair in self.former.pairs for place in leaf.hanging.get(pair, ())}
            # What all pages in a frame have of it was looked at by the former build.
            self.looked_at.update(self.work.frames)
            names = [*leaf.outcomes] if found else []
            self.spots = sorted(found)
            self.known = {names[place]: None for place in self.spots}
        else:
            self.known = {name: self._kept(name) for name in self.recipes}
        return [name for name, outcome in self.known.items() if outcome is None]

    def _kept(self, name: str) -> Outcome | None:
        """What came of a recipe before, if it would be the same again and is still there."""
        outcome = self.former.leaf.outcomes.get(name) if self.former else None
        if self.former is None or outcome is None or not self.changed.isdisjoint(outcome.facts):
            return None
        folder, site = self.work.folder, self.former.site
        if all(site.holds(folder + one.path, one.digest) for one in outcome.written):
            for one in outcome.written:
                site.keep(folder + one.path)
            return outcome
        return None

    def draft(self, name: str) -> _Draft:
        """Make what the recipe says, and put it down."""
        made = self.recipes[name].made(self.watched.edition)
        facts = names_of(self.notebook.tear_out() | self.watched.always)
        desk = Desk(self.desk.folder, self.desk.proof.aside())
        outcome = self.former.leaf.outcomes.get(name) if self.former else None
        known = {one.path: one for one in outcome.written} if outcome else {}
        written = tuple(self._put(desk, one, known.get(one.path)) for one in made)
        parts = parts_told(self.parts.tear_out(), self.watched.always)
        return _Draft(facts, written, desk.proof.leaks, parts)

    def take_all(self, drafts: Iterator[_Draft]) -> None:
        """Note down what came of the recipes; the drafts are those of what was missing."""
        for name, outcome in self.known.items():
            self._take(name, outcome or next(drafts))

    def _take(self, name: str, result: Outcome | _Draft) -> None:
        for one in result.written:
            self.desk.proof.add_known(self.work.folder + one.path, one.targets)
            if one.title is not None:
                self._look_at_frame(one)
        outcome = result if isinstance(result, Outcome) else self._noted(name, result)
        self.outcomes[name] = outcome

    def gone(self) -> Iterator[str]:
        """The files that are there no longer, where only few recipes were gone through again."""
        if self.former and self.former.is_untouched:
            for name, outcome in self.outcomes.items():
                before = self.former.leaf.outcomes[name].written
                paths = {one.path for one in outcome.written}
                yield from (self.work.folder + one.path for one in before if one.path not in paths)

    def look_at_targets(self) -> None:
        """A page that was kept may name a file that is gone."""
        for outcome in self._all_outcomes().values():
            for one in outcome.written:
                self.desk.proof.add_known(self.work.folder + one.path, one.targets)

    def _all_outcomes(self) -> Mapping[str, Outcome]:
        if self.former and self.former.is_untouched:
            return with_others(self.former.leaf.outcomes, self.outcomes)
        return self.outcomes

    def result(self) -> Pressed:
        """All of it."""
        if self.former and self.former.is_untouched:
            return self._touched_up(self.former.leaf)
        facts = self._facts()
        hanging = hanging_on_texts(facts, self.outcomes)
        leaf = Leaf(facts, self.outcomes, (), self.looks, self.ledger.parts, hanging)
        is_whole = False
        if self.former and self.former.is_of_texts:
            before = self.former.leaf.outcomes.values()
            is_whole = {*places_of(before)} <= {*places_of(self.outcomes.values())}
        return Pressed(self.work.folder, leaf, self.recipes, self.words, is_whole)

    def _touched_up(self, before: Leaf) -> Pressed:
        """The former leaf with a few outcomes that are new."""
        facts = self.work.facts
        if len(self.ledger.numbers) > len(before.facts):
            facts = self._facts()
        new = [*self.outcomes.values()]
        former = [before.outcomes[name] for name in self.outcomes]
        hanging = hanging_again(before.hanging, facts, dict(zip(self.spots, new, strict=True)))
        outcomes = self._all_outcomes()
        leaf = Leaf(facts, outcomes, before.others, self.looks, self.ledger.parts, hanging)
        is_whole = {*places_of(former)} <= {*places_of(new)}
        is_listed = [*map(_heads, former)] == [*map(_heads, new)]
        return Pressed(self.work.folder, leaf, self.recipes, self.words, is_whole, is_listed)

    def _facts(self) -> Mapping[str, str]:
        return {name: self.work.facts.get(name, "") for name in self.ledger.numbers}

    def _look_at_frame(self, page: Written) -> None:
        """Once for all pages in it, of which only what is their own was looked at."""
        if page.shell not in self.looked_at:
            self.looked_at.add(page.shell)
            empty = Page(page.path.removesuffix("index.html"), page.shell, "", "", "")
            html = self.work.frames[page.shell].stamp(empty)
            self.desk.proof.look(self.work.folder + page.path, html)

    def _noted(self, name: str, draft: _Draft) -> Outcome:
        self.desk.proof.add_leaks(draft.leaks)
        self.words |= {self.work.folder + one.path: one.digest for one in draft.written}
        self.ledger.note_parts(draft.parts)
        facts = self.ledger.numbered(draft.facts)
        return Outcome(facts, draft.written, self.recipes[name].is_searched)

    def _put(self, desk: Desk, made: Made, known: Written | None) -> Written:
        if isinstance(made, PlainFile):
            content, head = made.content, _NO_PAGE
        else:
            content = self.work.frames[made.shell].stamp(made).encode()
            head = (made.shell, made.title, made.description)
        place, word = self.work.folder + made.path, digest(content)
        is_text = not isinstance(made, PlainFile) or made.text is None
        if known and known.digest == word and is_text:
            desk.put_known(place, content, known)
            return known
        return Written(made.path, word, *head, targets=desk.put(place, content, _own_text(made)))


_NO_PAGE = Written("", "")[2:5]


def _heads(outcome: Outcome) -> list[tuple[str, str, str | None, str]]:
    """What lists of pages may say of those that were written."""
    return [(one.path, one.shell, one.title, one.description) for one in outcome.written]


def _own_text(made: Made) -> str:
    """What is to be looked at; the frame of a page is looked at once for all pages in it."""
    if isinstance(made, PlainFile):
        return made.content.decode() if made.text is None else made.text
    return escape(f"{made.title}\n{made.description}\n") + made.body
