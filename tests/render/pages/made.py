"""What comes of the recipes of an edition."""

from collections.abc import Iterator

from telemaco.render.pages.edition import Edition
from telemaco.render.pages.listing import recipes
from telemaco.render.pages.page import Page
from telemaco.render.pages.recipes import Made


def searched_pages(edition: Edition) -> Iterator[Page]:
    """The pages that the site's search finds."""
    return _pages(edition, is_searched=True)


def other_pages(edition: Edition) -> Iterator[Page]:
    """All other pages."""
    return _pages(edition, is_searched=False)


def everything(edition: Edition) -> Iterator[Made]:
    """Pages and files."""
    for recipe in recipes(edition):
        yield from recipe.made(edition)


def _pages(edition: Edition, *, is_searched: bool) -> Iterator[Page]:
    for recipe in recipes(edition):
        if recipe.is_searched is is_searched:
            yield from (one for one in recipe.made(edition) if isinstance(one, Page))
