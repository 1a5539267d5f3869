"""Make the pages and files of a language, or keep those that a former build left as they are."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, partial
from html import escape
from itertools import chain
from typing import NamedTuple

from telemaco.messages import Message
from telemaco.model.late import Late
from telemaco.ports import Crew, FormerSite, SiteFolder
from telemaco.records.base import Language
from telemaco.render.frames import Frame
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.listing import recipe_named, recipes
from telemaco.render.pages.page import Page
from telemaco.render.pages.recipes import Made, PlainFile, Recipe
from telemaco.render.tracing.facts import digest
from telemaco.render.tracing.ledger import Ledger, Names, names_of, parts_told
from telemaco.render.tracing.notebook import Notebook
from telemaco.render.tracing.parts import Parts
from telemaco.render.tracing.record import Leaf, Outcome, Written
from telemaco.render.tracing.traced import Watched, traced
from telemaco.usecases.proof import Proof

_Place = tuple[Language, str]
"""A recipe by its name, in a language."""

_LISTING = "recipes"
"""In what is noted of looks: the list of all recipes."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Where files are put down, and looked at on the way."""

    folder: SiteFolder
    proof: Proof

    def put(self, path: str, content: bytes, seen: str = "") -> tuple[str, ...]:
        """Put a file down; `seen` is the text in it that is to be looked at.

        The answer is the files of the site that it names.
        """
        self.folder.put(path, content)
        return self.proof.add(path, seen)

    def put_known(self, path: str, content: bytes, known: Written) -> tuple[str, ...]:
        """The same for a file that a former build looked at, for the same secrets."""
        self.folder.put(path, content)
        self.proof.add_known(path, known.targets)
        return known.targets


@dataclass(frozen=True)
class Work:
    """What the pages of a language are made from.

    `folder` is where they lie. `tell` gives words for everything that pages of an edition may look
    at.
    """

    edition: Edition
    folder: str
    frames: Mapping[str, Frame]
    tell: Callable[[Edition], Mapping[str, str]]

    @cached_property
    def facts(self) -> Mapping[str, str]:
        """These words, which take a while."""
        return self.tell(self.edition)


@dataclass(frozen=True, slots=True)
class Remembered:
    """The former build of a language, with the same templates and settings, and its files.

    `is_of_texts` says that nothing else changed since than texts of notes.
    """

    leaf: Leaf
    site: FormerSite
    is_of_texts: bool = False


@dataclass(frozen=True, slots=True)
class Pressed:
    """What was made or kept: the files with a page, those the search finds, and the record.

    `recipes` are those that were gone through, by name. `is_whole` says that only texts changed
    and no page is missing that was there before.
    """

    places: tuple[str, ...]
    searched: tuple[Page, ...]
    leaf: Leaf
    recipes: Mapping[str, Recipe]
    is_whole: bool = False


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
    listed = [(name, one) for name, pressing in pressings.items() for one in pressing.recipes]
    kept = {place: pressings[place[0]].kept(place[1]) for place in listed}
    missing = [place for place in listed if kept[place] is None]
    for work in works.values():
        work.facts  # noqa: B018 (worked out while something else is elsewhere)
    hear()
    drafts = chain.from_iterable(crew.share(partial(_drafts, pressings), missing))
    for place in listed:
        name, recipe = place
        pressings[name].take(recipe, kept[place] or next(drafts))
    # None is left; but only whoever asks once more lets the helpers go.
    assert not [*drafts]  # noqa: S101 (see above)
    return {name: pressing.result() for name, pressing in pressings.items()}


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
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    searched: list[Page] = field(default_factory=list)
    looked_at: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        edition, former = self.work.edition, self.former
        leaf = former.leaf if former else Leaf({}, {})
        late = leaf.looks if former and former.is_of_texts else {}
        self.changed = leaf.changed(self.work.facts) if former else frozenset()
        self.parts = Parts(self.notebook, leaf.parts_without(self.changed))
        numbers = {name: number for number, name in enumerate(leaf.facts)}
        self.ledger = Ledger(numbers, dict(self.parts.known))
        self.watched = traced(edition, self.notebook, late, self.parts.part)
        self.looks = dict(self.watched.looks)
        if former and former.is_of_texts:
            self.recipes = _as_before(leaf, edition)
            self.looks[_LISTING] = leaf.looks[_LISTING]
        else:
            self.recipes = {one.name: one for one in recipes(self.watched.edition)}
            self.looks[_LISTING] = frozenset(name for name, _ in self.notebook.tear_out())

    def kept(self, name: str) -> Outcome | None:
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

    def take(self, name: str, result: Outcome | _Draft) -> None:
        """Note down what came of a recipe."""
        for one in result.written:
            self.desk.proof.add_known(self.work.folder + one.path, one.targets)
            if one.title is not None:
                self._look_at_frame(one)
        outcome = result if isinstance(result, Outcome) else self._noted(name, result)
        self.outcomes[name] = outcome
        if outcome.is_searched:
            self.searched += _pages(outcome)

    def result(self) -> Pressed:
        """All of it."""
        facts = {name: self.work.facts.get(name, "") for name in self.ledger.numbers}
        return Pressed(
            tuple(self.work.folder + path for path in _places(self.outcomes)),
            tuple(self.searched),
            Leaf(facts, self.outcomes, looks=self.looks, parts=self.ledger.parts),
            self.recipes,
            self._is_whole(),
        )

    def _is_whole(self) -> bool:
        if self.former is None or not self.former.is_of_texts:
            return False
        return {*_places(self.former.leaf.outcomes)} <= {*_places(self.outcomes)}

    def _look_at_frame(self, page: Written) -> None:
        """Once for all pages in it, of which only what is their own was looked at."""
        if page.shell not in self.looked_at:
            self.looked_at.add(page.shell)
            empty = Page(page.path.removesuffix("index.html"), page.shell, "", "", "")
            html = self.work.frames[page.shell].stamp(empty)
            self.desk.proof.look(self.work.folder + page.path, html)

    def _noted(self, name: str, draft: _Draft) -> Outcome:
        self.desk.proof.add_leaks(draft.leaks)
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


def _own_text(made: Made) -> str:
    """What is to be looked at; the frame of a page is looked at once for all pages in it."""
    if isinstance(made, PlainFile):
        return made.content.decode() if made.text is None else made.text
    return escape(f"{made.title}\n{made.description}\n") + made.body


def _places(outcomes: Mapping[str, Outcome]) -> Iterator[str]:
    """The files with a page."""
    for outcome in outcomes.values():
        for one in outcome.written:
            if one.title is not None:
                yield one.path


def _pages(outcome: Outcome) -> Iterator[Page]:
    """The pages again, without their bodies."""
    for one in outcome.written:
        if one.title is not None:
            address = one.path.removesuffix("index.html")
            yield Page(address, one.shell, one.title, one.description, "")
