"""Which pages there are, and the file each is made from."""

from collections.abc import Iterator

from telemaco.records.layout import COMMUNITY, person_path, program_path
from telemaco.render.pages.about_page import about_page
from telemaco.render.pages.addresses import NEWS
from telemaco.render.pages.audit_page import audit_page
from telemaco.render.pages.calendar_page import calendar_files, calendar_page
from telemaco.render.pages.coordinators_page import coordinators_page
from telemaco.render.pages.data_page import data_page
from telemaco.render.pages.directory import mentors_pages, skills_pages
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
from telemaco.render.pages.people_pages import person_page
from telemaco.render.pages.program_pages import program_page, programs_page, public_programs
from telemaco.render.pages.progress_pages import program_progress_page, progress_page
from telemaco.render.pages.published import publishes
from telemaco.render.pages.sources import (
    PAIRS_FOLDER,
    PEOPLE_FOLDER,
    PROGRAMS_FOLDER,
    pairs_folder,
    source_of_pair,
    with_source,
)


def searched_pages(edition: Edition) -> Iterator[Page]:
    """The pages that the site's own search finds: of the navigation, programs, mentors by skill."""
    yield with_source(edition, home_page(edition), COMMUNITY)
    yield with_source(edition, programs_page(edition), PROGRAMS_FOLDER)
    for page in (*mentors_pages(edition), *skills_pages(edition)):
        yield with_source(edition, page, PEOPLE_FOLDER)
    yield with_source(edition, pairs_page(edition), PAIRS_FOLDER)
    yield with_source(edition, progress_page(edition), PAIRS_FOLDER)
    yield with_source(edition, calendar_page(edition), PAIRS_FOLDER)
    yield coordinators_page(edition)
    yield data_page(edition)
    yield with_source(edition, about_page(edition), COMMUNITY)
    for program in public_programs(edition):
        yield with_source(edition, program_page(edition, program), program_path(program))


def other_pages(edition: Edition) -> Iterator[Page]:
    """All other pages; a search for a person is the directory's business."""
    for program in public_programs(edition):
        yield with_source(edition, program_progress_page(edition, program), program_path(program))
        yield with_source(edition, audit_page(edition, program), program_path(program))
        for page in program_pairs_pages(edition, program):
            yield with_source(edition, page, pairs_folder(program))
        for pair in public_pairs(edition, program):
            own = source_of_pair(edition, pair)
            yield with_source(edition, pair_page(edition, pair), own)
    for person in edition.community.people:
        if publishes(edition.community, person, "name"):
            yield with_source(edition, person_page(edition, person), person_path(person))


def other_files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """What is no page, by where it lies: calendars, and the feed of news."""
    yield from calendar_files(edition)
    yield NEWS, news_file(edition)
