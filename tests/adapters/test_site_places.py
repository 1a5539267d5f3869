"""A site that is as it was left is not looked through, and one that is not is found out."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from telemaco.adapters.site_folder import MARK, DiskSiteFolder
from telemaco.ports import NO_STAMP
from telemaco.render.tracing.facts import digest
from telemaco.render.tracing.inventory import WIDTH, Inventory

PAGES = {"index.html": b"home", "a/index.html": b"A", "a/b/index.html": b"B", "c/index.html": b"C"}


@dataclass
class Site:
    """A folder of a site, published again and again; what was left is aged at will."""

    target: Path
    left: Inventory = field(default_factory=Inventory)

    def publish(self, new: Mapping[str, bytes], gone: tuple[str, ...] = ()) -> None:
        words = {path: digest(content) for path, content in new.items()}
        with DiskSiteFolder(self.target) as folder:
            folder.recall(self.left)
            for path, content in new.items():
                folder.put(path, content)
            if self.left.folders:
                assert folder.is_as_left()
                assert {*folder.keep_others(gone)} == {*self.left.paths} - {*gone}
            folder.publish()
            self.left = folder.inventory(new, words)

    def is_as_left(self) -> bool:
        with DiskSiteFolder(self.target) as folder:
            folder.recall(self.left)
            return folder.is_as_left()

    def age(self) -> None:
        """As if all had been let alone for a while."""
        stamps: list[int] = []
        for folder, names, _ in self.left.places:
            below = self.target / folder.strip("/")
            for path in (below, *(below / name for name in names)):
                one = os.lstat(path)
                stamps += (one.st_size, one.st_mtime_ns, one.st_ctime_ns, one.st_ino)
        self.left = self.left._replace(stamps=stamps, words={})

    def files(self) -> dict[str, bytes]:
        found = (path for path in self.target.rglob("*") if path.is_file())
        own = {MARK, ".nojekyll"}
        return {
            path.relative_to(self.target).as_posix(): path.read_bytes()
            for path in found
            if path.name not in own
        }


@pytest.fixture(params=["young", "old"])
def site(tmp_path: Path, request: pytest.FixtureRequest) -> Site:
    made = Site(tmp_path / "public")
    made.publish(PAGES)
    if request.param == "old":
        made.age()
    return made


def test_what_nobody_touched_is_as_it_was_left(site: Site) -> None:
    assert site.is_as_left()


def test_nothing_is_as_it_was_left_where_nothing_is_known(tmp_path: Path) -> None:
    site = Site(tmp_path / "public")
    site.publish(PAGES)
    site.left = Inventory()

    assert not site.is_as_left()


def _written(path: Path) -> None:
    path.write_bytes(b"another")


def _of_the_same_size_and_time(path: Path) -> None:
    before = os.lstat(path)
    path.write_bytes(b"?" * before.st_size)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def _unlinked(path: Path) -> None:
    path.unlink()


def _beside(path: Path) -> None:
    (path.parent / "foreign.txt").write_text("")


def _folder_beside(path: Path) -> None:
    (path.parent / "foreign").mkdir()


def _linked(path: Path) -> None:
    content = path.read_bytes()
    path.unlink()
    other = next(one for one in path.parents if one.name == "public").with_name("elsewhere")
    other.write_bytes(content)
    path.symlink_to(other)


def _a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("path", ["index.html", "a/index.html", "a/b/index.html"])
@pytest.mark.parametrize(
    "touch",
    [_written, _of_the_same_size_and_time, _unlinked, _linked, _a_folder, _beside, _folder_beside],
)
def test_a_site_that_somebody_touched_is_not_as_it_was_left(
    site: Site, touch: Callable[[Path], None], path: str
) -> None:
    touch(site.target / path)

    assert not site.is_as_left()


def test_a_folder_in_the_place_of_a_link_is_not_as_it_was_left(site: Site) -> None:
    (site.target / "a").rename(site.target.parent / "moved")
    (site.target / "a").symlink_to(site.target.parent / "moved")

    assert not site.is_as_left()


def test_files_are_put_among_the_others_and_taken_away(site: Site) -> None:
    site.publish({"a/index.html": b"A2", "d/e/index.html": b"E"}, ("a/b/index.html",))

    kept = {"index.html": b"home", "c/index.html": b"C"}
    assert site.files() == {**kept, "a/index.html": b"A2", "d/e/index.html": b"E"}
    assert not (site.target / "a/b").exists()
    assert site.is_as_left()
    assert {"/", "a/", "c/", "d/", "d/e/"} == {*site.left.folders}
    order = [*site.left.folders]
    assert order.index("/") < order.index("d/") < order.index("d/e/")


def test_what_was_not_touched_keeps_its_stamps(tmp_path: Path) -> None:
    site = Site(tmp_path / "public")
    site.publish(PAGES)
    site.age()

    site.publish({"a/b/index.html": b"B2"})

    known = site.left.known()
    assert {"index.html", "a/index.html", "c/index.html", "c/"} == {*known}
    assert {*site.left.words} == {"a/b/index.html"}
    (site.target / "c/index.html").write_bytes(b"touched")
    assert not site.is_as_left()


def test_a_stamp_lasts_from_the_build_on_that_finds_the_file_let_alone(tmp_path: Path) -> None:
    site = Site(tmp_path / "public")
    site.publish(PAGES)
    with DiskSiteFolder(site.target) as folder:
        folder.recall(site.left)
        assert folder.is_as_left()
        later = folder.glance.after(frozenset({"/"}), {}, 2**62)

    at = {folder: start for folder, _, start in later.places}["c/"]
    assert tuple(later.stamps[at : at + WIDTH]) != NO_STAMP
    assert not later.words
