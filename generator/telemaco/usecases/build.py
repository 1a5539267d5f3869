"""Build the site: frames by the builder, pages stamped into them, everything proved."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from urllib.parse import urlsplit

from telemaco.messages import Message
from telemaco.model.community import Community
from telemaco.ports import Crew, FormerSite, SiteBuilder, SiteFolder, SiteSources, Translator
from telemaco.progress.pair import pair_progress
from telemaco.records.base import Language
from telemaco.records.community import Community as Settings
from telemaco.render.frames import Frame, frame, named
from telemaco.render.leak_commons import own_words, zone_towns
from telemaco.render.leak_readings import text_of_file
from telemaco.render.leak_sources import files_that_tell
from telemaco.render.leaks import Secrets, secrets_of
from telemaco.render.open_data.files import in_all_formats
from telemaco.render.open_data.tables import OpenTable, open_tables
from telemaco.render.pages import addresses
from telemaco.render.pages.asked import asked_pages
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.published import with_consents_of
from telemaco.render.search_index import with_pages
from telemaco.render.search_worker import WORKER, with_languages
from telemaco.render.site_inputs import (
    builder_inputs,
    handbook_addresses,
    handbook_pages,
    source_asking,
    with_handbook,
)
from telemaco.render.site_settings import folder_of
from telemaco.render.sitemap import compressed, sitemap
from telemaco.render.tracing.facts import Facts, digest
from telemaco.render.tracing.record import Record
from telemaco.render.tracing.traced import told_once
from telemaco.usecases.alone import ALONE
from telemaco.usecases.press import Desk, Pressed, Remembered, Work, press
from telemaco.usecases.proof import Proof

_SEARCH_INDEX = "search/search_index.json"
_SITEMAP = "sitemap.xml"


@dataclass(frozen=True, slots=True)
class Site:
    """Where a site comes from and where it goes; a crew makes its pages."""

    sources: SiteSources
    builder: SiteBuilder
    folder: SiteFolder
    translator: Callable[[str], Translator]
    crew: Crew = ALONE


@dataclass(frozen=True, slots=True)
class Memory:
    """What is known of the edition of the site that is there.

    `record` is what its build left, None where nothing is known. `digests` has a word for every
    file of the community by its path, `maker` is one for Telemaco itself.
    """

    record: Record | None
    digests: Mapping[str, str]
    maker: str
    site: FormerSite


@dataclass(frozen=True, slots=True)
class Built:
    """How many pages there are, and why the site must not be published, if so.

    `record` is what the next build may be told, where this one was told something; `works` are
    what the pages of each language were made from, and what came of it. `secrets` is what no page
    may say.
    """

    pages: int
    problems: tuple[Message, ...]
    record: Record | None = None
    works: tuple[tuple[Work, Pressed], ...] = ()
    secrets: Secrets | None = None


def build(
    community: Community,
    today: date,
    site: Site,
    reminders_ran: date | None = None,
    memory: Memory | None = None,
) -> Built:
    """Make the whole site in all languages. Raises TelemacoError.

    `reminders_ran` is the day on which the reminders last ended well, if somebody asked. With a
    memory, only what changed is made; the site is the same, byte for byte.
    """
    community = with_consents_of(community, today)
    settings = community.settings
    written = with_handbook(site.sources.files(), settings.languages)
    translators = {language: site.translator(language) for language in settings.languages}
    with site.builder.begun(_inputs(settings, written, translators)) as wait_for_builder:
        secrets = _secrets(community, written, tuple(translators.values()))
        progress = {pair: pair_progress(community, pair, today) for pair in community.pairs}
        first = Edition(
            community,
            today,
            translators[settings.languages[0]],
            progress,
            handbook=handbook_addresses(handbook_pages(written)),
            reminders_ran=reminders_ran,
        )
        editions = {name: replace(first, translator=one) for name, one in translators.items()}
        rendered = wait_for_builder()
    proof = Proof(secrets, partial(files_that_tell, community), urlsplit(settings.url or "").netloc)
    desk = Desk(site.folder, proof)
    key = _key(editions, secrets, rendered, memory) if memory else ""
    works = _works(editions, rendered, Facts(memory.digests).of if memory else _nothing_told)

    def write_what_needs_no_page() -> None:
        _prove_written(proof, written, rendered)
        tables = open_tables(community, today, progress)
        _write_data(desk, tables, first.translator, settings)

    pressed = press(works, desk, _former(memory, key), site.crew, write_what_needs_no_page)
    places: list[str] = []
    for language, work in works.items():
        places += pressed[language].places
        places += _write_rest(desk, work, rendered[language], pressed[language])
    _write_sitemap(desk, settings.url, places)
    asked = [(one.folder + page, file) for one in works.values() for page, file in _asked(one)]
    leaves = {language: one.leaf for language, one in pressed.items()}
    return Built(
        proof.pages,
        (*proof.missing(asked), *proof.problems()),
        Record(key, leaves) if memory else None,
        tuple((work, pressed[language]) for language, work in works.items()),
        secrets,
    )


def _works(
    editions: Mapping[Language, Edition],
    rendered: Mapping[str, Mapping[str, bytes]],
    tell: Callable[[Edition], Mapping[str, str]],
) -> dict[Language, Work]:
    return {
        language: Work(
            edition,
            folder_of(edition.community.settings, language),
            _frames(edition, rendered[language]),
            tell,
        )
        for language, edition in editions.items()
    }


def _nothing_told(_edition: Edition) -> Mapping[str, str]:
    return {}


def _asked(work: Work) -> Iterable[tuple[str, str]]:
    return asked_pages(work.edition.community)


def _inputs(
    settings: Settings, written: Mapping[str, bytes], translators: Mapping[Language, Translator]
) -> dict[str, dict[str, bytes]]:
    """What the builder is given, by language."""
    return {
        language: builder_inputs(
            settings,
            written,
            translator,
            [other for other in translators.values() if other is not translator],
        )
        for language, translator in translators.items()
    }


def _secrets(
    community: Community, written: Mapping[str, bytes], spoken: Sequence[Translator]
) -> Secrets:
    """What no page may say, but for the words that stand in the handbook or are our own."""
    by_hand = (written[path].decode() for path in handbook_pages(written))
    return secrets_of(community, (*by_hand, *zone_towns(community, spoken)), own_words(spoken))


def _prove_written(
    proof: Proof, written: Mapping[str, bytes], rendered: Mapping[str, Mapping[str, bytes]]
) -> None:
    for language, files in rendered.items():
        for path, content in files.items():
            if path.endswith((".html", ".css")):
                source = partial(source_asking, written, language, path)
                proof.add_written(path, content.decode(), source)


def _key(
    editions: Mapping[Language, Edition],
    secrets: Secrets,
    rendered: Mapping[str, Mapping[str, bytes]],
    memory: Memory,
) -> str:
    """One word for everything that all pages hang on."""
    said = [memory.maker, repr(secrets), *(told_once(edition) for edition in editions.values())]
    files = [
        f"{language} {path} {digest(content)}"
        for language, by_path in rendered.items()
        for path, content in sorted(by_path.items())
    ]
    return digest("\n".join([*said, *files]))


def _former(memory: Memory | None, key: str) -> dict[Language, Remembered]:
    """By language, what may be kept."""
    if memory is None or memory.record is None or memory.record.key != key:
        return {}
    leaves = memory.record.leaves
    return {language: Remembered(leaf, memory.site) for language, leaf in leaves.items()}


def _frames(edition: Edition, rendered: Mapping[str, bytes]) -> dict[str, Frame]:
    site_name = edition.text(edition.community.settings.title)
    return {
        address: frame(address, rendered[f"{address}index.html"].decode(), site_name)
        for address in (*addresses.HUBS, *addresses.SHELLS)
    }


def _write_rest(
    desk: Desk, work: Work, rendered: Mapping[str, bytes], pressed: Pressed
) -> list[str]:
    """Put what the builder made whole; the answer is where its pages are."""
    places: list[str] = []
    site_name = work.edition.text(work.edition.community.settings.title)
    frame_files = {f"{address}index.html" for address in work.frames}
    for path, content in rendered.items():
        if path in frame_files or path.startswith(_SITEMAP):
            continue
        if path.endswith(".html"):
            html = named(content.decode(), site_name)
            desk.put(work.folder + path, html.encode(), html)
            places += [work.folder + path] * path.endswith("index.html")
        elif path == _SEARCH_INDEX:
            index = with_pages(content, pressed.searched)
            desk.put(work.folder + path, index, index.decode())
        elif path.startswith(WORKER) and path.endswith(".js") and _SEARCH_INDEX in rendered:
            script = with_languages(content, rendered, rendered[_SEARCH_INDEX])
            desk.put(work.folder + path, script, text_of_file(path, script))
        else:
            desk.put(work.folder + path, content, text_of_file(path, content))
    return places


def _write_data(
    desk: Desk, tables: Sequence[OpenTable], translator: Translator, settings: Settings
) -> None:
    for name, content in in_all_formats(tables, translator, settings.data_licence).items():
        desk.put(addresses.DATA + name, content, content.decode())


def _write_sitemap(desk: Desk, url: str | None, places: Iterable[str]) -> None:
    if url:
        content = sitemap(f"{url.rstrip('/')}/", places)
        desk.put(_SITEMAP, content, content.decode())
        desk.put(f"{_SITEMAP}.gz", compressed(content))
