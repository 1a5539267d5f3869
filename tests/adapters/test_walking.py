from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from telemaco.adapters.walking import (
    TOP,
    Place,
    folders_above,
    laid_out,
    walk,
    walked_again,
)
from telemaco.ports import Stamp

STAMP = Stamp(1, 2, 3, 4)


def _lay_out(root: Path) -> None:
    for path in ("index.html", "a/index.html", "a/b/c.txt"):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("")
    (root / "link").symlink_to(root / "a")
    (root / "empty").mkdir()


def _found(places: list[Place]) -> tuple[set[str], set[str]]:
    return {path for place in places for path in place.paths}, {place.path for place in places}


def test_all_files_and_folders_are_found_and_links_are_files(tmp_path: Path) -> None:
    _lay_out(tmp_path)

    files, folders = _found(list(walk(str(tmp_path), {})))

    assert files == {"index.html", "link", "a/index.html", "a/b/c.txt"}
    assert folders == {TOP, "a/", "a/b/", "empty/"}


def test_a_folder_comes_before_those_in_it(tmp_path: Path) -> None:
    _lay_out(tmp_path)

    order = [place.path for place in walk(str(tmp_path), {})]

    assert order.index(TOP) == 0
    assert order.index("a/") < order.index("a/b/")


def test_what_is_known_to_lie_there_is_as_a_walk_finds_it(tmp_path: Path) -> None:
    for path in ("index.html", "a/index.html", "a/b/c.txt", "d/e.txt"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("")

    known = laid_out(str(tmp_path), ["a/b/c.txt", "index.html", "d/e.txt", "a/index.html"])

    assert _sorted(known) == _sorted(walk(str(tmp_path), {}))
    order = [place.path for place in known]
    assert order.index(TOP) < order.index("a/") < order.index("a/b/")


def _sorted(places: Iterable[Place]) -> list[Place]:
    ordered = (
        replace(place, files=sorted(place.files), folders=sorted(place.folders)) for place in places
    )
    return sorted(ordered, key=lambda place: place.path)


def test_a_folder_with_the_stamp_that_it_had_is_not_looked_into(tmp_path: Path) -> None:
    _lay_out(tmp_path)
    known = {place.path: place.stamp for place in walk(str(tmp_path), {})}
    known |= dict.fromkeys(("index.html", "a/index.html", "a/b/as it was", "link"), STAMP)

    (tmp_path / "a/new").write_text("")
    (tmp_path / "empty").rmdir()
    files, folders = _found(list(walk(str(tmp_path), known)))

    assert files == {"index.html", "link", "a/index.html", "a/new", "a/b/as it was"}
    assert folders == {TOP, "a/", "a/b/"}


def test_after_a_change_only_the_folders_that_were_touched_are_looked_into(tmp_path: Path) -> None:
    _lay_out(tmp_path)
    before = [
        Place(one.path, one.stamp, ["as it was"], one.folders) if one.path == "a/b/" else one
        for one in walk(str(tmp_path), {})
    ]
    (tmp_path / "empty/c/d").mkdir(parents=True)
    (tmp_path / "empty/c/d/new").write_text("")

    files, folders = _found(
        walked_again(str(tmp_path), before, folders_above(["empty/c/d/new", "gone/"]))
    )

    assert files == {"index.html", "link", "a/index.html", "a/b/as it was", "empty/c/d/new"}
    assert folders == {TOP, "a/", "a/b/", "empty/", "empty/c/", "empty/c/d/"}
