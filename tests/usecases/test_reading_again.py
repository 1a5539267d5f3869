"""A glance at a folder in which little changed tells the same as reading all of it."""

from collections.abc import Callable, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from telemaco.loading.load import load
from telemaco.ports import Listing, Obstacle, Stamp
from telemaco.records.layout import Kind
from tests.fakes import COSIMO, LATER, SETTINGS, FakeDisk, FakeSources
from tests.usecases.kept import Kept

PERSON = "program/people/cosimo.yaml"
NOTE = "pairs/year/one/2027-02-03.md"
SECOND = "pairs/year/one/2027-02-03-2.md"
HELD = "---\nstatus: held\nminutes: 60\n---\nA talk.\n"
FILES: dict[str, str | bytes | Obstacle] = {
    "program/community.yaml": SETTINGS,
    PERSON: COSIMO,
    **{f"program/people/p{n:02}.yaml": COSIMO.replace("Cosimo", f"P {n}") for n in range(60)},
    NOTE: HELD,
    SECOND: HELD,
    "pairs/year/two/2027-02-04.md": HELD,
}


def _swap(path: str, old: str, new: str) -> Callable[[dict[str, str | bytes | Obstacle]], None]:
    def edit(files: dict[str, str | bytes | Obstacle]) -> None:
        text = files.get(path, FILES[path])
        if isinstance(text, str):
            files[path] = text.replace(new, old) if new in text else text.replace(old, new)

    return edit


def _toggle(
    path: str, content: str | bytes | Obstacle
) -> Callable[[dict[str, str | bytes | Obstacle]], None]:
    def edit(files: dict[str, str | bytes | Obstacle]) -> None:
        if files.pop(path, None) is None:
            files[path] = content

    return edit


EDITS: Mapping[str, Callable[[dict[str, str | bytes | Obstacle]], None]] = {
    "another text": _swap(NOTE, "A talk", "A walk"),
    "other minutes": _swap(NOTE, "60", "45"),
    "a second note changes": _swap(SECOND, "A talk", "No talk"),
    "another name": _swap(PERSON, "Cosimo", "Lorenzo"),
    "other settings": _swap("program/community.yaml", "languages: [en]", "languages: [it]"),
    "no YAML": _swap(PERSON, "name:", "name"),
    "a file goes": _toggle(SECOND, HELD),
    "a file comes": _toggle("program/people/new.yaml", COSIMO),
    "a pair comes": _toggle("pairs/year/three/2027-02-05.md", HELD),
    "a stray file": _toggle("program/people/notes.txt", "Call Cosimo."),
    "a sealed note": _toggle("pairs/year/one/2027-02-09.md.age", "sealed"),
    "a link": _toggle("program/people/b.yaml", Obstacle("program/people/b.yaml", "symbolic-link")),
    "no settings": _toggle("program/community.yaml", SETTINGS),
}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(sorted(EDITS)), min_size=1, max_size=6))
def test_after_any_edits_the_same_is_read_as_from_the_beginning(edits: list[str]) -> None:
    kept, files = Kept(), dict(FILES)
    kept.read(FakeDisk(files))

    for name in edits:
        EDITS[name](files)
        again, clean = kept.read(FakeDisk(files)), Kept().read(FakeDisk(files))
        whole = load(FakeSources(files).files())

        assert (again.loaded.community, again.loaded.findings) == (whole.community, whole.findings)
        assert again.loaded.files == whole.files
        assert {kind: {*found} for kind, found in again.loaded.entries.items() if found} == {
            kind: {*found} for kind, found in whole.entries.items() if found
        }
        assert again.words == clean.words
        assert again.told == clean.told


@pytest.mark.parametrize("name", ["another text", "other minutes", "another name"])
def test_only_what_changed_is_opened(name: str) -> None:
    kept, files = Kept(), dict(FILES)
    kept.read(FakeDisk(files))
    EDITS[name](files)
    disk = FakeDisk(files)

    reading = kept.read(disk)

    assert kept.glances == 1
    assert len(disk.opened) == 1
    assert reading.is_news
    assert not kept.read(FakeDisk(files)).is_news
    assert kept.glances == 2


def test_notes_are_among_the_entries() -> None:
    kept = Kept()
    kept.read(FakeDisk(FILES))

    reading = kept.read(FakeDisk(FILES))

    notes = reading.loaded.entries[Kind.NOTE]
    assert ("year", "one", "2027-02-03", "2") in notes
    assert len(notes) == 3


def test_many_changes_are_read_as_a_whole() -> None:
    kept = Kept()
    kept.read(FakeDisk(FILES))
    changed = {
        path: text.replace("P ", "Q ") if isinstance(text, str) else text
        for path, text in FILES.items()
    }

    kept.read(FakeDisk(changed))

    assert kept.glances == 0


def test_a_young_file_is_opened_again_until_it_is_old_enough() -> None:
    class Young(FakeDisk):
        def stamp(self, path: str) -> Stamp | None:
            stamp = super().stamp(path)
            return stamp and stamp._replace(changed=LATER if path == NOTE else 0)

    kept = Kept()
    kept.read(Young(FILES))
    for _ in range(2):
        disk = Young(FILES)
        kept.read(disk)
        assert disk.opened == [NOTE]

    kept.read(Young(FILES), began=2 * LATER)
    disk = Young(FILES)
    kept.read(disk, began=2 * LATER)

    assert kept.glances == 4
    assert not disk.opened


def test_a_young_folder_is_listed_again_until_it_is_old_enough() -> None:
    class Young(FakeDisk):
        def listed(self, folder: str) -> Listing | None:
            listed.append(folder)
            return super().listed(folder)

        def stamp_of_folder(self, folder: str) -> list[int]:
            return [1, 1, LATER, 1] if folder == "pairs/year" else super().stamp_of_folder(folder)

    kept = Kept()
    listed: list[str] = []
    for began, expected in [(LATER, 7), (LATER, 2), (2 * LATER, 2), (2 * LATER, 1)]:
        listed.clear()
        kept.read(Young(FILES), began=began)
        assert len(listed) == expected

    assert kept.glances == 3


def test_a_folder_that_cannot_be_looked_into_is_read_as_a_whole() -> None:
    class Closed(FakeDisk):
        def listed(self, folder: str) -> Listing | None:
            return None if folder == "pairs" else super().listed(folder)

    kept = Kept()
    kept.read(Closed(FILES))

    assert kept.sheaves is None


def test_a_file_that_is_not_listed_makes_nobody_rely_on_the_list() -> None:
    class Blind(FakeDisk):
        def listed(self, folder: str) -> Listing | None:
            found = super().listed(folder)
            return found and found._replace(files=[one for one in found.files if one != "p01.yaml"])

    kept = Kept()
    kept.read(Blind(FILES))

    assert kept.sheaves is None
