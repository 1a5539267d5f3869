import pytest

from telemaco.adapters.translations import Catalog
from telemaco.loading.load import load
from tests.fakes import COSIMO, SETTINGS, FakeSources

FILES = {
    "program/community.yaml": SETTINGS,
    "program/people/cosimo.yaml": COSIMO,
    "program/people/leonardo.yaml": "name: Leonardo\n",
    "program/programs/spring.yaml": "title: [Spring]\n",
    "program/skills.yaml": (
        "- {id: disegno, label: Disegno}\n"
        "- {id: public-speaking, label: {en: Public speaking, it: Parlare in pubblico}}\n"
        "- {id: one, label: Art}\n"
        "- {id: two, label: Two, aliases: [art]}\n"
    ),
}


@pytest.mark.parametrize(
    ("lines", "hint"),
    [
        ("offers: [{skill: Disegno}]", "Write disegno."),
        ("offers: [{skill: Public Speaking}]", "Write public-speaking."),
        ("seeks: [{skill: PARLARE IN PUBBLICO}]", "Write public-speaking."),
        ("seeks: [{skill: Disegni}]", "Did you mean disegno?"),
        ("seeks: [{skill: Parlare al pubblico}]", "Did you mean public-speaking?"),
        ("seeks: [{skill: Art}]", "Write one or two."),
        (
            "seeks: [{skill: Wood Carving}]",
            "Choose an id of program/skills.yaml, or add the skill there as wood-carving.",
        ),
        ("seeks: [{skill: '!'}]", "Use small letters, digits and hyphens: ada-lovelace."),
        ("enrolments: [{program: Spring, role: mentor, status: applied}]", "Write spring."),
        ("excludes: [Cosimo]", "Write cosimo."),
        ("excludes: [Leonarda]", "Did you mean leonardo?"),
        ("excludes: [Leonardo]", "Write leonardo."),
        (
            "enrolments: [{program: Nowhere, role: mentor, status: applied}]",
            "Use small letters, digits and hyphens: nowhere.",
        ),
    ],
)
def test_name_that_is_no_id_is_told_with_what_to_write(lines: str, hint: str) -> None:
    person = COSIMO.replace("enrolments: []\n", "") if "enrolments" in lines else COSIMO
    files = {**FILES, "program/people/ada.yaml": f"{person}{lines}\n"}

    found = [
        one
        for one in load(FakeSources(files).files()).findings
        if one.location.path == "program/people/ada.yaml"
    ]

    assert [(one.code, one.hint and Catalog("en").text(one.hint)) for one in found] == [
        ("bad-id", hint)
    ]
