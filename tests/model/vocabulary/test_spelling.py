import pytest

from telemaco.model.vocabulary.spelling import clean, identifier, key, words
from telemaco.records.layout import is_id


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Front end", "front-end"),
        ("Open source", "opensource"),
        ("Data visualisation", "data visualizations"),
        ("Computational modelling", "Computational modeling"),
        ("Palaeoecology", "paleoecology"),
        ("Analyses", "analysis"),
        ("Policies", "policy"),
        ("Businesses", "business"),
        ("C#", "c-sharp"),
        (".NET", "dotnet"),
        ("asp.net core", "ASP.NET Core"),
        ("reactjs", "React"),
        ("vue.js", "VueJS"),
        ("JS", "JavaScript"),
        ("golang", "Go"),
        ("R programming", "R"),
        ("Python programming language", "python"),
        ("Diversity & inclusion", "Diversity and inclusion"),
        ("Poésie", "poesie"),
    ],
)
def test_spellings_of_one_skill_have_one_key(one: str, other: str) -> None:
    keys = (key(one), key(other))

    assert keys[0] == keys[1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("C", "C++"),
        ("C", "C#"),
        ("Java", "JavaScript"),
        ("React", "React Native"),
        ("R", "Rust"),
        ("Go", "Git"),
        ("Angular", "AngularJS"),
        ("SQL", "NoSQL"),
        ("Python 2", "Python 3 packaging"),
        ("Community programming", "Community"),
    ],
)
def test_different_skills_have_different_keys(one: str, other: str) -> None:
    keys = (key(one), key(other))

    assert keys[0] != keys[1]


def test_a_misspelt_word_is_read_as_the_right_one() -> None:
    found = key("Data managment", {"managment": "management"})

    assert found == key("Data management")


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  Open   science; ", "Open science"),
        ('"Chemistry"', "Chemistry"),
        (".net", ".net"),
        ("Management)", "Management"),
        ("Physics (optics)", "Physics (optics)"),
        ("...", ""),
    ],
)
def test_what_does_not_belong_to_a_name_is_taken_off(text: str, cleaned: str) -> None:
    found = clean(text)

    assert found == cleaned


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Machine learning", "machine-learning"),
        ("C++", "c-plus-plus"),
        ("C#", "c-sharp"),
        (".NET", "dotnet"),
        ("Équité", "equite"),
        ("Women's history", "womens-history"),
    ],
)
def test_an_id_is_made_of_the_label(label: str, expected: str) -> None:
    found = identifier(label)

    assert found == expected


@pytest.mark.parametrize("label", ["機械学習", "x" * 100, "ab " * 40])
def test_every_label_has_an_id_that_may_name_a_skill(label: str) -> None:
    found = identifier(label)

    assert is_id(found)


def test_words_have_one_form_without_small_words() -> None:
    found = words("The Histories of Arts & Crafts")

    assert found == ("history", "of", "art", "craft")
