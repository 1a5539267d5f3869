"""About the site itself: what made it, from which files, and what it keeps to itself."""

from telemaco import __version__
from telemaco.forms.asking import ASK
from telemaco.messages import msg
from telemaco.render.contact import contact_address
from telemaco.render.dates import Dates
from telemaco.render.issue_forms.places import form_file
from telemaco.render.pages.addresses import ABOUT, shell_of
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.heartbeat import heartbeat
from telemaco.render.pages.page import Page
from telemaco.render.repository import repository_of
from telemaco.render.site_settings import folder_of


def about_page(edition: Edition) -> Page:
    """Version, day, languages, privacy, sources."""
    settings = edition.community.settings
    repository = repository_of(settings)
    head = (
        edition.words(msg("About this site")),
        edition.words(msg("What made this site, from which files, and what it keeps to itself.")),
    )
    return edition.page(
        "about.html",
        ABOUT,
        shell_of(ABOUT),
        head,
        community=edition.text(settings.title),
        version=__version__,
        today=edition.today,
        heartbeat=heartbeat(edition),
        languages=[
            (
                Dates(one).language_name(one).capitalize(),
                one,
                edition.to_site + folder_of(settings, one),
            )
            for one in settings.languages
        ],
        licence=settings.data_licence or "",
        question=_question(edition),
        contact=settings.contact,
        contact_page=contact_address(settings.contact) or "",
        telemaco=f"{_TELEMACO}/issues",
        small=settings.privacy.small_group,
        sources=repository.home if repository else "",
    )


def _question(edition: Edition) -> str:
    """The form in which anybody can ask the coordinators; empty where there is no forge."""
    repository = repository_of(edition.community.settings)
    if repository is None:
        return ""
    languages = edition.community.settings.languages
    return repository.new_issue(form_file(ASK, edition.language, languages))


_TELEMACO = "https://github.com/telemaco-mentoring/telemaco"
