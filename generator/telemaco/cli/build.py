"""`telemaco build`: the site."""

import gc
import os
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

import click

from telemaco.adapters.disk import DiskSources
from telemaco.adapters.file_memory import FileMemory
from telemaco.adapters.forks import Forks, processors
from telemaco.adapters.site_builder import MkDocsBuilder
from telemaco.adapters.site_folder import DiskSiteFolder
from telemaco.adapters.site_memory import SiteMemory, maker
from telemaco.adapters.site_sources import DiskSiteSources
from telemaco.adapters.translations import Catalog
from telemaco.cli import exit_status
from telemaco.cli.heartbeat import reminders_ran
from telemaco.cli.options import (
    judged_by,
    language_option,
    root_option,
    today_of,
    today_option,
)
from telemaco.cli.paint import coloured
from telemaco.cli.reading import sign
from telemaco.messages import Message, msg, msg_n
from telemaco.ports import Crew, Translator, nothing
from telemaco.records.layout import COMMUNITY
from telemaco.render.findings import as_text
from telemaco.render.tracing.facts import digest
from telemaco.render.tracing.inventory import Inventory
from telemaco.render.tracing.record import Past
from telemaco.usecases.ahead import ahead
from telemaco.usecases.alone import ALONE
from telemaco.usecases.build import Built, Memory, Site, build
from telemaco.usecases.check import judged, quoting
from telemaco.usecases.reading import Reader, Reading, Recollection, read_folder
from telemaco.usecases.reading_again import bundled, read_again
from telemaco.usecases.since import judged_since, known_now
from telemaco.usecases.verdict import Verdict

T = TypeVar("T")

_AT_ONCE = nullcontext()
WORKSHOP = ".telemaco"
"""Where the builder works, below the community's folder; it may be thrown away."""


@click.command("build")
@root_option
@click.option(
    "--out",
    "--output",
    "out",
    type=click.Path(path_type=Path),
    help="The folder of the site, replaced as a whole; public/ in the community's folder "
    "when left out.",
)
@click.option("--strict", is_flag=True, help="Let warnings of the check stop the build, too.")
@today_option
@language_option
def command(
    root: Path, out: Path | None, today: date | None, translator: Translator, *, strict: bool
) -> int:
    """Check the community's files and build the site from them."""
    return build_into(out or root / "public", root, today, translator, strict=strict)


def build_into(
    out: Path, root: Path, today: date | None, translator: Translator, *, strict: bool = False
) -> int:
    """Check, build and publish into a folder; the answer is the exit status."""
    built = built_into(out, root, today, translator, strict=strict)
    return exit_status.FINDINGS if built is None else exit_status.CLEAN


def built_into(
    out: Path,
    root: Path,
    today: date | None,
    translator: Translator,
    *,
    strict: bool = False,
    turn: AbstractContextManager[object] = _AT_ONCE,
    recollection: Recollection | None = None,
) -> Built | None:
    """The same; what was built, or None where there is something to mend first.

    Nobody else writes into the folder during our `turn`, in which it is exchanged.
    `recollection` is what files said when they were last read, for builds of one process.
    """
    sources, written = DiskSources(root), DiskSiteSources(root)
    builder = MkDocsBuilder(root / WORKSHOP)
    # Where others are at work in this process, a copy would wait for what they hold for ever.
    crew = Forks(processors() if turn is _AT_ONCE else 1)
    with ahead(builder, written, sources.source(COMMUNITY), _catalog) as begun:
        with sign(msg("Reading the files ..."), translator):
            ourselves = maker()
            files = FileMemory(root / WORKSHOP, ourselves)
            found = _read(sources, files, recollection, crew)
            reading = found.reading
            community = reading.loaded.community
            day = today_of(today, community)
            kept = SiteMemory(root / WORKSHOP, out)
            record = kept.recall()
            if record and recollection:
                # Whoever builds again and again wants to know at once which pages show a note.
                record.read_all()
            past = record.past if record else Past()
            now = known_now(reading, day, ourselves)
            latest = judged_by(today, community)
            whole = partial(judged, reading.loaded, sources.read, latest)
            judge = partial(judged_since, community, whole, past, now, strict=strict)
            work = partial(_after, found.remember, judge)
        # What was loaded stays to the end: the collector need not look through it again and again,
        # nor through each of the pages as often as it would.
        gc.freeze()
        gc.set_threshold(_GARBAGE)
        with found.judges.begun(work, reading.loaded.files) as awaited:
            # Where somebody else remembers the lines, nobody here needs them any more.
            del found, work
            verdict = Verdict(awaited)
            if reading.loaded.findings and verdict.findings:
                _show(verdict, sources, translator)
                return None
            with DiskSiteFolder(out, turn=turn) as folder:
                site = Site(written, begun, folder, _catalog, crew, verdict.hear)
                folder.recall(record.inventory if record else Inventory())
                memory = Memory(record, now, reading.words, ourselves, folder)
                with sign(msg("Building the site ..."), translator):
                    ran = reminders_ran(os.environ)
                    make = partial(build, community, day, site, ran, memory)
                    built = verdict.unless_refused(make)
                if built is None:
                    _show(verdict, sources, translator)
                elif not _exchanged(built, verdict, folder, kept, translator):
                    return None
    if built is not None:
        _tell(built, out, translator)
    return built


