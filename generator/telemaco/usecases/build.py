"""Build the site: frames by the builder, pages stamped into them, everything proved."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from urllib.parse import urlsplit

from telemaco.loading.remembered import FileWords
from telemaco.messages import Message
from telemaco.model.community import Community
from telemaco.model.site import on_site
from telemaco.ports import (
    Crew,
    FormerSite,
    SiteBuilder,
    SiteFolder,
    SiteSources,
    Translator,
    nothing,
)
from telemaco.progress.standing import Standing, late_standing_of, standing_of
from telemaco.records.base import Language, PersonId
from telemaco.render.frames import Frame, frame
from telemaco.render.leak_sources import files_that_tell
from telemaco.render.leaks import Secrets
from telemaco.render.pages import addresses
from telemaco.render.pages.asked import asked_pages
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.published import silent_people, with_consents_of
from telemaco.render.site_inputs import (
    handbook_addresses,
    handbook_pages,
    source_asking,
    with_handbook,
)
from telemaco.render.site_settings import folder_of
from telemaco.render.tracing.facts import Facts, digest, texts_as_facts
from telemaco.render.tracing.lines import with_other_words
from telemaco.render.tracing.record import Hushed, Leaf, Past, Record
from telemaco.render.tracing.traced import told_once
from telemaco.usecases.ahead import inputs_of
from telemaco.usecases.alone import ALONE
from telemaco.usecases.desk import Desk, Pressed, Remembered, Work
from telemaco.usecases.hush import Before, Silence, hush
from telemaco.usecases.press import press
from telemaco.usecases.proof import Proof
from telemaco.usecases.rest_of_site import write_rest, write_sitemap
from telemaco.usecases.since import changed_pairs, is_of_texts


@dataclass(frozen=True, slots=True)
class Site:
    """Where a site comes from and where it goes; a crew makes its pages.

    `hear` is called before pages are made: it waits for a verdict, and may break off.
    """

    sources: SiteSources
    builder: SiteBuilder
    folder: SiteFolder
    translator: Callable[[str], Translator]
    crew: Crew = ALONE
    hear: Callable[[], object] = nothing


@dataclass(frozen=True, slots=True)
class Memory:
    """What is known of the edition of the site that is there.

    `record` is what its build left, None where nothing is known. `now` is what is known of the
    community's files, of each of which `words` tells; `maker` is a word for Telemaco itself.
    """

    record: Record | None
    now: Past
    words: Mapping[str, FileWords]
    maker: str
    site: FormerSite

    @property
    def is_of_texts(self) -> bool:
        """Whether nothing of the community changed since but texts of notes."""
        return self.record is not None and is_of_texts(self.record.past, self.now)


@dataclass(frozen=True, slots=True)
class Built:
    """How many pages there are, and why the site must not be published, if so.

    `record` is what the next build may be told, where this one was told something; `works` are
    what the pages of each language were made from, and what came of it. `secrets` is what no page
    may say, `files` are all of the site.
    """

    pages: int
    problems: tuple[Message, ...]
    record: Record | None = None
    works: tuple[tuple[Work, Pressed], ...] = ()
    secrets: Secrets | None = None
    files: Collection[str] = ()
    words: Mapping[str, str] = field(default_factory=dict)


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
    past = memory.record.past if memory and memory.record and memory.is_of_texts else None
    silent = past.silent if past else silent_people(community, today)
    community = with_consents_of(community, today, silent)
    settings = community.settings
    written = with_handbook(site.sources.files(), settings.languages)
    translators = {language: site.translator(language) for language in settings.languages}
    with site.builder.begun(inputs_of(settings, written, translators)) as wait_for_builder:
        known = _known(community, memory)
        hushing = partial(hush, community, written, tuple(translators.values()), *known)
        if past:
            hushed, standing = hushing(), late_standing_of(community, today)
        else:
            hushed, standing = _worked_out(community, today, site.crew, hushing)
        first = Edition(
            community,
            today,
            translators[settings.languages[0]],
            *standing,
            handbook=handbook_addresses(handbook_pages(written)),
            reminders_ran=reminders_ran,
        )
        editions = {name: replace(first, translator=one) for name, one in translators.items()}
        rendered = wait_for_builder()
    proof = Proof(
        hushed.secrets, partial(files_that_tell, community), urlsplit(settings.url or "").netloc
    )
    desk = Desk(site.folder, proof)
    key = _key(editions, hushed.record.secrets, rendered, memory) if memory else ""
    former = _former(memory, key)
    works = _works(editions, rendered, _telling(memory, former))

    if not former:
        _prove_written(proof, written, rendered)
    pressed = press(works, desk, former, site.crew, site.hear)
    words = {path: word for one in pressed.values() for path, word in one.words.items()}
    leaves: dict[Language, Leaf] = {}
    for language, work in works.items():
        others = write_rest(desk, work, rendered[language], pressed[language], former.get(language))
        leaves[language] = replace(pressed[language].leaf, others=others)
        if not pressed[language].is_listed:
            words |= {work.folder + one.path: one.digest for one in others}
    if not all(one.is_listed for one in pressed.values()):
        places = (
            place for language in works for place in _places(pressed[language], leaves[language])
        )
        words |= write_sitemap(desk, on_site(settings), places)
    return Built(
        proof.pages,
        (*_missing(proof, works, pressed), *proof.problems()),
        _record(memory, key, leaves, silent, hushed.record) if memory else None,
        tuple((work, pressed[language]) for language, work in works.items()),
        hushed.secrets,
        proof.files,
        words,
    )


def _places(pressed: Pressed, leaf: Leaf) -> Iterator[str]:
    """The files with a page, those that the builder made whole among them."""
    yield from pressed.places
    for one in leaf.others:
        if one.path.endswith("index.html"):
            yield pressed.folder + one.path


def _known(community: Community, memory: Memory | None) -> tuple[str, Before | None]:
    """What is known of secrets: on what they hang, and what they were."""
    if memory is None or memory.record is None or not memory.is_of_texts:
        return memory.now.rest if memory else "", None
    record = memory.record
    return memory.now.rest, Before(record.hushed, changed_pairs(community, record.past, memory.now))


def _worked_out(
    community: Community, today: date, crew: Crew, hushing: Callable[[], Silence]
) -> tuple[Silence, Standing]:
    """The secrets, and how everybody gets on: neither needs the other."""
    work = partial(standing_of, community, today)
    with crew.begun(work, len(community.pairs)) as standing:
        return hushing(), standing()


def _telling(
    memory: Memory | None, former: Mapping[Language, Remembered]
) -> Callable[[Edition], Mapping[str, str]]:
    """What gives words for all facts; where only texts changed, the others are as they were."""
    facts = Facts(memory.words, memory.now.texts) if memory else None

    def tell(edition: Edition) -> Mapping[str, str]:
        known = former.get(edition.language)
        if memory and known and known.is_of_texts:
            return with_other_words(known.leaf.facts, texts_as_facts(memory.now.texts))
        return facts.of(edition) if facts else {}

    return tell


def _missing(
    proof: Proof, works: Mapping[Language, Work], pressed: Mapping[Language, Pressed]
) -> list[Message]:
    return proof.missing(
        (work.folder + page, file)
        for language, work in works.items()
        if not pressed[language].is_whole
        for page, file in asked_pages(work.edition.community)
    )


def _record(
    memory: Memory,
    key: str,
    leaves: Mapping[Language, Leaf],
    silent: Sequence[PersonId],
    hushed: Hushed,
) -> Record:
    past = replace(memory.now, silent=tuple(silent))
    origin = memory.record.origin if memory.record else None
    return Record(key, leaves, past=past, hushed=hushed, origin=origin)


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
    secrets: str,
    rendered: Mapping[str, Mapping[str, bytes]],
    memory: Memory,
) -> str:
    """One word for everything that all pages hang on."""
    said = [memory.maker, secrets, *(told_once(edition) for edition in editions.values())]
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
    record, now = memory.record, memory.now.texts
    hangs_on_texts = any(leaf.hangs_on_texts for leaf in record.leaves.values())
    is_of_texts = memory.is_of_texts and not hangs_on_texts
    is_untouched = is_of_texts and memory.site.is_as_left()
    pairs = [pair for pair, word in now.items() if record.past.texts.get(pair) != word]
    return {
        language: Remembered(leaf, memory.site, is_of_texts, is_untouched, pairs)
        for language, leaf in record.leaves.items()
    }


def _frames(edition: Edition, rendered: Mapping[str, bytes]) -> dict[str, Frame]:
    site_name = edition.text(edition.community.settings.title)
    return {
        address: frame(address, rendered[f"{address}index.html"].decode(), site_name)
        for address in (*addresses.HUBS, *addresses.SHELLS)
    }
