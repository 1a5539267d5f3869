from pathlib import Path

import pytest

from telemaco.adapters.site_memory import FileMemory, SiteMemory, maker
from telemaco.findings import TelemacoError
from telemaco.render.tracing.record import Record

RECORD = Record("key", {})


def test_what_is_kept_is_recalled_until_it_is_forgotten(tmp_path: Path) -> None:
    memory = SiteMemory(tmp_path / ".telemaco", tmp_path / "public")
    assert memory.recall() is None

    memory.keep(RECORD)
    assert memory.recall() == RECORD

    memory.forget()
    assert memory.recall() is None


def test_another_folder_of_the_site_has_a_memory_of_its_own(tmp_path: Path) -> None:
    SiteMemory(tmp_path, tmp_path / "public").keep(RECORD)

    assert SiteMemory(tmp_path, tmp_path / "other").recall() is None


def test_a_memory_that_cannot_be_kept_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    memory = SiteMemory(tmp_path / "file", tmp_path / "public")

    with pytest.raises(TelemacoError, match="cannot be written"):
        memory.keep(RECORD)
    with pytest.raises(TelemacoError, match="cannot be written"):
        memory.forget()


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


def test_the_maker_has_the_same_word_in_every_run() -> None:
    assert maker() == maker()


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
