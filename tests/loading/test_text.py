import pytest

from telemaco.findings import Location
from telemaco.loading.text import decode, lines_of

PATH = "program/people/ada.yaml"


@pytest.mark.parametrize(
    "content",
    [
        b"a: 1\nb: \xc3\xa9\n",
        b"a: 1\r\nb: \xc3\xa9\r\n",
        b"a: 1\rb: \xc3\xa9\r",
        b"\xef\xbb\xbfa: 1\nb: \xc3\xa9\n",
    ],
    ids=["as-is", "crlf", "cr", "byte-order-mark"],
)
def test_line_ends_and_byte_order_mark_make_no_difference(content: bytes) -> None:
    assert decode(PATH, content) == "a: 1\nb: é\n"


def test_ascii_is_text() -> None:
    assert decode(PATH, b"a: 1\n\tb\n") == "a: 1\n\tb\n"


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [(b"a: \xff\n", 1, 4), (b"a: 1\r\nb: \xc3\xa9\xe9\n", 2, 5), (b"\xff\xfea\x00", 1, 1)],
)
def test_first_byte_that_is_no_utf8_is_named(content: bytes, line: int, column: int) -> None:
    found = decode(PATH, content)

    assert isinstance(found, tuple)
    assert [(finding.code, finding.location) for finding in found] == [
        ("not-utf8", Location(PATH, line, column))
    ]


@pytest.mark.parametrize(
    "character",
    ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\u2028", "\u202e", "\u2066", "\ufeff", "\uffff"],
)
def test_invisible_character_is_refused_at_its_first_place(character: str) -> None:
    found = decode(PATH, f"a: é\nbc{character}d{character}\n".encode())

    assert isinstance(found, tuple)
    assert [(finding.code, finding.location) for finding in found] == [
        ("control-character", Location(PATH, 2, 3))
    ]


def test_each_invisible_character_is_told_once() -> None:
    found = decode(PATH, ("\x01\x02" * 30_000).encode())

    assert len(found) == 2


def test_what_turns_text_round_is_told_apart() -> None:
    found = decode(PATH, "a: \u202e\n".encode())

    assert isinstance(found, tuple)
    assert "differently" in str(found[0].message.facts["harm"])


@pytest.mark.parametrize(
    "text", ["e\u0301", "👩\u200d🔬", "\u200e\u05e9\u05dc\u05d5\u05dd", "中文", "a\u00a0b"]
)
def test_marks_that_languages_need_are_text(text: str) -> None:
    assert decode(PATH, text.encode()) == text


def test_lines_of_a_broken_file_can_still_be_quoted() -> None:
    assert lines_of(b"\xef\xbb\xbfa\r\nb\xff\rc") == ["a", "b\ufffd", "c"]
