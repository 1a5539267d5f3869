from telemaco.review.code_owners import code_owners, coordinators_of
from tests.review.atelier import atelier, person

HEAD = """\
# Written by telemaco owners, from the coordinators in program/. Do not edit it: change their
# files, then run telemaco owners --apply.

"""
TAIL = "/program/people/\n/pairs/*/*/*.md\n/pairs/*/*/*.md.age\n"


def test_program_is_its_own_coordinators_and_what_people_write_nobodys() -> None:
    assert code_owners(atelier()) == (
        f"{HEAD}"
        "* @cosimo @Isabella-E\n"
        "/program/programs/atelier.yaml @verrocchio @cosimo @Isabella-E\n"
        "/pairs/atelier/ @verrocchio @cosimo @Isabella-E\n"
        f"{TAIL}"
    )


def test_two_coordinators_of_a_program_need_nobody_beside_them() -> None:
    files = atelier()
    both = files.programs["atelier"].model_copy(  # type: ignore[index]
        update={"coordinators": ("verrocchio", "leonardo")}
    )
    object.__setattr__(files, "programs", {"atelier": both})

    assert "/pairs/atelier/ @verrocchio @Leonardo\n" in (code_owners(files) or "")


def test_program_whose_coordinators_have_no_account_is_everybodys() -> None:
    found = code_owners(atelier(verrocchio=person("Verrocchio", None)))

    assert found == f"{HEAD}* @cosimo @Isabella-E\n{TAIL}"


def test_program_with_the_communitys_coordinators_needs_no_line() -> None:
    found = code_owners(
        atelier(verrocchio=person("Verrocchio", "cosimo"), isabella=person("I", None))
    )

    assert found == f"{HEAD}* @cosimo\n{TAIL}"


def test_without_an_account_nobody_can_be_asked() -> None:
    nobody = atelier(cosimo=person("Cosimo", None), isabella=person("Isabella", None))

    assert code_owners(nobody) is None
    assert coordinators_of(nobody) == []
