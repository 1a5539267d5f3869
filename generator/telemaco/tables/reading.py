"""The bytes of a table to its rows: encoding, delimiter and quotes are found out."""

import codecs
import csv
import re
import sys
from collections import Counter
from dataclasses import dataclass
from io import StringIO

from telemaco.messages import Message, msg

DELIMITERS = ",;\t|"
_SAMPLE = 50
"""Rows that are looked at to find the delimiter."""
_SEPARATOR = "sep="
"""How Excel writes the delimiter into a first line of its own."""

_WORKBOOK = msg("it is a workbook (as .xlsx, .xls or .ods), not CSV")

csv.field_size_limit(sys.maxsize)  # a long cell is told by its row, not by an error of the reader


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row; `number` counts rows from 1, as a spreadsheet does."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows that are not empty, and how they were written."""

    rows: tuple[Row, ...]
    encoding: str
    delimiter: str


def rows_of(content: bytes) -> Rows | Message:
    """The rows of a file of comma-separated values, or why there are none."""
    if content.startswith(_WORKBOOKS):
        return _WORKBOOK
    encoding = _encoding(content)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        return msg(
            "byte {place} is no text in the encoding {encoding}",
            place=error.start + 1 + len(content) - len(error.object),
            encoding=encoding.removesuffix("-sig"),
        )
    if "\0" in text:
        return msg(
            "line {line} has a NUL byte, so this is no text", line=_line(text, text.index("\0"))
        )
    delimiter = ""
    if text[: len(_SEPARATOR)].casefold() == _SEPARATOR:
        first, _, text = text.partition("\n")
        delimiter = first[len(_SEPARATOR) :].strip("\r")[:1]
    delimiter = delimiter or _delimiter(text)
    found = _read(text, delimiter)
    if isinstance(found, Message):
        return found
    rows = tuple(
        Row(number, tuple(map(str.strip, cells)))
        for number, cells in enumerate(found, start=1)
        if any(map(str.strip, cells))
    )
    if not rows:
        return msg("there is nothing in it")
    return Rows(rows, encoding.removesuffix("-sig"), delimiter)


def what_to_export(reason: Message) -> Message:
    """What to do about a table that cannot be read for a reason."""
    if reason == _WORKBOOK:
        return msg(
            "Save its sheet as CSV. Excel: File > Save As > CSV UTF-8. LibreOffice: File > Save As "
            "> Text CSV. Google Sheets: File > Download > Comma-separated values. See "
            "docs/import.md."
        )
    return msg("Export it again as CSV, in UTF-8 if there is a choice.")


def _encoding(content: bytes) -> str:
    """By the mark at the beginning, else UTF-8; else what Windows or an old Mac writes."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding
    if content[1::2][:_SAMPLE].count(0) > len(content[1::2][:_SAMPLE]) // 2:
        return "utf-16-le"
    try:
        content.decode()
    except UnicodeDecodeError:
        return "mac-roman" if _OF_A_MAC.search(content) else "cp1252"
    return "utf-8"


_OF_A_MAC = re.compile(rb"[A-Za-z][\x88\x8d\x8e\x8f\x93\x98\x9d](?![A-Za-z])")
"""A word that ends in an accented vowel on an old Mac: elsewhere that byte is a sign or none."""


def _delimiter(text: str) -> str:
    """The one that cuts most rows into the same number of cells, and into the most cells."""
    return max(DELIMITERS, key=lambda one: _regularity(text, one))


def _regularity(text: str, delimiter: str) -> tuple[float, int]:
    widths: Counter[int] = Counter()
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    for cells, _ in zip(reader, range(_SAMPLE), strict=False):
        if cells:
            widths[len(cells)] += 1
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    return (count / widths.total(), width) if width > 1 else (0, 0)


def _read(text: str, delimiter: str) -> list[list[str]] | Message:
    """The cells of every row, or which row cannot be read because of its quotes."""
    rows: list[list[str]] = []
    try:
        rows.extend(csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        return msg(
            "the quotes of row {row} are wrong: one that begins a cell must end it, and one inside "
            "must be written twice",
            row=len(rows) + 1,
        )
    return rows


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How the files of Excel and LibreOffice begin: as archives, or as documents of old."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
