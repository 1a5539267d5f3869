from pathlib import Path

import pytest

from telemaco.adapters.disk import DiskSources
from telemaco.adapters.site_memory import DigestedSources, SiteMemory, maker
from telemaco.findings import TelemacoError
from telemaco.ports import Obstacle
from telemaco.render.tracing.facts import digest
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


def test_every_file_that_is_read_has_a_word(tmp_path: Path) -> None:
    (tmp_path / "program").mkdir()
    (tmp_path / "program" / "skills.yaml").write_text("[]\n")
    (tmp_path / "program" / "folder.yaml").mkdir()
    sources = DigestedSources(DiskSources(tmp_path))

    found = list(sources.files())

    assert [type(one) for one in found].count(Obstacle) == 1
    assert sources.digests == {"program/skills.yaml": digest(b"[]\n")}
    assert sources.read("program/skills.yaml") == b"[]\n"


def test_the_maker_has_the_same_word_in_every_run() -> None:
    assert maker() == maker()
