import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from telemaco.adapters.disk import (
    DiskSources,
    DiskWriter,
    read_file,
    require_community,
    write_whole,
)
from telemaco.findings import TelemacoError
from telemaco.ports import Obstacle, SourceFile

NOBODY = 65_534
"""A user of whom no file is; root reads everything."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A community with one person."""
    put(tmp_path / "program/people/ada.yaml", "name: Ada\n")
    return tmp_path


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def found(root: Path) -> list[SourceFile | Obstacle]:
    return list(DiskSources(root).files())


ADA = SourceFile("program/people/ada.yaml", b"name: Ada\n")


def test_files_beside_the_folders_of_records_may_be_records(root: Path) -> None:
    put(root / "people/old/ada.yaml", "name: Ada\n")
    put(root / "people/.old/ada.yaml", "x")
    put(root / "docs/x.yaml", "x")
    put(root / "note.md", "x")
    put(root / ".hidden.yaml", "x")
    (root / "link.yaml").symlink_to("note.md")

    assert list(DiskSources(root).beside()) == [
        SourceFile("note.md", b"x"),
        SourceFile("people/old/ada.yaml", b"name: Ada\n"),
    ]


def test_files_come_folder_by_folder_in_the_order_of_names(root: Path) -> None:
    put(root / "pairs/b/x/pair.yaml", "1")
    put(root / "pairs/a/y/pair.yaml", "2")
    put(root / "program/community.yaml", "3")

    assert [source.path for source in found(root)] == [
        "pairs/a/y/pair.yaml",
        "pairs/b/x/pair.yaml",
        "program/community.yaml",
        "program/people/ada.yaml",
    ]


def test_folders_in_capital_letters_are_not_overlooked(root: Path) -> None:
    put(root / "Pairs/a/y/pair.yaml", "2")
    put(root / "Elsewhere/x.yaml", "2")

    assert [source.path for source in found(root)] == ["Pairs/a/y/pair.yaml", ADA.path]


def test_names_that_begin_with_a_dot_are_skipped(root: Path) -> None:
    put(root / "program/people/.ada.yaml.k3", "half written")
    put(root / "program/.hidden/x.yaml", "x")

    assert found(root) == [ADA]


def test_links_are_not_followed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    put(outside / "secret.yaml", "key: 1\n")
    (root / "program/people/file.yaml").symlink_to(outside / "secret.yaml")
    (root / "program/people/dangling.yaml").symlink_to(outside / "nothing")
    (root / "program/people/loop.yaml").symlink_to("loop.yaml")
    (root / "program/folder").symlink_to(outside)
    (root / "program/up").symlink_to("..")
    (root / "pairs").symlink_to(outside)

    assert found(root) == [
        Obstacle("pairs", "symbolic-link"),
        Obstacle("program/folder", "symbolic-link"),
        ADA,
        Obstacle("program/people/dangling.yaml", "symbolic-link"),
        Obstacle("program/people/file.yaml", "symbolic-link"),
        Obstacle("program/people/loop.yaml", "symbolic-link"),
        Obstacle("program/up", "symbolic-link"),
    ]
    assert DiskSources(root).read("program/people/file.yaml") is None


def test_folder_with_the_name_of_a_file_is_an_obstacle(root: Path) -> None:
    put(root / "program/people/mary.yaml/deep.yaml", "x")
    (root / "pairs/spring/ada-mary/2027-02-03.md").mkdir(parents=True)

    assert found(root) == [
        Obstacle("pairs/spring/ada-mary/2027-02-03.md", "folder"),
        ADA,
        Obstacle("program/people/mary.yaml", "folder"),
    ]


def test_file_with_the_name_of_a_folder_is_a_file(root: Path) -> None:
    put(root / "pairs", "oops")

    assert found(root) == [SourceFile("pairs", b"oops"), ADA]


def test_pipe_is_an_obstacle_and_does_not_hang(root: Path) -> None:
    os.mkfifo(root / "program/people/pipe.yaml")

    assert found(root) == [ADA, Obstacle("program/people/pipe.yaml", "special-file")]


