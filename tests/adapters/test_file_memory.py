from pathlib import Path

import pytest

from telemaco.adapters.file_memory import FileMemory
from telemaco.loading.sheaves import Sheaf

LINES = {f"pairs/a/b/{number}.md": f'["é {number}"]' for number in range(40)}
NAMES = [path.rpartition("/")[2] for path in LINES]
SHEAF = Sheaf("pairs/a/b", [1, 2, 3, 4], [], NAMES, [7] * 160, [0] * 40, "text", "rest")


def test_what_files_said_is_recalled_by_the_same_maker(tmp_path: Path) -> None:
    lines = {"program/people/ada.yaml": '["x"]', "pairs/a/b/pair.yaml": "[1]"}
    memory = FileMemory(tmp_path / ".telemaco", "one")
    assert memory.recall() == {}

    memory.keep(lines)

    assert FileMemory(tmp_path / ".telemaco", "one").recall() == lines
    assert FileMemory(tmp_path / ".telemaco", "another").recall() == {}
    memory.keep({})
    assert memory.recall() == {}


@pytest.mark.parametrize("damage", [b"", b"x", b"\xff\n", b"one\none\na"])
def test_a_damaged_memory_of_files_is_none(tmp_path: Path, damage: bytes) -> None:
    memory = FileMemory(tmp_path, "one")
    memory.keep({"a": "b"})

    file = tmp_path / "files"
    file.write_bytes(damage or file.read_bytes()[:-1])

    assert memory.recall() == {}


def test_the_clock_of_the_disk_goes_with_its_files(tmp_path: Path) -> None:
    before = FileMemory(tmp_path, "one").now()

    (tmp_path / "file").write_text("")

    assert before <= (tmp_path / "file").stat().st_mtime_ns


@pytest.mark.parametrize("lines", [{}, {"a.md": '["one\u2028two\x85three"]', "b.md": "[]"}])
def test_lines_come_back_whatever_ends_of_lines_texts_have(
    tmp_path: Path, lines: dict[str, str]
) -> None:
    FileMemory(tmp_path, "me").keep(lines)

    assert FileMemory(tmp_path, "me").recall() == lines


def test_few_changed_lines_are_kept_beside_the_others(tmp_path: Path) -> None:
    lines = {f"{number}.md": "[1]" for number in range(100)}
    FileMemory(tmp_path, "me").keep(lines)
    all_of_them = (tmp_path / "files").read_bytes()

    for changed in ({"5.md": "[2]"}, {"6.md": "[3]", "new.md": "[4]"}):
        memory = FileMemory(tmp_path, "me")
        memory.recall()
        now = {path: line for path, line in lines.items() if path != "7.md"} | changed
        memory.keep(now)

        assert FileMemory(tmp_path, "me").recall() == now
        assert (tmp_path / "files").read_bytes() == all_of_them


def test_many_changed_lines_are_written_with_the_others(tmp_path: Path) -> None:
    FileMemory(tmp_path, "me").keep({"a.md": "[1]", "b.md": "[1]"})
    memory = FileMemory(tmp_path, "me")
    memory.recall()
    for now in ({"a.md": "[2]", "b.md": "[1]"}, {"a.md": "[2]"}):
        memory.keep(now)

        assert FileMemory(tmp_path, "me").recall() == now


def test_changed_lines_without_those_they_belong_to_are_none(tmp_path: Path) -> None:
    lines = {f"{number}.md": "[1]" for number in range(100)}
    FileMemory(tmp_path, "me").keep(lines)
    memory = FileMemory(tmp_path, "me")
    memory.recall()
    memory.keep(lines | {"5.md": "[2]"})

    other = dict.fromkeys(lines, "[5]")
    FileMemory(tmp_path, "me").keep(other)

    assert FileMemory(tmp_path, "me").recall() == other


def test_what_is_known_of_folders_comes_with_the_lines_of_their_files(tmp_path: Path) -> None:
    memory = FileMemory(tmp_path, "me")
    assert memory.bundle() is None
    memory.keep(LINES)
    memory.keep_bundle([SHEAF])

    bundle = FileMemory(tmp_path, "me").bundle()

    assert bundle is not None
    (sheaf,) = bundle.sheaves
    assert sheaf == SHEAF._replace(starts=sheaf.starts)
    found = zip(sheaf.paths, sheaf.starts, strict=True)
    assert {path: bundle.line(path, start) for path, start in found} == LINES


def test_lines_that_changed_are_kept_beside_those_of_the_bundle(tmp_path: Path) -> None:
    FileMemory(tmp_path, "me").keep(LINES)
    memory = FileMemory(tmp_path, "me")
    now = memory.recall()
    memory.keep_bundle([SHEAF])
    for number, line in ((3, "[3]"), (4, "[4]")):
        memory = FileMemory(tmp_path, "me")
        bundle = memory.bundle()
        assert bundle is not None
        changed = {f"pairs/a/b/{number}.md": line}
        memory.keep_few(bundle.sheaves, changed)
        now |= changed

        again = FileMemory(tmp_path, "me").bundle()
        assert again is not None
        found = zip(again.sheaves[0].paths, again.sheaves[0].starts, strict=True)
        assert {path: again.line(path, start) for path, start in found} == now
        assert FileMemory(tmp_path, "me").recall() == now


@pytest.mark.parametrize("file", ["files", "files-since", "folders"])
@pytest.mark.parametrize("content", [None, b"", b"x"])
def test_what_is_known_of_folders_is_nothing_without_its_lines(
    tmp_path: Path, file: str, content: bytes | None
) -> None:
    memory = FileMemory(tmp_path, "me")
    memory.keep(LINES)
    memory.keep_bundle([SHEAF])
    memory.bundle()
    memory.keep_few([SHEAF], {"pairs/a/b/3.md": "[3]"})
    assert FileMemory(tmp_path, "me").bundle() is not None

    (tmp_path / file).unlink()
    if content is not None:
        (tmp_path / file).write_bytes(content)

    assert FileMemory(tmp_path, "me").bundle() is None
    assert FileMemory(tmp_path, "another").bundle() is None


def test_what_is_known_of_few_folders_is_kept_beside_the_others(tmp_path: Path) -> None:
    memory = FileMemory(tmp_path, "me")
    memory.keep(LINES)
    memory.keep_bundle([SHEAF._replace(folder=f"pairs/a/{number}") for number in range(32)])
    before = (tmp_path / "folders").read_bytes()
    for place in (3, 4):
        memory = FileMemory(tmp_path, "me")
        bundle = memory.bundle()
        assert bundle is not None
        many = [*bundle.sheaves]
        many[place] = many[place]._replace(stamp=[1, 2, 3, place])
        memory.keep_few(many, {})

        assert _recalled(tmp_path) == many
    assert (tmp_path / "folders").read_bytes() == before


def test_what_is_known_of_many_folders_is_written_with_the_others(tmp_path: Path) -> None:
    memory = FileMemory(tmp_path, "me")
    memory.keep(LINES)
    memory.keep_bundle([SHEAF, SHEAF])
    memory = FileMemory(tmp_path, "me")
    bundle = memory.bundle()
    assert bundle is not None

    changed = [bundle.sheaves[0], bundle.sheaves[1]._replace(stamp=[1, 2, 3, 4])]
    memory.keep_few(changed, {})

    assert not (tmp_path / "folders-since").exists()
    assert _recalled(tmp_path) == changed


def _recalled(folder: Path) -> list[Sheaf]:
    bundle = FileMemory(folder, "me").bundle()
    assert bundle is not None
    return [*bundle.sheaves]
