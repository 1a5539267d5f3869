from datetime import date
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from telemaco.findings import Route
from telemaco.yamltext.changes import Append, Change, Remove, Set, changed, plain
from telemaco.yamltext.editing import UneditableError, edit, edit_facts, rewrite, rewrite_facts
from telemaco.yamltext.reading import read
from telemaco.yamltext.tree import tree
from telemaco.yamltext.writing import Plain
from tests.yamltext.documents import VALUES, Document, documents

PERSON = """\
# yaml-language-server: $schema=person.json
name: Ada Lovelace
languages: {en: native, fr: fluent}  # and some Italian
# what she can teach
offers:
  - skill: programming
    level: expert   # nobody else is
  - {skill: translation, level: advanced}
confirmed: 2027-02-26
"""


def routes(value: Plain, route: Route = ()) -> list[Route]:
    steps: list[tuple[str | int, Any]] = []
    if isinstance(value, dict):
        steps = list(value.items())
    elif isinstance(value, list):
        steps = list(enumerate(value))
    return [r for step, item in steps for r in ((*route, step), *routes(item, (*route, step)))]


@st.composite
def edits(draw: st.DrawFn) -> tuple[Document, Change]:
    document = draw(documents())
    value = cast(dict[str, Plain], read(document.text))
    places = routes(value)
    route = draw(st.sampled_from(places))
    lists = [place for place in places if isinstance(at(value, place), list | None)]
    kind = draw(st.sampled_from(["set", "remove", "new", "append"]))
    if kind == "remove" and (len(route) > 1 or len(value) > 1):
        return document, Remove(route)
    if kind == "new":
        return document, Set(("new",), draw(VALUES))
    if kind == "append" and lists:
        return document, Append(draw(st.sampled_from(lists)), draw(VALUES))
    return document, Set(route, draw(VALUES))


def at(value: Plain, route: Route) -> Plain:
    for step in route:
        value = value[step]
    return value


@settings(max_examples=200, deadline=None, report_multiple_bugs=False)
@given(edits())
def test_edited_text_says_the_changed_values_and_keeps_its_comments(
    given_: tuple[Document, Change],
) -> None:
    document, change = given_

    new = edit(document.text, [change])

    assert read(new) == plain(changed(read(document.text), change))
    if isinstance(change, Append):
        change = Remove((*change.route, "new"))
    stays = [words for words, route in document.comments if not is_within(route, change.route)]
    assert [words for words in stays if words in new] == stays
    assert sorted(stays, key=new.index) == sorted(stays, key=document.text.index)


def is_within(route: Route, other: Route) -> bool:
    return route[: len(other)] == other


@settings(max_examples=200, deadline=None, report_multiple_bugs=False)
@given(documents(), VALUES)
def test_text_can_be_made_to_say_any_other_map(document: Document, value: Plain) -> None:
    first = next(iter(cast(dict[str, Any], read(document.text))))
    wanted = {"new": value, first: value, "z": value}

    assert read(rewrite(document.text, wanted)) == plain(wanted)


@settings(max_examples=100, deadline=None, report_multiple_bugs=False)
@given(documents())
def test_text_that_says_it_already_stays(document: Document) -> None:
    assert rewrite(document.text, read(document.text)) == document.text


def test_word_of_a_list_becomes_a_map() -> None:
    text = "a:\n  - b\n  - c\n"

    assert edit(text, [Set(("a", 0), {"k": "v", "l": "w"})]) == ("a:\n  - k: v\n    l: w\n  - c\n")


def test_only_the_value_is_replaced() -> None:
    new = edit(PERSON, [Set(("offers", 0, "level"), "advanced"), Set(("languages", "it"), "basic")])

    assert new == PERSON.replace("level: expert ", "level: advanced ").replace(
        "fr: fluent}", "fr: fluent, it: basic}"
    )


def test_new_key_follows_the_one_it_follows_in_the_wanted_map() -> None:
    value: Plain = read(PERSON)

    new = rewrite(PERSON, {"name": value["name"], "pronouns": "she/her", **value})

    assert new == PERSON.replace("Lovelace\n", "Lovelace\npronouns: she/her\n")


def test_number_and_date_are_written_bare_and_text_like_them_in_quotes() -> None:
    new = edit("a: 1\n", [Set(("b",), 2), Set(("c",), "2"), Set(("d",), date(2027, 2, 3))])

    assert new == "a: 1\nb: 2\nc: '2'\nd: 2027-02-03\n"


def test_text_of_several_lines_is_written_in_lines() -> None:
    assert edit("bio: x # mine\n", [Set(("bio",), "one\n\ntwo")]) == (
        "bio: |- # mine\n  one\n\n  two\n"
    )


def test_comment_beside_a_block_stays_beside_the_new_value() -> None:
    assert edit("bio: > # mine\n  one\n  two\n\nb: 1\n", [Set(("bio",), "x")]) == (
        "bio: x # mine\n\nb: 1\n"
    )
    assert edit("a: # mine\n  - b\n", [Set(("a",), [])]) == "a: [] # mine\n"


