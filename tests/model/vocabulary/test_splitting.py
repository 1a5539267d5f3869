from collections import Counter

import pytest

from telemaco.model.vocabulary.spelling import key
from telemaco.model.vocabulary.splitting import (
    is_address,
    is_initials,
    is_sentence,
    listed,
    split,
)

USES = Counter({key(name): 3 for name in ("Git", "GitHub", "Teaching", "Law", "Optics")})


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Biology; cytogenetics;", ("Biology", "cytogenetics")),
        ("Biology\nLaw", ("Biology", "Law")),
        ("Biology, law and optics", ("Biology", "law and optics")),
        ("Biology, and law", ("Biology", "law")),
        (
            "Methods for teaching in small groups, with examples",
            ("Methods for teaching in small groups, with examples",),
        ),
        ("Equality, diversity and inclusion", ("Equality, diversity and inclusion",)),
        ("Safety, Health, Order (SHO)", ("Safety, Health, Order (SHO)",)),
        ("Physics (optics, lasers)", ("Physics (optics, lasers)",)),
        (";;", ()),
    ],
)
def test_lists_are_taken_apart(text: str, items: tuple[str, ...]) -> None:
    found = listed(text)

    assert found == items


@pytest.mark.parametrize(
    ("item", "names"),
    [
        ("Git/GitHub", ["Git", "GitHub"]),
        ("Git and GitHub", ["Git", "GitHub"]),
        ("Law/public policy", ["Law", "public policy"]),
        ("Law/x", ["Law/x"]),
        ("Mis/disinformation", ["Mis/disinformation"]),
        ("Food and agricultural law", ["Food and agricultural law"]),
        ("Physics (Optics)", ["Physics", "Optics"]),
        ("Physics (e.g. lasers", ["Physics"]),
        ("Bio(medical) words", ["Bio(medical) words"]),
    ],
)
def test_only_what_is_used_by_itself_is_taken_out_of_a_name(item: str, names: list[str]) -> None:
    found = split(item, USES)

    assert found.names == names


def test_a_pair_of_words_more_common_than_its_halves_is_one_skill() -> None:
    uses = USES | Counter({key("Law and optics"): 9})

    found = split("Law and optics", uses)

    assert found.names == ["Law and optics"]


def test_a_short_form_in_brackets_is_explained_by_what_stands_before() -> None:
    found = split("Computational fluid dynamics (CFD)", USES)

    assert found.names == ["Computational fluid dynamics"]
    assert found.short_forms == {"cfd": key("Computational fluid dynamics")}


def test_initials_pass_over_small_words() -> None:
    found = (is_initials("iot", "Internet of things"), is_initials("it", "Internet of things"))

    assert found == (True, True)


def test_one_word_has_no_initials() -> None:
    found = is_initials("l", "Law")

    assert not found


def test_sentences_and_addresses_are_no_names() -> None:
    found = (is_sentence("one two three four five six seven"), is_address("see www.example.org"))

    assert found == (True, True)
