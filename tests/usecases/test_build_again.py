"""A build that is told what the former one left makes the same bytes as one that is not."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from telemaco.adapters.translations import Catalog
from telemaco.render.tracing.facts import digest as word
from telemaco.render.tracing.filing import filed, read
from telemaco.render.tracing.record import Record
from telemaco.usecases.build import Built, Memory, Site, build
from telemaco.usecases.since import known_now
from tests.fakes import COSIMO, SETTINGS, FakeDisk
from tests.render.pages.workshop import MASTER, NOTE, PAIR, PROGRAM, PUPIL, TODAY, WORKSHOP
from tests.usecases.kept import Kept
from tests.usecases.test_build import FakeBuilder, FakeSiteSources

CATALOG = cache(Catalog)
"""With the same translators the templates need not be compiled again."""

COMMUNITY = "program/community.yaml"
SKILLS = "program/skills.yaml"
LORENZO = "program/people/lorenzo.yaml"
SECOND = "pairs/bottega/verrocchio-lorenzo/pair.yaml"
SECOND_NOTE = "pairs/bottega/verrocchio-lorenzo/2027-03-02.md"
SILENT_NOTE = "pairs/bottega/verrocchio-lorenzo/2027-03-09.md"
SILENT = """\
---
status: held
minutes: 30
visibility: counts
---
The wings are too heavy for him.

He fell twice.
"""
HANDBOOK = "site/en/handbook/index.md"


@dataclass(frozen=True)
class World:
    """Everything a site is made from."""

    files: Mapping[str, str]
    written: Mapping[str, bytes]
    today: date = TODAY
    ran: date | None = None
    maker: str = "Telemaco 1"


START = World(
    {
        **WORKSHOP,
        LORENZO: WORKSHOP[PUPIL].replace("Leonardo da Vinci", "Lorenzo di Credi"),
        SECOND: WORKSHOP[PAIR].replace("leonardo", "lorenzo"),
        SECOND_NOTE: WORKSHOP[NOTE],
        SILENT_NOTE: SILENT,
        COMMUNITY: SETTINGS,
        "program/people/cosimo.yaml": COSIMO,
    },
    {HANDBOOK: b"# Handbook"},
)


class Shelf:
    """A folder of a site, in memory, in which an edition takes the place of the former one."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.made: set[str] = set()
        self._new: dict[str, bytes] = {}
        self._left: Mapping[str, bytes] = {}
        self._others: set[str] = set()

    def put(self, path: str, content: bytes) -> None:
        assert path not in self._new, path
        self._new[path] = content
        self.made.add(path)

    def holds(self, path: str, digest: str) -> bool:
        return path in self.files and word(self.files[path]) == digest

    def keep(self, path: str) -> None:
        assert path not in self._new, path
        self._new[path] = self.files[path]

    def is_as_left(self) -> bool:
        return self.files == self._left

    def keep_others(self, gone: Collection[str]) -> Collection[str]:
        assert self.is_as_left()
        self._others = self.files.keys() - {*gone}
        return self._others

    def begin(self) -> None:
        self._new, self.made, self._others = {}, set(), set()

    def publish(self) -> None:
        others = {path: self.files[path] for path in self._others}
        self.files, self._new = others | self._new, {}
        self._left = dict(self.files)

    def publish_half(self) -> None:
        new = sorted(self._new.items())
        self.files |= dict(new[::2])


@dataclass
class Repeated:
    """Builds again and again into one folder, each time told what the former build left."""

    shelf: Shelf = field(default_factory=Shelf)
    left: bytes | None = None
    lines: bytes = b""
    kept: Kept = field(default_factory=Kept)

    def build(self, world: World) -> Built:
        self.shelf.begin()
        built = _built(world, self.shelf, self.record(), self.kept)
        if not built.problems:
            assert built.record is not None
            self.shelf.publish()
            self.left, lines, is_more = filed(built.record)
            self.lines = self.lines + lines if is_more else lines
        return built

    def record(self) -> Record | None:
        """What the former build left."""
        return read(self.left, self.lines) if self.left else None

    def break_off(self, world: World, *, is_moving_in: bool) -> None:
        """Build, and end before the new edition is in its place, or while it is moved in."""
        self.shelf.begin()
        _built(world, self.shelf, self.record(), self.kept)
        if is_moving_in:
            self.left = None
            self.shelf.publish_half()


def _built(world: World, shelf: Shelf, record: Record | None, kept: Kept | None = None) -> Built:
    disk = FakeDisk({path: dedent(text) for path, text in world.files.items()})
    reading = (kept or Kept()).read(disk)
    assert not reading.loaded.findings, reading.loaded.findings
    now = known_now(reading, world.today, world.maker)
    memory = Memory(record, now, reading.words, world.maker, shelf)
    site = Site(FakeSiteSources(world.written), FakeBuilder(), shelf, CATALOG)
    return build(reading.loaded.community, world.today, site, world.ran, memory)


