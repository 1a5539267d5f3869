import pytest

from telemaco.model.similar import clearly_meant, closest, one_slip_away


def test_the_closest_candidate_is_found_whatever_its_capitals() -> None:
    found = closest("pithon", ["Java", "Python"])

    assert found == "Python"


def test_nothing_is_close_to_a_word_that_is_unlike_all() -> None:
    found = closest("weaving", ["java", "python"])

    assert found is None


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("managment", "management"), ("pyhton", "python"), ("independant", "independent")],
)
def test_a_slip_of_the_fingers_is_one_step_away(wrong: str, right: str) -> None:
    found = one_slip_away(wrong, [right])

    assert found == [right]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("oncology", "ontology"),
        ("geology", "zoology"),
        ("git", "gis"),
        ("angular2", "angular3"),
        ("structure", "structured"),
        ("optogenetic", "ontogenetic"),
        ("word", "word"),
    ],
)
def test_another_word_is_no_slip(one: str, other: str) -> None:
    found = one_slip_away(one, [other])

    assert found == []


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("Pythn", "python"),
        ("Scritura", "Scrittura"),
        ("managemnt skils", "Management skills"),
        ("scultura", None),
        ("printing", None),
        ("marking", None),
        ("weaving", None),
    ],
)
def test_only_a_slip_or_two_after_the_same_beginning_is_clearly_meant(
    word: str, meant: str | None
) -> None:
    skills = ["Management skills", "Scrittura", "marketing", "painting", "python"]

    assert clearly_meant(word, skills) == meant
