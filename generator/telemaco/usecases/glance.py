"""The pages that show a note, made at once when it changes, before anything else of the site."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from telemaco.loading.file import Entry, read_file
from telemaco.loading.load import session_of
from telemaco.loading.paths import badly_named
from telemaco.loading.text import decode
from telemaco.model.community import Session
from telemaco.progress.pair import pair_progress
from telemaco.records.base import PairName, ProgramId
from telemaco.records.layout import Kind, NoteId, PairId, address_of
from telemaco.render.pages.listing import recipes
from telemaco.render.pages.page import Page
from telemaco.render.tracing.facts import name_of
from telemaco.render.tracing.notebook import WHOLE
from telemaco.usecases.build import Built
from telemaco.usecases.press import Work

_CHANGING = ("sessions", "progress")
"""The mappings of an edition in which a note changes an entry."""


def glance(built: Built, changed: Mapping[str, bytes | None]) -> Iterator[tuple[str, bytes]]:
    """Pages and where they lie, after notes changed; None stands for a note that is gone.

    These are the pages that look at no other pair's sessions. None are made where anything but
    notes changed, or where one cannot be read: what is wrong with it, the check will tell. After
    a build without a memory there are none either.
    """
    record = built.record
    notes = _notes(changed)
    if notes is None or record is None:
        return
    pairs = {pair for pair, _ in notes}
    for work in built.works:
        leaf = record.leaves[work.edition.language]
        numbers = {name: number for number, name in enumerate(leaf.facts)}
        touched = {numbers.get(name_of((name, pair))) for name in _CHANGING for pair in pairs}
        whole = {numbers.get(name_of((name, WHOLE))) for name in _CHANGING}
        names = {
            name
            for name, outcome in leaf.outcomes.items()
            if not touched.isdisjoint(outcome.facts) and whole.isdisjoint(outcome.facts)
        }
        if names:
            yield from _pages(_with_notes(work, notes), names)


_Notes = Mapping[tuple[PairId, NoteId], Session | None]


def _notes(changed: Mapping[str, bytes | None]) -> _Notes | None:
    """What the files say; None when one of them is no note, or cannot be read."""
    found: dict[tuple[PairId, NoteId], Session | None] = {}
    for path, content in changed.items():
        address = address_of(path)
        if address is None or address.kind is not Kind.NOTE or badly_named(path, address):
            return None
        program, pair, day, number = address.names
        session = None
        if content is not None:
            text = decode(path, content)
            entry = read_file(path, address, text) if isinstance(text, str) else text
            if not isinstance(entry, Entry):
                return None
            session = session_of(day, number, entry)
        note = NoteId(day, int(number or 1))
        found[PairId(ProgramId(program), PairName(pair)), note] = session
    return found


def _with_notes(work: Work, notes: _Notes) -> Work:
    community, progress = work.edition.community, dict(work.edition.progress)
    sessions = dict(community.sessions)
    for (pair, note), session in notes.items():
        others = [one for one in sessions.get(pair, ()) if one.id != note]
        now = [*others, session] if session else others
        sessions[pair] = tuple(sorted(now, key=lambda one: one.id))
    community = replace(community, sessions=sessions)
    for pair in {pair for pair, _ in notes} & community.pairs.keys():
        progress[pair] = pair_progress(community, pair, work.edition.today)
    return replace(work, edition=replace(work.edition, community=community, progress=progress))


def _pages(work: Work, names: set[str]) -> Iterator[tuple[str, bytes]]:
    for recipe in recipes(work.edition):
        if recipe.name in names:
            for made in recipe.made(work.edition):
                if isinstance(made, Page):
                    html = work.frames[made.shell].stamp(made)
                    yield work.folder + made.path, html.encode()
