# ruff: noqa: E501 (a case reads best on one line)
import pytest

from tests.fakes import COSIMO, SETTINGS
from tests.loading.hints import hint_of

ADA = "pairs/spring-2027/ada-mary"
NOTE = "---\nstatus: held\n---\nWe spoke of bronze.\n"
PAIR = "members: []\nstatus: active\nstart: 2027-01-11\n"
ANOTHER_SESSION = "There is {0}/2027-02-23.md already. If this is another session of that day, rename it to {0}/2027-02-23-{1}.md; if it is a copy, delete it."
ONE_OR_TWO = "There is {0} already. If both are about the same, put into it what is right in this file, and delete this one; if not, rename this one to {1}."
ALONE = "There is {} already. Put into it what is right in this file, and delete this one."
FOLDER = "There is {} already: move what is in this folder into it."


@pytest.mark.parametrize(
    ("path", "there", "told"),
    [
        (f"{ADA}/23-02-2027.md", {"2027-02-23.md": NOTE}, ANOTHER_SESSION.format(ADA, 2)),
        (
            f"{ADA}/23-02-2027-2.md",
            {"2027-02-23-2.md": NOTE, "2027-02-23.md": NOTE},
            ANOTHER_SESSION.format(ADA, 3).replace("23.md already", "23-2.md already"),
        ),
        (f"{ADA}/Pair.yaml", {"pair.yaml": PAIR}, ALONE.format(f"{ADA}/pair.yaml")),
    ],
)
def test_name_that_is_taken_in_the_folder_of_a_pair(
    path: str, there: dict[str, str], told: str
) -> None:
    files = {path: NOTE, **{f"{ADA}/{name}": content for name, content in there.items()}}

    assert hint_of(path, files) == told


@pytest.mark.parametrize(
    ("path", "content", "told"),
    [
        ("program/people/Cosímo.yaml", COSIMO, ONE_OR_TWO.format("program/people/cosimo.yaml", "program/people/cosimo-3.yaml")),
        ("program/people/cosimo.txt", COSIMO, ONE_OR_TWO.format("program/people/cosimo.yaml", "program/people/cosimo-3.yaml")),
        ("program/cosimo.yaml", COSIMO, "It looks like a person. " + ONE_OR_TWO.format("program/people/cosimo.yaml", "program/people/cosimo-3.yaml")),
        ("program/comunity.yaml", "", ALONE.format("program/community.yaml")),
        ("program/persons/ada.yaml", COSIMO, FOLDER.format("program/people")),
        ("program/people/Ada.yaml", COSIMO, "Rename it to program/people/ada.yaml."),
        ("program/skilsl.yaml", "", "Did you mean program/skills.yaml?"),
    ],
)  # fmt: skip
def test_name_that_is_taken_below_program(path: str, content: str, told: str) -> None:
    files = {
        "program/community.yaml": SETTINGS,
        "program/people/cosimo.yaml": COSIMO,
        "program/people/cosimo-2.yaml": COSIMO,
        path: content,
    }

    assert hint_of(path, files) == told
