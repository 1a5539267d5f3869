"""The report of a program that comes to its end, as a page to read and to print, and as files."""

from collections.abc import Iterator

from telemaco.messages import msg
from telemaco.progress.outcomes.report import Report, report_of
from telemaco.records.base import ProgramId
from telemaco.render.pages.addresses import program_address, report_address, shell_of
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.page import Page
from telemaco.render.reports.formats import FORMATS
from telemaco.render.reports.sections import introduction, sections_of, title_of


def report_page(edition: Edition, name: ProgramId) -> Page:
    """What came of a program."""
    report = _report(edition, name)
    address = report_address(name)
    title = edition.text(edition.community.programs[name].title)
    return edition.page(
        "report.html",
        address,
        shell_of(address),
        (
            title_of(edition.voice, report),
            edition.words(msg("What came of {program}, in figures.", program=title)),
        ),
        program_title=title,
        program_page=program_address(name),
        introduction=introduction(edition.voice, report),
        sections=sections_of(edition.voice, report),
        files=[(form, _file(name, one.ending)) for form, one in FORMATS.items()]
        if report.outcomes
        else [],
    )


def report_files(edition: Edition, name: ProgramId) -> Iterator[tuple[str, bytes]]:
    """What the page tells in every format, by where the files lie; none where it tells nothing."""
    report = _report(edition, name)
    if report.outcomes:
        for one in FORMATS.values():
            yield _file(name, one.ending), one.write(edition.voice, report).encode()


def _file(name: ProgramId, ending: str) -> str:
    return f"{report_address(name)}report.{ending}"


def _report(edition: Edition, name: ProgramId) -> Report:
    few = edition.community.settings.privacy.small_group
    return report_of(edition.community, name, edition.outcomes, edition.today, few)
