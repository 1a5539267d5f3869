"""The pages of figures: the community's and each program's."""

from telemaco.messages import msg
from telemaco.records.base import ProgramId
from telemaco.render.pages.addresses import (
    PROGRESS,
    program_address,
    program_progress_address,
    shell_of,
)
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.page import Page


def progress_page(edition: Edition) -> Page:
    """The community's figures."""
    head = (
        edition.words(msg("Progress")),
        edition.words(msg("How the mentoring goes, in figures.")),
    )
    return edition.page("progress.html", PROGRESS, PROGRESS, head)


def program_progress_page(edition: Edition, name: ProgramId) -> Page:
    """A program's figures."""
    title = edition.text(edition.community.programs[name].title)
    address = program_progress_address(name)
    head = (
        edition.words(msg("Progress of {program}", program=title)),
        edition.words(msg("How {program} goes, in figures.", program=title)),
    )
    return edition.page(
        "progress.html", address, shell_of(address), head, program_page=program_address(name)
    )
