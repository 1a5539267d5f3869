"""What the pages of a language are made from, where they are put, and what came of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from telemaco.ports import FormerSite, SiteFolder
from telemaco.render.frames import Frame
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.page import Page
from telemaco.render.pages.recipes import Recipe
from telemaco.render.tracing.record import Leaf, Outcome, Written
from telemaco.usecases.proof import Proof


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

    `is_of_texts` says that nothing else changed since than texts of notes, and `pairs` whose;
    `is_untouched` that all files are as the build left them, besides.
    """

    leaf: Leaf
    site: FormerSite
    is_of_texts: bool = False
    is_untouched: bool = False
    pairs: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Pressed:
    """What came of the recipes, made or kept, in a folder of the site.

    `recipes` are those that were gone through, by name. `is_whole` says that only texts changed
    and no page is missing that was there before; `is_listed` that all lists of pages are as they
    were, besides. `words` are the digests of the files that were put down.
    """

    folder: str
    leaf: Leaf
    recipes: Mapping[str, Recipe]
    words: Mapping[str, str]
    is_whole: bool = False
    is_listed: bool = False

    @property
    def places(self) -> Iterator[str]:
        """The files with a page."""
        return (self.folder + path for path in places_of(self.leaf.outcomes.values()))

    @property
    def searched(self) -> Iterator[Page]:
        """The pages that the search finds, without their bodies."""
        for outcome in self.leaf.outcomes.values():
            if outcome.is_searched:
                yield from _pages(outcome)


def places_of(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """The files with a page."""
    return (one.path for outcome in outcomes for one in outcome.written if one.title is not None)


def _pages(outcome: Outcome) -> Iterator[Page]:
    for one in outcome.written:
        if one.title is not None:
            address = one.path.removesuffix("index.html")
            yield Page(address, one.shell, one.title, one.description, "")
