from pathlib import Path

import pytest

from telemaco.adapters.site_sources import DiskSiteSources
from telemaco.findings import TelemacoError


def test_settings_and_files_of_the_site_are_read(tmp_path: Path) -> None:
    (tmp_path / "site" / "en").mkdir(parents=True)
    (tmp_path / "site" / "en" / "a.md").write_text("a")
    (tmp_path / "site" / ".hidden").write_text("x")
    (tmp_path / "mkdocs.yml").write_text("b")

    files = DiskSiteSources(tmp_path).files()

    assert files == {"mkdocs.yml": b"b", "site/en/a.md": b"a"}


def test_a_community_without_a_site_has_no_files(tmp_path: Path) -> None:
    assert DiskSiteSources(tmp_path).files() == {}


@pytest.mark.parametrize("name", ["mkdocs.yml", "site/link.md", "site/en"])
def test_links_are_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site").mkdir()
    target = tmp_path / "elsewhere"
    if name != "site/en":
        target /= "a.md"
        target.write_text("a")
    (tmp_path / name).symlink_to(target)

    with pytest.raises(TelemacoError, match=f"{name} is a link"):
        DiskSiteSources(tmp_path).files()


class _Unreadable(DiskSiteSources):
    def _paths(self):  # type: ignore[no-untyped-def] # noqa: ANN202 (a folder root can read all)
        yield self._root / "gone.md"


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(TelemacoError, match=r"gone\.md cannot be read"):
        _Unreadable(tmp_path).files()


def test_they_are_read_once(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("b")
    sources = DiskSiteSources(tmp_path)
    before = sources.files()
    (tmp_path / "mkdocs.yml").write_text("c")

    assert sources.files() == before
    assert DiskSiteSources(tmp_path).files() == {"mkdocs.yml": b"c"}