def _clean(world: World) -> tuple[Built, Mapping[str, bytes]]:
    shelf = Shelf()
    built = _built(world, shelf, None)
    shelf.publish()
    return built, shelf.files


def _in(path: str, old: str, new: str) -> Callable[[World], World]:
    """A text in a file for another one, there and back."""

    def edit(world: World) -> World:
        text = world.files.get(path)
        if text is None:
            return world
        changed = text.replace(new, old) if new in text else text.replace(old, new)
        return replace(world, files={**world.files, path: changed})

    return edit


def _toggle(*paths: str) -> Callable[[World], World]:
    """Files that go, or come back."""

    def edit(world: World) -> World:
        there = all(path in world.files for path in paths)
        files = {path: text for path, text in world.files.items() if path not in paths}
        back = {} if there else {path: START.files[path] for path in paths}
        return replace(world, files=files | back)

    return edit


def _rename(folder: str, other: str) -> Callable[[World], World]:
    def edit(world: World) -> World:
        a, b = (folder, other) if f"{folder}/pair.yaml" in world.files else (other, folder)
        files = {
            b + path.removeprefix(a) if path.startswith(f"{a}/") else path: text
            for path, text in world.files.items()
        }
        return replace(world, files=files)

    return edit


def _handbook(world: World) -> World:
    content = b"# Other" if world.written[HANDBOOK] == b"# Handbook" else b"# Handbook"
    return replace(world, written={HANDBOOK: content})


EDITS: Mapping[str, Callable[[World], World]] = {
    "a note says something else": _in(NOTE, "drapery", "horses"),
    "a note says what another hides": _in(
        NOTE, "We", "The wings are too heavy for him.\n\n        We"
    ),
    "a note names a hidden place": _in(SECOND_NOTE, "We looked", "In Anchiano we looked"),
    "a note says nothing": _in(SECOND_NOTE, "# Goal\n\n        We looked at *drapery*.", "***"),
    "a note says who is hidden": _in(NOTE, "We looked", "Lorenzo di Credi looked"),
    "a hidden note says something else": _in(SILENT_NOTE, "The wings", "The feathers"),
    "a hidden note says less": _in(SILENT_NOTE, "He fell twice.", "He flew."),
    "a hidden note has no text": _in(SILENT_NOTE, "The wings are too heavy for him.", "***"),
    "a hidden note is public": _in(SILENT_NOTE, "visibility: counts", "visibility: public"),
    "a hidden note goes": _toggle(SILENT_NOTE),
    "a note is no longer public": _in(NOTE, "visibility: public", "visibility: counts"),
    "a session was longer": _in(NOTE, "minutes: 60", "minutes: 90"),
    "another next day": _in(NOTE, "next: 2027-03-22", "next: 2027-03-29"),
    "a note goes": _toggle(SECOND_NOTE),
    "a pair ends": _in(PAIR, "status: active", "status: completed"),
    "a pair is only proposed": _in(PAIR, "status: active", "status: proposed"),
    "a pair goes": _toggle(SECOND, SECOND_NOTE, SILENT_NOTE),
    "a folder is renamed": _rename("pairs/bottega/verrocchio-lorenzo", "pairs/bottega/credi"),
    "a person is renamed": _in(MASTER, "Andrea del Verrocchio", "Andrea di Cione"),
    "a person moves": _in(MASTER, "Florence", "Venice"),
    "a person hides their pairs": _in(PUPIL, "[name, seeks, pairs]", "[name, seeks]"),
    "a person hides their name": _in(LORENZO, "[name, seeks, pairs]", "[seeks]"),
    "a person takes nobody": _in(MASTER, "capacity: 2", "capacity: 1"),
    "a consent begins later": _in(LORENZO, "on: 2027-01-01", "on: 2027-03-20"),
    "a secret changes": _in(PUPIL, "Anchiano", "Milan"),
    "a program is renamed": _in(PROGRAM, "The workshop year", "A workshop"),
    "a program is a draft": _in(PROGRAM, "status: running", "status: draft"),
    "a skill is renamed": _in(SKILLS, "label: Casting", "label: Bronze"),
    "the community is renamed": _in(COMMUNITY, "en: The Workshop", "en: Workshops"),
    "small groups are told": _in(COMMUNITY, "contact:", "privacy: {small_group: 2}\ncontact:"),
    "a language less": _in(COMMUNITY, "languages: [en, it]", "languages: [en]"),
    "the other language first": _in(COMMUNITY, "languages: [en, it]", "languages: [it, en]"),
    "the site has an address": _in(COMMUNITY, "code_of", "url: https://w.org\ncode_of"),
    "tomorrow": lambda world: replace(world, today=world.today + timedelta(days=1)),
    "the reminders ran": lambda world: replace(world, ran=world.today),
    "another page by hand": _handbook,
    "another version": lambda world: replace(world, maker=world.maker + "."),
}


