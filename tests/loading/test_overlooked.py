import pytest

from telemaco.adapters.translations import Catalog
from telemaco.findings import Severity
from telemaco.loading.overlooked import overlooked
from telemaco.ports import SourceFile
from telemaco.records.layout import may_be_overlooked
from tests.fakes import COSIMO, SETTINGS

NOTE = "It looks like a session note. Move it into the folder of its pair: pairs/, then the program, then the pair."  # noqa: E501 (the whole sentence)


def _told(path: str, content: str) -> list[str]:
    found = overlooked([SourceFile(path, content.encode())], ["program/people/cosimo.yaml"])
    return [Catalog("en").text(one.hint) for one in found if one.hint]


@pytest.mark.parametrize(
    ("path", "content", "told"),
    [
        ("2027-01-13.md", "---\nstatus: held\nminutes: 60\n---\nBronze.\n", NOTE),
        ("notes/x.md", "\ufeff\n---\r\nstatus: planned\r\n---\r\n", NOTE),
        ("ada.yaml", COSIMO, "It looks like a person: move it to program/people/ada.yaml."),
        ("x.yaml", SETTINGS, "It looks like the settings of the community: move it to program/community.yaml."),  # noqa: E501 (the whole sentence)
    ],
)  # fmt: skip
def test_record_beside_the_folders_of_records_is_told(path: str, content: str, told: str) -> None:
    assert _told(path, content) == [told]


def test_name_that_is_taken_is_not_advised() -> None:
    (told,) = _told("people/cosimo.yaml", COSIMO)

    assert "There is program/people/cosimo.yaml already." in told


def test_it_is_a_warning() -> None:
    (found,) = overlooked([SourceFile("ada.yaml", COSIMO.encode())], [])

    assert found.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("README.md", "# The workshop\n\nname: x\n"),
        ("2027-01-13.md", "We spoke of bronze.\n"),
        ("post.md", "---\nstatus: held\nlayout: post\n---\nText\n"),
        ("post.md", "---\nstatus: draft\n---\nText\n"),
        ("post.md", "---\nminutes: 60\n---\nText\n"),
        ("mkdocs.yml", "site_name: x\nnav: []\ntheme: x\n"),
        ("_config.yml", "title: x\nurl: x\nlanguages: [en]\ntagline: x\n"),
        ("people/ada.yaml", "name: Ada\ngithub: ada\nbio: x\nlinks: []\n"),
        ("ada.yaml", COSIMO + "layout: x\nimage: x\npermalink: x\nweight: 1\n"),
    ],
)
def test_anything_else_is_left_alone(path: str, content: str) -> None:
    assert _told(path, content) == []


@pytest.mark.parametrize(
    "path",
    ["ada.yaml", "2027-01-13.MD", "People/ada.yml", "notes/spring/ada-mary/x.txt"],
)
def test_texts_of_the_root_and_of_folders_called_like_ours_are_looked_at(path: str) -> None:
    assert may_be_overlooked(path)


@pytest.mark.parametrize(
    "path",
    [
        "docs/ada.yaml",
        "program/ada.yaml",
        ".github/ada.yaml",
        "notes/.hidden/ada.yaml",
        ".hidden.yaml",
        "ada.png",
    ],
)
def test_nothing_else_is_looked_at(path: str) -> None:
    assert not may_be_overlooked(path)
