from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from telemaco.loading.front_matter import Parts, split
from telemaco.yamltext.events import MAXIMUM_DEPTH, RefusedError, read_events
from telemaco.yamltext.lines import read_lines

ROOT = Path(__file__).parent.parent.parent

KEYS = st.sampled_from(
    ("a", "b", "c-d", '"on"', "'b'", '"a"', "1", "null", "<<", "é", "a b", "-a", "a" * 101, "\"a'")
)
COLONS = st.sampled_from((": ", ": ", ": ", ":", ":  ", " : ", ""))
WORDS = st.sampled_from(
    ("a", "a b", "-1", ".5", "x:y", "http://a.b#c", "C#", "null", "~", "é", "12:30", "...", "---")
)
MARKS = st.sampled_from(
    (" #", ": ", ":", "#", "&x", "*x", "!t", ">-", "|", "? ", "- ", ",", "]", "}", "'", '"', "\\")
)
SPACES = st.sampled_from((" ", "\t", "\x85", "\xa0", "\u2028", "\ufeff", "\x00", "\x7f"))
ENCLOSED = st.sampled_from(
    (
        "[a, b]",
        "[a,b]",
        "[]",
        "{}",
        "[null, a]",
        "[-1, a - b]",
        "[a: b]",
        "{a: b, c: d}",
        "{a: b, a: c}",
        "{a:b}",
        "{null: b}",
        "{a: [b, {c: 9:00}]}",
        "[a] b]",
        '"a b"',
        "'it''s'",
        '"\\t"',
        '"a": "b"',
        "'a' # 'b'",
    )
)
NESTED = st.recursive(
    st.sampled_from(
        ("a", "b c", "-1", "null", "nullify", "x:y", "a_b", "_a", "é", "9:00", "''", "")
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda parts: f"[{', '.join(parts)}]"),
        st.lists(st.tuples(inner, inner).map(": ".join), max_size=3).map(
            lambda parts: f"{{{', '.join(parts)}}}"
        ),
    ),
    max_leaves=8,
)
PIECES = st.lists(
    st.sampled_from(("[", "]", "{", "}", ", ", ": ", ",", ":", " ", "a", "b", "null", "-")),
    max_size=10,
).map("".join)
VALUES = st.one_of(
    WORDS,
    ENCLOSED,
    NESTED,
    PIECES.map(lambda pieces: f"[{pieces}]"),
    st.lists(WORDS | MARKS | SPACES, max_size=3).map("".join),
)
ENTRIES = st.builds(
    lambda indentation, hyphen, key, value: " " * indentation + hyphen + key + value,
    st.integers(0, 4),
    st.sampled_from(("", "", "- ", "- - ")),
    st.just("") | st.builds("".join, st.tuples(KEYS, COLONS)),
    st.just("") | VALUES,
)
LINES = ENTRIES | st.sampled_from(("", "  ", "# word", "  # word", "---", "...", "%YAML 1.1"))
TEXTS = st.lists(LINES, max_size=6).map("\n".join)


@given(TEXTS)
@example("a: b\r\n")
@example("a:\nb:\n  - c: d\n    e:\n")
@example("a:\n  -\n")
@example("- # word\n")
@example("a: null\n  b: c\n")
@example("\ud800: a\n")
@example("a: [{b: c, b: d}]\n")
@example("a: [{b}]\n")
@example(f"a: {'[' * (MAXIMUM_DEPTH + 1)}b{']' * (MAXIMUM_DEPTH + 1)}\n")
@example("a: [{b: c, d: [e, f g]}, h]\n")
def test_what_is_read_is_what_libyaml_reads(text: str) -> None:
    assert_agrees_with_libyaml(text)


@pytest.mark.parametrize("folder", ["program", "pairs"])
def test_files_of_the_example_are_read_as_libyaml_reads_them(folder: str) -> None:
    paths = sorted(path for path in (ROOT / folder).rglob("*") if path.is_file())

    for path in paths:
        text = path.read_text(encoding="utf-8")
        parts = split(str(path), text)
        assert_agrees_with_libyaml(parts.header if isinstance(parts, Parts) else text)


def assert_agrees_with_libyaml(text: str) -> None:
    """The quick way either leaves the text alone or says what libyaml says, keys in order."""
    try:
        value = read_lines(text)
    except RefusedError:
        return
    assert repr(value) == repr(read_events(text))


def test_plain_lines_are_read_without_libyaml() -> None:
    text = """\
# yaml-language-server: $schema=person.json
name: Ada Lovelace
"on": 2027-02-03
links:
  - label: 'Notes: A to G'
    url: https://example.org/#notes

languages: {en: native, fr: fluent}
values: [curiosity, courage]
steps:
  - one
  - "two"
nothing:
nobody: null
"""

    assert read_lines(text) == {
        "name": "Ada Lovelace",
        "on": "2027-02-03",
        "links": [{"label": "Notes: A to G", "url": "https://example.org/#notes"}],
        "languages": {"en": "native", "fr": "fluent"},
        "values": ["curiosity", "courage"],
        "steps": ["one", "two"],
        "nothing": None,
        "nobody": None,
    }


@pytest.mark.parametrize(
    "text",
    [
        "word\n",
        "a: 'b' 'c'\n",
        "a: b\n  c: d\n",
        "a:\n    b: c\n  d: e\n",
        "a:\n  - b\n  c: d\n",
        "a:\n- b\n",
        "a: b\n- c\n",
        "a: 1\na: 2\n",
        "a: {b: c, b: d}\n",
        "a: >-\n  b\n",
        'a: "b": "c"\n',
        "a: {b: c}: {d: e}\n",
        "a: &x b\n",
        "".join("  " * level + "a:\n" for level in range(MAXIMUM_DEPTH + 1)),
    ],
)
def test_other_lines_are_left_to_libyaml(text: str) -> None:
    with pytest.raises(RefusedError):
        read_lines(text)


@pytest.mark.parametrize("depth", range(MAXIMUM_DEPTH - 2, MAXIMUM_DEPTH + 1))
@pytest.mark.parametrize("innermost", ["a: b", "- a", "- a: b", "a: [b]", "a: [[b]]"])
def test_nesting_ends_where_it_does_for_libyaml(depth: int, innermost: str) -> None:
    steps = [*("a:" for _ in range(depth)), innermost]
    text = "".join(f"{'  ' * level}{step}\n" for level, step in enumerate(steps))

    assert_agrees_with_libyaml(text)
