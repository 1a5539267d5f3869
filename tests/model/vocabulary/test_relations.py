from telemaco.model.vocabulary.relations import groups, related


def test_three_skills_with_a_word_in_common_stand_under_it() -> None:
    names = {
        "a": ("open", "data"),
        "b": ("open", "access"),
        "c": ("open", "science"),
        "d": ("weaving",),
    }

    found = groups(names)

    assert found == {"a": "open", "b": "open", "c": "open"}


def test_a_word_that_says_little_heads_no_group() -> None:
    names = {"a": ("time", "management"), "b": ("staff", "management"), "c": ("risk", "management")}

    found = groups(names)

    assert found == {}


def test_long_names_and_nameless_skills_stand_under_nothing() -> None:
    names = {one: ("open", "tools", "for", one) for one in "abc"} | {"d": ()}

    found = groups(names)

    assert found == {}


def test_a_group_that_others_leave_is_no_group() -> None:
    names = {
        "a": ("cancer", "genomics"),
        "b": ("cancer", "care"),
        "c": ("cancer",),
        "d": ("cancer", "nursing"),
        "e": ("plant", "genomics"),
        "f": ("yeast", "genomics"),
    }

    found = groups(names)

    assert set(found) == {"a", "b", "c", "d"}


def test_skills_that_the_same_people_name_go_together() -> None:
    people = [frozenset({"html", "css"})] * 3 + [frozenset({"law"})] * 9

    found = related(people)

    assert found == {"html": ("css",), "css": ("html",)}


def test_what_everybody_names_goes_with_nothing() -> None:
    people = [frozenset({"teaching", "law"})] * 3 + [frozenset({"teaching"})] * 9

    found = related(people)

    assert found == {}
