"""Make the pages and files of a language, or keep those that a former build left as they are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from telemaco.messages import Message
from telemaco.ports import Crew, FormerSite, SiteFolder
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


@dataclass(frozen=True, slots=True)
class Work:
    """What the pages of a language are made from.

    `folder` is where they lie. `facts` are words for everything the pages may look at.
    """

    edition: Edition
    folder: str
    frames: Mapping[str, Frame]
    facts: Mapping[str, str]


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


def press(work: Work, desk: Desk, former: Remembered | None, crew: Crew) -> Pressed:
    """Go through all recipes; what comes of them is the same, with a former build or without.

    Without one, all is to be made, and the crew shares the work.
    """
    pressing = _Press(work, desk, former)
    listed = tuple(recipes(work.edition))
    drafts: dict[str, _Draft] = {}
    if former is None:
        for some in crew.share(pressing.drafts, listed):
            drafts |= some
    for recipe in listed:
        pressing.take(recipe, drafts.get(recipe.name))
    return pressing.result()


@dataclass(frozen=True, slots=True)
class _Draft:
    """What was made of a recipe: the facts it hangs on, what was written, what that tells."""

    facts: tuple[str, ...]
    written: tuple[Written, ...]
    leaks: tuple[Message, ...]


@dataclass(slots=True)
class _Press:
    work: Work
    desk: Desk
    former: Remembered | None
    notebook: Notebook = field(default_factory=Notebook)
    numbers: dict[str, int] = field(init=False)
    changed: frozenset[int] = field(init=False)
    watched: Watched = field(init=False)
    looked_at: set[str] = field(default_factory=set)
    recipes: dict[str, Recipe] = field(default_factory=dict)
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    searched: list[Page] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.watched = traced(self.work.edition, self.notebook)
        leaf = self.former.leaf if self.former else Leaf({}, {})
        self.numbers = {name: number for number, name in enumerate(leaf.facts)}
        self.changed = leaf.changed(self.work.facts)

    def drafts(self, listed: Sequence[Recipe]) -> dict[str, _Draft]:
        """What is made of the recipes, by their names; nothing of it is noted down yet."""
        return {recipe.name: self._draft(recipe) for recipe in listed}

    def take(self, recipe: Recipe, draft: _Draft | None) -> None:
        name = recipe.name
        outcome = self._kept(name) or self._made(draft or self._draft(recipe))
        self.recipes[name], self.outcomes[name] = recipe, outcome
        if recipe.is_searched:
            self.searched += _pages(outcome)

    def result(self) -> Pressed:
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

    def _kept(self, name: str) -> Outcome | None:
        """What came of a recipe before, if it would be the same again and is still there."""
        if self.former is None:
            return None
        outcome = self.former.leaf.outcomes.get(name)
        if outcome is None or not self.changed.isdisjoint(outcome.facts):
            return None
        if not all(self._stands(one, self.former.site) for one in outcome.written):
            return None
        for one in outcome.written:
            self.former.site.keep(self.work.folder + one.path)
            self.desk.proof.add_known(self.work.folder + one.path, one.targets)
            self.looked_at.add(one.shell)
        return outcome

    def _stands(self, one: Written, site: FormerSite) -> bool:
        is_seen = one.title is None or one.is_whole or one.shell in self.looked_at
        return is_seen and site.holds(self.work.folder + one.path, one.digest)

    def _made(self, draft: _Draft) -> Outcome:
        for one in draft.written:
            self.desk.proof.add_known(self.work.folder + one.path, one.targets)
        self.desk.proof.add_leaks(draft.leaks)
        numbers = self.numbers
        return Outcome(
            tuple(sorted(numbers.setdefault(name, len(numbers)) for name in draft.facts)),
            draft.written,
        )

    def _draft(self, recipe: Recipe) -> _Draft:
        made = recipe.made(self.watched.edition)
        facts = self.notebook.tear_out() | self.watched.always
        desk = Desk(self.desk.folder, self.desk.proof.aside())
        written = tuple(self._put(desk, one) for one in made)
        return _Draft(tuple(map(name_of, facts)), written, desk.proof.leaks)

    def _put(self, desk: Desk, made: Made) -> Written:
        if isinstance(made, PlainFile):
            text = made.content.decode() if made.text is None else made.text
            seen = text.replace(_FOLD, "")
            desk.put(self.work.folder + made.path, made.content, seen)
            return Written(made.path, digest(made.content))
        return self._put_page(desk, made)

    def _put_page(self, desk: Desk, page: Page) -> Written:
        """Put a page; the first of each frame is looked at whole, of any other its body."""
        html = self.work.frames[page.shell].stamp(page)
        is_whole = page.shell not in self.looked_at
        self.looked_at.add(page.shell)
        own = escape(f"{page.title}\n{page.description}\n") + page.body
        seen = html if is_whole else own
        content = html.encode()
        targets = desk.put(self.work.folder + page.path, content, seen)
        word = digest(content)
        head = (page.shell, page.title, page.description)
        return Written(page.path, word, *head, is_whole, targets)


def _pages(outcome: Outcome) -> Iterator[Page]:
    """The pages again, without their bodies."""
    for one in outcome.written:
        if one.title is not None:
            address = one.path.removesuffix("index.html")
            yield Page(address, one.shell, one.title, one.description, "")
