import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from telemaco.findings import TelemacoError
from telemaco.submissions.draft import NewFile
from telemaco.submissions.files import content_of
from telemaco.submissions.guard import is_writable

STEP = st.sampled_from(
    ["program", "people", "pairs", "..", ".", "", "a", "a.yaml", "pair.yaml", "matches", "surveys",
     "2027-02-03.md", "2027-02-03-2.md", "-", "A", "~", "con", "\\", "a/b", ".git", ".github"]
)  # fmt: skip


@pytest.mark.parametrize(
    "path",
    [
        "program/people/ada.yaml",
        "pairs/workshop/a-b/pair.yaml",
        "pairs/workshop/a-b/2027-02-03.md",
        "pairs/workshop/a-b/2027-02-03-2.md",
        "pairs/workshop/surveys/midpoint/k3f9.yaml",
    ],
)
def test_files_of_people_and_pairs_are_writable(path: str) -> None:
    assert is_writable(path)


@pytest.mark.parametrize(
    "path",
    [
        "program/people/../programs/a.yaml",
        "program/people/.yaml",
        "program/people/Ada.yaml",
        "program/people/ada.yml",
        "program/people/a/b.yaml",
        "/program/people/ada.yaml",
        "program//people/ada.yaml",
        "program/people/ada.yaml\n",
        "program/people/ada.yaml\x00",
        "program/community.yaml",
        "program/skills.yaml",
        "program/programs/workshop.yaml",
        "program/surveys/midpoint.yaml",
        "program/agendas/first.en.md",
        "pairs/workshop/matches/pair.yaml",
        "pairs/workshop/matches/2027-02-03.yaml",
        "pairs/workshop/surveys/2027-02-03.md",
        "pairs/workshop/a-b/2027-02-03.md.age",
        "pairs/../a/pair.yaml",
        "pairs/a/../pair.yaml",
        ".github/workflows/intake.yml",
        "README.md",
        "",
    ],
)
def test_everything_else_is_not(path: str) -> None:
    assert not is_writable(path)


@given(st.lists(STEP, max_size=6).map("/".join) | st.text(max_size=60))
@example("program/people/\u0131.yaml")
def test_what_is_writable_lies_below_the_two_folders(path: str) -> None:
    if is_writable(path):
        assert path.startswith(("program/people/", "pairs/"))
        assert not {"..", ".", ""} & {*path.split("/")}
        assert path.isascii()
        assert path.isprintable()


def test_no_content_is_made_for_another_file() -> None:
    with pytest.raises(TelemacoError, match="A form must not write README"):
        content_of(NewFile("README.md", {}), None)
