import pytest

from telemaco.messages import Message, msg
from telemaco.tables.reading import Rows, rows_of, what_to_export

QUOTES = ": one that begins a cell must end it, and one inside must be written twice"
TEXT = 'name;città\nAda;"Forlì; là"\n'


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8"),
        (TEXT.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-32"), "utf-32"),
        (TEXT.encode("cp1252"), "cp1252"),
        (TEXT.encode("mac-roman"), "mac-roman"),
    ],
)
def test_encoding_is_found_out(content: bytes, encoding: str) -> None:
    found = rows_of(content)

    assert isinstance(found, Rows)
    assert (found.encoding, found.delimiter) == (encoding, ";")
    assert [row.cells for row in found.rows] == [("name", "città"), ("Ada", "Forlì; là")]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("a,b\n1,2\n", [("a", "b"), ("1", "2")]),
        ("a\tb\n1,5\t2,5\n", [("a", "b"), ("1,5", "2,5")]),
        ("a|b\n1|2\n", [("a", "b"), ("1", "2")]),
        ("a;b;c\n1,5;2;3\n1;2,5;3\n", [("a", "b", "c"), ("1,5", "2", "3"), ("1", "2,5", "3")]),
        ("sep=;\r\na;b\r\n1;2\r\n", [("a", "b"), ("1", "2")]),
        ("sep=\na,b\n1,2\n", [("a", "b"), ("1", "2")]),
        ("a,b\r1,2\r", [("a", "b"), ("1", "2")]),
        ('"a","b"\n"one ""1""","two\n\nlines"\n', [("a", "b"), ('one "1"', "two\n\nlines")]),
        ("name\nAda\n", [("name",), ("Ada",)]),
    ],
)
def test_delimiter_and_quotes_are_found_out(text: str, cells: list[tuple[str, ...]]) -> None:
    found = rows_of(text.encode())

    assert isinstance(found, Rows)
    assert [row.cells for row in found.rows] == cells


def test_empty_rows_count_and_are_left_out() -> None:
    found = rows_of(b"\n,,\na,b\n , \n1,2\n")

    assert isinstance(found, Rows)
    assert [row.number for row in found.rows] == [3, 5]


def test_very_long_cell_is_read() -> None:
    found = rows_of(b"a,b\n1," + b"x" * 200_000 + b"\n")

    assert isinstance(found, Rows)
    assert len(found.rows[1].cells[1]) == 200_000


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "there is nothing in it"),
        (b",,\n", "there is nothing in it"),
        (b"a,b\n1,\0\n", "line 2 has a NUL byte, so this is no text"),
        (b"\xff\xfea", "byte 3 is no text in the encoding utf-16"),
        (b"\xef\xbb\xbfa\xff", "byte 5 is no text in the encoding utf-8"),
        (b'a,b\n1,2\n3,"4\n5,6\n', "the quotes of row 3 are wrong" + QUOTES),
        (b'a,b\n1,"2" and\n', "the quotes of row 2 are wrong" + QUOTES),
    ],
)  # fmt: skip
def test_what_is_no_table_is_refused_with_the_place(content: bytes, reason: str) -> None:
    found = rows_of(content)

    assert isinstance(found, Message)
    assert str(found) == reason


@pytest.mark.parametrize("content", [b"PK\x03\x04\x14\x00", b"\xd0\xcf\x11\xe0\xa1\xb1"])
def test_workbook_is_told(content: bytes) -> None:
    reason = rows_of(content)

    assert str(reason) == "it is a workbook (as .xlsx, .xls or .ods), not CSV"
    assert isinstance(reason, Message)
    assert str(what_to_export(reason)).startswith("Save its sheet as CSV. Excel: File > Save As")


def test_table_that_is_no_workbook_is_exported_again() -> None:
    assert str(what_to_export(msg("it is empty"))).startswith("Export it again as CSV")
