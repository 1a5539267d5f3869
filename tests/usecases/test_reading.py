"""Files that did not change say what they said, without being opened."""

from dataclasses import replace

import pytest

from telemaco.loading.load import load
from telemaco.ports import Obstacle, SourceFile, Stamp
from telemaco.records.base import PersonId
from telemaco.render.tracing.facts import digest
from telemaco.usecases.reading import Reader, Recollection, read_folder
from tests.fakes import COSIMO, LATER, SETTINGS, FakeDisk, FakeSources
from tests.usecases.test_build import Dealing

PERSON = "program/people/cosimo.yaml"
BROKEN = "program/people/a.yaml"
LINK = "program/people/b.yaml"
STRAY = "program/people/notes.txt"
HUGE = "program/people/c.yaml"
FILES: dict[str, str | bytes | Obstacle] = {
    "program/community.yaml": SETTINGS,
    PERSON: COSIMO,
    BROKEN: b"\xff",
    LINK: Obstacle(LINK, "symbolic-link"),
    STRAY: "Call Cosimo.",
    HUGE: "#" * 70_000,
    "pairs/year/one/2027-02-03.md": "---\nstatus: held\n---\nA talk.\n",
    "pairs/year/one/2027-02-04.md.age": "sealed",
}


def reader(disk: FakeDisk, began: int = LATER) -> Reader:
    return Reader(disk, digest, began)


@pytest.mark.parametrize("recollection", [Recollection(), Recollection(records={})])
def test_what_files_said_makes_no_difference_but_for_time(recollection: Recollection) -> None:
    files = dict(FILES)
    whole = load(FakeSources(files).files())

    first = read_folder(reader(FakeDisk(files)), recollection)
    disk = FakeDisk(files)
    again = read_folder(reader(disk), recollection, Dealing())
    files[PERSON] = COSIMO.replace("Cosimo", "Lorenzo")
    after = read_folder(reader(FakeDisk(files)), recollection)

    assert whole == first.loaded
    assert (whole.community, whole.findings) == (again.loaded.community, again.loaded.findings)
    assert first.words == again.words
    assert first.words[PERSON].whole == digest(COSIMO)
    assert PERSON not in disk.opened
    assert (first.is_news, again.is_news, after.is_news) == (True, False, True)
    assert after.loaded.community.people[PersonId("cosimo")].name == "Lorenzo"
    assert after.words[PERSON] != first.words[PERSON]


def test_a_file_about_which_something_is_to_be_said_is_opened_again() -> None:
    recollection = Recollection()
    read_folder(reader(FakeDisk(FILES)), recollection)
    disk = FakeDisk(FILES)

    read_folder(reader(disk), recollection)

    assert recollection.lines.keys() == {
        "program/community.yaml",
        PERSON,
        "pairs/year/one/2027-02-03.md",
    }
    assert {BROKEN, STRAY, HUGE} <= {*disk.opened}


@pytest.mark.parametrize("file", ["modified", "changed"])
def test_a_file_that_was_young_when_it_was_read_is_opened_again(file: str) -> None:
    class Young(FakeDisk):
        def stamp(self, path: str) -> Stamp | None:
            return replace_time(super().stamp(path), file)

    recollection = Recollection(records={})
    read_folder(reader(Young(FILES), began=NOON + SECOND), recollection)
    disk = Young(FILES)
    read_folder(reader(disk, began=NOON + 3 * SECOND), recollection)

    assert PERSON in disk.opened
    assert PERSON in recollection.lines


def replace_time(stamp: Stamp | None, field: str) -> Stamp | None:
    return stamp and stamp._replace(**{field: NOON})


NOON = 1_800_000_000_000_000_000
SECOND = 1_000_000_000


def test_what_went_away_is_forgotten() -> None:
    recollection = Recollection()
    read_folder(reader(FakeDisk(FILES)), recollection)

    reading = read_folder(
        reader(FakeDisk({path: text for path, text in FILES.items() if path != PERSON})),
        recollection,
    )

    assert reading.is_news
    assert PERSON not in recollection.lines
    assert not reading.loaded.community.people


def test_what_goes_away_while_it_is_read_is_not_there() -> None:
    class Vanishing(FakeDisk):
        def source(self, path: str) -> SourceFile | Obstacle | None:
            return None if path == PERSON else super().source(path)

    reading = read_folder(reader(Vanishing(FILES)), Recollection())

    assert not reading.loaded.community.people
    assert PERSON not in reading.words


def test_a_file_without_a_stamp_is_not_remembered() -> None:
    class Bare(FakeDisk):
        def source(self, path: str) -> SourceFile | Obstacle | None:
            found = super().source(path)
            return replace(found, stamp=None) if isinstance(found, SourceFile) else found

    recollection = Recollection()
    read_folder(reader(Bare(FILES)), recollection)

    assert not recollection.lines
