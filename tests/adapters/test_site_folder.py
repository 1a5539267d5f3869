import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from telemaco.adapters.disk import lasting, stamp_of
from telemaco.adapters.site_folder import MARK, PROPOSAL, DiskSiteFolder, refuse_published
from telemaco.adapters.site_places import laid
from telemaco.adapters.walking import Place, walk
from telemaco.findings import TelemacoError
from telemaco.ports import NO_STAMP, Stamp
from telemaco.render.tracing.facts import digest
from telemaco.render.tracing.inventory import Inventory


def _publish(target: Path, text: bytes = b"new") -> None:
    with DiskSiteFolder(target) as folder:
        folder.put("a/index.html", text)
        folder.publish()


def _break_off(target: Path, error: type[BaseException]) -> None:
    with DiskSiteFolder(target) as folder:
        folder.put("a/index.html", b"half")
        raise error


def test_a_published_site_is_there_whole(tmp_path: Path) -> None:
    _publish(tmp_path / "deep" / "public")

    assert (tmp_path / "deep/public/a/index.html").read_bytes() == b"new"
    assert (tmp_path / "deep/public/.nojekyll").exists()
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["public"]


def test_a_new_site_replaces_the_old_one_whole(tmp_path: Path) -> None:
    _publish(tmp_path / "public")
    (tmp_path / "public" / "stale.html").write_text("old")

    _publish(tmp_path / "public", b"newer")

    assert not (tmp_path / "public/stale.html").exists()
    assert (tmp_path / "public/a/index.html").read_bytes() == b"newer"


def test_pages_of_another_kind_are_not_replaced(tmp_path: Path) -> None:
    _publish(tmp_path / "public")

    with pytest.raises(TelemacoError) as refused, DiskSiteFolder(tmp_path / "public", PROPOSAL):
        pass

    assert refused.value.message.facts["command"] == "telemaco match"
    with DiskSiteFolder(tmp_path / "match", PROPOSAL) as folder:
        folder.publish()
    assert [path.name for path in (tmp_path / "match").iterdir()] == [".telemaco-proposal"]


def test_nothing_private_is_put_where_a_site_is(tmp_path: Path) -> None:
    _publish(tmp_path / "elsewhere")

    for folder in ("public/match", "site", "elsewhere", "elsewhere/deep/match"):
        with pytest.raises(TelemacoError):
            refuse_published(tmp_path / folder, tmp_path)
    refuse_published(tmp_path / "match", tmp_path)


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_an_interrupted_build_leaves_the_old_site(
    tmp_path: Path, error: type[BaseException]
) -> None:
    _publish(tmp_path / "public")

    with pytest.raises(error):
        _break_off(tmp_path / "public", error)

    assert (tmp_path / "public/a/index.html").read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


def test_a_site_lost_between_two_moves_comes_back(tmp_path: Path) -> None:
    _publish(tmp_path / "public")
    (tmp_path / "public").rename(tmp_path / ".public.x1.former")

    with DiskSiteFolder(tmp_path / "public"):
        pass

    assert (tmp_path / "public" / MARK).exists()


def test_somebody_elses_folder_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")

    with pytest.raises(TelemacoError, match="did not write"), DiskSiteFolder(tmp_path):
        pass

    assert (tmp_path / "thesis.txt").exists()


def test_an_empty_folder_may_be_used(tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()

    _publish(tmp_path / "public")

    assert (tmp_path / "public" / MARK).exists()


def test_a_file_in_the_place_of_the_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "public").write_text("")

    with pytest.raises(TelemacoError, match="is a file"), DiskSiteFolder(tmp_path / "public"):
        pass


def test_a_place_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with (
        pytest.raises(TelemacoError, match="cannot be written"),
        DiskSiteFolder(tmp_path / "file" / "public"),
    ):
        pass


def test_a_path_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    with (
        DiskSiteFolder(tmp_path / "public") as folder,
        pytest.raises(TelemacoError, match="cannot be written"),
    ):
        folder.put("a" * 300, b"")


def test_a_new_site_that_got_lost_leaves_the_old_one(tmp_path: Path) -> None:
    _publish(tmp_path / "public")

    with DiskSiteFolder(tmp_path / "public") as folder:
        for new in tmp_path.glob(".public.*"):
            shutil.rmtree(new)
        with pytest.raises(TelemacoError, match="cannot be written"):
            folder.publish()

    assert (tmp_path / "public/a/index.html").read_bytes() == b"new"


