import pytest

from telemaco.findings import TelemacoError
from telemaco.loading.tags import of_list, of_person, of_table


def test_a_list_without_empty_lines_has_a_person_a_line() -> None:
    found = of_list("Weaving\n Law \n\n\n")

    assert found == [("Weaving",), ("Law",)]


def test_empty_lines_part_people() -> None:
    found = of_list("Weaving\nLaw\n\n\nOptics")

    assert found == [("Weaving", "Law"), ("Optics",)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_has_a_person_a_row(delimiter: str) -> None:
    rows = [("name", "skills"), ("a", '"Law; Optics"'), ("b", ""), ("c",)]
    text = "\n".join(delimiter.join(row) for row in rows)

    found = of_table(text, ["skills"])

    assert found == [("Law; Optics",)]


def test_the_only_column_needs_no_name() -> None:
    found = of_table("skills\nLaw\n", [])

    assert found == [("Law",)]


def test_a_person_has_the_words_of_all_columns_that_are_named() -> None:
    table = "name,teach,learn\na,Law,Optics\nb,,Weaving\nc,,\n"

    assert of_table(table, ["teach", "learn"]) == [("Law", "Optics"), ("Weaving",)]


@pytest.mark.parametrize("columns", [[], ["talents"], ["skills", "talents"]])
def test_an_unknown_column_is_told_with_those_there_are(columns: list[str]) -> None:
    with pytest.raises(TelemacoError) as caught:
        of_table("name,skills\na,Law\n", columns)

    assert caught.value.hint is not None
    assert "names" in caught.value.hint.facts


def test_a_person_has_the_skills_they_offer_and_seek() -> None:
    found = of_person(
        "p.yaml", b"offers: [{skill: Law}, {level: expert}, no, {skill: ' '}]\nseeks: [{skill: ml}]"
    )

    assert found == ("Law", "ml")


@pytest.mark.parametrize("content", [b"\xff", b"a: &b", b"- Law", b"offers: Law", b""])
def test_a_file_of_another_shape_has_none(content: bytes) -> None:
    found = of_person("p.yaml", content)

    assert found == ()
