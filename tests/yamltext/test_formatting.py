import pytest
from hypothesis import given, settings

from telemaco.yamltext.formatting import Shape, UnformattableError, canonical
from telemaco.yamltext.reading import read
from telemaco.yamltext.writing import write
from tests.yamltext.documents import MAPS, Document, documents

SHAPE = Shape({"a": Shape({"x": Shape(), "b": Shape()}), "c": Shape(each=Shape({"b": Shape()}))})


@settings(max_examples=150, deadline=None, report_multiple_bugs=False)
@given(documents())
def test_canonical_form_says_the_same_with_the_same_comments_and_is_its_own(
    document: Document,
) -> None:
    new = canonical(document.text, SHAPE)

    assert read(new) == read(document.text)
    assert all(words in new for words, _ in document.comments)
    assert canonical(new, SHAPE) == new


@settings(max_examples=100, deadline=None)
@given(MAPS)
def test_what_we_write_is_canonical(value: dict[str, object]) -> None:
    assert canonical(write(value), Shape()) == write(value)


CASES = {
    "order of keys, with what is above and beside them": (
        "x: 1\n\n# about a\na:\n  b: 1 # one\n  # about x\n  x: 2\n",
        "# about a\na:\n  # about x\n  x: 2\n  b: 1 # one\nx: 1\n",
    ),
    "what is about the file stays above": (
        "# yaml-language-server: $schema=x\n# about b\nb: 1\na: 2\n",
        "# yaml-language-server: $schema=x\na: 2\n# about b\nb: 1\n",
    ),
    "what stands apart at the top is about the file": (
        "# the file\n\nb: 1\na: 2\n",
        "# the file\n\na: 2\nb: 1\n",
    ),
    "one empty line at most": ("\n\na: 1\n\n \n\nb: 2\n\n\n", "a: 1\n\nb: 2\n"),
    "quotes where they are needed": (
        'a: "plain words"\nb: "3"\nc: \'no\'\nd: "two\\nlines" # why\n',
        "a: plain words\nc: no\nb: '3'\nd: |- # why\n  two\n  lines\n",
    ),
    "what is bare stays bare": ("a: 3\nb: 2027-02-03\nd:\ne: ~\n", None),
    "spaces": ("a:    1\nd:\n    -   1\n    - 2\n", "a: 1\nd:\n  - 1\n  - 2\n"),
    "lists at the margin": ("d:\n- 1\n-   x: 1\n    y: 2\n", "d:\n  - 1\n  - x: 1\n    y: 2\n"),
    "brackets": ("d: [ 1,2 , {y: 1,  x: 2} ]\n", "d: [1, 2, {y: 1, x: 2}]\n"),
    "brackets over several lines that fit on one": ("d: [\n  1,\n  2,\n]\n", "d: [1, 2]\n"),
    "brackets with comments": (
        "d: [1, # one\n  2,\n  # three\n  3\n  # end\n  ] # all\ne: {}\n",
        "d: # all\n  - 1 # one\n  - 2\n  # three\n  - 3\n  # end\ne: {}\n",
    ),
    "brackets that are too long": (
        f"d: [{'a' * 60}, {'b' * 60}] # long\n",
        f"d: # long\n  - {'a' * 60}\n  - {'b' * 60}\n",
    ),
    "brackets in brackets with a comment": (
        "d: [[1, # one\n  2]]\n",
        "d:\n  - - 1 # one\n    - 2\n",
    ),
    "comment on a line of its own before brackets and before a word": (
        "d:\n  # list\n  [1]\ne:\n  # word\n  x\n",
        "# list\nd: [1]\n# word\ne: x\n",
    ),
    "comment that ends a list": (
        "d:\n  - 1\n  # no more\n# about e\ne: 1\n  # end\n",
        "d:\n  - 1\n  # no more\n# about e\ne: 1\n# end\n",
    ),
    "comment between a hyphen and a map": (
        "- # first\n  a: 1\n-\n  # b first\n  b: 2\n",
        None,
    ),
    "text in lines of its own": (
        "d: |   # as it is\n     one\n\n       two\n\n\n\ne: >-\n  x\n",
        "d: | # as it is\n  one\n\n    two\n\ne: >-\n  x\n",
    ),
    "text in lines with a given indentation": (
        "d:\n    - |1\n      x\n",
        "d:\n  - |1\n    x\n",
    ),
    "text in lines that keeps its end": ("d: |+\n  x\n\n\ne: 1\n", None),
    "long text": (
        f"d: '{'word ' * 30}end'\n",
        f"d: {'word ' * 20}\n  ".replace(" \n", "\n").rstrip(" ") + "  " + "word " * 10 + "end\n",
    ),
    "nothing at all": ("# only this\n\n\n\n", None),
    "an empty map": ("{}\n", None),
}


@pytest.mark.parametrize("name", CASES)
def test_form_of(name: str) -> None:
    text, expected = CASES[name]

    assert canonical(text, SHAPE) == (text if expected is None else expected)


@pytest.mark.parametrize(
    ("text", "is_readable"),
    [
        ("a: 1\na: 2\n", False),
        (f"? {'a' * 1100}\n: 1\n", True),
        ("a: |\n  text without an end", True),
    ],
)
def test_what_cannot_be_read_or_would_lose_something_is_an_error(
    text: str, *, is_readable: bool
) -> None:
    with pytest.raises(UnformattableError) as caught:
        canonical(text, SHAPE)

    assert caught.value.is_readable is is_readable
