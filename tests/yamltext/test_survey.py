import pytest

from telemaco.yamltext.mistakes import Mark
from telemaco.yamltext.survey import YamlFault, survey


def test_places_of_keys_and_values() -> None:
    found = survey("name: Ada\nlinks:\n  - label: x\n  - {label: y}\n")

    assert found.faults == ()
    assert found.keys == {
        ("name",): Mark(1, 1),
        ("links",): Mark(2, 1),
        ("links", 0, "label"): Mark(3, 5),
        ("links", 1, "label"): Mark(4, 6),
    }
    assert found.values == {
        (): Mark(1, 1),
        ("name",): Mark(1, 7),
        ("links",): Mark(3, 3),
        ("links", 0): Mark(3, 5),
        ("links", 0, "label"): Mark(3, 12),
        ("links", 1): Mark(4, 5),
        ("links", 1, "label"): Mark(4, 13),
    }


def test_everything_that_is_not_allowed_is_named_in_one_go() -> None:
    found = survey("a: &x 1\nb: *x\nc: !t 2\n<<: {d: 3}\na: 4\ne: !t [1]\n")

    assert found.faults == (
        YamlFault("anchor", Mark(1, 4), "x"),
        YamlFault("alias", Mark(2, 4), "x"),
        YamlFault("tag", Mark(3, 4), "!t"),
        YamlFault("merge-key", Mark(4, 1)),
        YamlFault("duplicate-key", Mark(5, 1), "a", Mark(1, 1)),
        YamlFault("tag", Mark(6, 4), "!t"),
    )


def test_third_of_three_equal_keys_points_at_the_first() -> None:
    found = survey("a: 1\na: 2\na: 3\n")

    assert [fault.other for fault in found.faults] == [Mark(1, 1), Mark(1, 1)]


def test_equal_keys_of_different_maps_are_no_fault() -> None:
    assert survey("- {a: 1}\n- {a: 2}\n").faults == ()


def test_second_document_ends_the_survey() -> None:
    found = survey("a: 1\n---\na: 2\n")

    assert found.faults == (YamlFault("several-documents", Mark(2, 1)),)
    assert found.keys == {("a",): Mark(1, 1)}


def test_key_that_is_a_list_ends_the_survey() -> None:
    assert survey("[a]: 1\n").faults == (YamlFault("not-a-word", Mark(1, 1)),)


def test_nesting_that_is_too_deep_ends_the_survey() -> None:
    assert survey("[" * 13).faults == (YamlFault("depth", Mark(1, 13)),)


def test_colon_in_a_text_hides_no_other_line() -> None:
    text = (
        "title: One: two\nlist:\n  - id: a: b\n    name: c\ntagline: Three: four\nx: 1\nx: 2\n"
        "name:Ada\nlast: five: six\n"
    )

    found = survey(text)

    assert [(fault.kind, fault.mark.line) for fault in found.faults] == [
        ("colon-in-text", 1),
        ("colon-in-text", 3),
        ("colon-in-text", 5),
        ("duplicate-key", 7),
        ("no-space-after-colon", 8),
        ("colon-in-text", 9),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "title: One: two\n  and: three: four\nx: 1\nx: 2\n",
        'title: One: "two\nx: 1: 2\nx: 2"\n',
        "title: One: [two\nx: 1: 2\n]\n",
        "title: One: |\n x: 1: 2\n",
        "title: One: two\n- x: 1: 2\n",
    ],
)
def test_lines_that_may_be_a_part_of_such_a_text_are_not_judged(text: str) -> None:
    assert [(fault.kind, fault.mark.line) for fault in survey(text).faults] == [
        ("colon-in-text", 1)
    ]


def test_mistakes_beyond_twenty_are_left_for_the_next_run() -> None:
    text = "".join(f"key{number}: a: b\n" for number in range(30))

    assert len(survey(text).faults) == 21
