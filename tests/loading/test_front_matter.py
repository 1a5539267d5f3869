import pytest

from telemaco.adapters.translations import Catalog
from telemaco.findings import Finding
from telemaco.loading.front_matter import Parts, split

PATH = "pairs/spring/ada-mary/2027-02-03.md"


@pytest.mark.parametrize(
    ("text", "header", "body"),
    [
        ("---\nstatus: held\n---\nWe met.\n", "status: held\n", "We met.\n"),
        ("---\nstatus: held\n---", "status: held\n", ""),
        ("---\n---\nWe met.", "", "We met."),
        ("---  \nstatus: held\n---\t\nWe met.\n", "status: held\n", "We met.\n"),
        ("---\nstatus: held\n--- \nWe met.\n---\n", "status: held\n", "We met.\n---\n"),
        ("---\nbio: a\n----\n---\nWe met.\n", "bio: a\n----\n", "We met.\n"),
        ("---\na: 1\n---\nWe\n\n---\n\nmet.\n", "a: 1\n", "We\n\n---\n\nmet.\n"),
    ],
)
def test_header_ends_at_the_second_line_of_hyphens(text: str, header: str, body: str) -> None:
    assert split(PATH, text) == Parts(header, body)


@pytest.mark.parametrize("text", ["", "status: held\n", "\n---\na: 1\n---\n", "----\na: 1\n---\n"])
def test_file_must_begin_with_hyphens(text: str) -> None:
    found = split(PATH, text)

    assert isinstance(found, Finding)
    assert found.code == "front-matter-missing"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("\n---\na: 1\n---\n", "Delete the empty line above ---."),
        (" \n\t\n---\na: 1\n---\n", "Delete the 2 empty lines above ---."),
        ("  ---\na: 1\n---\n", "Delete the spaces before ---."),
        ("\nWe met.\n---\n", None),
    ],
)
def test_what_is_above_the_hyphens_is_to_be_deleted(text: str, hint: str | None) -> None:
    found = split(PATH, text)

    assert isinstance(found, Finding)
    assert found.hint
    told = Catalog("en").text(found.hint)
    assert told == hint if hint else told.startswith("Begin it with ---")


@pytest.mark.parametrize("text", ["---", "---\n", "---\na: 1\n", "---\na: 1\n--- held\n", "---  "])
def test_header_must_end(text: str) -> None:
    found = split(PATH, text)

    assert isinstance(found, Finding)
    assert found.code == "front-matter-open"
