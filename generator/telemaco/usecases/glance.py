"""The pages that show a note, made at once when it changes, before anything else of the site."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from telemaco.loading.assemble import session_of
from telemaco.loading.file import Entry, read_file
from telemaco.loading.paths import badly_named
from telemaco.loading.text import decode
from telemaco.model.community import Session
from telemaco.model.late import Late
from telemaco.progress.pair import pair_progress
from telemaco.progress.standing import late_counted
from telemaco.progress.values import PairProgress
from telemaco.records.base import PairName, ProgramId
from telemaco.records.layout import Kind, NoteId, PairId, address_of
from telemaco.render.leak_readings import as_read
from telemaco.render.leaks import Secrets
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.page import Page
from telemaco.render.pages.recipes import Recipe
from telemaco.render.tracing.facts import name_of
from telemaco.render.tracing.notebook import WHOLE
from telemaco.render.tracing.traced import carry_over, work_out
from telemaco.usecases.build import Built
from telemaco.usecases.desk import Pressed, Work

_CHANGING: tuple[str, ...] = ("sessions", "progress")
"""The mappings of an edition in which a note changes an entry."""

_FIGURES = "counted"
"""What came of programs, which takes going through all pairs; so pages that tell it can wait."""


@dataclass(frozen=True, slots=True)
class Showing:
    """Where notes are shown in a language: recipes by the pair whose notes they look at.

    Left out are those that look at the notes of many pairs. `own` are the names of what an
    edition works out of notes.
    """

    work: Work
    recipes: Mapping[str, Collection[Recipe]]
    own: frozenset[str]


@dataclass(frozen=True, slots=True)
class Shown:
    """Where notes are shown on a site, and what no page may say."""

    showings: tuple[Showing, ...]
    secrets: Secrets | None


def shown_in(built: Built) -> Shown:
    """Look for it once, after a build; a build without a memory does not know."""
    showings = tuple(_showing(work, pressed) for work, pressed in built.works if work.facts)
    return Shown(showings, built.secrets)


def glance(shown: Shown, changed: Mapping[str, bytes | None]) -> Iterator[tuple[str, bytes]]:
    """Pages and where they lie, after notes changed; None stands for a note that is gone.

    These are the pages that look at the notes of few pairs. `changed` has all notes that
    changed since the build; other files, and notes that cannot be read, are passed over, since
    the check will tell of them. A page that would say what nobody may read is left out.
    """
    notes = _notes(changed)
    for showing in shown.showings if notes else ():
        edition = _with_notes(showing, notes)
        for path, page in _pages(showing, edition, notes):
            html = showing.work.frames[page.shell].stamp(page)
            if not shown.secrets or not any(
                shown.secrets.told_by(path, as_read(path, f"{path}\n{html}"))
            ):
                yield path, html.encode()


_Notes = Mapping[tuple[PairId, NoteId], Session | None]


def _showing(work: Work, pressed: Pressed) -> Showing:
    names = list(pressed.leaf.facts)
    figures = _hanging_on(pressed.leaf.looks, {_FIGURES})
    whole = {
        number
        for number, name in enumerate(names)
        if name in _WHOLE or name.partition(":")[0] in figures
    }
    alone = {number for number, name in enumerate(names) if name.startswith(_ALONE)} - whole
    found: defaultdict[str, list[Recipe]] = defaultdict(list)
    for name, outcome in pressed.leaf.outcomes.items():
        if whole.isdisjoint(outcome.facts):
            pairs = {names[fact].partition(":")[2] for fact in outcome.facts if fact in alone}
            for pair in pairs if len(pairs) <= _FEW else ():
                found[pair].append(pressed.recipes[name])
    own = _hanging_on(pressed.leaf.looks, {*_CHANGING, _FIGURES})
    # A build after a small change did not need all of this; the next glance shall not wait for it.
    work_out(work.edition, pressed.leaf.looks.keys() - own)
    return Showing(work, found, own)


_FEW = 20
"""A page of more pairs is a list or a figure, which takes long and can wait."""

_ALONE = tuple(f"{name}:" for name in _CHANGING)
_WHOLE = frozenset(name_of((name, WHOLE)) for name in _CHANGING)


def _hanging_on(looks: Mapping[str, frozenset[str]], first: Iterable[str]) -> frozenset[str]:
    """What changes with the first ones, directly or by way of something else that does."""
    found = set(first)
    for name, looked_at in looks.items():
        if not found.isdisjoint(looked_at):
            found.add(name)
    return frozenset(found)


def _notes(changed: Mapping[str, bytes | None]) -> _Notes:
    """What the files say, as far as they are notes and can be read."""
    found: dict[tuple[PairId, NoteId], Session | None] = {}
    for path, content in changed.items():
        address = address_of(path)
        if address is None or address.kind is not Kind.NOTE or badly_named(path, address):
            continue
        program, pair, day, number = address.names
        session = None
        if content is not None:
            text = decode(path, content)
            entry = read_file(path, address, text) if isinstance(text, str) else text
            if not isinstance(entry, Entry):
                continue
            session = session_of(day, number, entry)
        note = NoteId(day, int(number or 1))
        found[PairId(ProgramId(program), PairName(pair)), note] = session
    return found


def _with_notes(showing: Showing, notes: _Notes) -> Edition:
    before = showing.work.edition
    sessions = dict(before.community.sessions)
    progress: dict[PairId, PairProgress] = {}
    for (pair, note), session in notes.items():
        others = [one for one in sessions.get(pair, ()) if one.id != note]
        now = [*others, session] if session else others
        sessions[pair] = tuple(sorted(now, key=lambda one: one.id))
    community = replace(before.community, sessions=sessions)
    for pair in {pair for pair, _ in notes} & community.pairs.keys():
        progress[pair] = pair_progress(community, pair, before.today)
    over = _over(before.progress, progress)
    counted = late_counted(community, over, before.today)
    edition = replace(before, community=community, progress=over, counted=counted)
    carry_over(before, edition, showing.own)
    return edition


def _over(
    before: Mapping[PairId, PairProgress], now: Mapping[PairId, PairProgress]
) -> Mapping[PairId, PairProgress]:
    """How pairs got on before, but for those of which it is known how they do now."""
    return Late(before, lambda pair: now.get(pair) or before[pair])


def _pages(showing: Showing, edition: Edition, notes: _Notes) -> Iterator[tuple[str, Page]]:
    pairs = dict.fromkeys(str(pair) for pair, _ in notes)
    recipes = {one.name: one for pair in pairs for one in showing.recipes.get(pair, ())}
    for recipe in recipes.values():
        for made in recipe.made(edition):
            if isinstance(made, Page):
                yield showing.work.folder + made.path, made
