import pytest

from telemaco.adapters.translations import Catalog
from telemaco.records.program import Role
from telemaco.tables.fields import Field
from telemaco.tables.mapping import ColumnMap, column_map
from telemaco.yamltext.reading import read

WHOLE = """\
table: mentors of 2027
program: spring
role: mentor
columns: {Name: name, Can teach: offers}
consent: {text: v2, publish: [name, offers], yes: [Show me]}
timezone: Europe/Rome
languages: it
dates: day-first
skills: {maths: geometry, nothing: }
cells: {Name: {Ada L.: Ada Lovelace, x: }, Can teach: , Over 18: {sure: yes}}
required: [Over 18]
"""

SURE = {"Over 18": {"sure": "yes"}}
BOSS = 'role: "boss" is not known; it can be mentor, mentee, peer or facilitator'
USUAL = 'dates: "usual" is not known; it can be day-first or month-first'


def problems(text: str) -> list[str]:
    found = column_map(read(f"table: t\n{text}" if ":" in text else text))
    assert isinstance(found, tuple)
    return [Catalog("en").text(problem) for problem in found]


def test_mapping_says_all_of_it() -> None:
    found = column_map(read(WHOLE))

    assert isinstance(found, ColumnMap)
    assert found.columns == {"Name": Field.NAME, "Can teach": Field.OFFERS}
    assert (found.role, found.program, found.publish) == (Role.MENTOR, "spring", ("name", "offers"))
    assert (found.table, found.yes) == ("mentors of 2027", ("Show me",))
    assert found.skills == {"maths": "geometry", "nothing": None}
    assert found.cells == {"Name": {"Ada L.": "Ada Lovelace", "x": ""}, "Can teach": {}, **SURE}
    assert found.must_agree == ("Over 18",)


def test_columns_are_enough() -> None:
    assert column_map({"table": "t", "columns": {"Name": "name"}, "skills": None}) == ColumnMap(
        {"Name": Field.NAME}, "t"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("word", ["it is no map of words to values"]),
        ("columns:", ["columns is missing: it says which column is what"]),
        ("columns: [a]", ["columns does not have the form that docs/import.md shows"]),
        ("columns: {A: nam}", ['columns.A: "nam" is not known; did you mean name?']),
        ("columns: {A: name}\ncolumn: x", ['column: "column" is not known; did you mean columns?']),
        (
            "columns: {A: name, B: name, C: offers, D: offers}",
            ['both "A" and "B" are name; only one column can be'],
        ),
        ("columns: {A: name}\nrole: boss", [BOSS]),
        (
            "columns: {Name: name}\ncells: {Nmae: {}}",
            ['cells: "Nmae" is not known; did you mean Name?'],
        ),
        (
            "columns: {A: name}\nrequired: [B]\ncells: {C: {}}",
            ['cells: "C" is not known; it can be A or B'],
        ),
        (
            "columns: {A: name}\nrequired: B",
            ["required does not have the form that docs/import.md shows"],
        ),
        (
            "columns: {A: name}\ncells: {A: [b]}",
            ["cells does not have the form that docs/import.md shows"],
        ),
        (
            "columns: {A: name}\ncells: [b]",
            ["cells does not have the form that docs/import.md shows"],
        ),
        ("columns: {A: name}\ndates: usual", [USUAL]),
        (
            "columns: {A: name}\nconsent: {publish: [nmae]}",
            ['consent.publish: "nmae" is not known; did you mean name?'],
        ),
        (
            "columns: {A: name}\nconsent: {yes: [[a]]}",
            ["consent does not have the form that docs/import.md shows"],
        ),
        (
            "columns: {A: name}\nconsent: [name]",
            ["consent does not have the form that docs/import.md shows"],
        ),
        (
            "columns: {A: name}\nconsent: {publish: name}",
            ["consent does not have the form that docs/import.md shows"],
        ),
    ],
)
def test_what_is_wrong_is_said(text: str, expected: list[str]) -> None:
    assert problems(text) == expected


def test_table_must_be_named() -> None:
    found = column_map(read("columns: {A: name}"))

    assert isinstance(found, tuple)
    assert [str(problem) for problem in found] == [
        (
            "table is missing: it is a name of your choice for this form, which tells its people "
            "from those of other forms"
        )
    ]
