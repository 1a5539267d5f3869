import pytest

from telemaco.adapters.translations import Catalog
from telemaco.findings import TelemacoError
from telemaco.render.site_inputs import builder_inputs, handbook_pages
from tests.render.pages.workshop import edition

WRITTEN = {
    "mkdocs.yml": b"copyright: ours\n",
    "site/en/handbook/index.md": b"# Handbook",
    "site/it/handbook/index.md": b"# Manuale",
    "site/en/handbook/more.md": b"# More",
    "site/assets/logo.svg": b"<svg>theirs</svg>",
    "site/overrides/partials/copyright.html": b"theirs",
}


def _inputs(written: dict[str, bytes], language: str = "en") -> dict[str, bytes]:
    return builder_inputs(edition().community.settings, written, Catalog(language))


def test_there_are_settings_frames_pages_templates_and_assets() -> None:
    inputs = _inputs(WRITTEN)

    assert b"copyright: ours" in inputs["mkdocs.yml"]
    assert b"telemaco0body" in inputs["docs/mentors/index.md"]
    assert inputs["docs/handbook/index.md"] == b"# Handbook"
    assert "docs/assets/telemaco.css" in inputs
    assert "theme/main.html" in inputs


def test_the_communitys_own_files_win() -> None:
    inputs = _inputs(WRITTEN)

    assert inputs["docs/assets/logo.svg"] == b"<svg>theirs</svg>"
    assert inputs["theme/partials/copyright.html"] == b"theirs"


def test_a_page_missing_in_a_language_is_there_in_the_first() -> None:
    inputs = _inputs(WRITTEN, "it")

    assert inputs["docs/handbook/index.md"] == b"# Manuale"
    assert inputs["docs/handbook/more.md"] == b"# More"


def test_a_community_needs_no_hand_written_part() -> None:
    assert "docs/index.md" in _inputs({})
    assert handbook_pages({}) == []


def test_handbook_pages_are_found_in_all_languages() -> None:
    assert len(handbook_pages(WRITTEN)) == 3


def test_a_page_in_the_place_of_one_of_ours_is_refused() -> None:
    with pytest.raises(TelemacoError, match=r"site/en/index\.md stands where"):
        _inputs({"site/en/index.md": b"# Mine"})


@pytest.mark.parametrize("content", [b"a: [", b"- a list", b"\xff"])
def test_settings_that_cannot_be_read_stop_the_build(content: bytes) -> None:
    with pytest.raises(TelemacoError, match=r"mkdocs\.yml cannot be read"):
        _inputs({"mkdocs.yml": content})
