"""The way from a page to the file that it is made from, where the community names its forge."""

from dataclasses import replace

from telemaco.records.base import ProgramId
from telemaco.records.layout import PairId, pair_path
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.page import Page
from telemaco.render.pages.published import all_are_named
from telemaco.render.repository import repository_of

PROGRAMS_FOLDER = "program/programs/"
PEOPLE_FOLDER = "program/people/"
PAIRS_FOLDER = "pairs/"


def with_source(edition: Edition, page: Page, path: str) -> Page:
    """The page with a link to a file, or to a folder when the path ends in `/`."""
    repository = repository_of(edition.community.settings)
    if repository is None:
        return page
    is_folder = path.endswith("/")
    address = repository.folder(path.rstrip("/")) if is_folder else repository.edit(path)
    link = edition.fragment("source.html", address=address, is_folder=is_folder)
    return replace(page, body=f"{page.body}\n{link}")


def pairs_folder(program: ProgramId) -> str:
    """Where the pairs of a program lie."""
    return f"{PAIRS_FOLDER}{program}/"


def source_of_pair(edition: Edition, pair: PairId) -> str:
    """The file of a pair; the folder above where the path would tell what the page does not."""
    if all_are_named(edition.community, edition.community.pairs[pair]):
        return pair_path(pair)
    return pairs_folder(pair.program)
