"""Make the pages and files of a language, or keep those that a former build left as they are."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from html import escape

from telemaco.messages import Message
from telemaco.ports import Crew, FormerSite, SiteFolder
from telemaco.records.base import Language
from telemaco.render.frames import Frame
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.listing import recipes
from telemaco.render.pages.page import Page
from telemaco.render.pages.recipes import Made, PlainFile, Recipe
from telemaco.render.tracing.facts import digest, name_of
from telemaco.render.tracing.notebook import Notebook
from telemaco.render.tracing.record import Leaf, Outcome, Written
from telemaco.render.tracing.traced import Watched, traced
from telemaco.usecases.proof import Proof

_Place = tuple[Language, str]
"""A recipe by its name, in a language."""

_FOLD = "\r\n "
"""Where a line of a calendar is cut; a word may go on behind it."""


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
    """The former build of a language, with the same templates and settings, and its files."""

    leaf: Leaf
    site: FormerSite


@dataclass(frozen=True, slots=True)
class Pressed:
    """What was made or kept: the files with a page, those the search finds, and the record.

    `recipes` are those that were gone through, by name, and `looks` as in `Watched`.
    """

    places: tuple[str, ...]
    searched: tuple[Page, ...]
    leaf: Leaf
    recipes: Mapping[str, Recipe]
    looks: Mapping[str, frozenset[str]]


def press(
    works: Mapping[Language, Work],
    desk: Desk,
    former: Mapping[Language, Remembered],
    crew: Crew,
    meanwhile: Callable[[], object],
) -> dict[Language, Pressed]:
    """Go through the recipes of all languages; `former` are builds of which pages may be kept.

    What comes of it is the same, with a former build or without. The crew shares what is to be
    made, and something else may be done meanwhile.
    """
    pressings = {name: _Press(work, desk, former.get(name)) for name, work in works.items()}
    listed = [(name, recipe) for name, work in works.items() for recipe in recipes(work.edition)]
    kept = {(name, one.name): pressings[name].kept(one.name) for name, one in listed}
    missing = [(name, one) for name, one in listed if kept[name, one.name] is None]
    drafts: dict[_Place, _Draft] = {}

    def done_meanwhile() -> None:
        for work in works.values():
            work.facts  # noqa: B018 (worked out while the helpers are at work)
        meanwhile()

    for some in crew.share(partial(_drafts, pressings), missing, done_meanwhile):
        drafts |= some
    for name, recipe in listed:
        place = (name, recipe.name)
        pressings[name].take(recipe, kept[place] or drafts[place])
    return {name: pressing.result() for name, pressing in pressings.items()}


@dataclass(frozen=True, slots=True)
class _Draft:
    """What was made of a recipe: the facts it hangs on, what was written, what that tells."""

    facts: tuple[str, ...]
    written: tuple[Written, ...]
    leaks: tuple[Message, ...]


def _drafts(
    pressings: Mapping[Language, "_Press"], listed: Sequence[tuple[Language, Recipe]]
) -> dict[_Place, _Draft]:
    """What is made of the recipes, by language and name; nothing of it is noted down yet."""
    return {(name, one.name): pressings[name].draft(one) for name, one in listed}


@dataclass(slots=True)
class _Press:
    work: Work
    desk: Desk
    former: Remembered | None
    notebook: Notebook = field(default_factory=Notebook)
    numbers: dict[str, int] = field(init=False)
    changed: frozenset[int] = field(init=False)
    watched: Watched = field(init=False)
    recipes: dict[str, Recipe] = field(default_factory=dict)
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    searched: list[Page] = field(default_factory=list)
    looked_at: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.watched = traced(self.work.edition, self.notebook)
        leaf = self.former.leaf if self.former else Leaf({}, {})
        self.numbers = {name: number for number, name in enumerate(leaf.facts)}
        self.changed = leaf.changed(self.work.facts) if self.former else frozenset()

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

    def draft(self, recipe: Recipe) -> _Draft:
        """Make what the recipe says, and put it down."""
        made = recipe.made(self.watched.edition)
        facts = self.notebook.tear_out() | self.watched.always
        desk = Desk(self.desk.folder, self.desk.proof.aside())
        written = tuple(self._put(desk, one) for one in made)
        return _Draft(tuple(map(name_of, facts)), written, desk.proof.leaks)

    def take(self, recipe: Recipe, result: Outcome | _Draft) -> None:
        """Note down what came of a recipe."""
        for one in result.written:
            self.desk.proof.add_known(self.work.folder + one.path, one.targets)
            if one.title is not None:
                self._look_at_frame(one)
        outcome = self._noted(result) if isinstance(result, _Draft) else result
        self.recipes[recipe.name], self.outcomes[recipe.name] = recipe, outcome
        if recipe.is_searched:
            self.searched += _pages(outcome)

    def result(self) -> Pressed:
        """All of it."""
        folder = self.work.folder
        places = tuple(
            folder + one.path
            for outcome in self.outcomes.values()
            for one in outcome.written
            if one.title is not None
        )
        facts = {name: self.work.facts.get(name, "") for name in self.numbers}
        leaf = Leaf(facts, self.outcomes)
        return Pressed(places, tuple(self.searched), leaf, self.recipes, self.watched.looks)

    def _look_at_frame(self, page: Written) -> None:
        """Once for all pages in it, of which only what is their own was looked at."""
        if page.shell not in self.looked_at:
            self.looked_at.add(page.shell)
            empty = Page(page.path.removesuffix("index.html"), page.shell, "", "", "")
            html = self.work.frames[page.shell].stamp(empty)
            self.desk.proof.look(self.work.folder + page.path, html)

    def _noted(self, draft: _Draft) -> Outcome:
        self.desk.proof.add_leaks(draft.leaks)
        numbers = self.numbers
        return Outcome(
            tuple(sorted(numbers.setdefault(name, len(numbers)) for name in draft.facts)),
            draft.written,
        )

    def _put(self, desk: Desk, made: Made) -> Written:
        if isinstance(made, PlainFile):
            text = made.content.decode() if made.text is None else made.text
            seen = text.replace(_FOLD, "")
            desk.put(self.work.folder + made.path, made.content, seen)
            return Written(made.path, digest(made.content))
        content = self.work.frames[made.shell].stamp(made).encode()
        own = escape(f"{made.title}\n{made.description}\n") + made.body
        targets = desk.put(self.work.folder + made.path, content, own)
        head = (made.shell, made.title, made.description)
        return Written(made.path, digest(content), *head, targets)


def _pages(outcome: Outcome) -> Iterator[Page]:
    """The pages again, without their bodies."""
    for one in outcome.written:
        if one.title is not None:
            address = one.path.removesuffix("index.html")
            yield Page(address, one.shell, one.title, one.description, "")
