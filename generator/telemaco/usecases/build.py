"""Build the site: frames by the builder, pages stamped into them, everything proved."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from html import escape
from itertools import chain
from urllib.parse import urlsplit

from telemaco.messages import Message
from telemaco.model.community import Community
from telemaco.ports import SiteBuilder, SiteFolder, SiteSources, Translator
from telemaco.progress.pair import pair_progress
from telemaco.render.frames import Frame, frame, named
from telemaco.render.leak_sources import files_that_tell
from telemaco.render.leaks import secrets_of
from telemaco.render.open_data.files import in_all_formats
from telemaco.render.open_data.tables import open_tables
from telemaco.render.pages import addresses
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.listing import other_files, other_pages, searched_pages
from telemaco.render.pages.page import Page
from telemaco.render.pages.published import with_consents_of
from telemaco.render.search_index import with_pages
from telemaco.render.site_inputs import (
    builder_inputs,
    handbook_addresses,
    handbook_pages,
    source_asking,
)
from telemaco.render.site_settings import folder_of
from telemaco.render.sitemap import compressed, sitemap
from telemaco.usecases.proof import Proof

_SEARCH_INDEX = "search/search_index.json"
_SITEMAP = "sitemap.xml"
_FOLD = "\r\n "
"""Where a line of a calendar is cut; a word may go on behind it."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where a site comes from and where it goes."""

    sources: SiteSources
    builder: SiteBuilder
    folder: SiteFolder
    translator: Callable[[str], Translator]


@dataclass(frozen=True, slots=True)
class Built:
    """How many pages were made, and why the site must not be published, if so."""

    pages: int
    problems: tuple[Message, ...]


def build(
    community: Community, today: date, site: Site, reminders_ran: date | None = None
) -> Built:
    """Make the whole site in all languages. Raises TelemacoError.

    `reminders_ran` is the day on which the reminders last ended well, if somebody asked.
    """
    community = with_consents_of(community, today)
    settings = community.settings
    written = site.sources.files()
    translators = {language: site.translator(language) for language in settings.languages}
    rendered = site.builder.build(
        {
            language: builder_inputs(
                settings,
                written,
                translator,
                [other for other in translators.values() if other is not translator],
            )
            for language, translator in translators.items()
        }
    )
    handbook = handbook_pages(written)
    progress = {pair: pair_progress(community, pair, today) for pair in community.pairs}
    proof = Proof(
        secrets_of(community, (written[path].decode() for path in handbook)),
        partial(files_that_tell, community),
        urlsplit(settings.url or "").netloc,
    )
    places: list[str] = []
    desk = _Desk(site.folder, proof)
    for language, translator in translators.items():
        edition = Edition(
            community,
            today,
            translator,
            progress,
            handbook=handbook_addresses(handbook),
            reminders_ran=reminders_ran,
        )
        for path, content in rendered[language].items():
            if path.endswith((".html", ".css")):
                source = partial(source_asking, written, language, path)
                proof.add_written(path, content.decode(), source)
        places += _write_language(desk, edition, rendered[language])
    first = translators[settings.languages[0]]
    for name, content in in_all_formats(open_tables(community, today), first).items():
        desk.put(addresses.DATA + name, content, content.decode())
    if settings.url:
        content = sitemap(f"{settings.url.rstrip('/')}/", places)
        desk.put(_SITEMAP, content)
        desk.put(f"{_SITEMAP}.gz", compressed(content))
    return Built(proof.pages, tuple(proof.problems()))


@dataclass(frozen=True, slots=True)
class _Desk:
    """Where files are put down, and looked at on the way."""

    folder: SiteFolder
    proof: Proof

    def put(self, path: str, content: bytes, seen: str = "") -> None:
        self.folder.put(path, content)
        self.proof.add(path, seen)


def _write_language(desk: _Desk, edition: Edition, rendered: Mapping[str, bytes]) -> list[str]:
    """Put the files of one language; the answer is where its pages are."""
    settings = edition.community.settings
    folder = folder_of(settings, edition.language)
    site_name = edition.text(settings.title)
    frames = {
        address: frame(address, rendered[f"{address}index.html"].decode(), site_name)
        for address in (*addresses.HUBS, *addresses.SHELLS)
    }
    searched = tuple(searched_pages(edition))
    places = _put_pages(desk, folder, chain(searched, other_pages(edition)), frames)
    for path, content in other_files(edition):
        desk.put(folder + path, content, content.decode().replace(_FOLD, ""))
    frame_files = {f"{address}index.html" for address in frames}
    for path, content in rendered.items():
        if path in frame_files or path.startswith(_SITEMAP):
            continue
        if path.endswith(".html"):
            html = named(content.decode(), site_name)
            desk.put(folder + path, html.encode(), html)
            places += [folder + path] * path.endswith("index.html")
        elif path == _SEARCH_INDEX:
            index = with_pages(content, searched)
            desk.put(folder + path, index, index.decode())
        else:
            desk.put(folder + path, content)
    return places


def _put_pages(
    desk: _Desk, folder: str, pages: Iterable[Page], frames: Mapping[str, Frame]
) -> list[str]:
    """Put the pages; the first of each frame is looked at whole, of any other its body."""
    places: list[str] = []
    looked_at: set[str] = set()
    for page in pages:
        html = frames[page.shell].stamp(page)
        is_known = page.shell in looked_at
        looked_at.add(page.shell)
        own = escape(f"{page.title}\n{page.description}\n") + page.body
        desk.put(folder + page.path, html.encode(), own if is_known else html)
        places.append(folder + page.path)
    return places
