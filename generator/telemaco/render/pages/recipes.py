"""What a site is made of, piece by piece: each made by a function of the edition and of keys."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

from telemaco.records.packing import packed
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.page import Page


@dataclass(frozen=True, slots=True)
class PlainFile:
    """A file that is no page; `path` is relative to the language's root.

    `text` is what it says where its bytes are no text, so that it can be looked at.
    """

    path: str
    content: bytes
    text: str | None = None


Made = Page | PlainFile


@dataclass(frozen=True, slots=True)
class Recipe:
    """How pages or files are made that are made together.

    `make` is a function of a module, called with the edition and the keys: whatever else it is
    to know it looks up in the edition, where it is noted down what a page hangs on. Its pages
    are found by the site's search when `is_searched`.
    """

    make: Callable[..., Iterable[Made]]
    keys: tuple[Hashable, ...] = ()
    is_searched: bool = False

    @property
    def name(self) -> str:
        """By which it is known again, in another build too."""
        return self.made_by + packed(list(self.keys))

    @property
    def made_by(self) -> str:
        """The function by its name."""
        return f"{self.make.__module__}.{self.make.__qualname__}"

    def made(self, edition: Edition) -> tuple[Made, ...]:
        """The pages and files."""
        return tuple(self.make(edition, *self.keys))
