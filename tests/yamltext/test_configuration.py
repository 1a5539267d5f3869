import pytest

from telemaco.yamltext.configuration import NoSettingsError, UnreadableError, read, write

TAGGED = """\
site_url: !ENV [SITE_URL, 'https://example.org']
markdown_extensions:
- pymdownx.emoji:
    emoji_index: !!python/name:material.extensions.emoji.twemoji
hooks: !map
  a: 1
"""


def test_tags_are_carried_from_reading_to_writing() -> None:
    assert read(write(read(TAGGED))) == read(TAGGED)
    assert "!ENV" in write(read(TAGGED))
    assert "!!python/name:material" in write(read(TAGGED))


def test_an_empty_text_has_no_settings() -> None:
    assert read("") == {}


def test_values_keep_their_types_and_order() -> None:
    assert write(read("b: true\na: 1\n")) == "b: true\na: 1\n"


@pytest.mark.parametrize("text", ["- a", "text"])
def test_what_is_no_mapping_is_refused(text: str) -> None:
    with pytest.raises(NoSettingsError):
        read(text)


def test_what_is_no_yaml_is_refused_with_one_line() -> None:
    with pytest.raises(UnreadableError, match=r"^[^\n]+line 1[^\n]+$"):
        read("a: [")
