from datetime import date

import yaml
from hypothesis import given, settings

from telemaco.yamltext import writing
from telemaco.yamltext.writing import Plain, write
from tests.yamltext.documents import MAPS


def test_lists_are_indented_below_their_key() -> None:
    text = write({"members": [{"person": "ada", "from": date(2027, 2, 3)}]})

    assert text == "members:\n  - person: ada\n    from: 2027-02-03\n"


def test_text_that_yaml_would_read_as_something_else_is_quoted() -> None:
    text = write({"version": "1", "label": "null", "empty": "", "day": "2027-02-03"})

    assert text == "version: '1'\nlabel: 'null'\nempty: ''\nday: '2027-02-03'\n"


def test_words_that_only_old_yaml_misreads_stay_as_people_write_them() -> None:
    text = write({"on": date(2027, 2, 3), "from": "18:30", "country": "no"})

    assert text == "on: 2027-02-03\nfrom: 18:30\ncountry: no\n"


def test_same_list_twice_is_written_out_twice() -> None:
    twice = ["a"]

    assert "&" not in write({"x": twice, "y": twice})


def test_comment_is_the_first_line() -> None:
    assert write({"a": 1}, comment="who wrote it") == "# who wrote it\na: 1\n"


@settings(max_examples=200, deadline=None)
@given(MAPS)
def test_it_is_written_as_pyyaml_writes_it(value: dict[str, Plain]) -> None:
    yardstick: type[yaml.SafeDumper] = writing._Dumper  # noqa: SLF001 (what is left to PyYAML)
    dumped = yaml.dump(
        value, Dumper=yardstick, allow_unicode=True, sort_keys=False, width=100, indent=2
    )

    assert write(value) == dumped


def test_nothing_is_written_as_such() -> None:
    assert (write({}), write([])) == ("{}\n", "[]\n")


def test_lists_in_lists_and_long_texts_have_their_places() -> None:
    assert write([["a", ["b"]], {"k y": 1, "null": 2}]) == (
        "- - a\n  - - b\n- k y: 1\n  'null': 2\n"
    )
    assert write({"a": ["word " * 25]}) == (
        "a:\n  - 'word word word word word word word word word word word word word word word word "
        "word word word word\n    word word word word word '\n"
    )
