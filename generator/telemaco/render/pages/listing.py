"""Which pages and files there are, and the file of the community each is made from."""

from collections.abc import Iterator, Sequence

from telemaco.progress.standing import Standing
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.layout import COMMUNITY, PairId, person_path, program_path
from telemaco.records.packing import unpacked
from telemaco.render.open_data.tables import open_tables
from telemaco.render.pages.about_page import about_page
from telemaco.render.pages.addresses import NEWS
from telemaco.render.pages.audit_page import audit_page
from telemaco.render.pages.badge_files import (
    badge_files,
    class_file,
    is_home_of_badges,
    issuer_files,
)
from telemaco.render.pages.calendar_page import calendar_page, pair_calendar, program_calendar
from telemaco.render.pages.certificates import certificate_file, certificate_page, certified_roles
from telemaco.render.pages.coordinators_page import coordinators_page
from telemaco.render.pages.data_files import data_files, is_home_of_data
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
from telemaco.render.pages.people_pages import person_page
from telemaco.render.pages.program_pages import (
    has_report,
    program_page,
    programs_page,
    public_programs,
)
from telemaco.render.pages.progress_pages import program_progress_page, progress_page
from telemaco.render.pages.published import publishes
from telemaco.render.pages.recipes import Made, PlainFile, Recipe
from telemaco.render.pages.report_page import report_files, report_page
from telemaco.render.pages.sources import (
    PAIRS_FOLDER,
    PEOPLE_FOLDER,
    PROGRAMS_FOLDER,
    pairs_folder,
    source_of_pair,
    with_source,
)
from telemaco.render.pages.thanks_page import thanks_page


def recipes(edition: Edition) -> Iterator[Recipe]:
    """Everything that is made of the records, in a lasting order.

    Whether there is a recipe may hang on the records; what it makes is decided in its function,
    which gets no more than keys: an id, a name.
    """
    for hub in (_home, _programs, _mentors, _skills, _pairs, _progress, _calendar, *_OUTSIDE):
        yield Recipe(hub, is_searched=True)
    programs = public_programs(edition)
    for program in programs:
        yield Recipe(_program, (program,), is_searched=True)
    for program in programs:
        yield Recipe(_program_progress, (program,))
        yield Recipe(_audit, (program,))
        if has_report(edition.community.programs[program]):
            yield Recipe(_report, (program,))
        yield Recipe(_program_pairs, (program,))
        for pair in edition.public_pairs(program):
            yield Recipe(_pair, (pair,))
    for person in edition.community.people:
        if publishes(edition.community, person, "name"):
            yield Recipe(_person, (person,))
    for program in programs:
        yield Recipe(_program_calendar, (program,))
        for pair in edition.public_pairs(program):
            yield Recipe(_pair_calendar, (pair,))
    yield from _recognition(edition, programs)
    yield Recipe(_news)


def recipe_named(name: str, *, is_searched: bool) -> Recipe | None:
    """A recipe by its name, without going through all of them; None where it is not known."""
    make, bracket, keys = name.partition("[")
    if make not in _MAKERS:
        return None
    told = unpacked(bracket + keys)
    keyed = (PairId(*key) if isinstance(key, list) else key for key in told)
    return Recipe(_MAKERS[make], tuple(keyed), is_searched)


def _recognition(edition: Edition, programs: Sequence[ProgramId]) -> Iterator[Recipe]:
    """Certificates and badges of the programs that give them."""
    has_badges = is_home_of_badges(edition)
    if has_badges:
        yield Recipe(issuer_files)
    for program in programs:
        completion = edition.community.programs[program].completion
        if completion is None or not completion.certificate:
            continue
        if has_badges:
            yield Recipe(_badge_classes, (program,))
        for pair in edition.public_pairs(program):
            for member in edition.community.pairs[pair].members:
                yield Recipe(_certificate, (pair, member.person))


def _home(edition: Edition) -> Iterator[Page]:
    yield with_source(edition, home_page(edition), COMMUNITY)


