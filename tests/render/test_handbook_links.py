import pytest

from telemaco.render.handbook_links import linked
from telemaco.render.repository import Repository

PAGE = "Open [*Issues*](repository:issues), see [the files](files.md), è così.".encode()


def test_links_lead_into_the_repository() -> None:
    found = linked(PAGE, Repository("cosimo/workshop")).decode()

    assert found == (
        "Open [*Issues*](https://github.com/cosimo/workshop/issues),"
        " see [the files](files.md), è così."
    )


def test_words_stay_where_there_is_no_repository() -> None:
    assert linked(PAGE, None).decode() == "Open *Issues*, see [the files](files.md), è così."


@pytest.mark.parametrize(
    "text", ["[a](repository:x y)", "[a](repository:<script>)", "[a](other:x)"]
)
def test_whatever_else_is_left_alone(text: str) -> None:
    assert linked(text.encode(), Repository("cosimo/workshop")).decode() == text
