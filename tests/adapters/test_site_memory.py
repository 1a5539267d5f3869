from pathlib import Path

import pytest

from telemaco.adapters.site_memory import SiteMemory, maker
from telemaco.findings import TelemacoError
from telemaco.render.tracing.inventory import Inventory
from telemaco.render.tracing.record import Record

RECORD = Record("key", {}, Inventory([], [], []))


def test_what_is_kept_is_recalled_until_it_is_forgotten(tmp_path: Path) -> None:
    memory = SiteMemory(tmp_path / ".telemaco", tmp_path / "public")
    assert memory.recall() is None

    memory.keep(RECORD)
    assert memory.recall() == RECORD

    memory.forget()
    assert memory.recall() is None


def test_what_is_recalled_and_kept_again_is_the_same(tmp_path: Path) -> None:
    memory = SiteMemory(tmp_path, tmp_path / "public")
    memory.keep(RECORD)
    for _ in range(2):
        known = memory.recall()
        assert known is not None

        memory.keep(known)

        assert memory.recall() == RECORD


@pytest.mark.parametrize("content", [None, b"", b"another run wrote this\n"])
def test_lines_that_are_not_as_they_were_are_written_anew(
    tmp_path: Path, content: bytes | None
) -> None:
    memory = SiteMemory(tmp_path, tmp_path / "public")
    memory.keep(RECORD)
    known = memory.recall()
    assert known is not None
    (lines,) = tmp_path.glob("*-lines")
    lines.unlink()
    if content is not None:
        lines.write_bytes(content)
    assert memory.recall() is None

    memory.keep(known)

    assert memory.recall() == RECORD


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


def test_the_maker_has_the_same_word_in_every_run() -> None:
    assert maker() == maker()