def _programs(edition: Edition) -> Iterator[Page]:
    yield with_source(edition, programs_page(edition), PROGRAMS_FOLDER)


def _mentors(edition: Edition) -> Iterator[Page]:
    for page in mentors_pages(edition):
        yield with_source(edition, page, PEOPLE_FOLDER)


def _skills(edition: Edition) -> Iterator[Page]:
    for page in skills_pages(edition):
        yield with_source(edition, page, PEOPLE_FOLDER)


def _pairs(edition: Edition) -> Iterator[Page]:
    yield with_source(edition, pairs_page(edition), PAIRS_FOLDER)


def _progress(edition: Edition) -> Iterator[Page]:
    yield with_source(edition, progress_page(edition), PAIRS_FOLDER)


def _calendar(edition: Edition) -> Iterator[Page]:
    yield with_source(edition, calendar_page(edition), PAIRS_FOLDER)


def _coordinators(edition: Edition) -> Iterator[Page]:
    yield coordinators_page(edition)


def _data(edition: Edition) -> Iterator[Made]:
    tables = open_tables(
        edition.community, edition.today, Standing(edition.progress, edition.counted)
    )
    yield data_page(edition, tables)
    if is_home_of_data(edition):
        yield from data_files(edition, tables)


def _about(edition: Edition) -> Iterator[Page]:
    yield with_source(edition, about_page(edition), COMMUNITY)


def _thanks(edition: Edition) -> Iterator[Page]:
    yield with_source(edition, thanks_page(edition), PAIRS_FOLDER)


_OUTSIDE = (_thanks, _coordinators, _data, _about)


def _program(edition: Edition, program: ProgramId) -> Iterator[Page]:
    yield with_source(edition, program_page(edition, program), program_path(program))


def _program_progress(edition: Edition, program: ProgramId) -> Iterator[Page]:
    yield with_source(edition, program_progress_page(edition, program), program_path(program))


def _audit(edition: Edition, program: ProgramId) -> Iterator[Page]:
    yield with_source(edition, audit_page(edition, program), program_path(program))


def _report(edition: Edition, program: ProgramId) -> Iterator[Made]:
    yield with_source(edition, report_page(edition, program), program_path(program))
    for path, content in report_files(edition, program):
        yield PlainFile(path, content)


def _program_pairs(edition: Edition, program: ProgramId) -> Iterator[Page]:
    for page in program_pairs_pages(edition, program):
        yield with_source(edition, page, pairs_folder(program))


def _pair(edition: Edition, pair: PairId) -> Iterator[Page]:
    own = source_of_pair(edition, pair)
    yield with_source(edition, pair_page(edition, pair), own)


def _person(edition: Edition, person: PersonId) -> Iterator[Page]:
    yield with_source(edition, person_page(edition, person), person_path(person))


def _program_calendar(edition: Edition, program: ProgramId) -> Iterator[Made]:
    yield PlainFile(*program_calendar(edition, program))


def _pair_calendar(edition: Edition, pair: PairId) -> Iterator[Made]:
    found = pair_calendar(edition, pair)
    if found is not None:
        yield PlainFile(*found)


def _badge_classes(edition: Edition, program: ProgramId) -> Iterator[Made]:
    for role in certified_roles(edition, program):
        yield class_file(edition, program, role)


def _certificate(edition: Edition, pair: PairId, person: PersonId) -> Iterator[Made]:
    page = certificate_page(edition, pair, person)
    if page is not None:
        yield page
        pdf = certificate_file(edition, pair, person)
        if pdf is not None:
            yield pdf
        if is_home_of_badges(edition):
            yield from badge_files(edition, pair, person)


def _news(edition: Edition) -> Iterator[Made]:
    yield PlainFile(NEWS, news_file(edition))


_MAKERS = {
    Recipe(make).made_by: make
    for make in (
        _home,
        _news,
        _program,
        _program_calendar,
        _program_pairs,
        _program_progress,
        _pair,
        _pair_calendar,
        _person,
    )
}
"""Those whose pages change most often."""