def test_large_file_is_measured_and_never_read(root: Path) -> None:
    with (root / "program/people/large.yaml").open("wb") as file:
        file.truncate(100_000_000)  # a sparse file: reading it would show in the memory used
    put(root / "program/people/limit.yaml", "x" * 65_536)

    ada, large, limit = found(root)

    assert ada == ADA
    assert large == Obstacle("program/people/large.yaml", "too-large", 100_000_000)
    assert isinstance(limit, SourceFile)
    assert len(limit.content) == 65_536


def test_what_may_not_be_read_is_an_obstacle(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(root / "program/people/mary.yaml", "x")
    put(root / "program/closed/x.yaml", "x")
    (root / "program/people/mary.yaml").chmod(0)
    (root / "program/closed").chmod(0)
    root.chmod(0o755)
    # From within: the folder of all tests is closed to others.
    monkeypatch.chdir(root)

    with not_as_root():
        seen = found(Path())

    assert seen == [
        Obstacle("program/closed", "unreadable"),
        ADA,
        Obstacle("program/people/mary.yaml", "unreadable"),
    ]
    (root / "program/closed").chmod(0o755)


@contextmanager
def not_as_root() -> Iterator[None]:
    """For a while root is nobody, where it may be; everybody else stays who they are."""
    user = os.geteuid()
    try:
        os.seteuid(user or NOBODY)
    except OSError:
        pytest.skip("root may not be anybody else here")
    try:
        yield
    finally:
        os.seteuid(user)


@pytest.fixture
def nested(root: Path) -> Iterator[Callable[[str, int], None]]:
    """Makes folders in each other; a path to the last would be too long."""

    def nest(name: str, depth: int) -> None:
        handle = os.open(root / "program", os.O_RDONLY)
        for _ in range(depth):
            os.mkdir(name, dir_fd=handle)
            deeper = os.open(name, os.O_RDONLY, dir_fd=handle)
            os.close(handle)
            handle = deeper
        os.close(handle)

    yield nest
    # Python's own way to remove them would be too deep for itself.
    subprocess.run(["rm", "-rf", root / "program"], check=True)


def test_path_that_is_too_long_to_open_is_an_obstacle(
    root: Path, nested: Callable[[str, int], None]
) -> None:
    nested("d" * 120, 40)

    first, second = found(root)

    assert isinstance(first, Obstacle)
    assert first.reason == "unreadable"
    assert second == ADA


def test_folders_deeper_than_any_stack_are_walked(
    root: Path, nested: Callable[[str, int], None]
) -> None:
    nested("d", 1_500)

    assert found(root) == [ADA]


def test_file_that_vanishes_is_not_there(root: Path) -> None:
    put(root / "program/people/mary.yaml", "x")
    put(root / "program/teams/x.yaml", "x")
    sources = DiskSources(root).files()

    assert next(sources) == ADA
    (root / "program/people/mary.yaml").unlink()
    (root / "program/teams/x.yaml").unlink()
    (root / "program/teams").rmdir()
    assert list(sources) == []


def test_file_is_read_again_by_its_path(root: Path) -> None:
    sources = DiskSources(root)

    assert sources.read("program/people/ada.yaml") == b"name: Ada\n"
    assert sources.read("program/people/mary.yaml") is None
    assert sources.read("program/people") is None


def test_file_name_that_is_no_utf8_is_given_as_it_is(root: Path) -> None:
    Path(os.fsdecode(os.fsencode(root) + b"/program/people/\xff.yaml")).write_bytes(b"x")

    assert found(root)[-1] == SourceFile("program/people/\udcff.yaml", b"x")


@pytest.mark.parametrize("name", ["nothing", "file"])
def test_root_that_is_no_folder_ends_the_run(tmp_path: Path, name: str) -> None:
    put(tmp_path / "file", "x")

    with pytest.raises(TelemacoError) as caught:
        require_community(tmp_path / name)
    assert caught.value.hint


def test_empty_folder_ends_the_run_with_a_way_to_start(tmp_path: Path) -> None:
    with pytest.raises(TelemacoError) as caught:
        DiskSources(tmp_path)

    assert "no folder program/" in str(caught.value)
    assert caught.value.hint
    assert "telemaco new" in caught.value.hint.text


def test_folder_in_capitals_is_recognised(tmp_path: Path) -> None:
    put(tmp_path / "Program/community.yaml", "x")

    with pytest.raises(TelemacoError) as caught:
        require_community(tmp_path)
    assert caught.value.hint
    assert caught.value.hint.facts == {"name": "Program"}


def test_file_is_written_whole_and_folders_are_made(tmp_path: Path) -> None:
    writer = DiskWriter(tmp_path)

    writer.write("pairs/spring/a/pair.yaml", b"one")
    writer.write("pairs/spring/a/pair.yaml", b"two")

    target = tmp_path / "pairs/spring/a/pair.yaml"
    assert target.read_bytes() == b"two"
    assert target.stat().st_mode & 0o777 == 0o644
    assert list(target.parent.iterdir()) == [target]


def test_failed_write_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    put(tmp_path / "taken/inside", "x")

    with pytest.raises(TelemacoError, match="taken cannot be written"):
        DiskWriter(tmp_path).write("taken", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_interrupted_write_leaves_the_old_file(tmp_path: Path) -> None:
    put(tmp_path / "a", "old")

    with pytest.raises(TypeError):
        write_whole(tmp_path / "a", "no bytes")  # type: ignore[arg-type]  # makes the write fail
    assert (tmp_path / "a").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_nothing_is_written_through_a_link_that_leads_out(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (tmp_path / "pairs").symlink_to(outside)

    with pytest.raises(TelemacoError, match="leads out"):
        DiskWriter(tmp_path).write("pairs/spring/a/pair.yaml", b"x")
    assert list(outside.iterdir()) == []


def test_file_is_removed_and_its_folder_with_it_when_empty(tmp_path: Path) -> None:
    put(tmp_path / "pairs/a/pair.yaml", "x")
    put(tmp_path / "pairs/b/pair.yaml", "x")
    put(tmp_path / "pairs/b/2027-02-03.md.age", "x")
    writer = DiskWriter(tmp_path)

    writer.remove("pairs/a/pair.yaml")
    writer.remove("pairs/b/pair.yaml")
    writer.remove("pairs/c/pair.yaml")

    left = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*"))
    assert left == ["pairs", "pairs/b", "pairs/b/2027-02-03.md.age"]


def test_nothing_is_removed_that_is_no_file_or_lies_outside(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    put(outside / "pair.yaml", "x")
    (tmp_path / "pairs").symlink_to(outside)
    put(tmp_path / "program/people/pair.yaml", "x")
    writer = DiskWriter(tmp_path)

    with pytest.raises(TelemacoError, match="leads out"):
        writer.remove("pairs/pair.yaml")
    with pytest.raises(TelemacoError, match="program/people cannot be removed"):
        writer.remove("program/people")
    assert (outside / "pair.yaml").exists()


def test_file_of_ours_may_be_absent(tmp_path: Path) -> None:
    put(tmp_path / "a", "x")

    assert read_file(tmp_path / "a") == b"x"
    assert read_file(tmp_path / "b") is None
    with pytest.raises(TelemacoError, match="cannot be read"):
        read_file(tmp_path)


def test_folders_are_listed_with_what_lies_in_them(root: Path) -> None:
    (root / "Pairs").write_text("")
    (root / "pairs").mkdir()
    (root / "program" / ".hidden").write_text("")
    (root / "program" / "link").symlink_to(root / "pairs")
    (root / "program" / "a.yaml").mkdir()
    sources = DiskSources(root)

    top, program = sources.listed(""), sources.listed("program")

    assert top is not None
    assert (top.folders, top.files) == (["pairs", "program"], ["Pairs"])
    assert program is not None
    assert "a.yaml" in program.folders
    assert "link" in program.files
    assert ".hidden" not in program.files
    assert [*program.stamp] == sources.stamp_of_folder("program")
    assert sources.listed("program/a.yaml") is None


def test_stamps_of_a_folder_are_those_of_its_files(root: Path) -> None:
    sources = DiskSources(root)
    stamp = sources.stamp("program/people/ada.yaml")
    assert stamp is not None

    assert sources.stamps("program/people", ["ada.yaml", "gone"]) == [*stamp, 0, 0, 0, 0]
    assert sources.stamp_of_folder("gone") == [0, 0, 0, 0]
