# ruff: noqa: E501 (a case reads best on one line)
"""The words for the mistakes that people made in the history of communities' files."""

from typing import get_args

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.findings import Location
from telemaco.loading.yaml_words import finding
from telemaco.messages import msg
from telemaco.yamltext.mistakes import Mark, MistakeKind
from telemaco.yamltext.survey import YamlFault, survey

PATH = "program/people/ada.yaml"
ENGLISH = Catalog("en")


def told(text: str) -> list[str]:
    """Every finding as the reader sees it."""
    findings = [finding(PATH, fault) for fault in survey(text).faults]
    return [
        f"{found.location.line}:{found.location.column} {found.code}: "
        f"{ENGLISH.text(found.message)} / {ENGLISH.text(found.hint) if found.hint else ''}"
        for found in findings
    ]


CASES = {
    "duration: 1\nname: a\nduration: 2\n": '3:1 duplicate-key: "duration" is there twice; the first '
    "is on line 1 / Keep one of the two and delete the other.",
    "talks: Introduction\n- slides: x\n": "2:1 yaml-syntax: a list entry (- ...) stands below "
    "talks, which has a text already / Either leave nothing after the colon of talks, or make the "
    "entry a key of its own by taking the hyphen away.",
    "bio: I am\na person of words\n": "2:1 yaml-syntax: the line begins too far to the left to "
    "belong to the text of bio / Put two spaces more before it than before bio.",
    "- 'science' in context\n": '1:13 yaml-syntax: the text in quotation marks ends before "in '
    'context" / Put the quotation marks around the whole value; inside it use the other kind.',
    "notes: [Shared](https://example.org) and more\n": "1:16 yaml-syntax: the value begins with a "
    'bracket that ends before "(https://example.org) and more" / Put the whole value in double '
    "quotes.",
    "title: Skill-up: GitHub tutorial\n": "1:16 yaml-syntax: title: the text after the colon has "
    "another colon / Put the whole text after title: in double quotes.",
    "twitter: @handle\n": "1:10 yaml-syntax: a value cannot begin with @ / Put the whole value in "
    "double quotes.",
    "a: 1\n---\nb: 2\n": "2:1 several-documents: a line of three hyphens (---) begins a second "
    "record / Delete the line; a file holds one record.",
    "name: Ada\npronouns\n": '2:1 yaml-syntax: no key and colon in "pronouns" / Write a key, a '
    "colon, a space and the value, e.g. name: Ada; or delete the line.",
    "a:\n\tb: 1\n": "2:1 yaml-syntax: a tab stands where spaces belong / Replace it by spaces, two "
    "for each step to the right.",
    "bio: *bold* text\n": "1:6 yaml-syntax: a value cannot begin with * / Put the whole value in "
    "double quotes.",
    "name:Ada\npronouns: she\n": '1:1 yaml-syntax: "name:Ada": a space is missing after the colon '
    "/ Put a space between the colon and the value.",
    "name: Ada\nbio:Writer\n": '2:1 yaml-syntax: "bio:Writer": a space is missing after the colon '
    "/ Put a space between the colon and the value.",
    "<<<<<<< HEAD\nname: Ada\n=======\nname: Eva\n>>>>>>> x\n": '1:1 yaml-syntax: "<<<<<<< HEAD" '
    "was left by Git where two changes met / Choose between the two versions; delete the lines of "
    "<<<<<<<, ======= and >>>>>>>.",
    "a: !!int b\n": "1:4 yaml-feature: !!int has a meaning in YAML that is not used here / If it is "
    "text, put the whole value in double quotes.",
    "a: &x b\n": "1:4 yaml-feature: &x has a meaning in YAML that is not used here / If it is "
    "text, put the whole value in double quotes.",
    "a: !important b\n": "1:4 yaml-feature: !important has a meaning in YAML that is not used "
    "here / If it is text, put the whole value in double quotes.",
    "<<: {a: b}\n": "1:1 yaml-feature: << has a meaning in YAML that is not used here / If it is "
    "text, put the whole value in double quotes.",
    "[a]: b\n": "1:1 yaml-feature: a list or a set of keys stands where a key belongs / Begin the "
    "line with a key, a colon and a space: name: Ada.",
    '- {from: "9:00, to: "10:00"}\n': "1:10 yaml-syntax: the quotation mark that begins here is "
    "never closed / Put the same mark right behind 9:00.",
    '- {from: "9:00", to: "10:00}\n': "1:22 yaml-syntax: the quotation mark that begins here is "
    "never closed / Put the same mark at the end of the text.",
    '- {label: "The "new" one"}\n': '1:17 yaml-syntax: the text in quotation marks ends before '
    '"new" one"}" / Put the quotation marks around the whole value; inside it use the other kind.',
    "- {days: [mon] from: 9:00}\n": '1:16 yaml-syntax: a comma is missing before "from: 9:00}" / '
    "Put one there; within brackets each entry ends with a comma, but for the last.",
    "[" * 13: "1:13 nested-too-deep: lists and keys are nested more than 12 deep / Take away the "
    "indentation or brackets that are not needed.",
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), CASES.items(), ids=[repr(text)[:40] for text in CASES]
)
def test_mistake_is_told_in_plain_words(text: str, expected: str) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize("kind", get_args(MistakeKind))
@pytest.mark.parametrize("detail", ["", "bio"])
def test_every_mistake_has_a_message_and_a_hint(kind: MistakeKind, detail: str) -> None:
    found = finding(PATH, YamlFault(kind, Mark(3, 4), detail))

    assert found.code == "yaml-syntax"
    assert "{" not in ENGLISH.text(found.message)
    assert found.hint
    assert "{" not in ENGLISH.text(found.hint)


def test_lines_above_the_front_matter_are_counted() -> None:
    found = finding(PATH, YamlFault("duplicate-key", Mark(3, 4), "a", Mark(1, 1)), lines_above=1)

    assert found.location == Location(PATH, 4, 4)
    assert found.message.facts["line"] == 2


def test_long_word_is_cut() -> None:
    found = finding(PATH, YamlFault("no-colon", Mark(1, 1), "x" * 1000))

    assert found.message.facts == {"text": "x" * 37 + "..."}


def test_unlikely_duplicate_without_a_first_still_has_words() -> None:
    assert finding(PATH, YamlFault("duplicate-key", Mark(2, 1), "a")).message.facts["line"] == 0


def test_tab_is_feminine_in_italian() -> None:
    hint = msg("Replace it by spaces, two for each step to the right.")

    assert Catalog("it").text(hint).startswith("Sostituiscila con spazi")
