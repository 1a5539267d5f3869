import pytest

from telemaco.yamltext.mistakes import Mark
from telemaco.yamltext.reading import read
from telemaco.yamltext.remains import remains

KEYS = ("title", "languages", "tagline", "dates", "contact")


@pytest.mark.parametrize(
    ("text", "fault", "left"),
    [
        ('title: "One\ntagline: Two\n', ("open-quote", Mark(1, 8)), {"tagline": "Two"}),
        ('title: "One\ntagline: "Two"\n', ("open-quote", Mark(1, 8)), {"tagline": "Two"}),
        ("title: 'One\ntagline: 'Two'\n", ("open-quote", Mark(1, 8)), {"tagline": "Two"}),
        ("title: 'L'arte\ntagline: Two\n", ("text-after-quote", Mark(1, 11)), {"tagline": "Two"}),
        (
            'title: "One"\ntagline: "Two" three\n',
            ("text-after-quote", Mark(2, 16)),
            {"title": "One"},
        ),
        (
            "languages: [it, en\ntagline: Two\ntitle: x\n",
            ("open-bracket", Mark(1, 12)),
            {"tagline": "Two", "title": "x"},
        ),
        (
            "title: x\ndates:\n  start: a\n   end: b\ntagline: Two\n",
            ("deeper-than-text", Mark(4, 4)),
            {"title": "x", "tagline": "Two"},
        ),
        (
            "title: x\ndates:\n    start: a\n  end: b\ntagline: Two\n",
            ("indentation", Mark(4, 3)),
            {"title": "x", "tagline": "Two"},
        ),
        (" title: x\ntagline: Two\n", ("indentation", Mark(1, 2)), {"tagline": "Two"}),
        (
            "title: x\ndates:\n\tstart: a\ntagline: Two\n",
            ("tab", Mark(3, 1)),
            {"title": "x", "tagline": "Two"},
        ),
        ("title: x\ntagline: @y\n", ("reserved-start", Mark(2, 10)), {"title": "x"}),
        ("title: One: two\ntagline: Two\n", ("colon-in-text", Mark(1, 11)), {"tagline": "Two"}),
        ("title: a\ntitle: b\ntagline: Two\n", ("duplicate-key", Mark(2, 1)), {"tagline": "Two"}),
        (
            "title: x\ntagline: Two\nand three\ncontact: y\n",
            ("continuation", Mark(3, 1)),
            {"title": "x", "contact": "y"},
        ),
    ],
)
def test_entry_with_the_mistake_is_left_out(
    text: str, fault: tuple[str, Mark], left: dict[str, str]
) -> None:
    found = remains(text, KEYS)

    assert found is not None
    assert [(one.kind, one.mark) for one in found.faults] == [fault]
    assert read(found.text) == left
    assert found.text.count("\n") == text.count("\n")


def test_several_mistakes_are_told_where_the_rest_can_be_read() -> None:
    found = remains('title: "One\ntagline: Two\nlanguages: [it\ncontact: y\n', KEYS)

    assert found is not None
    assert [(one.kind, one.mark.line) for one in found.faults] == [
        ("open-quote", 1),
        ("open-bracket", 3),
    ]
    assert read(found.text) == {"tagline": "Two", "contact": "y"}


def test_item_with_the_mistake_is_left_out_of_a_list() -> None:
    found = remains("- {id: a, label: A}\n- {id: b, label: B\n- {id: c, label: C}\n")

    assert found is not None
    assert read(found.text) == [{"id": "a", "label": "A"}, {"id": "c", "label": "C"}]


def test_what_may_be_inside_of_an_open_bracket_is_left_out_with_it() -> None:
    text = "languages: [{it: native,\nen: fluent\ntagline: Two\n"

    found, unknowing = remains(text, KEYS), remains(text)

    assert found is not None
    assert unknowing is not None
    assert read(found.text) == {"tagline": "Two"}
    assert read(unknowing.text) == {"en": "fluent", "tagline": "Two"}


def test_line_too_far_to_the_left_may_belong_to_the_entry_above() -> None:
    text = "tagline: Two\ndates:\n  start: a\nend: b\n  midpoint: c\ntitle: x\n"

    found = remains(text, KEYS)

    assert found is not None
    assert [(one.kind, one.mark.line) for one in found.faults] == [("deeper-than-text", 5)]
    assert read(found.text) == {"tagline": "Two", "title": "x"}


def test_quote_that_ends_below_in_the_same_entry_is_not_one_left_open() -> None:
    found = remains('title: "One\n  two" three\ntagline: Two\n', KEYS)

    assert found is not None
    assert [one.kind for one in found.faults] == ["text-after-quote"]


@pytest.mark.parametrize(
    "text",
    [
        "title: x\n---\ntagline: y\n",
        "<<<<<<< HEAD\ntitle: x\n=======\ntitle: y\n>>>>>>> main\n",
        "title: 'a\n",
        "- [\n",
        "*\n",
    ],
)
def test_nothing_is_read_where_it_is_unsure_what_belongs_to_what(text: str) -> None:
    found = remains(text, KEYS)

    assert found is None or read(found.text) is None


def test_more_mistakes_than_rounds_are_left_for_the_next_run() -> None:
    keys = [f"key{number}" for number in range(9)]

    assert remains("".join(f"{key}: [a\n" for key in keys), keys) is None
