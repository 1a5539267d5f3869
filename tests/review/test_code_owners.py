import pytest

from telemaco.adapters.translations import Catalog, languages
from telemaco.review.code_owners import code_owners, coordinators_of, is_ours, lines_of
from telemaco.usecases.owners import outdated_owners
from tests.review.atelier import atelier, person

TAIL = ["/program/people/", "/pairs/*/*/*.md", "/pairs/*/*/*.md.age"]


def test_program_is_its_own_coordinators_and_what_people_write_nobodys() -> None:
    assert code_owners(atelier()) == [
        "* @cosimo @Isabella-E",
        "/program/programs/atelier.yaml @verrocchio @cosimo @Isabella-E",
        "/pairs/atelier/ @verrocchio @cosimo @Isabella-E",
        *TAIL,
    ]


def test_two_coordinators_of_a_program_need_nobody_beside_them() -> None:
    files = atelier()
    both = files.programs["atelier"].model_copy(  # type: ignore[index]
        update={"coordinators": ("verrocchio", "leonardo")}
    )
    object.__setattr__(files, "programs", {"atelier": both})

    assert "/pairs/atelier/ @verrocchio @Leonardo" in (code_owners(files) or ())


def test_program_whose_coordinators_have_no_account_is_everybodys() -> None:
    found = code_owners(atelier(verrocchio=person("Verrocchio", None)))

    assert found == ["* @cosimo @Isabella-E", *TAIL]


def test_program_with_the_communitys_coordinators_needs_no_line() -> None:
    found = code_owners(
        atelier(verrocchio=person("Verrocchio", "cosimo"), isabella=person("I", None))
    )

    assert found == ["* @cosimo", *TAIL]


@pytest.mark.parametrize("language", languages())
def test_file_is_known_as_ours_in_whatever_language_it_says_so(language: str) -> None:
    file = outdated_owners(atelier(), None, Catalog(language)) or b""

    assert is_ours(file)
    assert not is_ours(b"* @cosimo\n" + file)
    assert lines_of(file) == code_owners(atelier())
    assert outdated_owners(atelier(), file, Catalog("en")) is None


def test_without_an_account_nobody_can_be_asked() -> None:
    nobody = atelier(cosimo=person("Cosimo", None), isabella=person("Isabella", None))

    assert code_owners(nobody) is None
    assert coordinators_of(nobody) == []
