"""The open data of a community as files: once, beside the pages of its first language."""

from collections.abc import Iterator, Sequence

from telemaco.render.open_data.files import in_all_formats
from telemaco.render.open_data.tables import OpenTable
from telemaco.render.pages.addresses import DATA
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.recipes import PlainFile


def data_files(edition: Edition, tables: Sequence[OpenTable]) -> Iterator[PlainFile]:
    """Every table in every format, and the dictionary that says what its columns mean."""
    licence = edition.community.settings.data_licence
    for name, content in in_all_formats(tables, edition.translator, licence).items():
        yield PlainFile(DATA + name, content)


def is_home_of_data(edition: Edition) -> bool:
    """Whether the open data lie beside the pages of this language."""
    return edition.language == edition.community.settings.languages[0]
