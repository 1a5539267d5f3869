"""About the site itself: what made it, from which files, and what it keeps to itself."""

from telemaco import __version__
from telemaco.messages import msg
from telemaco.render.dates import Dates
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
        small=settings.privacy.small_group,
        sources=repository.home if repository else "",
    )