def test_comments_above_a_value_stay_below_the_key() -> None:
    text = "a: # one\n  # two\n  x\n"

    assert edit(text, [Set(("a",), 2)]) == "a: 2 # one\n  # two\n"
    assert edit(text, [Set(("a",), {"b": 2})]) == "a: # one\n  # two\n  b: 2\n"
    assert edit(text, [Set(("a",), "x\ny")]) == 'a: "x\\ny" # one\n  # two\n'


def test_first_key_of_an_item_goes_and_the_comment_below_it_stays() -> None:
    text = "- a: 1\n  # why\n  b: 2\n  c: 3\n"

    assert edit(text, [Remove((0, "a"))]) == "-\n  # why\n  b: 2\n  c: 3\n"
    assert rewrite(text, [{"c": 3}]) == "-\n  # why\n  c: 3\n"
    assert rewrite(text, [{"b": 2}]) == "-\n  # why\n  b: 2\n"


def test_several_entries_of_a_list_in_brackets_go_and_come() -> None:
    assert rewrite("a: [x, y, z]\n", {"a": ["z"]}) == "a: [z]\n"
    assert rewrite("a: [x, y, z]\n", {"a": ["x"]}) == "a: [x]\n"
    assert rewrite("a: [x]\n", {"a": ["w", "x"]}) == "a: [w, x]\n"
    assert rewrite("{a, b: }\n", {"a": "1", "b": 2}) == "{a: '1', b: 2}\n"


def test_item_goes_or_comes_where_the_route_says() -> None:
    text = "a:\n  - x # one\n  - x # two\n"

    assert edit(text, [Remove(("a", 0))]) == "a:\n  - x # two\n"
    assert edit(text, [Append(("a",), "x")]) == text + "  - x\n"


def test_empty_text_is_no_tree() -> None:
    assert tree("# nothing\n") is None


def test_empty_text_gets_what_is_set() -> None:
    assert edit("# nothing yet\n", [Set(("a",), 1)]) == "# nothing yet\na: 1\n"
    assert edit("", [Append(("a",), 1)]) == "a:\n  - 1\n"


def test_line_ends_of_windows_stay() -> None:
    assert edit("a: 1\r\nb: 2\r\n", [Set(("b",), 3)]) == "a: 1\r\nb: 3\r\n"
    assert edit_facts("---\r\na: 1\r\n---\r\nText.\r\n", [Set(("a",), 2)]) == (
        "---\r\na: 2\r\n---\r\nText.\r\n"
    )


def test_last_line_gets_an_end() -> None:
    assert edit("a: 1", [Set(("b",), 2)]) == "a: 1\nb: 2\n"
    assert edit("a: |\n  x", [Set(("b",), 2)]) == "a: x\nb: 2\n"


def test_body_below_the_facts_stays() -> None:
    note = "---\nstatus: held # yes\n---\n\n---\nText: more\n---\n"

    new = edit_facts(note, [Set(("minutes",), 60)])

    assert new == "---\nstatus: held # yes\nminutes: 60\n---\n\n---\nText: more\n---\n"


def test_file_without_facts_cannot_be_edited() -> None:
    with pytest.raises(UneditableError):
        edit_facts("Text.\n", [Set(("a",), 1)])


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("a: 1\na: 2\n", Set(("a",), 1)),  # cannot be read
        ("a: 1\n", Set(("a", "b"), 1)),
        ("a: 1\n", Set(("a", 0), 1)),
        ("a: [1]\n", Set(("a", 1), 1)),
        ("a: 1\n", Append(("a",), 1)),
        ("a: 1\n", Remove(("b",))),
        ("a: [1]\n", Remove(("a", 1))),
        ("a: 1\n", Remove(("a", "b"))),
        ("- 1\n", Set(("a",), 1)),
    ],
)
def test_place_that_is_not_there_is_an_error(text: str, change: Change) -> None:
    with pytest.raises(UneditableError):
        edit(text, [change])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a: [1, # one\n  2]\n", {"a": [1]}),
        ("a: [1, # one\n  2]\n", {"a": [2]}),
        ("? a\n: 1\nb: 2\n", {"b": 2}),
        ("word\n", {"b": 2}),
        ("[a: 1]\n", [{"a": 1, "b": 2}]),
        ("[1, # one\n  2, 3]\n", [3]),
        ("a: 1\n", {}),
    ],
)
def test_what_would_cost_a_comment_or_cannot_be_read_back_is_an_error(
    text: str, wanted: Plain
) -> None:
    with pytest.raises(UneditableError):
        rewrite(text, wanted)


def test_new_first_key_takes_the_place_of_one_that_goes() -> None:
    text = "pair:\n  start: 2027-01-01 # the first day\n\n  end: 2027-06-30\n"

    found = rewrite(text, {"pair": {"title": "Two", "end": "2027-06-30"}})

    assert found == "pair:\n  title: Two\n\n  end: 2027-06-30\n"


def test_new_first_key_stands_beside_the_hyphen_of_its_entry() -> None:
    text = "goals:\n  - id: fugue # the first\n    due: 2027-06-30\n"
    wanted = [{"owner": "ada", "id": "fugue", "due": "2027-06-30"}]

    found = rewrite(text, {"goals": wanted})

    assert found == ("goals:\n  - owner: ada\n    id: fugue # the first\n    due: 2027-06-30\n")


def test_note_without_facts_cannot_be_written_anew() -> None:
    with pytest.raises(UneditableError):
        rewrite_facts("Only words.\n", {})
