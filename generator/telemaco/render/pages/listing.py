"""Which pages there are."""

from collections.abc import Iterator

from telemaco.render.pages.addresses import NEWS
from telemaco.render.pages.calendar_page import calendar_files, calendar_page
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.home_page import home_page
from telemaco.render.pages.news import news_file
from telemaco.render.pages.page import Page
from telemaco.render.pages.pair_pages import (
    pair_page,
    pairs_page,
    program_pairs_pages,
)
from telemaco.render.pages.pairs import public_pairs
from telemaco.render.pages.people_pages import mentors_pages, person_page
from telemaco.render.pages.program_pages import program_page, programs_page, public_programs
from telemaco.render.pages.progress_pages import program_progress_page, progress_page
from telemaco.render.pages.published import publishes


def searched_pages(edition: Edition) -> Iterator[Page]:
    """The pages that the site's own search finds: those of the navigation, and programs."""
    yield home_page(edition)
    yield programs_page(edition)
    yield from mentors_pages(edition)
    yield pairs_page(edition)
    yield progress_page(edition)
    yield calendar_page(edition)
    for program in public_programs(edition):
        yield program_page(edition, program)


def other_pages(edition: Edition) -> Iterator[Page]:
    """All other pages; a search for a person is the directory's business."""
    for program in public_programs(edition):
        yield program_progress_page(edition, program)
        yield from program_pairs_pages(edition, program)
        for pair in public_pairs(edition, program):
            yield pair_page(edition, pair)
    for person in edition.community.people:
        if publishes(edition.community, person, "name"):
            yield person_page(edition, person)


def other_files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """What is no page, by where it lies: calendars, and the feed of news."""
    yield from calendar_files(edition)
    yield NEWS, news_file(edition)
