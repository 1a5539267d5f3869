import pytest

from telemaco.findings import Finding
from telemaco.loading.escapes import hidden
from telemaco.yamltext.reading import read

PATH = "program/people/ada.yaml"


def found(text: str) -> list[Finding]:
    return [*hidden(PATH, text, read(text))]


@pytest.mark.parametrize(
    ("text", "code", "route"),
    [
        ('name: "Ada \\u202E olleH"\n', "control-character", ("name",)),
        ('bio: {it: "a\\x07b"}\n', "control-character", ("bio", "it")),
        ('links: ["a", "\\e[31m"]\n', "control-character", ("links", 1)),
        ('"a\\0": b\n', "control-character", ("a\0",)),
        ('bio: "ada\\u0040example.org"\n', "mail-address", ("bio",)),
        ('bio: "ada\\x40example.org or leo@example.org"\n', "mail-address", ("bio",)),
        ('bio: "+39\\u0030551234567"\n', "phone-number", ("bio",)),
    ],
)
def test_what_an_escape_hides_is_found(text: str, code: str, route: tuple[str | int, ...]) -> None:
    assert [(one.code, one.location.path, one.location.route) for one in found(text)] == [
        (code, PATH, route)
    ]


@pytest.mark.parametrize(
    "text",
    ['bio: "one\\ntwo\\ttabs \\"quoted\\" \\u00e9"\n', "bio: C:\\temp\n", "bio: '\\u202E'\n"],
)
def test_other_escapes_are_left_alone(text: str) -> None:
    assert not found(text)


def test_what_the_text_shows_is_not_told_again() -> None:
    assert not found('bio: "ada@example.org\\n"\n')


def test_passage_over_two_lines_is_found_too() -> None:
    assert [one.code for one in found("bio: +39 055\n  123 4567\n")] == ["phone-number"]