def _show(verdict: Verdict, sources: DiskSources, translator: Translator) -> None:
    """Say what is to be mended first."""
    click.echo(as_text(verdict.findings, translator, quoting(sources), coloured), nl=False)


def _exchanged(
    built: Built,
    verdict: Verdict,
    folder: DiskSiteFolder,
    kept: SiteMemory,
    translator: Translator,
) -> bool:
    """Put the new edition in the place of the old one, unless something is wrong with it."""
    if built.problems or built.record is None:
        complain(built.problems, translator)
        click.echo(translator.text(msg("The site was not replaced.")), err=True)
        return False
    kept.forget()
    folder.publish()
    past = replace(built.record.past, is_faultless=verdict.past.is_faultless)
    inventory = folder.inventory(built.files, built.words)
    kept.keep(replace(built.record, past=past, inventory=inventory))
    return True


def _tell(built: Built, out: Path, translator: Translator) -> None:
    pages = msg_n(
        "{count} page in {folder}", "{count} pages in {folder}", built.pages, folder=str(out)
    )
    click.echo(translator.text(pages), err=True)


@dataclass(frozen=True, slots=True)
class _Found:
    """What the files say, and what is left to do so that the next build reads fewer of them.

    The crew `judges` what they say. It is one of others where all records are there already:
    else they would make for themselves those that are made here, too.
    """

    reading: Reading
    remember: Callable[[], None]
    judges: Crew


def _read(
    sources: DiskSources, files: FileMemory, recollection: Recollection | None, crew: Crew
) -> _Found:
    reader = Reader(sources, digest, files.now())
    bundle = None if recollection else files.bundle()
    again = read_again(reader, bundle) if bundle else None
    if again is None:
        known = recollection or Recollection(files.recall())
        judges = ALONE if known.lines else crew
        reading = read_folder(reader, known, crew)
        is_glanced = recollection is None
        remember = partial(_remember, reader, files, known, reading, is_glanced=is_glanced)
        return _Found(reading, remember, judges)
    if again.reading.is_news:
        files.keep_few(again.sheaves, again.lines)
    return _Found(again.reading, nothing, ALONE)


def _remember(
    reader: Reader, files: FileMemory, known: Recollection, reading: Reading, *, is_glanced: bool
) -> None:
    """Keep the lines; and, where the next build may glance at the folders, what that needs."""
    if reading.is_news:
        files.keep(known.lines)
    sheaves = bundled(reader, reading, known.lines) if is_glanced else None
    if sheaves:
        files.keep_bundle(sheaves)


def _after(before: Callable[[], object], work: Callable[[], T]) -> T:
    """What comes of some work, before which something else is done."""
    before()
    return work()


@cache
def _catalog(language: str) -> Translator:
    """The same at every build of a process: the templates of its pages are kept with it."""
    return Catalog(language)


def complain(problems: Sequence[Message], translator: Translator) -> None:
    """Say why a site must not be published."""
    for problem in problems[:_SHOWN]:
        click.echo(translator.text(problem), err=True)
    left = len(problems) - _SHOWN
    if left > 0:
        more = msg_n("{count} more problem", "{count} more problems", left)
        click.echo(translator.text(more), err=True)


_SHOWN = 50

_GARBAGE = 20_000
"""After so many new objects it is looked for garbage; a page leaves a few that hold each other."""
