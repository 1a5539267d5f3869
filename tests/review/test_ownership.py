import pytest

from telemaco.review.ownership import is_anybodys, is_own
from tests.review.atelier import atelier, left, person

OWN = "program/people/leonardo.yaml"
NOTE = "pairs/atelier/verrocchio-leonardo/2027-02-03.md"


@pytest.mark.parametrize(
    ("login", "paths"),
    [
        ("leonardo", [OWN]),
        ("LEONARDO", [OWN, NOTE]),
        ("verrocchio", [NOTE, f"{NOTE}.age"]),
    ],
)
def test_own_are_the_persons_file_and_the_notes_of_their_pairs(
    login: str, paths: list[str]
) -> None:
    assert is_own(atelier(), login, paths)


@pytest.mark.parametrize(
    ("login", "path"),
    [
        ("leonardo", "program/people/verrocchio.yaml"),
        ("leonardo", "program/people/raphael.yaml"),
        ("leonardo", "program/people/new.yaml"),
        ("leonardo", "pairs/atelier/verrocchio-leonardo/pair.yaml"),
        ("leonardo", "pairs/atelier/other-pair/2027-02-03.md"),
        ("leonardo", "program/programs/atelier.yaml"),
        ("leonardo", "pairs/atelier/matches/2027-02-03.yaml"),
        ("leonardo", ".github/workflows/check.yml"),
        ("leonardo", "program/people/../people/leonardo.yaml"),
        ("cosimo", NOTE),
        ("nobody", OWN),
        ("None", "program/people/raphael.yaml"),
    ],
)
def test_everything_else_is_somebody_elses(login: str, path: str) -> None:
    assert not is_own(atelier(), login, [path])


@pytest.mark.parametrize(
    ("day", "expected"), [("2027-02-01", True), ("2027-02-02", False), ("2027-02-30", False)]
)
def test_note_is_no_longer_theirs_who_had_left_the_pair(day: str, *, expected: bool) -> None:
    path = f"pairs/atelier/verrocchio-leonardo/{day}.md"

    assert is_own(left(), "leonardo", [path]) is expected


def test_one_file_of_somebody_else_is_enough() -> None:
    assert not is_own(atelier(), "leonardo", [OWN, "README.md"])


def test_who_owned_it_before_owns_it_whatever_the_change_says() -> None:
    renamed = atelier(leonardo=person("Leonardo", "raphael"))

    assert is_own(atelier(), "leonardo", [OWN])
    assert not is_own(renamed, "leonardo", [OWN])


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (OWN, True),
        (NOTE, True),
        ("pairs/atelier/verrocchio-leonardo/pair.yaml", False),
        ("README.md", False),
    ],
)
def test_what_people_change_themselves_has_no_other_owner(path: str, *, expected: bool) -> None:
    assert is_anybodys(path) is expected