@pytest.mark.parametrize("name", EDITS)
def test_every_edit_changes_something_that_is_tested(name: str) -> None:
    assert EDITS[name](START) != START


@settings(max_examples=8, deadline=None)
@given(st.lists(st.sampled_from(sorted(EDITS)), min_size=1, max_size=4))
def test_after_any_edits_the_site_is_that_of_a_clean_build(edits: list[str]) -> None:
    again = Repeated()
    world = START
    again.build(world)

    for name in edits:
        world = EDITS[name](world)
        built = again.build(world)
        clean, files = _clean(world)

        assert built.problems == clean.problems
        if not built.problems:
            assert again.shelf.files == files
            assert built.pages == clean.pages


@settings(max_examples=6, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(sorted(EDITS)), st.booleans()), min_size=1, max_size=3),
    st.sampled_from(sorted(EDITS)),
)
def test_after_builds_that_were_broken_off_the_site_is_that_of_a_clean_build(
    broken_off: list[tuple[str, bool]], last: str
) -> None:
    again = Repeated()
    world = START
    again.build(world)
    for name, is_moving_in in broken_off:
        world = EDITS[name](world)
        again.break_off(world, is_moving_in=is_moving_in)

    world = EDITS[last](world)
    built = again.build(world)
    clean, files = _clean(world)

    assert built.problems == clean.problems
    if not built.problems:
        assert again.shelf.files == files


@pytest.mark.parametrize(
    "edits",
    [
        ["a session was longer", "a session was longer"],
        ["a session was longer", "another next day", "a session was longer"],
        ["a note goes", "a note goes"],
        ["tomorrow", "yesterday"],
    ],
)
def test_what_is_as_it_was_before_makes_the_site_that_was(edits: list[str]) -> None:
    """These edits leave the size of a file as it was, or set the clock back."""
    again = Repeated()
    world = START
    for name in edits:
        again.build(world)
        back = replace(world, today=world.today - timedelta(days=1))
        world = back if name == "yesterday" else EDITS[name](world)

    again.build(world)

    assert again.shelf.files == _clean(world)[1]


def test_without_a_change_nothing_of_the_records_is_made_anew() -> None:
    again = Repeated()
    again.build(START)

    again.build(START)

    assert not [path for path in again.shelf.made if path.startswith(("people/", "pairs/"))]


def test_a_changed_note_touches_only_what_shows_it() -> None:
    again = Repeated()
    again.build(START)

    again.build(EDITS["a note says something else"](START))

    made = {path for path in again.shelf.made if path.startswith(("people/", "pairs/bottega/"))}
    assert made == {"pairs/bottega/verrocchio-leonardo/index.html"}


@pytest.mark.parametrize("damage", [b"", b"x", b"0\n{}"])
def test_a_damaged_memory_is_none(damage: bytes) -> None:
    again = Repeated()
    again.build(START)
    assert again.left is not None

    again.left = damage or again.left[:-1]
    again.build(START)

    assert "people/verrocchio/index.html" in again.shelf.made


@pytest.mark.parametrize("content", [b"tampered with", None])
@pytest.mark.parametrize(
    "page", ["people/verrocchio/index.html", "it/thanks/index.html", "404.html", "data/people.csv"]
)
def test_a_file_that_is_not_as_it_was_left_is_made_anew(page: str, content: bytes | None) -> None:
    again = Repeated()
    again.build(START)
    good = again.shelf.files.pop(page)
    if content:
        again.shelf.files[page] = content

    again.build(START)

    assert again.shelf.files[page] == good


def test_a_hidden_text_that_changes_is_looked_for_on_every_page() -> None:
    again = Repeated()
    again.build(START)
    hidden = EDITS["a hidden note says something else"](START)
    world = _in(SILENT_NOTE, "The feathers are too heavy for him.", "Painted by the pupil.")(hidden)
    told = _in(MASTER, "I teach by **doing**.", "Painted by the pupil.")(world)

    assert not again.build(hidden).problems
    assert again.build(told).problems == _clean(told)[0].problems


def test_where_only_a_text_changed_the_home_page_looks_at_nobody_but_whom_it_shows() -> None:
    """It has figures of everybody, which are those of the former build."""
    again = Repeated()
    again.build(START)

    built = again.build(EDITS["a note says something else"](START))

    assert "index.html" in again.shelf.made
    for work, _pressed in built.works:
        assert "mentors" not in vars(work.edition)
        assert "outcomes" not in vars(work.edition)


def test_where_only_a_text_changed_no_page_is_looked_for_but_those_that_show_it() -> None:
    """The list of the recipes hangs on no text: it is that of the former build."""
    again = Repeated()
    again.build(START)
    record = again.record()
    assert record is not None
    assert not any(leaf.hangs_on_texts for leaf in record.leaves.values())

    built = again.build(EDITS["a note says something else"](START))

    assert all(pressed.is_whole for _work, pressed in built.works)
