"""The open data: which tables there are, what their columns say, and where the files are."""

from collections.abc import Mapping, Sequence

from telemaco.messages import Message, msg
from telemaco.render.open_data.files import DICTIONARY, FORMATS
from telemaco.render.open_data.tables import Kind, OpenTable
from telemaco.render.pages.addresses import DATA, shell_of
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.page import Page

_KINDS: Mapping[Kind, Message] = {
    "string": msg("text"),
    "integer": msg("whole number"),
    "date": msg("day, as 2027-03-15"),
}


def data_page(edition: Edition, tables: Sequence[OpenTable]) -> Page:
    """The data dictionary of the tables, whose files are the same for all languages."""
    head = (
        edition.words(msg("Open data")),
        edition.words(msg("What everybody may have of the data of this community, as files.")),
    )
    return edition.page(
        "data.html",
        DATA,
        shell_of(DATA),
        head,
        files=edition.to_site + DATA,
        dictionary=DICTIONARY,
        formats=list(FORMATS),
        licence=edition.community.settings.data_licence or "",
        kinds=_KINDS,
        tables=tables,
    )
