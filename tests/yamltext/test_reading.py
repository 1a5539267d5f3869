from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from telemaco.yamltext.events import MAXIMUM_DEPTH, NULLS, RefusedError
from telemaco.yamltext.reading import read
from telemaco.yamltext.survey import survey
from telemaco.yamltext.writing import write

# Texts that look like YAML more often than chance would have it.
WORDS_AND_SIGNS = (
    "a",
    "b: ",
    "no",
    "null",
    "~",
    "é",
    ": ",
    "- ",
    "? ",
    ", ",
    "<<: ",
    "&x ",
    "*x",
    "!t ",
)
LAYOUT = (
    "\n",
    "\r\n",
    "  ",
    "\t",
    "---\n",
    "...\n",
    "[",
    "]",
    "{",
    "}",
    "'",
    '"',
    "#",
    "|",
    ">",
    "\\",
    "%",
    "@",
)
PIECES = st.sampled_from(WORDS_AND_SIGNS + LAYOUT)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=25).map("".join))


@given(TEXTS)
@example("[" * 200)
@example("*a : b")
@example("&a b: c")
@example("? [a]\n: b")
def test_every_text_is_a_value_or_has_a_fault(text: str) -> None:
    try:
        read(text)
    except RefusedError:
        assert survey(text).faults
    else:
        assert not survey(text).faults


@given(TEXTS)
@example("a: ~\nb: 'null'\n")
@example("- no\n- 010\n- 12:30\n- 2027-13-01\n")
def test_what_is_read_is_what_the_base_loader_reads_but_for_nulls(text: str) -> None:
    try:
        value = read(text)
    except RefusedError:
        return

    assert without_nulls(value) == without_nulls(yaml.load(text, Loader=yaml.CBaseLoader))  # noqa: S506 (makes text only)


def without_nulls(value: Any) -> Any:  # noqa: ANN401 (any value of YAML)
    if isinstance(value, dict):
        return {key: without_nulls(item) for key, item in value.items()}
    if isinstance(value, list):
        return [without_nulls(item) for item in value]
    return "" if value in NULLS or value is None else value


WORDS = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Cn"), exclude_characters="\u2028\u2029\ufeff")
)
VALUES = st.recursive(
    WORDS, lambda inner: st.lists(inner) | st.dictionaries(WORDS, inner), max_leaves=12
)


@given(st.dictionaries(WORDS.filter(lambda key: key != "<<"), VALUES, min_size=1))
def test_what_is_written_is_read_again(value: dict[str, Any]) -> None:
    assert read(write(value)) == value


@pytest.mark.parametrize("text", ["", "\n", "# nothing\n", "---\n", "~\n"])
def test_document_that_says_nothing_is_none(text: str) -> None:
    assert read(text) is None


def test_scalars_stay_text() -> None:
    value = read("a: no\nb: 010\nc: 12:30\nd: 2027-13-01\ne: 1e3\nf: 'null'\ng: null\nh:\n")

    assert value == {
        "a": "no",
        "b": "010",
        "c": "12:30",
        "d": "2027-13-01",
        "e": "1e3",
        "f": "null",
        "g": None,
        "h": None,
    }


def test_nesting_is_read_down_to_the_limit() -> None:
    assert read("[" * MAXIMUM_DEPTH + "]" * MAXIMUM_DEPTH)
    with pytest.raises(RefusedError):
        read("[" * (MAXIMUM_DEPTH + 1) + "]" * (MAXIMUM_DEPTH + 1))


@pytest.mark.parametrize("opening", ["[", "- ", "{a: ", "? ", "- [", "[{a: "])
def test_fifty_thousand_levels_end_neither_the_process_nor_the_patience(opening: str) -> None:
    text = opening * 50_000

    with pytest.raises(RefusedError):
        read(text)
    assert survey(text).faults


def test_second_document_is_refused() -> None:
    with pytest.raises(RefusedError):
        read("a: 1\n---\nb: 2\n")


@pytest.mark.parametrize(
    "text", ["a: &x [1]\n", "a: !t {b: 1}\n", "a: !t b\n", "a: *x\n", "<<: a\n"]
)
def test_parts_of_yaml_that_are_not_used_here_are_refused(text: str) -> None:
    with pytest.raises(RefusedError):
        read(text)