def test_kept_files_stay_and_what_is_neither_kept_nor_new_goes(tmp_path: Path) -> None:
    public = tmp_path / "public"
    with DiskSiteFolder(public) as folder:
        for path in ("a/index.html", "b/index.html", "c/d/index.html"):
            folder.put(path, b"old")
        folder.publish()
    before = (public / "a/index.html").stat().st_ino
    (public / "link").symlink_to(tmp_path)
    (public / "foreign.txt").write_text("")

    with DiskSiteFolder(public) as folder:
        assert folder.holds("a/index.html", digest(b"old"))
        folder.keep("a/index.html")
        folder.put("b/index.html", b"new")
        folder.put("e/index.html", b"new")
        folder.publish()

    files = {path.relative_to(public).as_posix() for path in public.rglob("*") if path.is_file()}
    assert files == {MARK, ".nojekyll", "a/index.html", "b/index.html", "e/index.html"}
    assert (public / "b/index.html").read_bytes() == b"new"
    assert (public / "a/index.html").stat().st_ino == before
    assert not (public / "c").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


def test_a_file_that_is_gone_or_another_is_not_held(tmp_path: Path) -> None:
    _publish(tmp_path / "public")

    with DiskSiteFolder(tmp_path / "public") as folder:
        assert not folder.holds("a/index.html", digest(b"other"))
        assert not folder.holds("b/index.html", digest(b"new"))


def test_a_file_with_the_stamp_that_it_had_is_held_unread(tmp_path: Path) -> None:
    _publish(tmp_path / "public")
    file = tmp_path / "public/a/index.html"
    stamp = stamp_of(os.lstat(file))
    assert stamp is not None

    with DiskSiteFolder(tmp_path / "public") as folder:
        folder.recall(Inventory(["a/"], [["index.html"]], [*NO_STAMP, *stamp]))
        assert folder.holds("a/index.html", "whatever it was")

        file.write_bytes(b"nex")
        os.utime(file, ns=(stamp.modified, stamp.modified))
        assert not folder.holds("a/index.html", digest(b"new"))
        file.unlink()
        assert not folder.holds("a/index.html", digest(b"new"))


def test_a_site_that_was_just_written_has_no_lasting_stamp(tmp_path: Path) -> None:
    with DiskSiteFolder(tmp_path / "public") as folder:
        folder.put("a/index.html", b"new")
        folder.publish()

        left = folder.inventory(["a/index.html"], {"a/index.html": "word"})

    assert [*left.folders] == ["/", "a/"]
    assert {*left.paths} == {MARK, ".nojekyll", "a/index.html"}
    assert not any(left.stamps)
    assert left.words == {"a/index.html": "word"}


def test_a_file_put_among_the_published_ones_goes_whatever_is_known_of_its_folder(
    tmp_path: Path,
) -> None:
    public = tmp_path / "public"
    _publish(public)
    places = [*walk(str(public), {})]
    (public / "a/foreign").write_text("")

    with DiskSiteFolder(public) as folder:
        folder.recall(_inventory(public, places))
        assert folder.holds("a/index.html", digest(b"new"))
        folder.keep("a/index.html")
        folder.publish()

    assert [path.name for path in (public / "a").iterdir()] == ["index.html"]


def _inventory(root: Path, places: Iterable[Place]) -> Inventory:
    """What lies there now, with its stamps, however young."""
    return laid(
        (
            (place.path, place.files, [*place.stamp, *_stamps(root, place.paths)])
            for place in places
        ),
        {},
    )


def _stamps(root: Path, paths: Iterable[str]) -> Iterator[int]:
    for path in paths:
        yield from stamp_of(os.lstat(root / path)) or ()


def test_a_stamp_lasts_when_the_file_was_let_alone_for_a_while() -> None:
    second = 1_000_000_000
    old, touched, young = (
        Stamp(1, 1, 0, 1),
        Stamp(1, 9 * second, 0, 2),
        Stamp(1, 1, 9 * second, 3),
    )

    assert lasting({"old": old, "touched": touched, "young": young}) == {"old": old}
    assert lasting({}) == {}


def test_on_a_disk_that_counts_fine_a_tenth_of_a_second_is_a_while() -> None:
    second = 1_000_000_000
    fine, coarse = Stamp(1, 0, second + 1, 1), Stamp(1, 0, second, 1)

    assert fine.is_older(second + second // 5)
    assert not fine.is_older(second + second // 20)
    assert not coarse.is_older(3 * second)
    assert coarse.is_older(3 * second + 1)
